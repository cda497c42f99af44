import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { ClusterInput } from "../src/description/cluster-description.js";
import type { Simulator } from "../src/start-simulator.js";
import { send, startTask } from "./client.js";
import { simulate } from "./clusters.js";
import { loadAnswers, violations } from "./contract-check.js";

const GIB = 1024 ** 3;
type Load = NonNullable<ClusterInput["guests"]>[number]["load"];

function clusterWith(load: Load, changes: Partial<ClusterInput> = {}): ClusterInput {
  return {
    clock: { mode: "manual" },
    nodes: [
      { name: "n1", cpus: 8, memory: "32GiB", overhead: { cpu: 0, memory: 0 } },
      { name: "n2", cpus: 8, memory: "32GiB", overhead: { cpu: 0, memory: 0 } },
    ],
    guests: [{ id: 100, node: "n1", cores: 4, memory: "8GiB", load }],
    ...changes,
  };
}

async function history(simulator: Simulator, path: string, column: string): Promise<readonly number[]> {
  const { rows } = await send(simulator, path);
  return rows.map((row) => Number(row[column]));
}

const samples = z.object({
  data: z.array(
    z.object({ id: z.string(), metric: z.string(), timestamp: z.number(), type: z.string(), value: z.number() }),
  ),
});

async function exported(simulator: Simulator, query = ""): Promise<z.output<typeof samples>["data"]> {
  return samples.parse((await send(simulator, `/cluster/metrics/export${query}`)).data).data;
}

