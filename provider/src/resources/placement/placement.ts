import { effectivePolicy, validateMergedPolicy, validatePolicy } from "../../attributes/effective-policy.js";
import { isUnknown } from "../../cty/value.js";
import type { OperationContext } from "../../framework/context.js";
import { isImported, markImported } from "../../framework/import-mark.js";
import type { ApplyRequest } from "../../framework/resource.js";
import { defineResource } from "../../framework/resource.js";
import { modelsEqual } from "../../framework/schema/models-equal.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import { completeFor } from "../../inventory/complete-inventory.js";
import { requireAllGuests } from "../../inventory/hidden-guests.js";
import type { Inventory } from "../../inventory/take-snapshot.js";
import { askedGuests } from "../../placing/asked-guest.js";
import { validateGuests } from "../../placing/validate-guests.js";
import type { Policy } from "../../planning/model/policy.js";
import { currentNodes } from "./current-nodes.js";
import { importPlacement } from "./import-placement.js";
import { placeKeys } from "./place-keys.js";
import type { PlacementModel } from "./placement-attributes.js";
import { DEFAULT_TIMEOUTS, placementAttributes } from "./placement-attributes.js";
import { planPlacement } from "./plan-placement.js";

type Context = OperationContext<ClusterServices>;

type Request = ApplyRequest<typeof placementAttributes>;

const look = async (policy: Policy, { services, diagnostics, signal }: Context): Promise<Inventory> => {
  const inventory = await services.cluster.freshInventory(signal);
  requireAllGuests(inventory);
  const { snapshot, warnings } = await completeFor(services.cluster, inventory, policy, signal);
  for (const warning of [...inventory.warnings, ...warnings])
    diagnostics.warning("Incomplete View of the Cluster", warning);
  return { ...inventory, snapshot };
};

/** Gives the keys without a node one. Returns null after adding errors; then nothing was placed. */
const place = async (settings: PlacementModel, prior: PlacementModel | null, context: Context) => {
  const { services, diagnostics } = context;
  const policy = effectivePolicy(services.policy, settings.policy, diagnostics);
  if (policy === undefined) return null;
  const inventory = await look(policy, context);
  const before = prior?.assignments ?? new Map<string, string>();
  const current = currentNodes(inventory.snapshot, settings.guests);
  const asked = askedGuests("guests", settings.guests);
  const awaited = asked.flatMap((guest) => {
    const node = before.get(guest.key ?? "");
    return node === undefined || current.has(guest.key ?? "") ? [] : [{ asked: guest, node }];
  });
  const open = asked.filter(({ key }) => !before.has(key ?? ""));
  const placed = placeKeys({ inventory, policy, awaited }, open, diagnostics);
  if (placed === undefined) return null;
  const kept = [...before].filter(([key]) => settings.guests.has(key));
  const assignments = new Map([...kept, ...placed.map(({ asked: { key }, node }) => [key ?? "", node] as const)]);
  return { assignments, current };
};

/** Fills in what a plan left open. Asks the cluster only where the plan left something open. */
const settle = async ({ planned, prior }: Request, context: Context): Promise<PlacementModel | null> => {
  // What the configuration sets is known by now; the rest is replaced below.
  const settings = planned as PlacementModel;
  const isSettled =
    !isUnknown(planned.current) && ![...(settings.assignments ?? [])].some(([, node]) => isUnknown(node));
  if (isSettled) return settings;
  const placed = await place(settings, prior, context);
  if (placed === null) return null;
  return { ...settings, ...placed };
};

/** Applies a plan; if that succeeds, an import is completed. */
const apply = async (request: Request, context: Context): Promise<PlacementModel | null> => {
  const state = await settle(request, context);
  if (state !== null && isImported(request.privateState)) markImported(request.privateState, false);
  return state;
};

const read = async (state: PlacementModel, { services, signal }: Context): Promise<PlacementModel> => {
  const inventory = await services.cluster.inventory(signal);
  requireAllGuests(inventory);
  const current = currentNodes(inventory.snapshot, state.guests);
  return modelsEqual(current, state.current) ? state : { ...state, current };
};

/** `proxlb_placement`: an answer to where guests should run, kept in the state. */
export const placement = defineResource<typeof placementAttributes, ClusterServices>({
  typeName: "proxlb_placement",
  description:
    "Gives each guest a node once and keeps the answer in the state, so that no later load, plan or migration changes it. New keys " +
    "are placed beside the old ones, whose nodes stay known in every plan. It creates and moves no guest; destroying it forgets " +
    "the answers.",
  attributes: placementAttributes,
  defaultTimeouts: DEFAULT_TIMEOUTS,
  validate: ({ guests, policy }, { diagnostics }) => {
    validatePolicy(policy, diagnostics);
    if (!isUnknown(guests)) validateGuests(guests, "guests", diagnostics);
  },
  plan: planPlacement,
  validatePlan: ({ policy }, { services, diagnostics }) => {
    validateMergedPolicy(services.policy, policy, diagnostics);
  },
  create: apply,
  read,
  update: async (request, context) => (await apply(request, context)) ?? request.prior,
  delete: () => Promise.resolve(),
  importState: async (id, { services, diagnostics, signal }, privateState) => {
    const inventory = await services.cluster.inventory(signal);
    requireAllGuests(inventory);
    markImported(privateState, true);
    return importPlacement(id, inventory.snapshot, diagnostics);
  },
});
