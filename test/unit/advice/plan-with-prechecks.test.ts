import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { GIB } from "../../support/snapshot-builders.js";
import { moved, NODES, planOn, PRECHECK, reasonsOf, STORAGES, vm } from "./stage.js";

describe("a plan with prechecks", () => {
  it("asks about the guests that it moves and about no other", async () => {
    const answer = await planOn({ guests: [vm(101, "pve1", 20), vm(102, "pve1", 10), vm(103, "pve3", 15)] });
    expect(moved(answer)).not.toEqual([]);
    expect([...answer.asked].sort()).toEqual([...new Set(moved(answer))].sort());
  });

  it("asks nothing when nothing has to move", async () => {
    expect((await planOn({ guests: [vm(101, "pve1", 10)] }, { balanciness: 50 })).asked).toEqual([]);
  });

  it("takes another guest when the best one uses a device of its node", async () => {
    const fixed = { config: { hostpci0: "0000:01:00.0" } };
    const answer = await planOn({ guests: [vm(101, "pve1", 20, fixed), vm(102, "pve1", 20), vm(103, "pve3", 20)] });
    expect(moved(answer)).toEqual([102]);
    expect(answer.plan.unresolved).toEqual([]);
  });

  it("says why it cannot balance when no guest can leave", async () => {
    const fixed = { config: { hostpci0: "0000:01:00.0" } };
    const answer = await planOn({ guests: [vm(101, "pve1", 20, fixed), vm(102, "pve1", 20, fixed)] });
    expect(moved(answer)).toEqual([]);
    expect(answer.plan.unresolved).toContainEqual({
      kind: "rule",
      subject: "guest 101 (vm101)",
      reason: "The guest uses devices of its node: hostpci0.",
    });
  });

  it("does not send a guest where its storage is missing", async () => {
    const storages = [...STORAGES, { name: "san", type: "lvm", shared: true, nodes: ["pve1", "pve3"] }];
    const onSan = { disks: [{ storage: "san", size: GIB }] };
    const guests = [vm(101, "pve1", 20, onSan), vm(102, "pve1", 20, onSan), vm(103, "pve3", 5)];
    const answer = await planOn({ storages, guests });
    const targets = answer.plan.migrations.filter(({ vmid }) => vmid !== 103).map(({ to }) => to);
    expect(targets).toEqual(["pve3"]);
    expect(answer.plan.unresolved.map(({ reason }) => reason)).toContain("Storage san is not available on pve2.");
  });

  it("names the storage that is missing where a guest would have to go", async () => {
    const storages = [...STORAGES, { name: "san", type: "lvm", shared: true, nodes: ["pve1"] }];
    const answer = await planOn(
      { storages, guests: [vm(101, "pve1", 20, { disks: [{ storage: "san", size: GIB }] })] },
      { maintenance_nodes: ["pve1"] },
    );
    expect(moved(answer)).toEqual([]);
    expect(answer.plan.unresolved).toContainEqual({
      kind: "rule",
      subject: "guest 101 (vm101)",
      reason: "Storage san is not available on pve2. Storage san is not available on pve3.",
    });
  });

  it("tells how many bytes of local disks are copied and counts them as time", async () => {
    const local = { disks: [{ storage: "local-zfs", size: 100 * GIB }] };
    const { plan } = await planOn({ guests: [vm(101, "pve1", 20, local), vm(102, "pve1", 20, local)] });
    const [migration] = plan.migrations;
    expect(migration?.localDiskBytes).toBe(100 * GIB);
    expect(migration?.estimatedSeconds).toBeGreaterThan((100 * GIB) / 125_000_000);
  });

  it("leaves guests with local disks alone when these must not be copied", async () => {
    const local = { disks: [{ storage: "local-zfs", size: GIB }] };
    const guests = [vm(101, "pve1", 20, local), vm(102, "pve1", 20, local)];
    const answer = await planOn({ guests }, { with_local_disks: false });
    expect(moved(answer)).toEqual([]);
    expect(answer.plan.unresolved.map(({ reason }) => reason).join()).toContain("`with_local_disks` is false");
  });

  it("says why a guest stays on a node in maintenance", async () => {
    const guests = [vm(101, "pve1", 4, { config: { hostpci0: "0000:01:00.0" } })];
    const answer = await planOn({ guests }, { maintenance_nodes: ["pve1"] });
    expect(answer.plan.unresolved).toMatchObject([
      {
        kind: "evacuation",
        reason: expect.stringContaining("The guest uses devices of its node: hostpci0.") as string,
      },
    ]);
  });

  it("moves only checked guests when all rounds were used up", async () => {
    const fixed = { config: { hostpci0: "0000:01:00.0" } };
    const guests = Array.from({ length: 12 }, (_, at) => vm(101 + at, "pve1", 4, fixed));
    const answer = await planOn({ guests: [...guests, vm(201, "pve1", 1)] }, { max_migrations: 1 });
    expect(answer.asked).toHaveLength(4);
    for (const vmid of moved(answer)) expect(answer.asked).toContain(vmid);
  });

  it("sends no guest to a node that was not checked when all rounds were used up, and says so", async () => {
    const names = ["pve1", "pve2", "pve3", "pve4", "pve5", "pve6"];
    const bridges = (name: string) => (name === "pve1" ? ["vmbr0", "vmbr7"] : ["vmbr0"]);
    const nodes = names.map((name) => ({ name, cpus: 16, memory: 64 * GIB, bridges: bridges(name) }));
    const guests = [vm(101, "pve1", 10, { bridge: "vmbr7" })];
    const answer = await planOn({ nodes, guests }, { maintenance_nodes: ["pve1"], balanciness: 90 });
    expect(moved(answer)).toEqual([]);
    expect(reasonsOf(answer)).toContain("were not checked for it, because the prechecks took all rounds");
    expect(reasonsOf(answer)).toContain("Bridge vmbr7 of the guest does not exist on pve2.");
  });

  it("plans with a warning where the credentials may look but not migrate", async () => {
    const answer = await planOn(
      {
        guests: [vm(101, "pve1", 20), vm(102, "pve1", 20)],
        users: [{ id: "watcher@pve", tokens: [{ id: "look" }] }],
        acl: [{ path: "/", subject: "watcher@pve", role: "PVEAuditor" }],
      },
      {},
      { token: "look" },
    );
    expect(moved(answer)).toHaveLength(1);
    expect(answer.plan.warnings.join()).toContain("watcher@pve!look lacks the privilege VM.Migrate");
    expect(answer.plan.warnings.join()).toContain(
      "pveum role add ProxlbMigrate --privs VM.Migrate; pveum acl modify /vms",
    );
    expect(answer.asked).toEqual([]);
  });

  it("sends an HA guest to the node that another, which must keep apart from it, leaves first", async () => {
    const guests = [vm(101, "pve1", 4, { ha: {}, tags: "plb_pin_pve2" }), vm(102, "pve2", 4, { ha: {} })];
    const apart = {
      rule: "apart",
      type: "resource-affinity",
      affinity: "negative",
      resources: "vm:101,vm:102",
    } as const;
    const answer = await planOn({ guests, ha: { rules: [apart] } });
    expect(answer.plan.migrations).toMatchObject([
      { vmid: 102, step: 1 },
      { vmid: 101, to: "pve2", step: 2 },
    ]);
  });

  it("sends a replicated VM to the node that holds its copy, for next to nothing", async () => {
    const local = { disks: [{ storage: "local-zfs", size: 100 * GIB }] };
    const job = { id: "101-0", type: "local", guest: 101, source: "pve1", target: "pve3", jobnum: 0 };
    const answer = await planOn(
      { guests: [vm(101, "pve1", 10, local), vm(102, "pve3", 5)], replication: [job] },
      { maintenance_nodes: ["pve1"], balanciness: 90 },
    );
    expect(answer.plan.migrations).toMatchObject([{ vmid: 101, to: "pve3", localDiskBytes: 0 }]);
  });

  it("does not move a VM whose replication job is being removed", async () => {
    const local = { disks: [{ storage: "local-zfs", size: GIB }] };
    const job = { id: "101-0", type: "local", guest: 101, source: "pve1", target: "pve3", remove_job: "full" };
    const answer = await planOn(
      { guests: [vm(101, "pve1", 10, local)], replication: [job] },
      { maintenance_nodes: ["pve1"] },
    );
    expect(moved(answer)).toEqual([]);
    expect(answer.plan.unresolved.map(({ reason }) => reason).join()).toContain("replication job");
  });

  it("does not send a guest where its bridge is missing, and reads the configuration of no other", async () => {
    const nodes = NODES.map((node) => ({ ...node, bridges: node.name === "pve2" ? ["vmbr0"] : ["vmbr0", "vmbr7"] }));
    const guests = [vm(101, "pve1", 10, { bridge: "vmbr7" }), vm(102, "pve3", 20)];
    const answer = await planOn({ nodes, guests }, { maintenance_nodes: ["pve1"], balanciness: 90 });
    expect(answer.plan.migrations).toMatchObject([{ vmid: 101, to: "pve3" }]);
    const configs = answer.simulator.requests().filter(({ path }) => path.endsWith("/config"));
    expect(configs.map(({ path }) => path)).toEqual(["/nodes/pve1/qemu/101/config"]);
  });

  it("asks at most twice for each guest, and once or twice for each node, where all are alike", async () => {
    const { plan, simulator } = await planOn({ guests: [vm(101, "pve1", 20), vm(102, "pve1", 20)] });
    const paths = simulator.requests().map(({ path }) => path);
    const ofGuests = paths.filter((path) => PRECHECK.test(path) || path.endsWith("/config"));
    const ofNodes = paths.filter((path) => path.endsWith("/network") || path.endsWith("/status"));
    expect(ofGuests).toHaveLength(2 * plan.migrations.length);
    expect(ofNodes.sort()).toEqual(["/nodes/pve1/status", "/nodes/pve2/network", "/nodes/pve2/status"]);
  });

  it("keeps a VM with the processor of its host where its features are", async () => {
    const old = { cpuModel: "Intel(R) Xeon(R) E5-2680", cpuVendor: "GenuineIntel", cpuFlags: "sse4_2 aes" };
    const nodes = NODES.map((node) => (node.name === "pve2" ? { ...node, ...old } : node));
    const guests = [vm(101, "pve1", 10, { config: { cpu: "host" } }), vm(102, "pve3", 20)];
    const answer = await planOn({ nodes, guests }, { maintenance_nodes: ["pve1"], balanciness: 90 });
    expect(answer.plan.migrations).toMatchObject([{ vmid: 101, to: "pve3" }]);
  });

  it("names the features that are missing on the only other node", async () => {
    const old = { cpuModel: "AMD EPYC 7251", cpuFlags: "sse4_2 aes" };
    const [first, second] = NODES;
    const nodes = [first, { ...second, ...old }] as ClusterInput["nodes"];
    const guests = [vm(101, "pve1", 10, { config: { cpu: "x86-64-v3" } })];
    const answer = await planOn({ nodes, guests }, { maintenance_nodes: ["pve1"] });
    expect(moved(answer)).toEqual([]);
    const reasons = answer.plan.unresolved.map(({ reason }) => reason).join();
    expect(reasons).toContain("CPU type x86-64-v3, and pve2 (AMD EPYC 7251) lacks features of pve1 that it may use");
    expect(reasons).toContain("avx2");
  });

  it("does not mind processors for VMs that see the same one everywhere", async () => {
    const nodes = NODES.map((node, at) => ({ ...node, cpuModel: `CPU ${at}` }));
    const answer = await planOn({ nodes, guests: [vm(101, "pve1", 20), vm(102, "pve1", 20)] });
    expect(moved(answer)).toHaveLength(1);
  });

  it.each([1, 8])("sends no running VM to a node of an older version, however many move: %i", async (count) => {
    const nodes = NODES.map((node) => (node.name === "pve2" ? { ...node, version: "8.4.5" } : node));
    const guests = Array.from({ length: count }, (_, at) => vm(101 + at, "pve1", 4));
    const answer = await planOn({ nodes, guests }, { maintenance_nodes: ["pve1"], balanciness: 90 });
    expect(new Set(answer.plan.migrations.map(({ to }) => to))).toEqual(new Set(["pve3"]));
    expect(moved(answer)).toHaveLength(count);
  });

  it("does not send a VM where there are fewer threads than it has virtual CPUs", async () => {
    const nodes = NODES.map((node) => (node.name === "pve2" ? { ...node, cpus: 4 } : node));
    const guests = [vm(101, "pve1", 10, { cores: 8 }), vm(102, "pve3", 20)];
    const answer = await planOn({ nodes, guests }, { maintenance_nodes: ["pve1"], balanciness: 90 });
    expect(answer.plan.migrations).toMatchObject([{ vmid: 101, to: "pve3" }]);
  });

  it("leaves a VM alone that has snapshots of local disks", async () => {
    const local = { disks: [{ storage: "local-zfs", size: GIB }], snapshots: ["before-upgrade"] };
    const answer = await planOn({ guests: [vm(101, "pve1", 10, local)] }, { maintenance_nodes: ["pve1"] });
    expect(moved(answer)).toEqual([]);
    expect(answer.plan.unresolved.map(({ reason }) => reason).join()).toContain(
      "snapshots of disks on storage that is",
    );
  });

  it("moves a replicated VM that has snapshots", async () => {
    const local = { disks: [{ storage: "local-zfs", size: GIB }], snapshots: ["before-upgrade"] };
    const job = { id: "101-0", type: "local", guest: 101, source: "pve1", target: "pve3", jobnum: 0 };
    const answer = await planOn(
      { guests: [vm(101, "pve1", 10, local)], replication: [job] },
      { maintenance_nodes: ["pve1"], balanciness: 90 },
    );
    expect(answer.plan.migrations).toMatchObject([{ vmid: 101, to: "pve3" }]);
  });

  it.each([
    ["cloud-init, which is made anew", "local-zfs:vm-101-cloudinit,media=cdrom,size=4M", null],
    ["an image", "local-zfs:iso/debian.iso,media=cdrom,size=4M", "a CD-ROM image on local storage"],
  ])("judges a CD-ROM on local storage: %s", async (_, ide2, reason) => {
    const guests = [vm(101, "pve1", 10, { config: { ide2 } })];
    const answer = await planOn({ guests }, { maintenance_nodes: ["pve1"], balanciness: 90 });
    expect(moved(answer)).toEqual(reason === null ? [101] : []);
    if (reason !== null) expect(answer.plan.unresolved.map((each) => each.reason).join()).toContain(reason);
  });

  it("sends local disks only where the named storage takes them", async () => {
    const storages = [
      ...STORAGES,
      { name: "fast", type: "lvmthin", content: ["images"], nodes: ["pve1", "pve3"] },
      { name: "isos", type: "dir", content: ["iso"] },
    ];
    const guests = [vm(101, "pve1", 10, { disks: [{ storage: "local-zfs", size: GIB }] })];
    const policy = { maintenance_nodes: ["pve1"], balanciness: 90 };
    const toFast = await planOn({ storages, guests }, { ...policy, target_storage: "fast" });
    expect(toFast.plan.migrations).toMatchObject([{ vmid: 101, to: "pve3" }]);
    const toIsos = await planOn({ storages, guests }, { ...policy, target_storage: "isos" });
    expect(moved(toIsos)).toEqual([]);
    expect(toIsos.plan.unresolved.map(({ reason }) => reason).join()).toContain("isos does not take disks of guests");
  });

  it("plans with the pressure that a policy asks for, and says which nodes tell none", async () => {
    const psi = { nodes: { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 5 } } };
    const nodes = NODES.map((node) => (node.name === "pve3" ? { ...node, version: "8.4.5" } : node));
    const answer = await planOn({ nodes, guests: [vm(101, "pve1", 10)] }, { mode: "psi", psi });
    expect(answer.plan.warnings.join()).toContain("The memory pressure of pve3 is not known");
  });
});
