import type { ParameterValue } from "./call.js";
import { parameterError } from "./api-error.js";
import type { EndpointContract, ParameterContract } from "./contract.js";

const TRUE_WORDS = new Set(["1", "true", "yes", "on"]);
const FALSE_WORDS = new Set(["0", "false", "no", "off"]);
const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const FORMATS: Readonly<Record<string, { readonly pattern: RegExp; readonly name: string }>> = {
  "pve-node": { pattern: /^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/, name: "node name" },
  "pve-storage-id": { pattern: /^[a-zA-Z][a-zA-Z0-9\-_.]*[a-zA-Z0-9]$/, name: "storage ID" },
};

/** Checks sent parameters against a contract and gives them their declared types. Throws the 400 that names all that is wrong. */
export function verifyParameters(
  endpoint: EndpointContract,
  sent: Readonly<Record<string, string>>,
): Readonly<Record<string, ParameterValue>> {
  const errors: Record<string, string> = {};
  const values: Record<string, ParameterValue> = {};
  for (const [name, contract] of Object.entries(endpoint.parameters)) {
    const text = sent[name];
    if (text === undefined) {
      if (!contract.optional) errors[name] = "property is missing and it is not optional";
      continue;
    }
    const checked = check(contract, text);
    if ("problem" in checked) errors[name] = checked.problem;
    else values[name] = checked.value;
  }
  for (const name of Object.keys(sent)) {
    if (endpoint.parameters[name] !== undefined) continue;
    errors[name] = "property is not defined in schema and the schema does not allow additional properties";
  }
  if (Object.keys(errors).length > 0) throw parameterError(errors);
  return values;
}

type Checked = { readonly value: ParameterValue } | { readonly problem: string };

function check(contract: ParameterContract, text: string): Checked {
  switch (contract.type) {
    case "boolean":
      return checkBoolean(text);
    case "integer":
      return checkNumber(contract, text, INTEGER);
    case "number":
      return checkNumber(contract, text, NUMBER);
    case "string":
    case "array":
      return checkText(contract, text);
  }
}

function checkBoolean(text: string): Checked {
  const word = text.toLowerCase();
  if (TRUE_WORDS.has(word)) return { value: true };
  return FALSE_WORDS.has(word) ? { value: false } : { problem: typeProblem("boolean", text) };
}

function checkNumber(contract: ParameterContract, text: string, form: RegExp): Checked {
  if (!form.test(text)) return { problem: typeProblem(contract.type, text) };
  const value = Number(text);
  if (contract.minimum !== undefined && value < contract.minimum) {
    return { problem: `value must have a minimum value of ${contract.minimum}` };
  }
  if (contract.maximum !== undefined && value > contract.maximum) {
    return { problem: `value must have a maximum value of ${contract.maximum}` };
  }
  return { value };
}

function checkText(contract: ParameterContract, text: string): Checked {
  if (contract.enum !== undefined && !contract.enum.includes(text)) {
    return { problem: `value '${text}' does not have a value in the enumeration '${contract.enum.join(", ")}'` };
  }
  if (contract.max_length !== undefined && text.length > contract.max_length) {
    return { problem: `value may only be ${contract.max_length} characters long` };
  }
  if (contract.pattern !== undefined && !new RegExp(`^(?:${contract.pattern})$`, contract.patternFlags).test(text)) {
    return { problem: "value does not match the regex pattern" };
  }
  const format = typeof contract.format === "string" ? FORMATS[contract.format] : undefined;
  if (format !== undefined && !format.pattern.test(text)) {
    return { problem: `invalid format - value does not look like a valid ${format.name}\n` };
  }
  return { value: text };
}

function typeProblem(type: string, text: string): string {
  return `type check ('${type}') failed - got '${text}'`;
}
