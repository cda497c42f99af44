import type { PrivateState } from "./private-state.js";

const IMPORTED = "imported";

/** Marks a state as imported, so that the first update after that can take the configuration over, or removes the mark. */
export const markImported = (privateState: PrivateState, imported: boolean): void => {
  privateState.set(IMPORTED, imported);
};

/** Tells whether a state was imported and not updated since. */
export const isImported = (privateState: PrivateState): boolean => privateState.get(IMPORTED) === true;
