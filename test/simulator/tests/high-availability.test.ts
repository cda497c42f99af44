import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../src/description/cluster-description.js";
import { logOf, send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

function haCluster(rules: NonNullable<ClusterInput["ha"]>["rules"], version = "9.2.3"): ClusterInput {
  return {
    clock: { mode: "manual" },
    version,
    nodes: [{ name: "n1" }, { name: "n2" }, { name: "n3" }],
    guests: [
      { id: 100, node: "n1", ha: {} },
      { id: 101, node: "n2", ha: {} },
      { id: 102, node: "n1", ha: { state: "ignored" } },
      { id: 103, kind: "ct", node: "n3", ha: {} },
    ],
    ha: { rules },
  };
}

describe("a guest under HA management", () => {
  it("is moved later by the manager, as a task of root on the source", async () => {
    const simulator = await simulate(haCluster([]));
    const { upid, path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", { target: "n3", online: "1" });
    expect(upid).toContain(":hamigrate:100:root@pam!sim:");
    simulator.advance(1_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ status: "stopped", exitstatus: "OK" });
    const row = async (): Promise<unknown> =>
      (await send(simulator, "/cluster/resources?type=vm")).rows.find((each) => each["vmid"] === 100);
    expect(await row()).toMatchObject({ hastate: "migrate", node: "n1" });
    expect(await row()).not.toHaveProperty("lock");
    simulator.advance(10_000);
    expect(await row()).toMatchObject({ lock: "migrate" });
    const [moving] = (await send(simulator, "/nodes/n1/tasks?source=active")).rows;
    expect(moving).toMatchObject({ type: "qmigrate", user: "root@pam", id: "100" });
    expect((await logOf(simulator, `/nodes/n1/tasks/${encodeURIComponent(String(moving?.["upid"]))}`))[0]).toBe(
      "task started by HA resource agent",
    );
    simulator.advance(60_000);
    expect(await row()).toMatchObject({ hastate: "started", node: "n3" });
  });

  it("moves like any other when the manager is told to ignore it", async () => {
    const simulator = await simulate(haCluster([]));
    expect((await startTask(simulator, "/nodes/n1/qemu/102/migrate", { target: "n3", online: "1" })).upid).toContain(
      ":qmigrate:102:",
    );
  });

  it.each([
    [
      "9.2.3",
      "cannot migrate resource 'vm:100' to node 'n2': a resource affinity rule with 'vm:101' does not allow it",
    ],
    ["8.4.5", "OK"],
  ])("stays where a rule forbids the move; on %s the task ends with %s", async (version, exitstatus) => {
    const simulator = await simulate(
      haCluster(
        [{ rule: "apart", type: "resource-affinity", affinity: "negative", resources: "vm:100,vm:101" }],
        version,
      ),
    );
    const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", { target: "n2", online: "1" });
    simulator.advance(60_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus });
    expect(simulator.state().guests[0]).toMatchObject({ node: "n1", lock: undefined });
  });

  it("takes along what a rule keeps together with it, each by a task of its own", async () => {
    const simulator = await simulate(
      haCluster([{ rule: "together", type: "resource-affinity", affinity: "positive", resources: "vm:100,ct:103" }]),
    );
    await startTask(simulator, "/nodes/n1/qemu/100/migrate", { target: "n2", online: "1" });
    simulator.advance(60_000);
    const { guests, tasks } = simulator.state();
    expect(guests.map((guest) => guest.node)).toEqual(["n2", "n2", "n1", "n2"]);
    expect(tasks.map((task) => [task.type, task.node, task.exitStatus])).toEqual([
      ["hamigrate", "n1", "OK"],
      ["qmigrate", "n1", "OK"],
      ["vzmigrate", "n3", "OK"],
    ]);
  });

  it("is told about in the precheck: who must move along and who forbids which node", async () => {
    const simulator = await simulate(
      haCluster([
        { rule: "apart", type: "resource-affinity", affinity: "negative", resources: "vm:100,vm:101" },
        { rule: "together", type: "resource-affinity", affinity: "positive", resources: "vm:100,ct:103" },
        { rule: "licence", type: "node-affinity", resources: "ct:103", nodes: "n3,n1:2", strict: true },
        { rule: "off", type: "resource-affinity", affinity: "negative", resources: "vm:101,ct:103", disable: true },
      ]),
    );
    expect((await send(simulator, "/nodes/n1/qemu/100/migrate")).data).toMatchObject({
      allowed_nodes: ["n3"],
      not_allowed_nodes: { n2: { "blocking-ha-resources": [{ sid: "vm:101", cause: "resource-affinity" }] }, n3: {} },
      "dependent-ha-resources": ["ct:103"],
    });
    expect((await send(simulator, "/nodes/n3/lxc/103/migrate")).data).toEqual({
      running: 1,
      "allowed-nodes": ["n1"],
      "not-allowed-nodes": { n2: { "blocking-ha-resources": [{ sid: "ct:103", cause: "node-affinity" }] } },
      "dependent-ha-resources": ["vm:100"],
    });
  });
});

it("shows a node in maintenance as online, with its state where the HA manager tells it", async () => {
  const simulator = await simulate(smallCluster());
  const fault = simulator.addFault({ kind: "maintenance", node: "pve2" });
  const { rows } = await send(simulator, "/cluster/resources?type=node");
  expect(rows.find((row) => row["node"] === "pve2")).toMatchObject({ status: "online", hastate: "maintenance" });
  const current = (await send(simulator, "/cluster/ha/status/current")).rows;
  expect(current.find((row) => row["id"] === "lrm:pve2")?.["status"]).toMatch(/^pve2 \(maintenance mode, /);
  expect((await send(simulator, "/cluster/ha/status/manager_status")).data).toMatchObject({
    manager_status: {
      node_status: { pve2: "maintenance", pve1: "online" },
      node_request: { pve2: { maintenance: 1 }, pve1: {} },
    },
    lrm_status: { pve2: { mode: "maintenance" } },
    quorum: { quorate: "1" },
  });
  fault.remove();
  expect((await send(simulator, "/cluster/resources?type=node")).rows[1]).toMatchObject({ hastate: "online" });
});

it("has neither services nor a master row as long as nothing was ever managed", async () => {
  const simulator = await simulate({ clock: { mode: "manual" }, nodes: [{ name: "a" }, { name: "b" }] });
  expect((await send(simulator, "/cluster/ha/status/current")).rows.map((row) => row["type"])).toEqual(["quorum"]);
  const { data } = await send(simulator, "/cluster/ha/status/manager_status");
  expect(data).toMatchObject({ manager_status: { master_node: "a" } });
  expect(JSON.stringify(data)).not.toContain("service_status");
  expect((await send(simulator, "/cluster/resources?type=node")).rows[0]).not.toHaveProperty("hastate");
});
