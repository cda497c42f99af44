import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { GIB, setStage, SMALL_CLUSTER, vm } from "./stage.js";

/** The second and the third migration cannot be carried out; the first could. */
const LIST = [
  { vmid: 101, to: "pve2" },
  { vmid: 102, to: "pve3" },
  { vmid: 103, to: "pve2" },
];

const LOCAL = { disks: [{ storage: "local-zfs", size: 8 * GIB }] };

interface Case {
  readonly what: string;
  readonly guest: Parameters<typeof vm>[2];
  readonly cluster?: Partial<ClusterInput>;
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly words: string;
}

const nodesWith = (name: string, change: Partial<NonNullable<ClusterInput["nodes"]>[number]>) =>
  SMALL_CLUSTER.nodes.map((node) => (node.name === name ? { ...node, ...change } : node));

const storagesWith = (...more: NonNullable<ClusterInput["storages"]>) => [...SMALL_CLUSTER.storages, ...more];

const CASES: readonly Case[] = [
  { what: "uses a device of its node", guest: { config: { hostpci0: "0000:01:00.0" } }, words: "hostpci0" },
  {
    what: "has an image on local storage in its drive",
    guest: { config: { ide2: "local-zfs:iso/debian.iso,media=cdrom,size=4M" } },
    words: "a CD-ROM image on local storage",
  },
  {
    what: "has local disks that must not be copied",
    guest: LOCAL,
    policy: { with_local_disks: false },
    words: "`with_local_disks` is false",
  },
  {
    what: "has snapshots of local disks",
    guest: { ...LOCAL, snapshots: ["before-upgrade"] },
    words: "snapshots of disks on storage that is not shared (before-upgrade)",
  },
  {
    what: "is replicated elsewhere",
    guest: LOCAL,
    cluster: { replication: [{ id: "102-0", type: "local", guest: 102, source: "pve2", target: "pve1", jobnum: 0 }] },
    words: "The guest is replicated, but not to pve3.",
  },
  {
    what: "was started with a processor that its target lacks",
    guest: { config: { cpu: "host" } },
    cluster: { nodes: nodesWith("pve3", { cpuModel: "Intel(R) Xeon(R) E5-2680", cpuFlags: "sse4_2 aes" }) },
    words: "pve3 (Intel(R) Xeon(R) E5-2680)",
  },
  {
    what: "would run on an older version",
    guest: {},
    cluster: { nodes: nodesWith("pve3", { version: "8.4.5" }) },
    words: "8.4.5",
  },
  {
    what: "has a card in a bridge that its target lacks",
    guest: { bridge: "vmbr7" },
    cluster: { nodes: nodesWith("pve2", { bridges: ["vmbr0", "vmbr7"] }) },
    words: "Bridge vmbr7 of the guest does not exist on pve3.",
  },
  {
    what: "has a disk on a storage that its target lacks",
    guest: { disks: [{ storage: "san", size: GIB }] },
    cluster: { storages: storagesWith({ name: "san", type: "lvm", shared: true, nodes: ["pve2"] }) },
    words: "Storage san is not available on pve3.",
  },
  {
    what: "has more disks than its target has room for",
    guest: { disks: [{ storage: "tight", size: 8 * GIB }] },
    cluster: {
      storages: storagesWith({
        name: "tight",
        type: "zfspool",
        size: 100 * GIB,
        perNode: { pve3: { size: 100 * GIB, used: 99 * GIB } },
      }),
    },
    words: "tight",
  },
];

