import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../src/description/cluster-description.js";
import { logOf, post, send, startTask } from "./client.js";
import { simulate } from "./clusters.js";
import { loadAnswers, violations } from "./contract-check.js";

type Nodes = ClusterInput["nodes"];
type Guest = NonNullable<ClusterInput["guests"]>[number];

const MOVE = { target: "n2", online: "1", "with-local-disks": "1" };

function clusterOf(nodes: Nodes, guest: Omit<Guest, "id" | "node">, changes: Partial<ClusterInput> = {}): ClusterInput {
  return {
    clock: { mode: "manual" },
    nodes,
    storages: [
      { name: "ceph", type: "rbd" },
      { name: "local", type: "zfspool" },
    ],
    guests: [{ id: 100, node: "n1", memory: "1GiB", ...guest }],
    ...changes,
  };
}

async function migrationLog(cluster: ClusterInput): Promise<string> {
  const simulator = await simulate(cluster);
  const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
  simulator.advance(120_000);
  return (await logOf(simulator, path)).join("\n");
}

describe("a target that differs from the source", () => {
  const weak = "fpu sse4_1 sse4_2";

  it.each([
    ["an older emulator", [{ name: "n1" }, { name: "n2", version: "8.4.5" }], {}, "unsupported machine type"],
    [
      "another vendor, for a guest that sees the host's processor",
      [{ name: "n1" }, { name: "n2", cpuVendor: "GenuineIntel" }],
      { config: { cpu: "host,flags=+aes" } },
      "the processor of 'n2' is not the one",
    ],
    [
      "a processor that lacks what the guest's model needs",
      [{ name: "n1" }, { name: "n2", cpuFlags: weak }],
      {},
      "requested feature: aes",
    ],
    [
      "no mapped device of that name",
      [{ name: "n1" }, { name: "n2" }],
      { config: { hostpci0: "mapping=gpu" } },
      "no mapping for 'gpu' on node 'n2'",
    ],
  ] satisfies readonly (readonly [string, Nodes, Partial<Guest>, string])[])(
    "refuses the start: %s",
    async (_, nodes, guest, text) => {
      const mappings = [{ id: "gpu", nodes: ["n1"] }];
      const log = await migrationLog(clusterOf(nodes, guest, { mappings }));
      expect(log).toContain(`[n2] `);
      expect(log).toContain(text);
      expect(log).toContain("TASK ERROR: migration problems");
    },
  );

  it.each([
    ["a newer emulator", [{ name: "n1", version: "8.4.5" }, { name: "n2" }], {}],
    [
      "a machine that both know",
      [{ name: "n1" }, { name: "n2", version: "8.4.5" }],
      { config: { machine: "pc-q35-9.0" } },
    ],
    [
      "another vendor, for a guest with a common model",
      [{ name: "n1" }, { name: "n2", cpuVendor: "GenuineIntel" }],
      {},
    ],
  ] satisfies readonly (readonly [string, Nodes, Partial<Guest>])[])(
    "takes the guest over: %s",
    async (_, nodes, guest) => {
      expect(await migrationLog(clusterOf(nodes, guest))).toContain("TASK OK");
    },
  );
});

it("tells in the precheck which mapped devices a node lacks, and lists the mappings", async () => {
  const mappings = [{ id: "gpu", nodes: ["n1", "n3"] }];
  const simulator = await simulate(
    clusterOf([{ name: "n1" }, { name: "n2" }, { name: "n3" }], { config: { hostpci0: "mapping=gpu" } }, { mappings }),
  );
  expect((await send(simulator, "/nodes/n1/qemu/100/migrate")).data).toMatchObject({
    allowed_nodes: ["n3"],
    not_allowed_nodes: { n2: { "unavailable-resources": ["gpu"] } },
  });
  expect((await send(simulator, "/cluster/mapping/pci")).rows).toMatchObject([
    { id: "gpu", map: [expect.stringContaining("node=n1,"), expect.stringContaining("node=n3,")] },
  ]);
});

