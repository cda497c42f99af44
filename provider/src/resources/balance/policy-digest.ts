import { createHash } from "node:crypto";
import { plainPolicy } from "../../attributes/plain-policy.js";
import type { PolicyModel } from "../../attributes/policy-attribute.js";
import { encodePolicy } from "../../planning/model/encode-policy.js";
import type { Policy } from "../../planning/model/policy.js";
import { isPlainObject } from "../../planning/model/read-policy-value.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Writes a value in one way only. No list of a policy means anything by its order, so that all are sorted. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${[...new Set(value.map(canonical))].sort(compare).join()}]`;
  if (!isPlainObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.sort(compare).join()}}`;
};

/** Returns a SHA-256 in hex over everything that a policy says. */
export const policyDigest = (policy: Policy): string =>
  createHash("sha256")
    .update(canonical(encodePolicy(policy)))
    .digest("hex");

const written = (model: PolicyModel | null): string => canonical(model === null ? null : plainPolicy(model));

/** Tells whether two policies, as configurations write them, say the same. */
export const policiesEqual = (a: PolicyModel | null, b: PolicyModel | null): boolean => written(a) === written(b);
