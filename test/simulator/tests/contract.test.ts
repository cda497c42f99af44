import { describe, expect, it } from "vitest";
import { loadAnswers, violations } from "./contract-check.js";
import { send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

// Declared without "optional" although rows of that kind do not have it.
const NOT_SENT = ["[].description", "[].members[].node"];
const AS_TEXT = [
  "pressurecpusome",
  "pressureiosome",
  "pressureiofull",
  "pressurememorysome",
  "pressurememoryfull",
].flatMap((name) => [name, `[].${name}`]);

const READS: readonly (readonly [string, string])[] = [
  ["/version", "/version"],
  ["/access/permissions", "/access/permissions"],
  ["/cluster/status", "/cluster/status"],
  ["/cluster/resources", "/cluster/resources"],
  ["/cluster/resources", "/cluster/resources?type=vm"],
  ["/cluster/resources", "/cluster/resources?type=node"],
  ["/cluster/resources", "/cluster/resources?type=storage"],
  ["/cluster/options", "/cluster/options"],
  ["/cluster/replication", "/cluster/replication"],
  ["/cluster/ha/resources", "/cluster/ha/resources"],
  ["/cluster/ha/resources/{sid}", "/cluster/ha/resources/vm:110"],
  ["/cluster/ha/status/current", "/cluster/ha/status/current"],
  ["/cluster/ha/status/manager_status", "/cluster/ha/status/manager_status"],
  ["/pools", "/pools"],
  ["/pools", "/pools?poolid=lab"],
  ["/pools/{poolid}", "/pools/lab"],
  ["/storage", "/storage"],
  ["/nodes", "/nodes"],
  ["/nodes/{node}/status", "/nodes/NODE/status"],
  ["/nodes/{node}/storage", "/nodes/NODE/storage"],
  ["/nodes/{node}/storage/{storage}/status", "/nodes/NODE/storage/ceph-vm/status"],
  ["/nodes/{node}/network", "/nodes/NODE/network"],
  ["/nodes/{node}/rrddata", "/nodes/NODE/rrddata?timeframe=hour"],
  ["/nodes/{node}/qemu", "/nodes/NODE/qemu"],
  ["/nodes/{node}/qemu", "/nodes/NODE/qemu?full=1"],
  ["/nodes/{node}/qemu/{vmid}/status/current", "/nodes/NODE/qemu/VM/status/current"],
  ["/nodes/{node}/qemu/{vmid}/config", "/nodes/NODE/qemu/VM/config"],
  ["/nodes/{node}/qemu/{vmid}/rrddata", "/nodes/NODE/qemu/VM/rrddata?timeframe=day"],
  ["/nodes/{node}/qemu/{vmid}/migrate", "/nodes/NODE/qemu/VM/migrate"],
  ["/nodes/{node}/lxc", "/nodes/CTNODE/lxc"],
  ["/nodes/{node}/lxc/{vmid}/status/current", "/nodes/CTNODE/lxc/CT/status/current"],
  ["/nodes/{node}/lxc/{vmid}/config", "/nodes/CTNODE/lxc/CT/config"],
];

const CONTRACTS = [
  { version: "9.2.3", entry: "pve1", vm: "101", ctNode: "pve2", ct: "200" },
  { version: "8.4.5", entry: "old3", vm: "105", ctNode: "old3", ct: "201" },
] as const;

describe.each(CONTRACTS)("the declared interface of $version", ({ version, entry, vm, ctNode, ct }) => {
  const declared = loadAnswers(version);
  const newerOnly =
    version === "9.2.3"
      ? ([
          ["/nodes/{node}/lxc/{vmid}/migrate", "/nodes/CTNODE/lxc/CT/migrate"],
          ["/cluster/ha/rules", "/cluster/ha/rules"],
          ["/cluster/ha/rules/{rule}", "/cluster/ha/rules/apart"],
        ] as const)
      : ([["/cluster/ha/groups", "/cluster/ha/groups"]] as const);

  it.each([...READS, ...newerOnly])("is kept by GET %s (%s)", async (template, path) => {
    const simulator = await simulate(smallCluster(), { entryNodes: [entry] });
    const real = path.replace("CTNODE", ctNode).replace("NODE", entry).replace("VM", vm).replace("CT", ct);
    const answer = await send(simulator, real);
    expect([answer.status, answer.reason]).toEqual([200, "OK"]);
    const contract = declared.get(`GET ${template}`);
    expect(contract).toBeDefined();
    if (contract !== undefined)
      expect(
        violations(answer.data, contract, { notSent: NOT_SENT, asText: template.includes("lxc") ? AS_TEXT : [] }),
      ).toEqual([]);
  });

  it("is kept by migrations and their tasks", async () => {
    const simulator = await simulate(smallCluster(), { entryNodes: [entry] });
    const target = entry === "pve1" ? "pve2" : "pve1";
    const { upid, path } = await startTask(simulator, `/nodes/${entry}/qemu/${vm}/migrate`, {
      target,
      online: "1",
      "with-local-disks": "1",
    });
    const check = async (template: string, real: string): Promise<void> => {
      const answer = await send(simulator, real);
      const contract = declared.get(`GET ${template}`);
      expect(contract).toBeDefined();
      if (contract !== undefined)
        expect([real, violations(answer.data, contract, { notSent: [], asText: [] })]).toEqual([real, []]);
    };
    for (const elapsedMs of [0, 7_000, 60_000]) {
      simulator.advance(elapsedMs);
      await check("/nodes/{node}/tasks", `/nodes/${entry}/tasks?source=all`);
      await check("/nodes/{node}/tasks/{upid}/status", `${path}/status`);
      await check("/nodes/{node}/tasks/{upid}/log", `${path}/log`);
      await check("/cluster/tasks", "/cluster/tasks");
    }
    expect(upid).toMatch(/^UPID:[a-z0-9]+:[0-9A-F]{8}:[0-9A-F]{8}:[0-9A-F]{8}:qmigrate:\d+:root@pam!sim:$/);
  });
});

it("finds what is wrong with an answer", () => {
  const resources = loadAnswers("9.2.3").get("GET /cluster/resources") ?? {};
  const known = { notSent: [], asText: [] };
  expect(violations([{ id: 7, type: "vm", cpu: -1, maxmem: 1.5, template: true }], resources, known)).toEqual([
    "[].cpu: -1 is below 0",
    "[].id: 7 is not of type string",
    "[].maxmem: 1.5 is not of type integer",
    "[].template: true is not of type boolean",
    "[].type: vm is not one of node, storage, pool, qemu, lxc, openvz, sdn, network",
  ]);
  expect(violations([{ id: "x" }], resources, known)).toEqual(["[].type: is missing"]);
});

it("sends pressure of containers as text and of VMs as numbers, and neither before version 9", async () => {
  const simulator = await simulate(smallCluster());
  expect((await send(simulator, "/nodes/pve2/lxc")).rows[0]?.["pressurecpusome"]).toBe("0.00");
  expect((await send(simulator, "/nodes/pve1/qemu")).rows[0]?.["pressurecpusome"]).toBe(0);
  expect((await send(simulator, "/nodes/old3/lxc")).rows[0]).not.toHaveProperty("pressurecpusome");
  expect((await send(simulator, "/nodes/old3/qemu")).rows[0]).not.toHaveProperty("memhost");
});

it("sends configuration values with the types of the wire", async () => {
  const simulator = await simulate(smallCluster());
  const { data } = await send(simulator, "/nodes/pve1/qemu/100/config");
  expect(data).toMatchObject({
    memory: "8192",
    cores: 4,
    tags: "prod;plb_affinity_web",
    scsi0: "ceph-vm:vm-100-disk-0,size=8G",
  });
  expect((await send(simulator, "/nodes/pve2/lxc/200/config")).data).toMatchObject({ memory: 512, hostname: "dns" });
});

it("lets a container without a CPU limit see every thread of its host", async () => {
  const simulator = await simulate(smallCluster());
  const { rows } = await send(simulator, "/cluster/resources?type=vm");
  expect(rows.find((row) => row["vmid"] === 200)).toMatchObject({ maxcpu: 32, memhost: 0, disk: 900 * 1024 ** 2 });
});

it("lists no cluster row for a stand-alone host", async () => {
  const simulator = await simulate({ nodes: [{ name: "alone" }], clock: { mode: "manual" } });
  expect((await send(simulator, "/cluster/status")).rows.map((row) => row["type"])).toEqual(["node"]);
});

it("answers histories in the resolution of the node's version, from any node", async () => {
  const simulator = await simulate(smallCluster());
  expect((await send(simulator, "/nodes/pve1/rrddata?timeframe=hour&cf=MAX")).rows).toHaveLength(60);
  const old = await send(simulator, "/nodes/old3/rrddata?timeframe=hour");
  expect(old.rows).toHaveLength(70);
  expect(old.rows[0]).not.toHaveProperty("pressurecpusome");
  const guest = await send(simulator, "/nodes/pve1/qemu/100/rrddata?timeframe=week");
  expect(guest.rows).toHaveLength(336);
  expect(guest.rows.at(-1)).toMatchObject({ time: 1786006800, cpu: 0.25, maxcpu: 4, pressurecpufull: 0 });
  expect((await send(simulator, "/nodes/pve2/qemu/103/rrddata?timeframe=hour")).rows[0]).not.toHaveProperty("cpu");
});

it("answers byte for byte the same for the same description, seed and sequence of calls", async () => {
  const run = async (): Promise<readonly string[]> => {
    const simulator = await simulate(smallCluster({ seed: 11 }));
    const task = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(12_345);
    const paths = [
      "/cluster/resources",
      "/nodes/pve1/qemu/101/config",
      `${task.path}/log`,
      "/cluster/ha/status/manager_status",
    ];
    return Promise.all(paths.map(async (path) => (await send(simulator, path)).body));
  };
  expect(await run()).toEqual(await run());
});
