// Refuses definitions that the codec of provider/src/protocol/grpc would not encode and decode as the library does.
import { ScalarType } from "@bufbuild/protobuf";
import { Edition } from "@bufbuild/protobuf/wkt";

/** The scalar types that the codec knows, by what its tables call them. */
export const SCALARS = new Map([
  [ScalarType.BOOL, "bool"],
  [ScalarType.BYTES, "bytes"],
  [ScalarType.INT32, "int32"],
  [ScalarType.INT64, "int64"],
  [ScalarType.STRING, "string"],
  [ScalarType.UINT32, "uint32"],
]);

/** The messages of other files that are objects of their fields here; wrappers, for example, are not. */
const FOREIGN = new Set(["google.protobuf.Empty", "google.protobuf.Timestamp"]);

/** Lists of numbers are packed, or may be. */
const isListOfNumbers = ({ fieldKind, message, scalar }) =>
  fieldKind === "list" && message === undefined && scalar !== ScalarType.STRING && scalar !== ScalarType.BYTES;

const isForeign = ({ message, parent }) =>
  message !== undefined && message.file !== parent.file && !FOREIGN.has(message.typeName);

const objectionTo = (field) => {
  if (field.scalar !== undefined && !SCALARS.has(field.scalar)) return `of the type ${ScalarType[field.scalar]}`;
  if (field.fieldKind === "map" && field.mapKey !== ScalarType.STRING) return "a map whose keys are no texts";
  if (field.longAsString) return "a number in the form of a text";
  if (isListOfNumbers(field)) return "a list of numbers";
  return isForeign(field) ? `a ${field.message.typeName}` : undefined;
};

/** Throws for a field that the codec lacks. */
export const refuseUnknownField = (field) => {
  const objection = objectionTo(field);
  if (objection === undefined) return;
  throw new Error(`${field.parent.typeName}.${field.name} is ${objection}, which the codec of the provider lacks.`);
};

/** Throws for a file whose fields have another presence and other checks than those of proto3. */
export const refuseOtherSyntax = ({ name, edition }) => {
  if (edition === Edition.EDITION_PROTO3) return;
  throw new Error(`${name}.proto is not written in proto3, the only syntax that the codec of the provider knows.`);
};
