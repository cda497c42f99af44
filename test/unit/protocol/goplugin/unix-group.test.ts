import { describe, expect, it } from "vitest";
import { groupId } from "../../../../provider/src/protocol/goplugin/unix-group.js";

describe.skipIf(process.platform === "win32")("a unix group", () => {
  it("may be given by number", () => {
    expect(groupId("4711")).toBe(4711);
  });

  it("may be given by name", () => {
    // The group of the tty devices exists with this name on Linux and macOS.
    expect(groupId("tty")).toBeGreaterThan(0);
  });

  it("is named in the error when it does not exist", () => {
    expect(() => groupId("no-such-group")).toThrow(/"no-such-group".*Set it to an existing group/);
  });
});
