import { isUnknown } from "../../cty/value.js";
import { validatePolicy } from "../../attributes/effective-policy.js";
import type { ValidateContext } from "../../framework/context.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import type { BalanceDraft } from "./balance-attributes.js";

const memberOf = (migration: unknown, name: string): unknown =>
  typeof migration === "object" && migration !== null && !isUnknown(migration)
    ? Object.getOwnPropertyDescriptor(migration, name)?.value
    : undefined;

const refuseNoMove = (migration: unknown, index: number, diagnostics: Diagnostics): void => {
  const from = memberOf(migration, "from_node");
  if (typeof from !== "string" || from !== memberOf(migration, "to_node")) return;
  diagnostics.error(
    "Migration Without a Move",
    `Guest ${String(memberOf(migration, "vm_id"))} is listed with the same node "${from}" as source and target. ` +
      "Remove the entry or name another target.",
    [{ attribute: "migrations" }, { index }, { attribute: "to_node" }],
  );
};

/** Checks the policy and the listed migrations as far as they are known. */
export const validateBalance = (config: BalanceDraft, { diagnostics }: ValidateContext): void => {
  validatePolicy(config.policy, diagnostics);
  const { migrations } = config;
  if (!Array.isArray(migrations)) return;
  for (const [index, migration] of migrations.entries()) refuseNoMove(migration, index, diagnostics);
};