it("does not mirror local disks of a running guest that has snapshots", async () => {
  const guest = { disks: [{ storage: "local", size: "1GiB" }], snapshots: ["before", "after"] };
  const cluster = clusterOf([{ name: "n1" }, { name: "n2" }], guest);
  expect(await migrationLog(cluster)).toContain(
    "migration aborted (duration 00:00:00): online storage migration not possible if non-replicated snapshot exists",
  );
  const simulator = await simulate(cluster);
  const { rows } = await send(simulator, "/nodes/n1/qemu/100/snapshot");
  expect(rows.map((row) => [row["name"], row["parent"]])).toEqual([
    ["before", undefined],
    ["after", "before"],
    ["current", "after"],
  ]);
});

describe("a replicated guest", () => {
  const job = { id: "100-0", type: "local", guest: 100, jobnum: 0, source: "n1", target: "n2" };
  const replicated = (changes: object = {}): ClusterInput =>
    clusterOf(
      [{ name: "n1", linkBytesPerSecond: 100 * 1024 ** 2 }, { name: "n2" }, { name: "n3" }],
      { disks: [{ storage: "local", size: "100GiB" }] },
      { replication: [{ ...job, ...changes }] },
    );

  it("moves to its copy in little time, and the job runs the other way afterwards", async () => {
    const simulator = await simulate(replicated());
    await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(60_000);
    expect(simulator.state().guests[0]).toMatchObject({ node: "n2", lock: undefined });
    expect((await send(simulator, "/cluster/replication")).rows).toMatchObject([{ source: "n2", target: "n1" }]);
    expect((await send(simulator, "/nodes/n2/replication")).rows).toHaveLength(1);
    expect((await send(simulator, "/nodes/n1/replication")).rows).toEqual([]);
  });

  it("moves nowhere else, and not while the job is being removed", async () => {
    const simulator = await simulate(replicated());
    const refused = await post(simulator, "/nodes/n1/qemu/100/migrate", { ...MOVE, target: "n3" });
    expect([refused.status, refused.reason]).toEqual([
      500,
      "Cannot live-migrate replicated VM to node 'n3' - not a replication target. Use 'force' to override.",
    ]);
    const removing = await simulate(replicated({ remove_job: "full" }));
    expect((await post(removing, "/nodes/n1/qemu/100/migrate", MOVE)).reason).toContain("marked for removal");
  });
});

it.each([
  ["9.2.3", "/nodes/{node}/capabilities/qemu/cpu"],
  ["9.2.3", "/nodes/{node}/capabilities/qemu/machines"],
  ["9.2.3", "/nodes/{node}/capabilities/qemu/migration"],
  ["9.2.3", "/nodes/{node}/hardware"],
  ["9.2.3", "/nodes/{node}/replication"],
  ["9.2.3", "/nodes/{node}/qemu/100/snapshot"],
  ["9.2.3", "/cluster/config/nodes"],
  ["9.2.3", "/cluster/mapping/pci"],
  ["9.2.3", "/cluster/metrics/export"],
  ["8.4.5", "/nodes/{node}/capabilities/qemu/cpu"],
  ["8.4.5", "/nodes/{node}/capabilities/qemu/machines"],
  ["8.4.5", "/cluster/config/nodes"],
  ["8.4.5", "/cluster/metrics/export"],
  ["8.4.5", "/cluster/ha/groups/{group}"],
] as const)("keeps the declared interface of %s: GET %s", async (version, path) => {
  const simulator = await simulate(
    clusterOf(
      [{ name: "n1" }, { name: "n2" }],
      { snapshots: ["before"] },
      {
        version,
        mappings: [{ id: "gpu", nodes: ["n1"] }],
        replication: [{ id: "100-0", type: "local", guest: 100, jobnum: 0, source: "n1", target: "n2" }],
        ha: { groups: [{ group: "left", nodes: "n1" }] },
      },
    ),
  );
  const answer = await send(simulator, path.replace("{node}", "n1").replace("{group}", "left"));
  expect([answer.status, answer.reason]).toEqual([200, "OK"]);
  const declared = loadAnswers(version).get(`GET ${path.replace("/100/", "/{vmid}/")}`);
  expect(declared).toBeDefined();
  if (declared !== undefined) expect(violations(answer.data, declared, { notSent: [], asText: [] })).toEqual([]);
});
