import { onTestFinished } from "vitest";
import { planWithPrechecks } from "../../../provider/src/advice/plan-with-prechecks.js";
import type { Inventory } from "../../../provider/src/inventory/take-snapshot.js";
import { liveCluster } from "../../../provider/src/inventory/live-cluster.js";
import type { CheckedPlan } from "../../../provider/src/advice/explain-findings.js";
import { PveClient } from "../../../provider/src/pve/client.js";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import type { FaultInput } from "../../simulator/src/faults/fault.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { noSignal } from "../../support/http-client.js";
import { GIB, policyOf } from "../../support/snapshot-builders.js";

type GuestInput = NonNullable<ClusterInput["guests"]>[number];

/** Three nodes of 64 GiB. */
export const NODES = ["pve1", "pve2", "pve3"].map((name) => ({ name, cpus: 16, memory: 64 * GIB }));

/** One storage that all nodes share, and one of each. */
export const STORAGES = [
  { name: "ceph", type: "rbd", shared: true },
  { name: "local-zfs", type: "zfspool" },
];

/** The path of a request that asks what stands against a migration. */
export const PRECHECK = /^\/nodes\/[^/]+\/(qemu|lxc)\/\d+\/migrate$/;

/** A running VM on shared storage that uses all its memory. */
export function vm(id: number, node: string, gib: number, change: Partial<GuestInput> = {}): GuestInput {
  return {
    id,
    name: `vm${id}`,
    node,
    memory: gib * GIB,
    load: { cpu: 0.5, memory: gib * GIB },
    disks: [{ storage: "ceph", size: 8 * GIB }],
    ...change,
  };
}

/** A plan and how it came about. */
export interface Answer {
  readonly plan: CheckedPlan;
  readonly inventory: Inventory;
  readonly simulator: Simulator;
  /** Open until the test ends. */
  readonly client: PveClient;
  /** The guests that were asked about, in order. */
  readonly asked: readonly number[];
}

/** Who plans, through which nodes, and what goes wrong meanwhile. */
export interface PlanOptions {
  readonly token?: string;
  readonly entryNodes?: readonly string[];
  readonly faults?: readonly FaultInput[];
}

/** Plans on a simulated cluster, which ends with the test. */
export async function planOn(
  change: Partial<ClusterInput>,
  policy: Readonly<Record<string, unknown>> = {},
  { token = "sim", entryNodes, faults = [] }: PlanOptions = {},
): Promise<Answer> {
  const cluster = { clock: { mode: "manual" as const }, nodes: NODES, storages: STORAGES, ...change };
  const simulator = await startSimulator({ cluster, ...(entryNodes === undefined ? {} : { entryNodes }) });
  onTestFinished(() => simulator.stop());
  for (const fault of faults) simulator.addFault(fault);
  const client = new PveClient({
    endpoints: Object.values(simulator.urls),
    auth: { kind: "token", token: simulator.token(token) },
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: simulator.ca, fingerprintSha256: null },
    requestTimeoutMs: 5_000,
    sleep: () => Promise.resolve(),
  });
  onTestFinished(() => client.close());
  const access = liveCluster(client, () => new Date(simulator.state().nowMs));
  const inventory = await access.freshInventory(noSignal());
  const plan = await planWithPrechecks(access, inventory, policyOf(policy), noSignal());
  const asked = simulator
    .requests()
    .filter(({ method, path }) => method === "GET" && PRECHECK.test(path))
    .map(({ path }) => Number(path.split("/").at(-2)));
  return { plan, inventory, simulator, client, asked };
}

/** The guests that a plan moves, in order. */
export const moved = ({ plan }: Answer): readonly number[] => plan.migrations.map(({ vmid }) => vmid);

/** The reasons of all goals that a plan misses, as one text. */
export const reasonsOf = ({ plan }: Answer): string => plan.unresolved.map(({ reason }) => reason).join("\n");
