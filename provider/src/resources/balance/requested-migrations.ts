import type { ListedMigration } from "../../attributes/migration-attributes.js";
import type { RequestedMigration } from "../../execution/run-report.js";

/** Turns a list of the state or the configuration into what an execution takes. */
export const requestedMigrations = (migrations: readonly ListedMigration[]): readonly RequestedMigration[] =>
  migrations.map(({ vm_id, to_node, from_node, name, step }) => ({
    vmid: vm_id,
    name,
    from: from_node,
    to: to_node,
    step,
  }));
