import { expect, it } from "vitest";
import * as z from "zod";
import type { Simulator } from "../src/start-simulator.js";
import { send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

const uptime = z.object({ uptime: z.number() });
const GIB = 1024 ** 3;

async function rowOf(simulator: Simulator, id: string): Promise<Readonly<Record<string, unknown>>> {
  return (await send(simulator, "/cluster/resources")).rows.find((row) => row["id"] === id) ?? {};
}

it("adds up the memory of a node from its own overhead and its running guests", async () => {
  const simulator = await simulate(smallCluster());
  // 2 GiB overhead, guests 100 (4 GiB) and 101 (2 GiB), and two of 1 GiB; the template uses nothing.
  expect(await rowOf(simulator, "node/pve1")).toMatchObject({ mem: 10 * GIB });
  expect(await rowOf(simulator, "node/pve1")).toMatchObject({
    cpu: expect.closeTo((0.5 + 1 + 3 * 0.1) / 32, 10) as unknown,
  });
});

it("shows the new node of a moved guest at once, but new numbers only after the next publication", async () => {
  const simulator = await simulate(smallCluster());
  await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
  const before = [await rowOf(simulator, "node/pve1"), await rowOf(simulator, "node/pve2")];
  let waitedMs = 0;
  while ((await rowOf(simulator, "qemu/100"))["node"] === "pve1") {
    simulator.advance(250);
    waitedMs += 250;
  }
  expect(waitedMs).toBe(9_750);
  expect(simulator.state().nodes[1]).toMatchObject({ name: "pve2", memoryBytes: 2 * GIB + 100 * 1024 ** 2 + 4 * GIB });
  const published = Number((await rowOf(simulator, "node/pve2"))["uptime"]);
  const stale = Number((await rowOf(simulator, "node/pve1"))["mem"]);
  expect([Number(before[0]?.["mem"]), Number(before[0]?.["mem"]) - 4 * GIB]).toContain(stale);
  simulator.advance(10_000);
  expect(await rowOf(simulator, "node/pve1")).toMatchObject({ mem: 6 * GIB });
  expect(await rowOf(simulator, "node/pve2")).toMatchObject({ mem: 6 * GIB + 100 * 1024 ** 2, uptime: published + 10 });
  expect(Number(before[1]?.["uptime"])).toBeLessThan(published + 10);
});

it("publishes every ten seconds per node, and the live status at any time", async () => {
  const simulator = await simulate(smallCluster());
  const published: unknown[] = [];
  const live: unknown[] = [];
  for (let second = 0; second < 30; second += 1) {
    published.push((await rowOf(simulator, "node/pve1"))["uptime"]);
    live.push(uptime.parse((await send(simulator, "/nodes/pve1/status")).data).uptime);
    simulator.advance(1_000);
  }
  expect(new Set(live).size).toBe(30);
  expect(new Set(published).size).toBe(4);
});

it("counts a travelling guest on both nodes and remembers the peak", async () => {
  const simulator = await simulate(smallCluster());
  await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
  simulator.advance(5_000);
  const [source, target] = simulator.state().nodes;
  expect(source).toMatchObject({ memoryBytes: 10 * GIB });
  expect(target).toMatchObject({ memoryBytes: 6 * GIB + 100 * 1024 ** 2, peakMemoryBytes: 6 * GIB + 100 * 1024 ** 2 });
});

it("starts the counters and the uptime of a live-migrated VM anew", async () => {
  const simulator = await simulate(smallCluster());
  const before = await rowOf(simulator, "qemu/100");
  expect(before).toMatchObject({ uptime: 86_400 });
  await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
  simulator.advance(30_000);
  const after = await rowOf(simulator, "qemu/100");
  expect(Number(after["uptime"])).toBeLessThan(30);
  expect(Number(after["netin"])).toBeLessThan(Number(before["netin"]));
});

it("gives guests less than they ask for when their node is overcommitted", async () => {
  const simulator = await simulate({
    clock: { mode: "manual" },
    nodes: [{ name: "a", cpus: 4, overhead: { cpu: 0 } }],
    guests: [1, 2].map((n) => ({ id: 100 + n, node: "a", cores: 4, load: { cpu: 4 } })),
  });
  expect(await rowOf(simulator, "qemu/101")).toMatchObject({ cpu: 0.5 });
  expect(await rowOf(simulator, "node/a")).toMatchObject({ cpu: 1 });
  expect((await send(simulator, "/nodes/a/qemu")).rows[0]).toMatchObject({ pressurecpusome: 50 });
});
