import { createHash } from "node:crypto";
import type { PlannedMigration } from "../../planning/model/migration-plan.js";

/** Returns a SHA-256 in hex over what a list of migrations does: who moves from where to where, in which step. */
export const planDigest = (migrations: readonly PlannedMigration[]): string =>
  createHash("sha256")
    .update(JSON.stringify(migrations.map(({ step, vmid, from, to }) => [step, vmid, from, to])))
    .digest("hex");
