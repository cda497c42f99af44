import { attributePath } from "../../cty/path.js";
import type { Path } from "../../cty/path.js";
import { isUnknown } from "../../cty/value.js";
import { validatePolicy } from "../../attributes/effective-policy.js";
import type { ValidateContext } from "../../framework/context.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import type { DraftModel } from "../../framework/schema/attribute.js";
import type { bestNodeAttributes } from "./best-node-attributes.js";
import { guestAttributes } from "./best-node-attributes.js";

type Config = DraftModel<typeof bestNodeAttributes>;

const refuseBothForms = (config: Config, diagnostics: Diagnostics): void => {
  for (const name of Object.keys(guestAttributes) as (keyof typeof guestAttributes)[]) {
    if (config[name] === null) continue;
    diagnostics.error(
      "Conflicting Attributes",
      `"${name}" describes a single guest and cannot stand beside "guests". Move it into an element of "guests", or remove "guests".`,
      attributePath(name),
    );
  }
};

const refuseEqualIds = (guests: ReadonlyMap<string, unknown>, diagnostics: Diagnostics): void => {
  const keyOf = new Map<number, string>();
  for (const [key, guest] of guests) {
    const id = typeof guest === "object" && guest !== null && "vm_id" in guest ? guest.vm_id : null;
    if (typeof id !== "number") continue;
    const other = keyOf.get(id);
    keyOf.set(id, key);
    if (other === undefined) continue;
    const path: Path = [{ attribute: "guests" }, { key }, { attribute: "vm_id" }];
    diagnostics.error(
      "Duplicate Guest",
      `The guests "${other}" and "${key}" both have the id ${id}. Give each its own.`,
      path,
    );
  }
};

const requireSizes = (config: Config, diagnostics: Diagnostics): void => {
  if (config.name !== null || config.vm_id !== null) return;
  for (const name of ["cpu_cores", "memory_mib"] as const) {
    if (config[name] !== null) continue;
    diagnostics.error("Missing Attribute", `"${name}" is required for a guest that does not exist yet.`, [
      { attribute: name },
    ]);
  }
};

/** Checks that a configuration asks about either one guest or a batch, and that it says enough. */
export const validateBestNode = (config: Config, { diagnostics }: ValidateContext): void => {
  validatePolicy(config.policy, diagnostics);
  if (isUnknown(config.guests)) return;
  if (config.guests === null) {
    requireSizes(config, diagnostics);
    return;
  }
  refuseBothForms(config, diagnostics);
  refuseEqualIds(config.guests, diagnostics);
};
