import { onTestFinished } from "vitest";
import { precheckList } from "../../../provider/src/advice/precheck-list.js";
import type { RunClock } from "../../../provider/src/execution/run-clock.js";
import { runMigrations } from "../../../provider/src/execution/run-migrations.js";
import type { RequestedMigration, RunReport } from "../../../provider/src/execution/run-report.js";
import { liveCluster } from "../../../provider/src/inventory/live-cluster.js";
import { PveClient } from "../../../provider/src/pve/client.js";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { policyOf } from "../../support/snapshot-builders.js";

/** Bytes of a gibibyte. */
export const GIB = 1024 ** 3;

/** A line of a run's log with the virtual time at which it was written. */
export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly atMs: number;
}

/** A simulated cluster with manual time, and everything that a run on it needs. */
export interface Stage {
  readonly simulator: Simulator;
  readonly client: PveClient;
  readonly log: readonly LogLine[];
  /** Called with every line that the run logs. */
  onLog: (line: LogLine) => void;
  readonly run: (
    migrations: readonly (Partial<RequestedMigration> & Pick<RequestedMigration, "vmid" | "to">)[],
    policy?: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ) => Promise<RunReport>;
  /** The guests that migrations were asked for, in order. */
  readonly startedVmids: () => readonly number[];
  /** Ends when a request with this method, and this path if given, has come in. */
  readonly untilRequested: (method: string, path?: string) => Promise<void>;
  readonly nodeOf: (vmid: number) => string | undefined;
}

/** Three nodes of 64 GiB with one running VM of 4 GiB each and a shared storage. */
export const SMALL_CLUSTER = {
  clock: { mode: "manual" },
  nodes: ["pve1", "pve2", "pve3"].map((name) => ({ name, cpus: 16, memory: 64 * GIB })),
  storages: [
    { name: "ceph", type: "rbd", shared: true },
    { name: "local-zfs", type: "zfspool" },
  ],
  guests: [vm(101, "pve1"), vm(102, "pve2"), vm(103, "pve3"), vm(104, "pve1")],
} satisfies ClusterInput;

/** A running VM of 4 GiB on shared storage. */
export function vm(
  id: number,
  node: string,
  change: Partial<NonNullable<ClusterInput["guests"]>[number]> = {},
): NonNullable<ClusterInput["guests"]>[number] {
  return {
    id,
    name: `vm${id}`,
    node,
    cores: 2,
    memory: 4 * GIB,
    load: { cpu: 0.5, memory: 4 * GIB },
    disks: [{ storage: "ceph", size: 8 * GIB }],
    ...change,
  };
}

/** Who the run is for the cluster, and through which nodes it asks. */
export interface StageOptions {
  readonly entryNodes?: readonly string[];
  readonly token?: string;
  readonly password?: { readonly username: string; readonly password: string };
}

/** Starts a simulated cluster; it ends with the test. */
export async function setStage(
  change: Partial<ClusterInput> = {},
  { token = "sim", password, ...options }: StageOptions = {},
): Promise<Stage> {
  const simulator = await startSimulator({ cluster: { ...SMALL_CLUSTER, ...change }, ...options });
  onTestFinished(() => simulator.stop());
  const clock = virtualClock(simulator);
  const client = new PveClient({
    endpoints: Object.values(simulator.urls),
    auth: password === undefined ? { kind: "token", token: simulator.token(token) } : { kind: "password", ...password },
    now: () => clock.now(),
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: simulator.ca, fingerprintSha256: null },
    requestTimeoutMs: 2_000,
    sleep: () => Promise.resolve(),
  });
  onTestFinished(() => client.close());
  const log: LogLine[] = [];
  const stage: Stage = {
    simulator,
    client,
    log,
    onLog: () => undefined,
    run: (migrations, policy = {}, signal = new AbortController().signal) =>
      runMigrations(
        {
          cluster: liveCluster(client, () => new Date(clock.now())),
          policy: policyOf(policy),
          migrations: migrations.map((migration) => ({ name: null, from: null, step: null, ...migration })),
          precheck: precheckList,
          log: recorder(stage, log, clock),
          clock,
        },
        signal,
      ),
    startedVmids: () =>
      simulator
        .requests()
        .filter(({ method, path }) => method === "POST" && path.endsWith("/migrate"))
        .map(({ path }) => Number(path.split("/").at(-2))),
    untilRequested: async (method, path) => {
      const hasCome = () =>
        simulator.requests().some((request) => request.method === method && request.path === (path ?? request.path));
      while (!hasCome()) await new Promise(setImmediate);
    },
    nodeOf: (vmid) => simulator.state().guests.find((guest) => guest.vmid === vmid)?.node,
  };
  return stage;
}

function recorder(stage: Stage, log: LogLine[], clock: RunClock) {
  const write =
    (level: string) =>
    (message: string, fields: LogLine["fields"] = {}): void => {
      const line = { level, message, fields, atMs: clock.now() };
      log.push(line);
      stage.onLog(line);
    };
  return { debug: write("debug"), info: write("info"), warn: write("warn") };
}

/** The time of the simulated cluster: it stands still while anybody works, and jumps to the next moment somebody waits for. */
function virtualClock(simulator: Simulator): RunClock {
  const sleepers = new Map<object, { readonly wakeAtMs: number; readonly wake: () => void }>();
  const now = (): number => simulator.state().nowMs;
  const wakeNext = (): void => {
    const [next] = [...sleepers].sort(([, a], [, b]) => a.wakeAtMs - b.wakeAtMs);
    if (next === undefined) return;
    sleepers.delete(next[0]);
    simulator.advance(Math.max(0, next[1].wakeAtMs - now()));
    next[1].wake();
  };
  return {
    now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => {
          sleepers.delete(resolve);
          reject(signal.reason as Error);
        };
        if (signal.aborted) {
          giveUp();
          return;
        }
        signal.addEventListener("abort", giveUp, { once: true });
        const wake = (): void => {
          signal.removeEventListener("abort", giveUp);
          resolve();
        };
        sleepers.set(resolve, { wakeAtMs: now() + milliseconds, wake });
        setImmediate(wakeNext);
      }),
  };
}
