import type { Path } from "../cty/path.js";
import type { Diagnostics } from "../framework/diagnostics.js";
import { isWhollyKnownModel } from "../framework/schema/known-model.js";
import { checkPolicyPart, decodePolicy } from "../planning/model/decode-policy.js";
import { encodePolicy } from "../planning/model/encode-policy.js";
import { mergePolicies } from "../planning/model/merge-policies.js";
import type { PolicyKey } from "../planning/model/policy-key.js";
import { POLICY_KEYS } from "../planning/model/policy-keys.js";
import type { Policy } from "../planning/model/policy.js";
import type { PlainObject, PolicyProblem } from "../planning/model/read-policy-value.js";
import { plainPolicy } from "./plain-policy.js";
import type { PolicyModel } from "./policy-attribute.js";

const POLICY_PATH: Path = [{ attribute: "policy" }];

const pathOf = (steps: readonly (string | number)[]): Path => [
  ...POLICY_PATH,
  ...steps.map((step) => (typeof step === "number" ? { index: step } : { attribute: step })),
];

/**
 * Adds a diagnostic for every key of a policy that is wrong by itself or contradicts another one here. Parts that are still
 * unknown are left for later, and so is what the keys say together with those of the provider.
 */
export const validatePolicy = (model: unknown, diagnostics: Diagnostics): void => {
  if (model === null || typeof model !== "object" || !isWhollyKnownModel(model)) return;
  for (const { path, message } of checkPolicyPart(plainPolicy(model)))
    diagnostics.error("Invalid Policy", message, pathOf(path));
};

const isSet = (value: unknown): boolean => value !== null && value !== undefined;

/** A policy and the one that it is laid over. */
export interface PolicyLayers {
  readonly base: PlainObject;
  /** Who sets the base, in the words of a message. */
  readonly baseName: string;
  readonly own: PlainObject | null;
}

/** Says so where a key contradicts one that the reader does not see. */
const originOf = ({ keys = [] }: PolicyProblem, { base, baseName, own }: PolicyLayers): string => {
  const isOwn = (key: string): boolean => isSet(own?.[key]);
  const isMixed = keys.some(isOwn) && keys.some((key) => !isOwn(key) && isSet(base[key]));
  return isMixed ? ` What is not set here is set by ${baseName}.` : "";
};

/** Adds an error for something that is wrong with a policy laid over another. */
export const refusePolicy = (problem: PolicyProblem, layers: PolicyLayers, diagnostics: Diagnostics): void => {
  diagnostics.error("Invalid Policy", `${problem.message}${originOf(problem, layers)}`, pathOf(problem.path));
};

/** Lays a policy over that of the provider and fills in the defaults; undefined after adding errors. */
export const effectivePolicy = (
  provider: PlainObject,
  override: PolicyModel | null,
  diagnostics: Diagnostics,
): Policy | undefined => {
  const own = override === null ? null : plainPolicy(override);
  const decoded = decodePolicy(mergePolicies(provider, own));
  if ("policy" in decoded) return decoded.policy;
  const layers = { base: provider, baseName: "the provider", own };
  for (const problem of decoded.problems) refusePolicy(problem, layers, diagnostics);
  return undefined;
};

/** Adds an error for what makes a policy wrong beside that of the provider. Parts that are still unknown are left for later. */
export const validateMergedPolicy = (provider: PlainObject, model: unknown, diagnostics: Diagnostics): void => {
  if (model === null || typeof model !== "object" || !isWhollyKnownModel(model)) return;
  effectivePolicy(provider, { ...model }, diagnostics);
};

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
