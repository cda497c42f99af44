import type { Path } from "../cty/path.js";
import type { Diagnostics } from "../framework/diagnostics.js";

const memberOf = (guest: unknown, name: string): unknown =>
  typeof guest === "object" && guest !== null ? Object.getOwnPropertyDescriptor(guest, name)?.value : undefined;

/** By what a guest is recognised later: its id, or, without one, its name. */
const identityOf = (guest: unknown): readonly [attribute: string, value: string | number] | undefined => {
  const id = memberOf(guest, "vm_id");
  const name = memberOf(guest, "name");
  if (typeof id === "number") return ["vm_id", id];
  return id === null && typeof name === "string" ? ["name", name] : undefined;
};

const refuseEqualGuests = (guests: ReadonlyMap<string, unknown>, attribute: string, diagnostics: Diagnostics): void => {
  const keyOf = new Map<string, string>();
  for (const [key, guest] of guests) {
    const [name, value] = identityOf(guest) ?? [];
    if (name === undefined) continue;
    const identity = `${name} ${String(value)}`;
    const other = keyOf.get(identity);
    keyOf.set(identity, key);
    if (other === undefined) continue;
    diagnostics.error(
      "Duplicate Guest",
      `The guests "${other}" and "${key}" both have the ${name} ${JSON.stringify(value)}. Give each its own, or they could not be told apart.`,
      [{ attribute }, { key }, { attribute: name }],
    );
  }
};

/** Requires the size of a guest that nothing can recognise as one that exists already. */
const requireSizes = (guest: unknown, path: Path, diagnostics: Diagnostics): void => {
  if (memberOf(guest, "name") !== null || memberOf(guest, "vm_id") !== null) return;
  for (const name of ["cpu_cores", "memory_mib"] as const) {
    if (memberOf(guest, name) !== null) continue;
    diagnostics.error("Missing Attribute", `"${name}" is required for a guest that does not exist yet.`, [
      ...path,
      { attribute: name },
    ]);
  }
};

/** Warns of nodes that a guest both allows and excludes, which leaves them excluded. */
const warnAboutContradiction = (guest: unknown, path: Path, diagnostics: Diagnostics): void => {
  const allowed = memberOf(guest, "allowed_nodes");
  const excluded = memberOf(guest, "excluded_nodes");
  if (!Array.isArray(allowed) || !Array.isArray(excluded)) return;
  const both = allowed.filter((node) => typeof node === "string" && excluded.includes(node));
  if (both.length === 0) return;
  diagnostics.warning(
    "Contradictory Nodes",
    `${both.map((node) => `"${String(node)}"`).join(", ")} is listed in "allowed_nodes" and in "excluded_nodes", and so is excluded. ` +
      "Remove it from one of them.",
    [...path, { attribute: "excluded_nodes" }],
  );
};

/** Checks what one guest says about itself. Any part of it may be unknown. */
export const validateGuest = (guest: unknown, path: Path, diagnostics: Diagnostics): void => {
  requireSizes(guest, path, diagnostics);
  warnAboutContradiction(guest, path, diagnostics);
};

/** Checks a map of guests; `attribute` is where it stands. Any part of it may be unknown. */
export const validateGuests = (
  guests: ReadonlyMap<string, unknown>,
  attribute: string,
  diagnostics: Diagnostics,
): void => {
  refuseEqualGuests(guests, attribute, diagnostics);
  for (const [key, guest] of guests) validateGuest(guest, [{ attribute }, { key }], diagnostics);
};
