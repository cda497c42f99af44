import type { CtyObjectType } from "../cty/type.js";
import type { CtyValue } from "../cty/value.js";
import type { Attributes, Model } from "./schema/attribute.js";
import { decodeModel, encodeModel } from "./schema/model.js";
import { impliedType } from "./schema/schema.js";

/** Turns a state of an older schema version straight into the current one. */
export interface StateUpgrader {
  /** The older version. */
  readonly version: number;
  /** The object type of states of that version. */
  readonly type: CtyObjectType;
  upgrade(state: CtyValue): CtyValue;
}

/** Declares how states of an older version, described by their attributes, become states of today. */
export const stateUpgrader = <Old extends Attributes, Current extends Attributes>(
  version: number,
  old: Old,
  current: Current,
  upgrade: (state: Model<Old>) => Model<Current>,
): StateUpgrader => ({
  version,
  type: impliedType(old),
  upgrade: (state) => (state === null ? null : encodeModel(current, upgrade(decodeModel(old, state)))),
});