describe("demand that changes with time", () => {
  it("follows its wave in the past, now and later", async () => {
    const wave = { cpu: 0.5, memory: 0.25, periodSeconds: 3600 };
    const simulator = await simulate(clusterWith({ cpu: 2, memory: "4GiB", wave }));
    const cpu = await history(simulator, "/nodes/n1/qemu/100/rrddata?timeframe=hour", "cpu");
    expect(Math.min(...cpu)).toBeCloseTo(0.25, 2);
    expect(Math.max(...cpu)).toBeCloseTo(0.75, 2);
    const memory = await history(simulator, "/nodes/n1/rrddata?timeframe=hour", "memused");
    expect(Math.max(...memory) / GIB).toBeCloseTo(5, 1);
    expect(Math.min(...memory) / GIB).toBeCloseTo(3, 1);
    // 9:15 is a quarter of a turn: the crest.
    simulator.advance(900_000);
    const live = z.object({ cpu: z.number() }).parse((await send(simulator, "/nodes/n1/qemu/100/status/current")).data);
    expect(live.cpu).toBeCloseTo(0.75, 5);
    simulator.advance(10_000);
    const { rows } = await send(simulator, "/cluster/resources?type=vm");
    expect(Number(rows[0]?.["cpu"])).toBeCloseTo(0.75, 3);
  });

  it("takes steps when they are due, and histories keep what was before", async () => {
    const steps = [{ atMs: 600_000, cpu: 4, memory: "6GiB" }];
    const simulator = await simulate(clusterWith({ cpu: 1, memory: "2GiB", steps }));
    simulator.advance(1_200_000);
    simulator.addFault({ kind: "guest", vmid: 100, change: { kind: "load", cpu: 2 } });
    simulator.advance(600_000);
    const cpu = await history(simulator, "/nodes/n1/qemu/100/rrddata?timeframe=hour", "cpu");
    expect([cpu.at(-31), cpu.at(-15), cpu.at(-1)]).toEqual([0.25, 1, 0.5]);
  });

  it("has spikes that the maximum of an interval shows and its average does not", async () => {
    const spikes = [{ everySeconds: 1800, forSeconds: 450, cpu: 3 }];
    const simulator = await simulate(clusterWith({ cpu: 1, spikes }));
    const path = "/nodes/n1/qemu/100/rrddata?timeframe=week";
    const average = await history(simulator, `${path}&cf=AVERAGE`, "cpu");
    const maximum = await history(simulator, `${path}&cf=MAX`, "cpu");
    expect(new Set(maximum)).toEqual(new Set([1]));
    expect(average.every((value, index) => value < (maximum[index] ?? 0))).toBe(true);
  });

  it("has noise that is the same for the same seed and another for another", async () => {
    const noise = { cpu: 0.3, memory: 0.1 };
    const run = async (seed: number): Promise<readonly number[]> => {
      const simulator = await simulate(clusterWith({ cpu: 2, noise }, { seed }));
      return history(simulator, "/nodes/n1/qemu/100/rrddata?timeframe=hour", "cpu");
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(50);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(0.35);
    expect(Math.max(...first)).toBeLessThanOrEqual(0.65);
  });

  it("never asks for more CPU than the guest has, nor for more memory", async () => {
    const spikes = [{ everySeconds: 60, forSeconds: 60, cpu: 50, memory: "99GiB" }];
    const simulator = await simulate(clusterWith({ cpu: 1, spikes }));
    expect((await send(simulator, "/cluster/resources?type=vm")).rows[0]).toMatchObject({ cpu: 1, mem: 8 * GIB });
  });
});

describe("histories", () => {
  it("of two nodes show when a guest moved from one to the other", async () => {
    const simulator = await simulate(clusterWith({ cpu: 2, memory: "4GiB" }));
    simulator.advance(600_000);
    await startTask(simulator, "/nodes/n1/qemu/100/migrate", { target: "n2", online: "1" });
    simulator.advance(600_000);
    const [left, right] = [
      await history(simulator, "/nodes/n1/rrddata?timeframe=hour", "memused"),
      await history(simulator, "/nodes/n2/rrddata?timeframe=hour", "memused"),
    ];
    expect([left.at(-20), left.at(-1)]).toEqual([4 * GIB, 0]);
    expect([right.at(-20), right.at(-1)]).toEqual([0, 4 * GIB]);
  });

  it("have gaps while a node was off", async () => {
    const simulator = await simulate(clusterWith({ cpu: 2 }), { entryNodes: ["n2"] });
    const fault = simulator.addFault({ kind: "node-down", node: "n1" });
    simulator.advance(600_000);
    fault.remove();
    simulator.advance(600_000);
    const { rows } = await send(simulator, "/nodes/n1/rrddata?timeframe=hour");
    expect(rows.filter((row) => row["cpu"] === undefined)).toHaveLength(10);
    expect(rows.at(-1)).toHaveProperty("cpu");
    const guest = (await send(simulator, "/nodes/n1/qemu/100/rrddata?timeframe=hour")).rows;
    expect(guest.filter((row) => row["cpu"] === undefined)).toHaveLength(10);
  });
});

describe("the export of metrics", () => {
  it("gives half an hour in steps of ten seconds that agree with the histories", async () => {
    const wave = { cpu: 0.5, memory: 0, periodSeconds: 3600 };
    const simulator = await simulate(clusterWith({ cpu: 2, memory: "4GiB", wave }));
    const all = await exported(simulator, "?history=1");
    const cpu = all.filter((row) => row.id === "qemu/100" && row.metric === "cpu_current");
    expect(cpu).toHaveLength(180);
    expect((cpu.at(-1)?.timestamp ?? 0) - (cpu[0]?.timestamp ?? 0)).toBe(1790);
    const minutes = (await send(simulator, "/nodes/n1/qemu/100/rrddata?timeframe=hour")).rows;
    const newest = minutes.at(-1);
    const same = cpu.find((row) => row.timestamp === newest?.["time"]);
    expect(same?.value).toBeCloseTo(Number(newest?.["cpu"]), 1);
    expect(all.find((row) => row.id === "node/n1" && row.metric === "mem_used")?.value).toBe(4 * GIB);
    expect(new Set(all.map((row) => row.type))).toEqual(new Set(["gauge", "derive"]));
  });

  it("reaches back as far as the cluster remembers", async () => {
    const simulator = await simulate(clusterWith({ cpu: 2 }, { metricsHistorySeconds: 60 }));
    const all = await exported(simulator, "?history=1");
    expect(new Set(all.map((row) => row.timestamp)).size).toBe(6);
  });

  it("gives the newest sample alone, and only what is asked for", async () => {
    const simulator = await simulate(clusterWith({ cpu: 2 }));
    const newest = await exported(simulator);
    expect(new Set(newest.map((row) => row.timestamp)).size).toBe(1);
    expect(new Set((await exported(simulator, "?node-list=n2")).map((row) => row.id))).toEqual(new Set(["node/n2"]));
    const since = (newest[0]?.timestamp ?? 0) - 60;
    const late = await exported(simulator, `?history=1&start-time=${since}`);
    expect(Math.min(...late.map((row) => row.timestamp))).toBe(since + 10);
    const declared = loadAnswers("9.2.3").get("GET /cluster/metrics/export");
    const answer = await send(simulator, "/cluster/metrics/export?history=1");
    expect(declared === undefined ? ["?"] : violations(answer.data, declared, { notSent: [], asText: [] })).toEqual([]);
  });
});

describe("pressure", () => {
  it("rises on a node and its guests when CPU is short, and guests get their share", async () => {
    const guests = [0, 1, 2].map((index) => ({ id: 100 + index, node: "n1", cores: 8, load: { cpu: 4 } }));
    const simulator = await simulate(clusterWith({}, { guests }));
    const [node] = (await send(simulator, "/nodes/n1/rrddata?timeframe=hour")).rows;
    expect(node).toMatchObject({ cpu: 1, pressurecpusome: expect.closeTo(33.33, 1) as unknown, loadavg: 12 });
    const rows = (await send(simulator, "/nodes/n1/qemu")).rows;
    expect(rows[0]).toMatchObject({ cpu: expect.closeTo(8 / 24, 5) as unknown, pressurecpusome: 33.33 });
  });

  it("rises when memory or disks are short", async () => {
    const simulator = await simulate(
      clusterWith({ memory: "8GiB", io: 20 }, { nodes: [{ name: "n1", memory: "10GiB", arc: "2GiB" }] }),
    );
    const [node] = (await send(simulator, "/nodes/n1/rrddata?timeframe=hour")).rows;
    expect(node).toMatchObject({ pressurememorysome: 100, pressurememoryfull: 50, pressureiosome: 20, iowait: 0.2 });
    expect((await send(simulator, "/nodes/n1/qemu")).rows[0]).toMatchObject({ pressureiosome: 20, pressureiofull: 10 });
  });
});

it("counts the cache of ZFS as used, names it in the history, and saves shared pages", async () => {
  const simulator = await simulate(
    clusterWith(
      { memory: "4GiB", memoryOnHost: "5GiB" },
      { nodes: [{ name: "n1", memory: "64GiB", overhead: { memory: "1GiB" }, arc: "16GiB", sharedPages: "2GiB" }] },
    ),
  );
  expect((await send(simulator, "/nodes")).rows[0]).toMatchObject({ mem: 20 * GIB });
  expect((await send(simulator, "/nodes/n1/rrddata?timeframe=hour")).rows[0]).toMatchObject({ arcsize: 16 * GIB });
  expect((await send(simulator, "/nodes/n1/status")).data).toMatchObject({ ksm: { shared: 2 * GIB } });
  expect((await send(simulator, "/cluster/resources?type=vm")).rows[0]).toMatchObject({
    mem: 4 * GIB,
    memhost: 5 * GIB,
  });
});
