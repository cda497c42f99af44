import { createHash } from "node:crypto";
import { encodePolicy } from "../../planning/model/encode-policy.js";
import type { Policy } from "../../planning/model/policy.js";

/** Returns a SHA-256 in hex over everything that a policy says. */
export const policyDigest = (policy: Policy): string =>
  createHash("sha256")
    .update(JSON.stringify(encodePolicy(policy)))
    .digest("hex");
