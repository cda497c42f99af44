import type { CtyValue } from "../../cty/value.js";
import type { Attributes } from "./attribute.js";
import { encodeValue } from "./model.js";
import { transformObject } from "./transform.js";

/** Fills in the default of every attribute that is null in the configuration. */
export const applyDefaults = (attributes: Attributes, value: CtyValue, config: CtyValue): CtyValue =>
  transformObject(attributes, value, [config], ({ attribute, value: current, companions: [configured = null] }) => {
    const fallback = attribute.options.default;
    return configured === null && fallback !== undefined ? encodeValue(attribute.shape, fallback) : current;
  });
