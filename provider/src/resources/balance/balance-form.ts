import type { PrivateState } from "../../framework/private-state.js";
import type { BalanceDraft } from "./balance-attributes.js";

/** `reviewed`: the configuration lists the migrations. `bare`: the refresh finds them. */
export type BalanceForm = "reviewed" | "bare";

const FORM = "form";

const POLICY = "policy";

/** Tells which form a configuration has. */
export const formOf = (config: BalanceDraft): BalanceForm => (config.migrations === null ? "bare" : "reviewed");

/** Tells whether a configuration has another form than the state, or no form is remembered yet. */
export const isFormNew = (privateState: PrivateState, config: BalanceDraft): boolean =>
  privateState.get(FORM) !== formOf(config);

/** Remembers the form for the refresh, which does not see the configuration. */
export const rememberForm = (privateState: PrivateState, form: BalanceForm): void => {
  privateState.set(FORM, form);
};

/** Returns the form that was remembered; `bare` after an import. */
export const rememberedForm = (privateState: PrivateState): BalanceForm =>
  privateState.get(FORM) === "reviewed" ? "reviewed" : "bare";

/** Remembers under which policy the pending migrations were found. */
export const rememberPolicy = (privateState: PrivateState, digest: string): void => {
  privateState.set(POLICY, digest);
};

/** Tells whether the pending migrations were found under this policy. */
export const isRememberedPolicy = (privateState: PrivateState, digest: string): boolean =>
  privateState.get(POLICY) === digest;