describe("a list that nobody has checked", () => {
  it.each(CASES)("starts nothing at all when a guest $what", async ({ guest, cluster, policy, words }) => {
    const guests = [vm(101, "pve1"), vm(102, "pve2", guest), vm(103, "pve3", { config: { hostpci3: "0000:07:00.0" } })];
    const stage = await setStage({ ...cluster, guests });
    const report = await stage.run(LIST, policy);
    expect(stage.startedVmids()).toEqual([]);
    expect(report.begun).toBe(false);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["not started", "not started", "not started"]);
    const text = report.problems.map(({ detail }) => detail).join("\n");
    expect(text).toContain("- The plan moves guest 102 (vm102) to pve3. ");
    expect(text).toContain(words);
    expect(text).toContain("hostpci3");
    expect(report.problems.map(({ summary }) => summary)).toContain("Migration Is Blocked");
    expect(text.match(/moves guest 102/g)).toHaveLength(1);
  });

  it("starts nothing when the right to migrate one of its guests is missing", async () => {
    const stage = await setStage(
      {
        users: [{ id: "mover@pve", tokens: [{ id: "move" }] }],
        acl: [
          { path: "/", subject: "mover@pve", privileges: ["Sys.Audit"] },
          { path: "/vms", subject: "mover@pve", privileges: ["VM.Audit"] },
          { path: "/vms/101", subject: "mover@pve", privileges: ["VM.Audit", "VM.Migrate"] },
        ],
      },
      { token: "move" },
    );
    const report = await stage.run(LIST);
    expect(report.problems[0]?.detail).toContain("Grant VM.Migrate on /vms/102");
    expect(report.problems[0]?.detail).toContain("Grant VM.Migrate on /vms/103");
    expect(report.begun).toBe(false);
  });

  it("tells once that the right to migrate is missing for all guests", async () => {
    const stage = await setStage(
      {
        users: [{ id: "watcher@pve", tokens: [{ id: "look" }] }],
        acl: [{ path: "/", subject: "watcher@pve", role: "PVEAuditor" }],
      },
      { token: "look" },
    );
    const report = await stage.run(LIST);
    expect(report.begun).toBe(false);
    expect(report.problems[0]?.detail.match(/lacks the privilege VM\.Migrate on all guests/g)).toHaveLength(1);
  });

  it("does not mind the processor and the version of the target of a guest that is off", async () => {
    const nodes = nodesWith("pve3", { cpuFlags: "sse4_2", version: "8.4.5" });
    const stage = await setStage({ nodes, guests: [vm(102, "pve2", { status: "stopped", config: { cpu: "host" } })] });
    const report = await stage.run([{ vmid: 102, to: "pve3" }]);
    expect(report).toMatchObject({ problems: [], outcomes: [{ result: "moved" }] });
  });

  it("lets a replicated guest that is off go where it has no copy", async () => {
    const replication = [{ id: "102-0", type: "local", guest: 102, source: "pve2", target: "pve1", jobnum: 0 }];
    const stage = await setStage({ replication, guests: [vm(102, "pve2", { ...LOCAL, status: "stopped" })] });
    const report = await stage.run([{ vmid: 102, to: "pve3" }]);
    expect(report).toMatchObject({ problems: [], outcomes: [{ result: "moved" }] });
  });

  it("checks every hop of a guest, and the guest once", async () => {
    const nodes = nodesWith("pve3", { bridges: ["vmbr1"] });
    const stage = await setStage({ nodes, guests: [vm(101, "pve1")] });
    const report = await stage.run([
      { vmid: 101, to: "pve2", step: 1 },
      { vmid: 101, to: "pve3", step: 2 },
    ]);
    expect(report.begun).toBe(false);
    const lines = report.problems[0]?.detail.split("\n").filter((line) => line.startsWith("- "));
    expect(lines).toEqual([
      "- The plan moves guest 101 (vm101) to pve3. Bridge vmbr0 of the guest does not exist on pve3.",
    ]);
    const asked = stage.simulator.requests().filter(({ path }) => path.endsWith("/101/migrate"));
    // Once more in the second look, which tells whether somebody else was in the way just then.
    expect(asked).toHaveLength(2);
  });

  it("asks again just before a migration starts", async () => {
    const stage = await setStage();
    const match = { method: "GET", path: "/nodes/pve1/qemu/101/migrate" };
    const body = JSON.stringify({ data: { running: 1, local_disks: [], local_resources: ["hostpci0"] } });
    stage.simulator.addFault({
      kind: "answer",
      match,
      answer: { kind: "status", status: 200, text: "OK", body },
      when: { beforeRequest: match, nth: 2 },
    });
    const report = await stage.run([
      { vmid: 101, to: "pve2" },
      { vmid: 103, to: "pve2" },
    ]);
    expect(report.outcomes).toMatchObject([
      { result: "failed", error: "The guest uses devices of its node: hostpci0." },
      { result: "not started" },
    ]);
    expect(stage.startedVmids()).toEqual([]);
  });
});
