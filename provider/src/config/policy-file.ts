import { checkPolicyPart, decodePolicy } from "../planning/model/decode-policy.js";
import type { Policy } from "../planning/model/policy.js";
import { isPlainObject, type PlainObject, type PolicyProblem } from "../planning/model/read-policy-value.js";

/** Says that a policy file cannot be used, in full sentences. */
export class PolicyFileError extends Error {
  constructor(path: string, lines: readonly string[]) {
    super(`The policy file ${path} cannot be used.\n${lines.join("\n")}`);
    this.name = "PolicyFileError";
  }
}

/**
 * Reads the text of a policy file: JSON with the attribute names of `policy`.
 *
 * @param path only for messages
 * @throws PolicyFileError when the text is no JSON or no valid policy
 */
export function parsePolicyFile(text: string, path: string): Policy {
  const decoded = decodePolicy(parseJson(text, path));
  if ("problems" in decoded) {
    throw new PolicyFileError(path, decoded.problems.map(describe));
  }
  return decoded.policy;
}

/**
 * Reads the text of a policy file whose attributes override those of another policy.
 *
 * @param path only for messages
 * @throws PolicyFileError when the text is no JSON, an attribute is wrong, or attributes of the file contradict each other
 */
export function parsePolicyPart(text: string, path: string): PlainObject {
  const json = parseJson(text, path);
  const problems = checkPolicyPart(json);
  if (problems.length > 0) {
    throw new PolicyFileError(path, problems.map(describe));
  }
  return isPlainObject(json) ? json : {};
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PolicyFileError(path, [
      `It is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`,
    ]);
  }
}

function describe(problem: PolicyProblem): string {
  const place = problem.path.map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`));
  return `${place.length === 0 ? "(document)" : place.join("")}: ${problem.message}`;
}
