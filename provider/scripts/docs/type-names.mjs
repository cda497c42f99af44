// Names types as registries show them.

const NESTED = { single: "Attributes", list: "Attributes List", set: "Attributes Set", map: "Attributes Map" };

const PRIMITIVES = { string: "String", number: "Number", bool: "Boolean", dynamic: "Dynamic" };

const COLLECTIONS = { list: "List", set: "Set", map: "Map" };

const typeName = (type) => {
  if (type.kind in PRIMITIVES) return PRIMITIVES[type.kind];
  return type.kind in COLLECTIONS ? `${COLLECTIONS[type.kind]} of ${typeName(type.element)}` : "Object";
};

/** The type of an attribute or argument, such as `List of String`. */
export const shapeName = ({ type, nested }) => (nested === undefined ? typeName(type) : NESTED[nested.nesting]);

const SIGNATURE = { string: "string", number: "number", bool: "bool", dynamic: "dynamic" };

/** The type in a function's signature, such as `list of string`. */
export const signatureType = (type) => {
  if (type.kind in SIGNATURE) return SIGNATURE[type.kind];
  return type.kind in COLLECTIONS ? `${type.kind} of ${signatureType(type.element)}` : "object";
};
