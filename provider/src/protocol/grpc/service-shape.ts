/** Says which sides of a gRPC method are streams, in the words of the protobuf library. */
export type MethodKind = "unary" | "server_streaming" | "client_streaming" | "bidi_streaming";

/**
 * Names a service and its methods without their messages. It is all that registration needs, so a process can listen
 * before it has loaded a single message definition.
 */
export interface ServiceShape {
  readonly typeName: string;
  readonly methods: Readonly<Record<string, MethodKind>>;
}
