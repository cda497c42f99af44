import { MAX_DEPTH } from "./depth-limit.js";
import { ctyBool, ctyDynamic, ctyList, ctyMap, ctyNumber, ctyObject, ctySet, ctyString, ctyTuple } from "./type.js";
import type { CtyObjectType, CtyType } from "./type.js";
import { compareUtf8 } from "./utf8-order.js";

const PRIMITIVES: ReadonlyMap<unknown, CtyType> = new Map([
  ["string", ctyString],
  ["number", ctyNumber],
  ["bool", ctyBool],
  ["dynamic", ctyDynamic],
]);

const COLLECTIONS: ReadonlyMap<unknown, (element: CtyType) => CtyType> = new Map([
  ["list", ctyList],
  ["set", ctySet],
  ["map", ctyMap],
]);

const parseTuple = (elements: unknown, depth: number): CtyType => {
  if (!Array.isArray(elements)) throw new SyntaxError("The type of a tuple does not list its element types.");
  return ctyTuple(elements.map((element: unknown) => parseNode(element, depth)));
};

const parseObject = (attributes: unknown, depth: number): CtyType => {
  if (typeof attributes !== "object" || attributes === null || Array.isArray(attributes)) {
    throw new SyntaxError("The type of an object does not list its attributes.");
  }
  // A Map, not an object: a name such as __proto__ must stay an ordinary name.
  const entries = Object.entries(attributes).map(
    ([name, type]: [string, unknown]) => [name.normalize("NFC"), parseNode(type, depth)] as const,
  );
  return ctyObject(new Map(entries));
};

const parseNode = (json: unknown, depth: number): CtyType => {
  if (depth > MAX_DEPTH) throw new SyntaxError(`The type is nested more than ${MAX_DEPTH} levels deep.`);
  const primitive = PRIMITIVES.get(json);
  if (primitive !== undefined) return primitive;
  if (!Array.isArray(json) || json.length !== 2) throw new SyntaxError("The type is neither a name nor a pair.");
  const kind: unknown = json[0];
  const argument: unknown = json[1];
  if (kind === "tuple") return parseTuple(argument, depth + 1);
  if (kind === "object") return parseObject(argument, depth + 1);
  const collection = COLLECTIONS.get(kind);
  if (collection === undefined) throw new SyntaxError("The type has an unknown kind.");
  return collection(parseNode(argument, depth + 1));
};

const parseText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The message of JSON.parse would quote the text.
    throw new SyntaxError("The type is not JSON.");
  }
};

/**
 * Reads a type from its JSON text, such as `["list","string"]`; attribute names are normalised to NFC.
 * @throws SyntaxError when the text is not JSON, names no type, or nests deeper than 400 levels.
 */
export const parseType = (text: string): CtyType => parseNode(parseText(text), 0);

/** Sorted once per type: a list of objects asks for each of its elements. */
const sortedByType = new WeakMap<CtyObjectType, readonly (readonly [string, CtyType])[]>();

/** Returns an object's attributes in the order of the UTF-8 bytes of their names. */
export const sortedAttributes = (type: CtyObjectType): readonly (readonly [string, CtyType])[] => {
  const known = sortedByType.get(type);
  if (known !== undefined) return known;
  const sorted = [...type.attributes].sort(([a], [b]) => compareUtf8(a, b));
  sortedByType.set(type, sorted);
  return sorted;
};

const formatObject = (type: CtyObjectType): string => {
  const attributes = sortedAttributes(type).map(([name, of]) => `${JSON.stringify(name)}:${formatType(of)}`);
  return `["object",{${attributes.join(",")}}]`;
};

/** Writes a type as compact JSON, the attribute names of objects in the order of their UTF-8 bytes. */
export const formatType = (type: CtyType): string => {
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
    case "dynamic":
      return `"${type.kind}"`;
    case "list":
    case "set":
    case "map":
      return `["${type.kind}",${formatType(type.element)}]`;
    case "tuple":
      return `["tuple",[${type.elements.map(formatType).join(",")}]]`;
    case "object":
      return formatObject(type);
  }
};
