import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../src/description/cluster-description.js";
import type { Simulator } from "../src/start-simulator.js";
import { post, send, startTask } from "./client.js";
import { simulate } from "./clusters.js";
import { loadAnswers, violations } from "./contract-check.js";

type Guests = NonNullable<ClusterInput["guests"]>;

function haCluster(guests: Guests, changes: Partial<ClusterInput> = {}): ClusterInput {
  return {
    clock: { mode: "manual" },
    nodes: [{ name: "n1" }, { name: "n2" }, { name: "n3" }],
    storages: [{ name: "ceph", type: "rbd" }],
    guests: guests.map((guest) => ({ memory: "1GiB", ...guest })),
    ...changes,
  };
}

const preferring = (nodes: string, strict = false): ClusterInput["ha"] => ({
  rules: [{ rule: "home", type: "node-affinity", resources: "vm:100", nodes, strict }],
});

async function haState(simulator: Simulator, id: string): Promise<unknown> {
  const { rows } = await send(simulator, "/cluster/resources");
  return rows.find((row) => row["id"] === id)?.["hastate"];
}

function nodesOf(simulator: Simulator): readonly string[] {
  return simulator.state().guests.map((guest) => guest.node);
}

function tasksOf(simulator: Simulator): readonly (readonly [string, string, string | undefined])[] {
  return simulator.state().tasks.map((task) => [task.type, task.node, task.exitStatus]);
}

describe("failback", () => {
  it("brings a guest back to its preferred node within about ten seconds, and there it stays", async () => {
    const simulator = await simulate(haCluster([{ id: 100, node: "n1", ha: {} }], { ha: preferring("n1:2,n2") }));
    await startTask(simulator, "/nodes/n1/qemu/100/migrate", { target: "n2", online: "1" });
    let arrivedMs = 0;
    while (nodesOf(simulator)[0] === "n1") {
      simulator.advance(1000);
      arrivedMs += 1000;
    }
    let backMs = 0;
    while ((await haState(simulator, "qemu/100")) === "migrate") simulator.advance(1000);
    while ((await haState(simulator, "qemu/100")) !== "migrate") {
      simulator.advance(1000);
      backMs += 1000;
    }
    expect(arrivedMs).toBeGreaterThan(10_000);
    expect(backMs).toBeLessThanOrEqual(10_000);
    simulator.advance(120_000);
    expect(nodesOf(simulator)).toEqual(["n1"]);
    const count = tasksOf(simulator).length;
    simulator.advance(3_600_000);
    expect(tasksOf(simulator)).toHaveLength(count);
  });

  it("leaves a guest alone that was told not to fall back, and one that wants no node", async () => {
    const simulator = await simulate(
      haCluster(
        [
          { id: 100, node: "n2", ha: { failback: false } },
          { id: 101, node: "n2", ha: {} },
        ],
        { ha: preferring("n1:2,n2") },
      ),
    );
    simulator.advance(600_000);
    expect(nodesOf(simulator)).toEqual(["n2", "n2"]);
    expect(tasksOf(simulator)).toEqual([]);
  });

  it("follows the groups of version 8", async () => {
    const simulator = await simulate(
      haCluster([{ id: 100, node: "n3", ha: { group: "left" } }], {
        version: "8.4.5",
        ha: { groups: [{ group: "left", nodes: "n1:2,n2:1", restricted: true }] },
      }),
    );
    simulator.advance(60_000);
    expect(nodesOf(simulator)).toEqual(["n1"]);
  });

  it("separates guests that a new rule wants apart", async () => {
    const simulator = await simulate(
      haCluster([
        { id: 100, node: "n1", ha: {} },
        { id: 101, node: "n1", ha: {} },
      ]),
    );
    await post(simulator, "/cluster/ha/rules", {
      rule: "apart",
      type: "resource-affinity",
      affinity: "negative",
      resources: "vm:100,vm:101",
    });
    simulator.advance(60_000);
    expect(new Set(nodesOf(simulator)).size).toBe(2);
  });
});

