import type { Cluster, Guest } from "../cluster/cluster.js";
import { nodeOf } from "../cluster/cluster.js";
import { migrateContainer } from "./migrate-container.js";
import { migrateVm } from "./migrate-vm.js";

/** A migration that nothing speaks against any more. */
export interface Execution {
  readonly guest: Guest;
  readonly target: string;
  readonly user: string;
  readonly withLocalDisks: boolean;
  readonly withConntrackState: boolean;
  readonly targetStorage: string | undefined;
  readonly bwlimitKib: number;
  /** Started by the HA agent, which forces what a user may not. */
  readonly byHa: boolean;
}

/** Locks the guest and starts the task that moves it; gives the task id. */
export function executeMigration(cluster: Cluster, execution: Execution): string {
  const { guest, user, byHa } = execution;
  const source = nodeOf(cluster, guest.node);
  const target = nodeOf(cluster, execution.target);
  const isVm = guest.kind === "qemu";
  const task = cluster.tasks.start({
    host: source,
    type: isVm ? "qmigrate" : "vzmigrate",
    id: String(guest.vmid),
    user,
  });
  guest.lock = "migrate";
  const request = {
    cluster,
    guest,
    source,
    target,
    task,
    withLocalDisks: execution.withLocalDisks || byHa,
    withConntrackState: execution.withConntrackState,
    storageMap: readStorageMap(execution.targetStorage),
    bwlimitKib: execution.bwlimitKib,
    byHa,
  };
  if (isVm) migrateVm(request);
  else migrateContainer(request);
  return task.upid;
}

/** Reads a storage map: one id for everything, `1` for no change, or a list of pairs. */
export function readStorageMap(text: string | undefined): (storage: string) => string {
  if (text === undefined || text === "1") return (storage) => storage;
  const pairs = text.split(",").map((part) => part.trim().split(":"));
  const named = new Map(
    pairs.flatMap(([from, to]) => (from !== undefined && to !== undefined ? [[from, to] as const] : [])),
  );
  const single = pairs.find((parts) => parts.length === 1)?.[0];
  return (storage) => named.get(storage) ?? single ?? storage;
}
