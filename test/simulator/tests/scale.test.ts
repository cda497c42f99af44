import { expect, it } from "vitest";
import { generateCluster } from "../src/description/generate-cluster.js";
import { send, startTask } from "./client.js";
import { simulate } from "./clusters.js";

// Time of the processor, not of the wall: other work on the machine must not make the difference.
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

it("starts with 200 nodes and 5,000 guests within seconds and lists them in well under a second", async () => {
  const cluster = generateCluster({ nodes: 200, guests: 5000, seed: 3 });
  const started = cpuMs();
  const simulator = await simulate(cluster);
  const ready = cpuMs();
  const { rows } = await send(simulator, "/cluster/resources");
  const listed = cpuMs();
  expect(rows).toHaveLength(5000 + 200 + 200);
  expect(ready - started).toBeLessThan(5000);
  expect(listed - ready).toBeLessThan(1000);
  simulator.advance(10_000);
  expect((await send(simulator, "/cluster/resources?type=node")).rows).toHaveLength(200);
});

it("simulates a day of 1,000 guests with a move every ten minutes within seconds", async () => {
  const simulator = await simulate(generateCluster({ nodes: 20, guests: 1000, containerShare: 0 }));
  const tenMinutesMs = 600_000;
  const placeOf = new Map(simulator.state().guests.map((guest) => [guest.vmid, guest.node]));
  const started = cpuMs();
  for (let move = 0; move < 144; move += 1) {
    const vmid = 100 + ((move * 37) % 1000);
    const target = placeOf.get(vmid) === "node1" ? "node2" : "node1";
    await startTask(simulator, `/nodes/${placeOf.get(vmid) ?? ""}/qemu/${vmid}/migrate`, { target, online: "1" });
    placeOf.set(vmid, target);
    simulator.advance(tenMinutesMs);
  }
  expect(cpuMs() - started).toBeLessThan(15_000);
  const { guests, tasks, nowMs } = simulator.state();
  expect(nowMs).toBe(Date.UTC(2026, 7, 7, 9, 0, 0));
  expect(new Set(tasks.map((task) => task.exitStatus))).toEqual(new Set(["OK"]));
  expect(guests.map((guest) => [guest.vmid, guest.node])).toEqual([...placeOf]);
});