describe("maintenance", () => {
  const guests: Guests = [
    { id: 100, node: "n1", ha: {} },
    { id: 101, kind: "ct", node: "n1", ha: {} },
    { id: 102, node: "n1" },
    { id: 103, node: "n1", ha: { state: "ignored" } },
  ];

  it("moves the services away, the guests without HA stay, and brings the services back at its end", async () => {
    const simulator = await simulate(haCluster(guests));
    const { status, json } = await post(
      simulator,
      "/_sim/fault",
      {},
      {
        body: JSON.stringify({ kind: "maintenance", node: "n1" }),
        token: false,
      },
    );
    expect(status).toBe(200);
    simulator.advance(120_000);
    const [vm, ct, plain, ignored] = nodesOf(simulator);
    expect([vm === "n1", ct === "n1", plain, ignored]).toEqual([false, false, "n1", "n1"]);
    const manager = (await send(simulator, "/cluster/ha/status/manager_status")).json;
    expect(JSON.stringify(manager)).toContain('"maintenance_node":"n1"');
    const id = /"id":(\d+)/.exec(JSON.stringify(json))?.[1] ?? "";
    await send(simulator, `/_sim/fault/${id}`, { method: "DELETE", token: false });
    simulator.advance(120_000);
    expect(nodesOf(simulator)).toEqual(["n1", "n1", "n1", "n1"]);
    expect(tasksOf(simulator).map(([type, , exit]) => [type, exit])).toEqual([
      ["qmigrate", "OK"],
      ["vzmigrate", "OK"],
      ["qmigrate", "OK"],
      ["vzmigrate", "OK"],
    ]);
  });

  it("moves no more guests at a time than the datacenter allows", async () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ id: 100 + index, node: "n1", ha: {} }));
    const simulator = await simulate(haCluster(many, { options: { max_workers: 2 } }));
    simulator.addFault({ kind: "maintenance", node: "n1" });
    let highest = 0;
    for (let second = 0; second < 300; second += 1) {
      simulator.advance(1000);
      highest = Math.max(highest, simulator.state().guests.filter((guest) => guest.lock === "migrate").length);
    }
    expect(highest).toBe(2);
    expect(nodesOf(simulator)).not.toContain("n1");
  });
});

describe("a lost node", () => {
  const guests: Guests = [
    { id: 100, node: "n2", ha: {} },
    { id: 101, node: "n2" },
    { id: 102, node: "n2", ha: { state: "stopped" }, status: "stopped" },
  ];

  it("is unknown, then fenced, then its services run elsewhere; others wait for it", async () => {
    const simulator = await simulate(haCluster(guests));
    const fault = simulator.addFault({ kind: "node-down", node: "n2" });
    simulator.advance(30_000);
    expect([await haState(simulator, "node/n2"), await haState(simulator, "qemu/100")]).toEqual(["unknown", "started"]);
    simulator.advance(30_000);
    expect([await haState(simulator, "node/n2"), await haState(simulator, "qemu/100")]).toEqual(["fence", "fence"]);
    expect(nodesOf(simulator)).toEqual(["n2", "n2", "n2"]);
    simulator.advance(90_000);
    const [recovered, plain, stopped] = simulator.state().guests;
    expect([recovered?.node === "n2", recovered?.status]).toEqual([false, "running"]);
    expect([plain?.node, stopped?.node === "n2", stopped?.status]).toEqual(["n2", false, "stopped"]);
    expect(tasksOf(simulator)).toEqual([["qmstart", recovered?.node, "OK"]]);
    expect(await haState(simulator, "qemu/100")).toBe("started");
    fault.remove();
    simulator.advance(60_000);
    expect(await haState(simulator, "node/n2")).toBe("online");
    const { rows } = await send(simulator, "/cluster/resources?type=vm");
    expect(Number(rows.find((row) => row["vmid"] === 101)?.["uptime"])).toBeLessThan(90);
  });

  it("that comes back in time keeps its services", async () => {
    const simulator = await simulate(haCluster(guests));
    const fault = simulator.addFault({ kind: "node-down", node: "n2" });
    simulator.advance(30_000);
    fault.remove();
    simulator.advance(300_000);
    expect(nodesOf(simulator)).toEqual(["n2", "n2", "n2"]);
    expect(tasksOf(simulator)).toEqual([]);
  });

  it("that ran the manager takes nearly three minutes", async () => {
    const simulator = await simulate(haCluster([{ id: 100, node: "n1", ha: {} }]), { entryNodes: ["n2"] });
    simulator.addFault({ kind: "node-down", node: "n1" });
    simulator.advance(150_000);
    expect(await haState(simulator, "qemu/100")).toBe("fence");
    simulator.advance(40_000);
    expect(nodesOf(simulator)).not.toContain("n1");
  });

  it("whose guest has no other place leaves it in recovery until there is one", async () => {
    const simulator = await simulate(haCluster([{ id: 100, node: "n2", ha: {} }], { ha: preferring("n2", true) }));
    simulator.addFault({ kind: "node-down", node: "n2" });
    simulator.advance(200_000);
    expect(await haState(simulator, "qemu/100")).toBe("recovery");
    await send(simulator, "/cluster/ha/rules/home", { method: "DELETE" });
    simulator.advance(30_000);
    expect([nodesOf(simulator)[0] === "n2", await haState(simulator, "qemu/100")]).toEqual([false, "started"]);
  });
});

