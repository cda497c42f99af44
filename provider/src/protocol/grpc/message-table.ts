/** Names the scalar types that the definitions of this provider use. */
export type ScalarType = "bool" | "bytes" | "enum" | "int32" | "int64" | "string" | "uint32";

interface Member {
  readonly number: number;
  /** In lower camel case, as in the objects that handlers take and give. */
  readonly name: string;
}

/** Is a field whose zero value is not sent. */
export interface PlainField extends Member {
  readonly kind: "plain";
  readonly type: ScalarType;
}

/** Is a field that is sent whenever it is there; every single message is one. */
export interface OptionalField extends Member {
  readonly kind: "optional";
  readonly type: ScalarType | MessageTable;
}

/** Is a list of texts, bytes or messages. Lists of numbers, which would be packed, do not occur. */
export interface RepeatedField extends Member {
  readonly kind: "repeated";
  readonly type: ScalarType | MessageTable;
}

/** Is a map whose keys are texts. */
export interface MapField extends Member {
  readonly kind: "map";
  readonly type: ScalarType | MessageTable;
}

/** Is one of several fields that share the property `oneof`: `{ case: name, value }`. */
export interface OneofField extends Member {
  readonly kind: "oneof";
  readonly oneof: string;
  readonly type: ScalarType | MessageTable;
}

/** Is a field of a message. */
export type FieldTable = PlainField | OptionalField | RepeatedField | MapField | OneofField;

/** Is what encoding and decoding a message needs to know; generated from the definitions, and nothing at run time. */
export interface MessageTable {
  /** With its package, for example tfplugin6.DynamicValue. */
  readonly typeName: string;
  /** In the order of their numbers. A function, because messages refer to each other in circles. */
  readonly fields: () => readonly FieldTable[];
}

/** Numbers the two fields that each entry of a map has on the wire. */
export const MAP_ENTRY = { key: 1, value: 2 } as const;

/** Tells an object, which may be a message, from everything else. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
