import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../codec/dynamic-value.js";
import type { CallContext } from "../../grpc/call-tracker.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ReadResource_Request } from "../gen/tfplugin6_pb.js";
import { servedResource } from "../served-types.js";

/** Refreshes a state. Private bytes and identity are repeated, or core would forget them. */
export const readResource = async (server: ProviderServer, request: ReadResource_Request, { signal }: CallContext) => {
  const { resource, type } = servedResource(server, request.typeName);
  const state = decodeDynamicValue(type, request.currentState);
  const result = await server.readResource(resource, { state, privateBytes: request.private }, signal);
  return {
    newState: encodeDynamicValue(type, result.state),
    private: result.privateBytes,
    diagnostics: diagnosticsToProto(result.diagnostics.items),
    ...(request.currentIdentity !== undefined && { newIdentity: request.currentIdentity }),
  };
};
