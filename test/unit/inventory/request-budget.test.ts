import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { GIB } from "../../support/snapshot-builders.js";
import { moved, planOn, vm } from "../advice/stage.js";

type GuestInput = NonNullable<ClusterInput["guests"]>[number];

const NODES = ["pve1", "pve2", "pve3", "pve4"].map((name) => ({ name, cpus: 16, memory: 64 * GIB }));

const SHARED = [{ name: "ceph", type: "rbd", shared: true }];

const container = (id: number, node: string, gib: number): GuestInput => ({ ...vm(id, node, gib), kind: "ct" });

/** What was asked for one plan, inventory included. */
interface Asked {
  readonly paths: readonly string[];
  readonly guests: readonly number[];
}

/** Plans the evacuation of the nodes that are named. */
async function askedFor(change: Partial<ClusterInput>, evacuated: readonly string[]): Promise<Asked> {
  const answer = await planOn(
    { nodes: NODES, storages: SHARED, ...change },
    { maintenance_nodes: evacuated, balanciness: 90, balance_types: ["vm", "ct"] },
  );
  const guests = [...new Set(moved(answer))].sort();
  return { paths: answer.simulator.requests().map(({ path }) => path), guests };
}

const asksOf = ({ paths }: Asked, vmid: number): number => paths.filter((path) => path.includes(`/${vmid}/`)).length;

describe("the requests of a small plan", () => {
  it.each<[string, readonly GuestInput[], readonly string[]]>([
    ["one VM", [vm(101, "pve1", 8)], ["pve1"]],
    ["one container", [container(101, "pve1", 8)], ["pve1"]],
    ["two VMs of one node", [vm(101, "pve1", 8), vm(102, "pve1", 8)], ["pve1"]],
    ["two VMs of two nodes", [vm(101, "pve1", 8), vm(102, "pve2", 8)], ["pve1", "pve2"]],
    ["a VM and a container", [vm(101, "pve1", 8), container(102, "pve2", 8)], ["pve1", "pve2"]],
    ["a dozen VMs", Array.from({ length: 12 }, (_, at) => vm(101 + at, "pve1", 4)), ["pve1"]],
  ])("are at most ten and three for each guest that moves: %s", async (_, guests, evacuated) => {
    const asked = await askedFor({ guests: [...guests] }, evacuated);
    expect(asked.guests).toEqual(guests.map(({ id }) => id));
    expect(asked.paths.length).toBeLessThanOrEqual(10 + 3 * guests.length);
    for (const vmid of asked.guests) expect(asksOf(asked, vmid)).toBeLessThanOrEqual(2);
    expect(new Set(asked.paths).size).toBe(asked.paths.length);
  });

  it("tell of each node once what all guests need to know", async () => {
    const guests = Array.from({ length: 8 }, (_, at) => vm(101 + at, at % 2 === 0 ? "pve1" : "pve2", 4));
    const { paths } = await askedFor({ guests }, ["pve1", "pve2"]);
    const ofNodes = paths.filter((path) => /^\/nodes\/[^/]+\/(status|network)$/.test(path));
    expect(ofNodes.length).toBeLessThanOrEqual(2 * NODES.length);
    expect(new Set(ofNodes).size).toBe(ofNodes.length);
    expect(paths.some((path) => path.endsWith("/config"))).toBe(false);
  });

  it("ask about no guest again in a later round", async () => {
    const fixed = { config: { hostpci0: "0000:01:00.0" } };
    const guests = [vm(101, "pve1", 30, fixed), vm(102, "pve1", 20, fixed), vm(103, "pve1", 10)];
    const answer = await planOn({ nodes: NODES, storages: SHARED, guests });
    const paths = answer.simulator.requests().map(({ path }) => path);
    expect(answer.asked.length).toBeGreaterThan(1);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("ask about guests and nodes at once", async () => {
    const delayed = { kind: "answer", match: {}, answer: { kind: "delay", delayMs: 30 } } as const;
    const answer = await planOn(
      { nodes: NODES, storages: SHARED, guests: [vm(101, "pve1", 8), vm(102, "pve1", 8)] },
      { maintenance_nodes: ["pve1"], balanciness: 90 },
      { faults: [delayed] },
    );
    const checks = answer.simulator.requests().filter(({ path }) => path.startsWith("/nodes/"));
    expect(Math.max(...checks.map(({ parallel }) => parallel))).toBe(checks.length);
  });
});
