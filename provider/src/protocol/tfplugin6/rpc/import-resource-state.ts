import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { encodeDynamicValue } from "../../codec/dynamic-value.js";
import type { CallContext } from "../../grpc/call-tracker.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ImportResourceState_Request } from "../gen/tfplugin6_pb.js";
import { servedResource } from "../served-types.js";

/** Imports an object by its id. */
export const importResourceState = async (
  server: ProviderServer,
  request: ImportResourceState_Request,
  { signal }: CallContext,
) => {
  const { resource, type } = servedResource(server, request.typeName);
  const { state, privateBytes, diagnostics } = await server.importResource(resource, request.id, signal);
  const imported = { typeName: request.typeName, state: encodeDynamicValue(type, state), private: privateBytes };
  return {
    importedResources: state === null ? [] : [imported],
    diagnostics: diagnosticsToProto(diagnostics.items),
  };
};
