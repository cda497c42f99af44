import { attributePath } from "../../cty/path.js";
import type { Unknown } from "../../cty/value.js";
import { isUnknown, UNKNOWN } from "../../cty/value.js";
import type { ValidateContext } from "../../framework/context.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import { isImported } from "../../framework/import-mark.js";
import type { PlanRequest } from "../../framework/resource.js";
import { modelsEqual } from "../../framework/schema/models-equal.js";
import type { GuestDraft } from "../../placing/guest-attributes.js";
import type { placementAttributes, PlacementDraft, PlacementModel } from "./placement-attributes.js";

type Request = PlanRequest<typeof placementAttributes>;

type Nodes = ReadonlyMap<string, string>;

type PlannedNodes = ReadonlyMap<string, string | Unknown> | Unknown;

const NO_NODES: Nodes = new Map();

const warnAboutKeepers = ({ prior, config, privateState }: Request, diagnostics: Diagnostics): void => {
  if (prior === null || isImported(privateState) || modelsEqual(config.keepers, prior.keepers)) return;
  diagnostics.warning(
    "Placement Is Replaced",
    "The keepers change, so the resource is replaced and the nodes of all guests are known only after apply. Guests that exist by " +
      "then are answered with the node that they are on, the others are placed anew. A guest whose node attribute reads the nodes " +
      "and is not listed in ignore_changes will be replaced. Take the change back if you do not want that.",
    attributePath("keepers"),
  );
};

/** What is planned for keys that nobody knows yet is unknown as a whole, and so are the nodes that others read. */
const warnAboutUnknownKeys = ({ prior, planned }: Request, diagnostics: Diagnostics): void => {
  if (prior === null || !isUnknown(planned.guests) || (prior.assignments ?? NO_NODES).size === 0) return;
  diagnostics.warning(
    "Every Node Known Only After Apply",
    "The map guests is known only after apply, and with it its keys, so the plan shows no node of this placement, although guests that " +
      "have one keep it. A guest whose node attribute reads them and is not listed in ignore_changes is planned to be replaced. Write " +
      "the keys of guests down, and let only values inside them be unknown.",
    attributePath("guests"),
  );
};

const planAssignments = (guests: PlacementDraft["guests"], prior: PlacementModel | null): PlannedNodes => {
  if (isUnknown(guests)) return UNKNOWN;
  const before = prior?.assignments ?? NO_NODES;
  return new Map([...guests.keys()].map((key) => [key, before.get(key) ?? UNKNOWN]));
};

/** How a guest is recognised; undefined while that is not known, and for a null in its place, which the checks refuse. */
const identityOf = (guest: GuestDraft | Unknown | null | undefined): string | undefined =>
  guest === null || guest === undefined || isUnknown(guest) || isUnknown(guest.vm_id) || isUnknown(guest.name)
    ? undefined
    : JSON.stringify([guest.vm_id, guest.name]);

/** Where the guests are is known as far as the refresh has seen all of them. */
const planCurrent = (guests: PlacementDraft["guests"], prior: PlacementModel | null): PlannedNodes => {
  if (prior === null || isUnknown(guests)) return UNKNOWN;
  for (const [key, guest] of guests) {
    const identity = identityOf(guest);
    if (identity === undefined || identity !== identityOf(prior.guests.get(key))) return UNKNOWN;
  }
  return new Map([...(prior.current ?? NO_NODES)].filter(([key]) => guests.has(key)));
};

/**
 * Plans the placement from configuration and state alone: keys that have a node keep it, and only new keys are unknown,
 * so that nothing that reads the others changes.
 */
export const planPlacement = (request: Request, { diagnostics }: ValidateContext): PlacementDraft => {
  const { prior, planned } = request;
  warnAboutKeepers(request, diagnostics);
  warnAboutUnknownKeys(request, diagnostics);
  return {
    ...planned,
    assignments: planAssignments(planned.guests, prior),
    current: planCurrent(planned.guests, prior),
  };
};
