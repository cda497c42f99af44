import { describe, expect, it } from "vitest";
import { apiPath, formEncode, withQuery } from "../../../provider/src/pve/api-path.js";

describe("apiPath", () => {
  it("encodes a task id as one segment", () => {
    const upid = "UPID:pve1:0000D6E3:05E878B3:6A744AB8:qmigrate:100:u@pve!t:";
    expect(apiPath`/nodes/${"pve1"}/tasks/${upid}`).toBe(
      "/nodes/pve1/tasks/UPID%3Apve1%3A0000D6E3%3A05E878B3%3A6A744AB8%3Aqmigrate%3A100%3Au%40pve%21t%3A",
    );
  });

  it("keeps a slash in a value from opening another path", () => {
    expect(apiPath`/nodes/${"pve1/../../access"}/version`).toBe("/nodes/pve1%2F..%2F..%2Faccess/version");
  });

  it.each(["", ".", ".."])("refuses %j as a segment", (value) => {
    expect(() => apiPath`/nodes/${value}/version`).toThrow("cannot be part of a request path");
  });
});

describe("parameters", () => {
  it("writes booleans as 0 and 1 and leaves null out", () => {
    expect(formEncode({ online: true, force: false, target: "pve2", bwlimit: null, timeout: 180 })).toBe(
      "online=1&force=0&target=pve2&timeout=180",
    );
  });

  it("adds no question mark without parameters", () => {
    expect(withQuery("/cluster/resources", { type: null })).toBe("/cluster/resources");
    expect(withQuery("/cluster/resources", { type: "vm" })).toBe("/cluster/resources?type=vm");
  });
});
