import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { ListedMigration, ReportedMigration } from "./migration-attributes.js";

const MIB = 2 ** 20;

const GIB = 2 ** 30;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Words a planned migration for the user: sizes in MiB and GiB, whole seconds. */
export const plannedMigrationModel = (migration: PlannedMigration): ReportedMigration => ({
  step: migration.step,
  vm_id: migration.vmid,
  name: migration.name,
  type: migration.type,
  from_node: migration.from,
  to_node: migration.to,
  reason: migration.reason,
  memory_mib: round(migration.memoryBytes / MIB, 0),
  local_disk_gib: round(migration.localDiskBytes / GIB, 1),
  estimated_seconds: round(migration.estimatedSeconds, 0),
  downtime: migration.downtime,
});

/** Takes migrations that the provider reported earlier as a list to execute; entries without guest or target are left out. */
export const listedMigrations = (
  reported: readonly { readonly [K in keyof ListedMigration]: ListedMigration[K] | null }[],
): readonly ListedMigration[] =>
  reported.flatMap(({ vm_id, to_node, ...rest }) =>
    vm_id === null || to_node === null ? [] : [{ ...rest, vm_id, to_node }],
  );
