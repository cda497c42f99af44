import { describe, expect, it } from "vitest";
import { parseUpid } from "../../../provider/src/pve/upid.js";

describe("parseUpid", () => {
  it("takes the id of a task apart that a token started", () => {
    const text = "UPID:hv-2:0000D6E3:05E878B3:6A744AB8:qmigrate:3110:balancer@pve!plan:";
    expect(parseUpid(text)).toEqual({
      text,
      node: "hv-2",
      startTimeSeconds: 0x6a744ab8,
      type: "qmigrate",
      id: "3110",
      user: "balancer@pve!plan",
    });
  });

  it("accepts nine digits of process start and an empty subject", () => {
    const text = "UPID:pve1:0012D6E3:105E878B3:6A744AB8:srvreload::root@pam:";
    expect(parseUpid(text)).toMatchObject({ node: "pve1", type: "srvreload", id: "", user: "root@pam" });
  });

  it.each([
    "",
    "null",
    "UPID:pve1:D6E3:05E878B3:6A744AB8:qmigrate:100:root@pam:",
    "UPID:pve1:0000D6E3:05E878B3:6A744AB8:qmigrate:100:root@pam",
    "UPID:../x:0000D6E3:05E878B3:6A744AB8:qmigrate:100:root@pam:",
    "UPID:pve1:0000D6E3:05E878B3:6A744AB8:qmigrate:100:root@pam:\nUPID",
  ])("recognises that %j is no task id", (text) => {
    expect(parseUpid(text)).toBeNull();
  });
});
