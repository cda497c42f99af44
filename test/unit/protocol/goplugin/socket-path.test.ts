import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { privateSocketPlace, sharedSocketPlace } from "../../../../provider/src/protocol/goplugin/socket-path.js";

describe("the place of the socket", () => {
  it("is a directory that only the user can enter and that goes away again", () => {
    const folder = mkdtempSync(join(tmpdir(), "place-"));
    const place = privateSocketPlace(folder);
    expect(dirname(dirname(place.path))).toBe(folder);
    expect(statSync(dirname(place.path)).mode & 0o777).toBe(0o700);
    place.remove();
    place.remove();
    expect(existsSync(dirname(place.path))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it("moves to a short directory when the path would be too long for a socket", () => {
    const place = privateSocketPlace(`/somewhere/${"deep/".repeat(20)}`);
    expect(place.path).toMatch(/^\/tmp\/plugin.{6}\/socket$/);
    place.remove();
  });

  it("is directly in the directory that the host shares", () => {
    expect(sharedSocketPlace("/run/host", "0a1b2c").path).toBe("/run/host/plugin0a1b2c");
  });

  it("is refused in a shared directory that is too deep, with the setting to change", () => {
    expect(() => sharedSocketPlace(`/${"x".repeat(100)}`, "0a1b2c")).toThrow(/Set PLUGIN_UNIX_SOCKET_DIR to a shorter/);
  });
});
