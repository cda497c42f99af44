import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { Prechecks } from "../../provider/src/advice/prechecks.js";
import { takeSnapshot } from "../../provider/src/inventory/take-snapshot.js";
import { decodePolicy } from "../../provider/src/planning/model/decode-policy.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";
import { planMigrations } from "../../provider/src/planning/search/rebalancing.js";
import { PveClient } from "../../provider/src/pve/client.js";
import { readVersion } from "../../provider/src/pve/endpoints/cluster.js";
import { generateCluster } from "../simulator/src/description/generate-cluster.js";
import { repositoryRoot } from "../support/cli-paths.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";

const NODES = 50;
const GUESTS = 5000;
const MOVES = 50;
const REPETITIONS = 5;

/** What the network adds to every answer. */
const LATENCY_MS = 20;

/** The whole refresh may take as long as so many requests one after the other. */
const LIMIT = 40;

const POLL_MS = 50;
const START_LIMIT_MS = 30_000;

const connection = z.object({ url: z.string(), token: z.string(), caFile: z.string() });

const untilExists = async (file: string): Promise<void> => {
  for (let waitedMs = 0; !existsSync(file); waitedMs += POLL_MS) {
    if (waitedMs > START_LIMIT_MS) throw new Error("The simulated cluster did not start.");
    await delay(POLL_MS);
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once("exit", () => {
      resolve();
    });
  });

type Connect = () => PveClient;

/** Runs `body` against a simulated cluster in a process of its own, where every answer comes late. */
const withSlowCluster = async <T>(body: (connect: Connect) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-refresh-"));
  const [clusterFile, readyFile] = [join(folder, "cluster.yaml"), join(folder, "ready.json")];
  const { storages = [], ...generated } = generateCluster({ nodes: NODES, guests: GUESTS, seed: 7 });
  const faults = [{ kind: "answer", match: {}, answer: { kind: "delay", delayMs: LATENCY_MS } }];
  const cluster = { ...generated, storages: [...storages, { name: "local-zfs", type: "zfspool" }], faults };
  writeFileSync(clusterFile, JSON.stringify(cluster));
  const program = [join(repositoryRoot, "test/run-program.mjs"), "test/simulator/src/main.ts"];
  const child = spawn(process.execPath, [...program, "--cluster", clusterFile, "--ready-file", readyFile], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilExists(readyFile);
    const { url, token, caFile } = connection.parse(JSON.parse(readFileSync(readyFile, "utf8")));
    const tls = { insecure: false, minVersion: "TLSv1.3", caPem: readFileSync(caFile, "utf8") } as const;
    return await body(
      () =>
        new PveClient({
          endpoints: [url],
          auth: { kind: "token", token },
          tls: { ...tls, fingerprintSha256: null },
          requestTimeoutMs: START_LIMIT_MS,
        }),
    );
  } finally {
    child.kill("SIGTERM");
    await ended(child);
    rmSync(folder, { recursive: true });
  }
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

interface Times {
  readonly roundTrip: number;
  readonly inventory: number;
  /** The inventory and what is asked about the guests of a plan; the planning in between is not counted. */
  readonly withPrechecks: number;
}

/** One refresh as a provider's process sees it, over connections that have yet to be made. */
const refresh = async (client: PveClient, policy: Policy): Promise<Times> => {
  const { signal } = new AbortController();
  const startedAt = performance.now();
  const { snapshot, storages } = await takeSnapshot(client, { takenAt: null }, signal);
  const inventory = performance.now() - startedAt;
  const { migrations } = planMigrations(snapshot, policy, { iterations: 1 });
  const prechecks = new Prechecks(client, { snapshot, policy, storages });
  const asking = await timed(() => prechecks.askAbout(migrations.slice(0, MOVES), signal));
  const roundTrip = await timed(() => readVersion(client, signal));
  return { roundTrip, inventory, withPrechecks: inventory + asking };
};

/** Measures how long a large cluster takes to be read where every answer comes 20 ms late, in requests one after the other. */
export const measureRefresh = (): Promise<readonly Figure[]> =>
  withSlowCluster(async (connect) => {
    const decoded = decodePolicy({ balanciness: 25 });
    if (!("policy" in decoded)) throw new Error("The policy of the benchmark is not valid.");
    const runs: Times[] = [];
    for (let i = 0; i < REPETITIONS; i += 1) {
      const client = connect();
      runs.push(await refresh(client, decoded.policy).finally(() => client.close()));
    }
    const roundTrip = median(runs.map((run) => run.roundTrip));
    const figure = (what: string, times: readonly number[]): Figure => ({
      what,
      baseline: `one round trip, ${roundTrip.toFixed(0)} ms`,
      // Whatever else the machine does only adds, so that the least time is nearest to the truth.
      ratio: Math.min(...times) / roundTrip,
      limit: LIMIT,
      note: `least of ${REPETITIONS}, answers delayed by ${LATENCY_MS} ms, planning not counted`,
    });
    const cluster = `${GUESTS} guests on ${NODES} nodes with ZFS`;
    return [
      figure(
        `reading ${cluster}`,
        runs.map(({ inventory }) => inventory),
      ),
      figure(
        `reading ${cluster}, and prechecks of ${MOVES} moves`,
        runs.map(({ withPrechecks }) => withPrechecks),
      ),
    ];
  });
