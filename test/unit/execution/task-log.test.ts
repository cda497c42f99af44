import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { causeInLog } from "../../../provider/src/execution/task-cause.js";
import { readTaskLog } from "../../../provider/src/pve/endpoints/task.js";
import { parseUpid } from "../../../provider/src/pve/upid.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { startHttpsServer } from "../../support/http-server.js";
import { lastProgress, transferIn } from "../../../provider/src/execution/task-progress.js";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

function capturedLog(name: string): readonly string[] {
  return readFileSync(new URL(`../../fixtures/pve/tasklogs/${name}.txt`, import.meta.url), "utf8").split("\n");
}

describe("causeInLog", () => {
  it("gives the words of the target before the error line that hides them, and leaves empty talk out", () => {
    expect(causeInLog(capturedLog("qmigrate-failed-bridge.pve9.constructed"))).toBe(
      "[hv2] bridge 'vmbr7' does not exist; online migrate failure - remote command failed with exit code 255",
    );
  });

  it("reads logs without time stamps", () => {
    expect(causeInLog(capturedLog("qmigrate-cancelled.recreated"))).toBe(
      "online migrate failure - interrupted by signal",
    );
  });

  it("takes the general error when there is no other", () => {
    expect(causeInLog(["2026-08-06 09:20:04 ERROR: migration finished with problems (duration 00:00:04)"])).toBe(
      "migration finished with problems (duration 00:00:04)",
    );
  });

  it.each(["qmigrate-local-disk.pve9.constructed", "qmigrate-ha.pve8.recreated", "vzmigrate-restart.pve9.constructed"])(
    "finds no error in the log of a migration that went well (%s)",
    (name) => {
      expect(causeInLog(capturedLog(name))).toBeNull();
    },
  );
});

describe("readTaskLog", () => {
  const upid = parseUpid("UPID:pve1:0001E240:00BC614E:6A740000:qmigrate:101:root@pam:");
  const lines = Array.from({ length: 500 }, (_, at) => ({ n: at + 1, t: `line ${at + 1}` }));

  it("comes to an end with a server that repeats a full page that nobody asked for", async () => {
    const asked: string[] = [];
    const server = await startHttpsServer(({ url }) => {
      asked.push(url.replace(/.*\?/, ""));
      return { body: { data: lines } };
    });
    const client = openTestClient({ endpoints: [server.origin] });
    if (upid === null) throw new Error("The identifier of the task cannot be read.");
    expect(await readTaskLog(client, upid, 0, noSignal())).toEqual(lines);
    expect(asked).toEqual(["start=0&limit=500", "start=500&limit=500"]);
  });

  it("reads on after a full page, and stops at one that is not full", async () => {
    const more = [501, 502].map((n) => ({ n, t: `line ${n}` }));
    const server = await startHttpsServer(({ url }) => ({ body: { data: url.includes("start=500") ? more : lines } }));
    const client = openTestClient({ endpoints: [server.origin] });
    if (upid === null) throw new Error("The identifier of the task cannot be read.");
    expect(await readTaskLog(client, upid, 0, noSignal())).toEqual([...lines, ...more]);
  });
});

describe("lastProgress", () => {
  it("reads how much memory was sent, in whatever unit", () => {
    const log = capturedLog("qmigrate-ha.pve8.recreated");
    const upTo = (text: string) => log.slice(0, log.findIndex((line) => line.includes(text)) + 1);
    expect(lastProgress(upTo("702.2 MiB"))).toEqual({
      part: "memory",
      transferredBytes: Math.round(702.2 * MIB),
      totalBytes: 2 * GIB,
      percent: 34,
    });
    expect(lastProgress(log)).toMatchObject({ transferredBytes: GIB, percent: 50 });
  });

  it.each(["mirror", "drive"])("reads how much of a disk was copied (%s)", (word) => {
    expect(lastProgress([`${word}-scsi0: transferred 1.0 GiB of 8.0 GiB (12.88%) in 12s`])).toEqual({
      part: "scsi0",
      transferredBytes: GIB,
      totalBytes: 8 * GIB,
      percent: 12,
    });
  });

  it("stays at a hundred percent when memory is sent again and again", () => {
    const line = "2026-08-06 06:12:09 migration active, transferred 3.0 GiB of 2.0 GiB VM-state, 322.0 MiB/s";
    expect(lastProgress([line])).toMatchObject({ percent: 100 });
  });

  it("finds none in lines about other things", () => {
    expect(lastProgress(["", "start remote tunnel", "transferred lots of things"])).toBeNull();
  });
});

describe("transferIn", () => {
  it("adds memory and disks up, and takes the last word on each", () => {
    const log = [
      "mirror-scsi0: transferred 1.0 GiB of 8.0 GiB (12.50%) in 12s",
      "mirror-scsi0: transferred 8.0 GiB of 8.0 GiB (100.00%) in 90s, ready",
      "migration active, transferred 1.0 GiB of 8.0 GiB VM-state, 322.0 MiB/s",
    ];
    expect(transferIn(log)).toEqual({ bytes: 9 * GIB, percent: 56 });
  });

  it("counts memory as sent once its end is told, however much of it was empty", () => {
    const log = [
      "migration active, transferred 1.0 GiB of 8.0 GiB VM-state, 322.0 MiB/s",
      "migration completed, transferred 2.0 GiB VM-state",
    ];
    expect(transferIn(log)).toEqual({ bytes: 2 * GIB, percent: 100 });
  });

  it("knows nothing where the log tells nothing", () => {
    expect(transferIn(["start remote tunnel"])).toBeNull();
  });
});
