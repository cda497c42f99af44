import type { Path } from "../../cty/path.js";
import { valuesEqual } from "../../cty/value-equality.js";
import type { CtyValue } from "../../cty/value.js";
import type { ValidateContext } from "../context.js";
import { isImported } from "../import-mark.js";
import { PrivateState } from "../private-state.js";
import type { Resource } from "../resource.js";
import { applyDefaults } from "../schema/defaults.js";
import { keepNumbers } from "../schema/keep-numbers.js";
import { keepSpelling } from "../schema/keep-spelling.js";
import { markComputedUnknown, replacementPaths } from "../schema/plan-marks.js";
import { impliedType } from "../schema/schema.js";
import { dropWriteOnly } from "../schema/write-only.js";

/** A request to plan, in values of the resource's type. */
export interface PlanInput {
  /** Null on create. */
  readonly prior: CtyValue;
  /** Null on destroy. */
  readonly config: CtyValue;
  /** Core's merge of configuration and prior state; null on destroy. */
  readonly proposed: CtyValue;
  readonly priorPrivate: Uint8Array;
}

/** The planned state and what it implies. */
export interface PlanOutput {
  readonly planned: CtyValue;
  readonly requiresReplace: readonly Path[];
  readonly plannedPrivate: Uint8Array;
}

/**
 * Plans a change. The order of the steps is that of the protocol: defaults, then write-only values removed and earlier
 * spellings kept, then computed attributes marked unknown if anything changed, then attribute rules, then the resource's
 * own refinement.
 */
export const planResourceChange = (
  resource: Resource<unknown>,
  input: PlanInput,
  context: ValidateContext,
): PlanOutput => {
  const { prior, config, proposed, priorPrivate } = input;
  const privateState = PrivateState.decode(priorPrivate);
  const wasImported = isImported(privateState);
  if (proposed === null) {
    if (prior !== null) resource.planDestroy(prior, context);
    return { planned: null, requiresReplace: [], plannedPrivate: priorPrivate };
  }
  const { attributes } = resource.schema;
  const complete = dropWriteOnly(attributes, applyDefaults(attributes, proposed, config));
  const merged = keepSpelling(attributes, complete, prior);
  const changed = prior === null || !valuesEqual(impliedType(attributes), merged, prior);
  const marked = changed ? markComputedUnknown(attributes, merged, config) : merged;
  const refined = resource.plan({ prior, config, planned: marked, changed, privateState }, context);
  const planned = keepNumbers(keepNumbers(refined, marked), prior);
  return {
    planned,
    // An import cannot know what only the configuration says, so that a difference there is no change yet.
    requiresReplace: wasImported ? [] : replacementPaths(attributes, planned, prior),
    plannedPrivate: privateState.encode(),
  };
};
