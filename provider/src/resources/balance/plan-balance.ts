import { attributePath } from "../../cty/path.js";
import { isUnknown, UNKNOWN } from "../../cty/value.js";
import type { Unknown } from "../../cty/value.js";
import type { ValidateContext } from "../../framework/context.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import { isImported, markImported } from "../../framework/import-mark.js";
import type { PlanRequest } from "../../framework/resource.js";
import { isWhollyKnownModel } from "../../framework/schema/known-model.js";
import { modelsEqual } from "../../framework/schema/models-equal.js";
import type { ListedMigration } from "../../attributes/migration-attributes.js";
import { listedMigrations } from "../../attributes/migration-model.js";
import type { balanceAttributes, BalanceDraft, BalanceModel } from "./balance-attributes.js";
import { formOf, isFormNew, rememberForm } from "./balance-form.js";
import { policiesEqual } from "./policy-digest.js";
import { warnOfList } from "./warn-of-list.js";

type Request = PlanRequest<typeof balanceAttributes>;

type PlannedMigrations = BalanceDraft["migrations"];

/** Which migrations the plan shows, and whether apply executes them. */
interface Decision {
  readonly migrations: PlannedMigrations;
  readonly run: boolean;
}

/** A permission that turns up at apply would let migrations run that this plan has neither shown nor allowed. */
const refuseUnknownPermission = ({ allow_unreviewed: allowed }: BalanceDraft, diagnostics: Diagnostics): void => {
  if (!isUnknown(allowed)) return;
  diagnostics.error(
    "Permission Unknown at Plan Time",
    "allow_unreviewed is known only after apply, so the plan cannot tell whether migrations may run that it does not show. " +
      "Set it to true or false, or to a variable.",
    attributePath("allow_unreviewed"),
  );
};

const refuseUnreviewed = ({ allow_unreviewed: allowed }: BalanceDraft, diagnostics: Diagnostics): void => {
  if (allowed === true || isUnknown(allowed)) return;
  diagnostics.error(
    "Migrations Unknown at Plan Time",
    "The list of migrations is known only after apply, so nobody could review it. Make sure that the data source behind it " +
      "is read during the plan (it must not depend on resources that are about to change), or set allow_unreviewed = true.",
    attributePath("migrations"),
  );
};

const decideReviewed = ({ prior, config }: Request, diagnostics: Diagnostics): Decision => {
  const listed = config.migrations;
  if (!isWhollyKnownModel(listed)) {
    refuseUnreviewed(config, diagnostics);
    return { migrations: listed, run: true };
  }
  const isEmpty = Array.isArray(listed) && listed.length === 0;
  // An empty list asks for nothing. The last list stays, or every run after an apply would show a change.
  if (isEmpty) return { migrations: prior?.migrations ?? listed, run: false };
  const isNew = prior === null || !modelsEqual(listed, prior.migrations);
  return { migrations: listed, run: isNew || !prior.applied };
};

const refuseUnknownPolicy = ({ allow_unreviewed: allowed }: BalanceDraft, diagnostics: Diagnostics): void => {
  if (allowed === true || isUnknown(allowed)) return;
  diagnostics.error(
    "Policy Unknown at Plan Time",
    "Migrations are pending under the last policy, and the policy is known only after apply, so the plan cannot tell whether " +
      "they still hold. Make the policy known during the plan, or set allow_unreviewed = true.",
    attributePath("policy"),
  );
};

const decideBare = ({ prior, config, privateState }: Request, diagnostics: Diagnostics): Decision => {
  if (prior === null) {
    const atOnce = config.allow_unreviewed === true;
    return { migrations: atOnce ? UNKNOWN : [], run: atOnce };
  }
  if (isImported(privateState)) return { migrations: [], run: false };
  const pending = listedMigrations(prior.pending_migrations ?? []);
  const { policy } = config;
  if (pending.length === 0) return { migrations: prior.migrations, run: false };
  if (isUnknown(policy) || !isWhollyKnownModel(policy)) {
    refuseUnknownPolicy(config, diagnostics);
    return { migrations: UNKNOWN, run: true };
  }
  // What is pending was found under the old policy; under another one it must be found anew before anything moves.
  const holds = policiesEqual(policy, prior.policy);
  return { migrations: holds ? pending : prior.migrations, run: holds };
};

const decide = (request: Request, diagnostics: Diagnostics): Decision => {
  if (formOf(request.config) === "bare") return decideBare(request, diagnostics);
  return decideReviewed(request, diagnostics);
};

/** The first update after an import takes the configuration over and moves nothing. */
const withoutRun = (request: Request, decision: Decision): Decision =>
  isImported(request.privateState) && isWhollyKnownModel(decision.migrations)
    ? { migrations: decision.migrations, run: false }
    : decision;

/** Settings whose change makes an update, and with it a new look at the cluster. */
const SETTINGS = ["policy", "allow_unreviewed", "timeouts"] as const;

/** Tells whether apply will be called, and so whether what it observes is open. */
const isTouched = ({ prior, config, privateState }: Request, decision: Decision): boolean =>
  prior === null ||
  decision.run ||
  !modelsEqual(decision.migrations, prior.migrations) ||
  SETTINGS.some((name) => !modelsEqual(config[name], prior[name])) ||
  isFormNew(privateState, config) ||
  prior.executed === null;

const unlessTouched = <K extends keyof BalanceModel>(
  touched: boolean,
  prior: BalanceModel | null,
  key: K,
): BalanceModel[K] | Unknown => (touched || prior === null ? UNKNOWN : prior[key]);

/** Says what can be said of a list that apply is going to execute. */
const warnBeforehand = ({ config, prior }: Request, decision: Decision, diagnostics: Diagnostics): void => {
  if (formOf(config) !== "reviewed" || !decision.run || !isWhollyKnownModel(decision.migrations)) return;
  // Nothing in it is unknown, as has just been asked; null entries are refused elsewhere.
  const listed = (decision.migrations ?? []) as readonly (ListedMigration | null)[];
  const migrations = listed.filter((entry) => entry !== null);
  warnOfList({ config, migrations, operation: prior === null ? "create" : "update" }, diagnostics);
};

/**
 * Plans the balance from configuration and state alone. The plan is made a second time at apply and must come out the
 * same, so nothing here looks at the cluster: what is pending was found by the refresh or by the data source.
 * `executed` is unknown if, and only if, apply is to move guests.
 */
export const planBalance = (request: Request, { diagnostics }: ValidateContext): BalanceDraft => {
  const { prior, config, planned, privateState } = request;
  refuseUnknownPermission(config, diagnostics);
  const decision = withoutRun(request, decide(request, diagnostics));
  const touched = isTouched(request, decision);
  const form = formOf(config);
  rememberForm(privateState, form);
  warnBeforehand(request, decision, diagnostics);
  if (touched) markImported(privateState, false);
  return {
    id: "default",
    policy: planned.policy,
    allow_unreviewed: planned.allow_unreviewed,
    timeouts: planned.timeouts,
    migrations: decision.migrations,
    executed: decision.run ? UNKNOWN : (prior?.executed ?? []),
    last_run: decision.run ? UNKNOWN : (prior?.last_run ?? null),
    balanced: unlessTouched(touched, prior, "balanced"),
    imbalance: unlessTouched(touched, prior, "imbalance"),
    applied: unlessTouched(touched, prior, "applied"),
    // Only the refresh finds what is pending, and only where nobody lists it; an unknown list may still turn out to be none.
    pending_migrations:
      form === "reviewed" && !isUnknown(config.migrations) ? [] : unlessTouched(touched, prior, "pending_migrations"),
  };
};
