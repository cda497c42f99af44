import { planWithPrechecks } from "../../advice/plan-with-prechecks.js";
import { effectivePolicy, validateMergedPolicy } from "../../attributes/effective-policy.js";
import type { ListedMigration } from "../../attributes/migration-attributes.js";
import { plannedMigrationModel } from "../../attributes/migration-model.js";
import { isUnknown } from "../../cty/value.js";
import type { OperationContext } from "../../framework/context.js";
import { markImported } from "../../framework/import-mark.js";
import type { PrivateState } from "../../framework/private-state.js";
import type { ApplyRequest } from "../../framework/resource.js";
import { defineResource } from "../../framework/resource.js";
import { modelsEqual } from "../../framework/schema/models-equal.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import { requireAllGuests } from "../../inventory/hidden-guests.js";
import type { Policy } from "../../planning/model/policy.js";
import type { BalanceModel } from "./balance-attributes.js";
import { balanceAttributes, DEFAULT_TIMEOUTS } from "./balance-attributes.js";
import { formOf, isRememberedPolicy, rememberedForm, rememberPolicy } from "./balance-form.js";
import { observeAfterApply } from "./observe-after-apply.js";
import { observeBalance } from "./observe-balance.js";
import { planBalance } from "./plan-balance.js";
import type { RunResult } from "./run-balance.js";
import { policyDigest } from "./policy-digest.js";
import { runBalance } from "./run-balance.js";
import { validateBalance } from "./validate-balance.js";
import type { PlanWarning } from "./warnings-about.js";
import { warningsAbout } from "./warnings-about.js";

type Context = OperationContext<ClusterServices>;

type Request = ApplyRequest<typeof balanceAttributes>;

const tellWarnings = ({ diagnostics }: Context, warnings: readonly PlanWarning[]): void => {
  for (const { summary, detail } of warnings) diagnostics.warning(summary, detail);
};

/** Returns the planned list, or, where none could be planned because the user allowed it, what is pending now. */
const migrationsToRun = async (
  { planned }: Request,
  policy: Policy,
  context: Context,
): Promise<readonly ListedMigration[]> => {
  const { services, signal } = context;
  if (!isUnknown(planned.migrations)) return (planned.migrations ?? []) as readonly ListedMigration[];
  const inventory = await services.cluster.freshInventory(signal);
  requireAllGuests(inventory);
  const plan = await planWithPrechecks(services.cluster, inventory, policy, signal);
  tellWarnings(context, warningsAbout(plan, policy));
  return plan.migrations.map(plannedMigrationModel);
};

/** Says what was executed last: by this run, else by an earlier one. */
const history = (run: RunResult | undefined, prior: BalanceModel | null) => ({
  executed: run?.executed ?? prior?.executed ?? [],
  last_run: run?.lastRun ?? prior?.last_run ?? null,
});

/** Tells whether the planned list was found under another policy than the one that is in force now. */
const isOutdated = ({ planned, config, privateState }: Request, policy: Policy): boolean =>
  isUnknown(planned.executed) &&
  formOf(config) === "bare" &&
  !isUnknown(planned.migrations) &&
  !isRememberedPolicy(privateState, policyDigest(policy));

const refuseOutdated = ({ diagnostics }: Context): null => {
  diagnostics.error(
    "Policy Changed Since the Refresh",
    "The pending migrations were found under another policy than the one that is in force now, so none of them was started. Run " +
      "plan again: it refreshes the list.",
  );
  return null;
};

/** Applies a plan: moves guests only where the plan left `executed` open. Returns null when nothing was begun. */
const apply = async (request: Request, context: Context): Promise<BalanceModel | null> => {
  const { planned, config, prior } = request;
  // What the configuration sets is known by now; the rest is replaced below.
  const settings = planned as BalanceModel;
  const policy = effectivePolicy(context.services.policy, settings.policy, context.diagnostics);
  if (policy === undefined) return null;
  if (isOutdated(request, policy)) return refuseOutdated(context);
  const migrations = await migrationsToRun(request, policy, context);
  const run = isUnknown(planned.executed) ? await runBalance(migrations, policy, context) : undefined;
  if (run?.refused === true) return null;
  const observation = await observeAfterApply({ policy, form: formOf(config), migrations, run }, context);
  rememberPolicy(request.privateState, policyDigest(policy));
  const { allow_unreviewed, timeouts } = settings;
  return {
    id: "default",
    policy: settings.policy,
    allow_unreviewed,
    timeouts,
    migrations,
    ...history(run, prior),
    ...observation,
  };
};

const read = async (state: BalanceModel, context: Context, privateState: PrivateState): Promise<BalanceModel> => {
  const { services, diagnostics, signal } = context;
  const policy = effectivePolicy(services.policy, state.policy, diagnostics);
  if (policy === undefined) return state;
  const inventory = await services.cluster.inventory(signal);
  requireAllGuests(inventory);
  rememberPolicy(privateState, policyDigest(policy));
  const listed = { form: rememberedForm(privateState), migrations: state.migrations ?? [] };
  const sighting = { cluster: services.cluster, inventory, policy };
  const { observation: seen, warnings } = await observeBalance(sighting, listed, signal);
  tellWarnings(context, warnings);
  const unchanged =
    seen.balanced === state.balanced &&
    seen.applied === state.applied &&
    modelsEqual(seen.pending_migrations, state.pending_migrations);
  return unchanged ? state : { ...state, ...seen };
};

/** `proxlb_balance`: the cluster kept within the policy. */
export const balance = defineResource<typeof balanceAttributes, ClusterServices>({
  typeName: "proxlb_balance",
  description:
    "Keeps the cluster within the policy by executing migrations that a plan has shown. With `migrations`, it executes that " +
    "list and nothing else. Without it, each refresh records what is pending, the next plan shows it, and apply executes it; " +
    "creating the resource moves nothing. Destroying it moves nothing.",
  attributes: balanceAttributes,
  defaultTimeouts: DEFAULT_TIMEOUTS,
  validate: validateBalance,
  plan: planBalance,
  validatePlan: ({ policy }, { services, diagnostics }) => {
    validateMergedPolicy(services.policy, policy, diagnostics);
  },
  planDestroy: (_prior, { diagnostics }) => {
    diagnostics.warning(
      "Destroy Moves Nothing",
      "Destroying proxlb_balance only forgets it: every guest stays on the node it is on, and nothing is moved back.",
    );
  },
  create: apply,
  read,
  update: async (request, context) => (await apply(request, context)) ?? request.prior,
  delete: () => Promise.resolve(),
  importState: (id, { diagnostics }, privateState) => {
    if (id !== "default") {
      diagnostics.error("Invalid Import Id", `The import id of proxlb_balance is "default", but it is "${id}".`);
      return Promise.resolve(null);
    }
    markImported(privateState, true);
    return Promise.resolve({
      id,
      policy: null,
      migrations: null,
      allow_unreviewed: null,
      balanced: null,
      imbalance: null,
      applied: null,
      pending_migrations: null,
      executed: null,
      last_run: null,
      timeouts: null,
    });
  },
});
