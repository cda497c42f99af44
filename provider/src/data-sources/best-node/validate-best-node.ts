import { attributePath } from "../../cty/path.js";
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

const memberOf = (guest: unknown, name: string): unknown =>
  typeof guest === "object" && guest !== null ? Object.getOwnPropertyDescriptor(guest, name)?.value : undefined;

/** By what a guest is recognised later: its id, or, without one, its name. */
const identityOf = (guest: unknown): readonly [attribute: string, value: string | number] | undefined => {
  const id = memberOf(guest, "vm_id");
  const name = memberOf(guest, "name");
  if (typeof id === "number") return ["vm_id", id];
  return id === null && typeof name === "string" ? ["name", name] : undefined;
};

const refuseEqualGuests = (guests: ReadonlyMap<string, unknown>, diagnostics: Diagnostics): void => {
  const keyOf = new Map<string, string>();
  for (const [key, guest] of guests) {
    const [attribute, value] = identityOf(guest) ?? [];
    if (attribute === undefined) continue;
    const identity = `${attribute} ${String(value)}`;
    const other = keyOf.get(identity);
    keyOf.set(identity, key);
    if (other === undefined) continue;
    diagnostics.error(
      "Duplicate Guest",
      `The guests "${other}" and "${key}" both have the ${attribute} ${JSON.stringify(value)}. Give each its own, or they could not be told apart.`,
      [{ attribute: "guests" }, { key }, { attribute }],
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
  refuseEqualGuests(config.guests, diagnostics);
};
