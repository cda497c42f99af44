import { readFileSync } from "node:fs";
import { CtyNumber } from "../../provider/src/cty/number.js";
import { parseType } from "../../provider/src/cty/type-json.js";
import type { CtyType } from "../../provider/src/cty/type.js";
import { DynamicValue, UNKNOWN, Unknown } from "../../provider/src/cty/value.js";
import type { CtyValue, Refinements } from "../../provider/src/cty/value.js";

type GoldenBound = readonly [text: string, inclusive: boolean];

interface GoldenRefinements {
  readonly notNull?: true;
  readonly prefix?: string;
  readonly min?: GoldenBound;
  readonly max?: GoldenBound;
  readonly lengthMin?: number;
  readonly lengthMax?: number;
}

/** The notation of values in the fixture: an object has exactly one key, which says what it is. */
type GoldenValue =
  | null
  | boolean
  | string
  | readonly GoldenValue[]
  | { readonly number: string }
  | { readonly map: readonly (readonly [string, GoldenValue])[] }
  | { readonly object: readonly (readonly [string, GoldenValue])[] }
  | { readonly dynamic: { readonly type: unknown; readonly value: GoldenValue } }
  | { readonly unknown: GoldenRefinements };

type Repeated = readonly (readonly [text: string, times: number])[];

interface GoldenEntry {
  readonly id: string;
  readonly type: unknown;
  readonly hex?: string;
  readonly hexParts?: Repeated;
  readonly value?: GoldenValue;
  readonly valueParts?: Repeated;
  readonly hexOpenTofu16?: string;
  readonly stateJson?: string;
}

interface GoldenAnswer {
  readonly what: string;
  readonly type: unknown;
  readonly configHcl: string;
  readonly answerHex: string;
  readonly "opentofu-1.6.2": string;
  readonly "terraform-1.11.4": string;
}

interface GoldenRequest {
  readonly rpc: string;
  readonly fields: { readonly raw_state?: { readonly json: { readonly utf8: string } } };
}

interface GoldenFile {
  readonly values: readonly GoldenEntry[];
  readonly answers: readonly GoldenAnswer[];
  readonly requests: readonly GoldenRequest[];
  readonly schemas: Readonly<Record<string, unknown>>;
}

/** A value captured on its way from a real command line to a provider. */
export interface GoldenVector {
  readonly id: string;
  readonly type: CtyType;
  readonly value: CtyValue;
  readonly bytes: Uint8Array;
  /** What an older CLI sends for the same value. */
  readonly olderBytes: Uint8Array | undefined;
  /** The value in a state file. */
  readonly stateJson: string | undefined;
}

/** A spelling of a configured value in a provider's answer, and whether each of two CLIs took it for the same value. */
export interface AnswerVector {
  readonly what: string;
  readonly type: CtyType;
  readonly configHcl: string;
  readonly bytes: Uint8Array;
  readonly accepted: boolean;
}

const file = JSON.parse(
  readFileSync(new URL("../fixtures/cty/cty-golden.json", import.meta.url), "utf8"),
) as GoldenFile;

const boundFrom = (bound: GoldenBound): readonly [CtyNumber, boolean] => [CtyNumber.of(bound[0]), bound[1]];

const unknownFrom = ({ min, max, ...rest }: GoldenRefinements): Unknown => {
  const refinements: Refinements = {
    ...rest,
    ...(min && { min: boundFrom(min) }),
    ...(max && { max: boundFrom(max) }),
  };
  return Object.keys(refinements).length === 0 ? UNKNOWN : new Unknown(refinements);
};

const mapFrom = (pairs: readonly (readonly [string, GoldenValue])[]): CtyValue =>
  new Map(pairs.map(([key, value]) => [key, valueFrom(value)]));

const isList = (value: GoldenValue): value is readonly GoldenValue[] => Array.isArray(value);

const valueFrom = (value: GoldenValue): CtyValue => {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(valueFrom);
  if ("number" in value) return CtyNumber.of(value.number);
  if ("map" in value) return mapFrom(value.map);
  if ("object" in value) return mapFrom(value.object);
  if ("unknown" in value) return unknownFrom(value.unknown);
  return new DynamicValue(typeFrom(value.dynamic.type), valueFrom(value.dynamic.value));
};

const typeFrom = (json: unknown): CtyType => parseType(JSON.stringify(json));

const repeat = (parts: Repeated): string => parts.map(([text, times]) => text.repeat(times)).join("");

/** Returns the bytes that hexadecimal text stands for. */
export const bytesFromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

export const goldenVectors: readonly GoldenVector[] = file.values.map((entry) => ({
  id: entry.id,
  type: typeFrom(entry.type),
  value: entry.valueParts ? repeat(entry.valueParts) : valueFrom(entry.value ?? null),
  bytes: bytesFromHex(entry.hexParts ? repeat(entry.hexParts) : (entry.hex ?? "")),
  olderBytes: entry.hexOpenTofu16 === undefined ? undefined : bytesFromHex(entry.hexOpenTofu16),
  stateJson: entry.stateJson,
}));

export const answerVectors: readonly AnswerVector[] = file.answers.map((answer) => ({
  what: answer.what,
  type: typeFrom(answer.type),
  configHcl: answer.configHcl,
  bytes: bytesFromHex(answer.answerHex),
  accepted: answer["opentofu-1.6.2"] === "accepted" && answer["terraform-1.11.4"] === "accepted",
}));

/** State texts as they stand in requests for an upgrade of `mini_small`. */
export const rawStates: readonly string[] = file.requests.flatMap(({ rpc, fields }) =>
  rpc === "UpgradeResourceState" && fields.raw_state ? [fields.raw_state.json.utf8] : [],
);

/** Returns the type of one of the fixture's schemas. */
export const goldenSchemaType = (name: string): CtyType => typeFrom(file.schemas[name]);
