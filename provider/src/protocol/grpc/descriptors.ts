// Everybody outside protocol/ that handles generated messages takes their types from here, so that the protobuf library
// and its version are known in one place.
import type { DescMethod } from "@bufbuild/protobuf";

export type { DescMessage, Message, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
export type { GenService, GenServiceMethods } from "@bufbuild/protobuf/codegenv2";

/** Is what the generated modules hold of a method. The generated types promise the library's whole descriptor. */
export type MethodTable = Pick<DescMethod, "name" | "localName" | "methodKind" | "input" | "output">;

/** Is what the generated modules hold of a service. */
export interface ServiceTable {
  readonly typeName: string;
  readonly methods: readonly MethodTable[];
}
