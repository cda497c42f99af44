import type { PrivateState } from "../../framework/private-state.js";
import type { BalanceDraft } from "./balance-attributes.js";

/** `reviewed`: the configuration lists the migrations. `bare`: the refresh finds them. */
export type BalanceForm = "reviewed" | "bare";

const FORM = "form";

const IMPORTED = "imported";

/** Tells which form a configuration has. */
export const formOf = (config: BalanceDraft): BalanceForm => (config.migrations === null ? "bare" : "reviewed");

/** Remembers the form for the refresh, which does not see the configuration. */
export const rememberForm = (privateState: PrivateState, form: BalanceForm): void => {
  privateState.set(FORM, form);
};

/** Returns the form that was remembered; `bare` after an import. */
export const rememberedForm = (privateState: PrivateState): BalanceForm =>
  privateState.get(FORM) === "reviewed" ? "reviewed" : "bare";

/** Marks a state as imported: the first update after that moves nothing. */
export const markImported = (privateState: PrivateState, imported: boolean): void => {
  privateState.set(IMPORTED, imported);
};

/** Tells whether a state was imported and not updated since. */
export const isImported = (privateState: PrivateState): boolean => privateState.get(IMPORTED) === true;
