import type { Path } from "../cty/path.js";
import type { Diagnostics } from "../framework/diagnostics.js";
import { isWhollyKnownModel } from "../framework/schema/known-model.js";
import { decodePolicy } from "../planning/model/decode-policy.js";
import { encodePolicy } from "../planning/model/encode-policy.js";
import { mergePolicies } from "../planning/model/merge-policies.js";
import { POLICY_KEYS } from "../planning/model/policy-keys.js";
import type { PolicyKey } from "../planning/model/policy-keys.js";
import type { Policy } from "../planning/model/policy.js";
import type { PlainObject } from "../planning/model/read-policy-value.js";
import { plainPolicy } from "./plain-policy.js";
import type { PolicyModel } from "./policy-attribute.js";

const POLICY_PATH: Path = [{ attribute: "policy" }];

const pathOf = (steps: readonly (string | number)[]): Path => [
  ...POLICY_PATH,
  ...steps.map((step) => (typeof step === "number" ? { index: step } : { attribute: step })),
];

/** Adds a diagnostic for everything that is wrong with a policy. Parts that are still unknown are left for later. */
export const validatePolicy = (model: unknown, diagnostics: Diagnostics): void => {
  if (model === null || typeof model !== "object" || !isWhollyKnownModel(model)) return;
  decodeInto(plainPolicy(model), diagnostics);
};

const decodeInto = (plain: PlainObject, diagnostics: Diagnostics): Policy | undefined => {
  const decoded = decodePolicy(plain);
  if ("policy" in decoded) return decoded.policy;
  for (const { path, message } of decoded.problems) diagnostics.error("Invalid Policy", message, pathOf(path));
  return undefined;
};

/** Lays a policy over that of the provider and fills in the defaults; undefined after adding errors. */
export const effectivePolicy = (
  provider: PlainObject,
  override: PolicyModel | null,
  diagnostics: Diagnostics,
): Policy | undefined =>
  decodeInto(mergePolicies(provider, override === null ? null : plainPolicy(override)), diagnostics);

const fieldToModel = ({ kind }: PolicyKey, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  if (kind.type === "number-map") return new Map(Object.entries(value));
  if (kind.type === "object") return objectToModel(kind.fields, value as PlainObject);
  if (kind.type === "object-list") return (value as PlainObject[]).map((item) => objectToModel(kind.fields, item));
  return value;
};

const objectToModel = (keys: readonly PolicyKey[], plain: PlainObject): PolicyModel =>
  Object.fromEntries(keys.map((key) => [key.name, fieldToModel(key, plain[key.name])]));

/** Words a policy for the user, every key filled in. */
export const policyModel = (policy: Policy): PolicyModel => objectToModel(POLICY_KEYS, encodePolicy(policy));