describe("a service that does not start", () => {
  const guests: Guests = [
    { id: 100, node: "n1", status: "stopped", bridge: "vmbr9", ha: { maxRestart: 1, maxRelocate: 1 } },
  ];

  it("ends in error after the attempts that it has, refuses to move, and is freed by disabling it", async () => {
    const simulator = await simulate(haCluster(guests));
    simulator.advance(120_000);
    expect(await haState(simulator, "qemu/100")).toBe("error");
    expect(tasksOf(simulator)).toEqual([
      ["qmstart", "n1", "start failed: QEMU exited with code 1"],
      ["qmstart", "n1", "start failed: QEMU exited with code 1"],
      ["qmstart", "n2", "start failed: QEMU exited with code 1"],
      ["qmstart", "n2", "start failed: QEMU exited with code 1"],
    ]);
    const refused = await post(simulator, "/cluster/ha/resources/vm:100/migrate", { node: "n3" });
    expect([refused.status, refused.reason]).toEqual([
      500,
      "service 'vm:100' in error state, must be disabled and fixed first",
    ]);
    const { path } = await startTask(simulator, "/nodes/n2/qemu/100/migrate", { target: "n3" });
    simulator.advance(2000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({
      exitstatus: "service 'vm:100' in error state, must be disabled and fixed first",
    });
    await send(simulator, "/cluster/ha/resources/vm:100", { method: "PUT", body: { state: "disabled" } });
    simulator.advance(20_000);
    expect(await haState(simulator, "qemu/100")).toBe("disabled");
  });
});

it("answers a call of the manager with who moves along or who is in the way, as declared", async () => {
  const simulator = await simulate(
    haCluster(
      [
        { id: 100, node: "n1", ha: {} },
        { id: 101, node: "n1", ha: {} },
        { id: 102, node: "n2", ha: {} },
      ],
      {
        ha: {
          rules: [
            { rule: "together", type: "resource-affinity", affinity: "positive", resources: "vm:100,vm:101" },
            { rule: "apart", type: "resource-affinity", affinity: "negative", resources: "vm:100,vm:102" },
          ],
        },
      },
    ),
  );
  const declared = loadAnswers("9.2.3").get("POST /cluster/ha/resources/{sid}/migrate") ?? {};
  const free = await post(simulator, "/cluster/ha/resources/vm:100/migrate", { node: "n3" });
  expect(free.data).toEqual({ sid: "vm:100", "requested-node": "n3", "comigrated-resources": ["vm:101"] });
  const blocked = await post(simulator, "/cluster/ha/resources/vm:100/migrate", { node: "n2" });
  expect(blocked.data).toMatchObject({ "blocking-resources": [{ sid: "vm:102", cause: "resource-affinity" }] });
  for (const { data } of [free, blocked]) expect(violations(data, declared, { notSent: [], asText: [] })).toEqual([]);
  simulator.advance(60_000);
  expect(nodesOf(simulator)).toEqual(["n3", "n3", "n2"]);
});

it("switches a managed guest on and off by telling the manager", async () => {
  const simulator = await simulate(haCluster([{ id: 100, node: "n1", ha: {} }]));
  const { upid } = await startTask(simulator, "/nodes/n1/qemu/100/status/shutdown", {});
  expect(upid).toContain(":hastop:100:");
  simulator.advance(60_000);
  expect(simulator.state().guests[0]?.status).toBe("stopped");
  expect((await startTask(simulator, "/nodes/n1/qemu/100/status/start", {})).upid).toContain(":hastart:100:");
  simulator.advance(60_000);
  expect(simulator.state().guests[0]?.status).toBe("running");
  expect(tasksOf(simulator).map(([type]) => type)).toEqual(["hastop", "qmshutdown", "hastart", "qmstart"]);
});

it("starts a managed guest again that somebody stopped behind the manager's back", async () => {
  const simulator = await simulate(haCluster([{ id: 100, node: "n1", ha: {} }]));
  simulator.addFault({ kind: "guest", vmid: 100, change: { kind: "status", status: "stopped" } });
  simulator.advance(30_000);
  expect(simulator.state().guests[0]?.status).toBe("running");
});

it("does nothing without a quorum", async () => {
  const simulator = await simulate(haCluster([{ id: 100, node: "n2", ha: {} }], { ha: preferring("n1") }));
  const fault = simulator.addFault({ kind: "quorum-lost" });
  simulator.advance(120_000);
  expect(nodesOf(simulator)).toEqual(["n2"]);
  fault.remove();
  simulator.advance(120_000);
  expect(nodesOf(simulator)).toEqual(["n1"]);
});

describe("the native balancer", () => {
  const guests: Guests = [0, 1, 2, 3].map((index) => ({
    id: 100 + index,
    node: "n1",
    memory: "8GiB",
    load: { cpu: 2, memory: "8GiB" },
    ha: index === 0 ? { autoRebalance: false } : {},
  }));
  const crs = { ha: "dynamic", "ha-auto-rebalance": 1 };

  it("moves one guest at a time until the cluster is level, and never one that was taken out", async () => {
    const simulator = await simulate(haCluster(guests, { options: { crs } }));
    simulator.advance(25_000);
    expect(tasksOf(simulator)).toEqual([]);
    simulator.advance(600_000);
    const nodes = nodesOf(simulator);
    expect(nodes[0]).toBe("n1");
    expect(new Set(nodes).size).toBe(3);
    expect(tasksOf(simulator).every(([type, , exit]) => type === "qmigrate" && exit === "OK")).toBe(true);
    expect(tasksOf(simulator)).toHaveLength(2);
  });

  it("is off unless the options say otherwise", async () => {
    const simulator = await simulate(haCluster(guests));
    simulator.advance(600_000);
    expect(tasksOf(simulator)).toEqual([]);
  });
});
