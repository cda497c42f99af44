import { describe, expect, it } from "vitest";
import { readGuestConfig, startCtMigration, startVmMigration } from "../../../provider/src/pve/endpoints/guest.js";
import type { CtMigration, VmMigration } from "../../../provider/src/pve/endpoints/guest.js";
import { readTaskLog, readTaskStatus } from "../../../provider/src/pve/endpoints/task.js";
import { isGone, isLocked } from "../../../provider/src/pve/errors.js";
import { parseUpid } from "../../../provider/src/pve/upid.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { startHttpsServer } from "../../support/http-server.js";
import type { CannedAnswer, TestServer } from "../../support/http-server.js";
import { fixtureBody } from "../../support/http-fixtures.js";

const UPID = "UPID:pve1:000DFE34:0ABB9C48:6A744A38:qmigrate:100:balancer@pve!plan:";

const VM = { node: "pve1", type: "vm", vmid: 100 } as const;

const VM_MIGRATION: VmMigration = {
  target: "pve2",
  online: false,
  withLocalDisks: false,
  targetStorage: null,
  withConntrackState: false,
  pveMajor: 9,
};

const CT_MIGRATION: CtMigration = { target: "pve2", restart: false, shutdownTimeoutSeconds: null, targetStorage: null };

function answering(answer: CannedAnswer): Promise<TestServer> {
  return startHttpsServer(() => answer);
}

describe("the request that migrates a VM", () => {
  it.each<[string, Partial<VmMigration>, string]>([
    ["names only the target of a stopped VM", {}, "target=pve2"],
    ["asks for a live migration", { online: true }, "target=pve2&online=1"],
    [
      "asks for local disks and where they go",
      { online: true, withLocalDisks: true, targetStorage: "local-zfs:fast,nvme" },
      "target=pve2&online=1&with-local-disks=1&targetstorage=local-zfs%3Afast%2Cnvme",
    ],
    ["carries connections over", { withConntrackState: true }, "target=pve2&with-conntrack-state=1"],
    ["keeps from version 8 what it would refuse", { withConntrackState: true, pveMajor: 8 }, "target=pve2"],
  ])("%s", async (_, change, body) => {
    const server = await answering({ body: { data: UPID } });
    const client = openTestClient({ endpoints: [server.origin] });
    await startVmMigration(client, VM, { ...VM_MIGRATION, ...change }, noSignal());
    expect(server.requests).toMatchObject([{ url: "/api2/json/nodes/pve1/qemu/100/migrate", body }]);
  });

  it("fails when the answer is no task id", async () => {
    const server = await answering({ body: { data: null } });
    const client = openTestClient({ endpoints: [server.origin] });
    const failure = startVmMigration(client, VM, VM_MIGRATION, noSignal());
    await expect(failure).rejects.toThrow("data: expected a text, got null");
  });

  it("tells a lock and a vanished guest from other refusals", async () => {
    const messages = [
      "VM is locked (migrate)",
      "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist",
      "no",
    ];
    const verdicts = messages.map(async (message) => {
      const server = await answering({ status: 500, reason: message, body: { data: null, message: `${message}\n` } });
      const client = openTestClient({ endpoints: [server.origin] });
      const failure: unknown = await startVmMigration(client, VM, VM_MIGRATION, noSignal()).catch(
        (error: unknown) => error,
      );
      return [isLocked(failure), isGone(failure)];
    });
    expect(await Promise.all(verdicts)).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe("the request that migrates a container", () => {
  it.each<[string, Partial<CtMigration>, string]>([
    ["names only the target of a stopped container", {}, "target=pve2"],
    [
      "asks for a restart with a limit for the shutdown",
      { restart: true, shutdownTimeoutSeconds: 60, targetStorage: "ceph" },
      "target=pve2&restart=1&timeout=60&target-storage=ceph",
    ],
  ])("%s", async (_, change, body) => {
    const server = await answering({ body: { data: UPID.replace("qmigrate", "vzmigrate") } });
    const client = openTestClient({ endpoints: [server.origin] });
    const guest = { node: "pve1", type: "ct", vmid: 100 } as const;
    expect((await startCtMigration(client, guest, { ...CT_MIGRATION, ...change }, noSignal())).type).toBe("vzmigrate");
    expect(server.requests).toMatchObject([{ url: "/api2/json/nodes/pve1/lxc/100/migrate", body }]);
  });
});

describe("following a task", () => {
  const upid = parseUpid(UPID) ?? expect.fail("The task id of this test is malformed.");

  it("reads the state of a task at the node that runs it", async () => {
    const server = await answering({ body: fixtureBody("tasks/status.failed.pve9.recreated.json") });
    const client = openTestClient({ endpoints: [server.origin] });
    expect(await readTaskStatus(client, upid, noSignal())).toEqual({
      status: "stopped",
      exitstatus: "migration aborted",
    });
    expect(server.requests[0]?.url).toMatch(/^\/api2\/json\/nodes\/pve1\/tasks\/UPID%3Apve1%3A.*%21plan%3A\/status$/);
  });

  it("reads a long log page by page, and only what is new", async () => {
    const lines = Array.from({ length: 1203 }, (_, index) => ({ n: index + 1, t: `line ${index + 1}` }));
    const server = await startHttpsServer(({ url }) => {
      const query = new URL(url, "https://pve1").searchParams;
      const start = Number(query.get("start"));
      return { body: { data: lines.slice(start, start + Number(query.get("limit"))), total: lines.length } };
    });
    const client = openTestClient({ endpoints: [server.origin] });
    expect(await readTaskLog(client, upid, 3, noSignal())).toEqual(lines.slice(3));
    expect(server.requests).toHaveLength(3);
  });

  it("takes the invented line of an empty log for nothing", async () => {
    const server = await answering({ body: fixtureBody("tasks/log.empty.recreated.json") });
    expect(await readTaskLog(openTestClient({ endpoints: [server.origin] }), upid, 0, noSignal())).toEqual([]);
  });
});

describe("reading a configuration", () => {
  it.each(["qemu/config.pve9.recreated.json", "qemu/config.many-devices.edited.json", "lxc/config.pve7.json"])(
    "gives every scalar as a text (%s)",
    async (name) => {
      const server = await answering({ body: fixtureBody(name) });
      const config = await readGuestConfig(openTestClient({ endpoints: [server.origin] }), VM, noSignal());
      expect(Number(config["memory"])).toBeGreaterThan(0);
      expect(Object.values(config).every((value) => typeof value === "string")).toBe(true);
    },
  );
});
