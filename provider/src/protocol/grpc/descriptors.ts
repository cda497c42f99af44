// Everybody outside protocol/ that handles generated messages takes their types from here, so that the protobuf library
// and its version are known in one place.
export type { DescMessage, DescMethod, DescService, Message, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
export type { GenService, GenServiceMethods } from "@bufbuild/protobuf/codegenv2";
