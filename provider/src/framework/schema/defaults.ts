import type { CtyValue } from "../../cty/value.js";
import type { Attributes } from "./attribute.js";
import { encodeValue } from "./model.js";
import { transformObject } from "./transform.js";

/**
 * Fills in the default of every attribute that the configuration leaves null. Inside a nested object that the
 * configuration does not have, the values are the provider's own, and stay.
 */
export const applyDefaults = (attributes: Attributes, value: CtyValue, config: CtyValue): CtyValue =>
  transformObject(attributes, value, config, ({ attribute, value: current, companion: configured }) => {
    const fallback = attribute.options.default;
    return configured === null && fallback !== undefined ? encodeValue(attribute.shape, fallback) : current;
  });
