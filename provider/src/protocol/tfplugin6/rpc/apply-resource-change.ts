import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../codec/dynamic-value.js";
import type { CallContext } from "../../grpc/call-tracker.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ApplyResourceChange_Request } from "../gen/tfplugin6_pb.js";
import { servedResource } from "../served-types.js";

/** Applies a planned change. The state is answered together with errors, as it says what was done before them. */
export const applyResourceChange = async (
  server: ProviderServer,
  request: ApplyResourceChange_Request,
  { signal }: CallContext,
) => {
  const { resource, type } = servedResource(server, request.typeName);
  const input = {
    prior: decodeDynamicValue(type, request.priorState),
    planned: decodeDynamicValue(type, request.plannedState),
    config: decodeDynamicValue(type, request.config),
    plannedPrivate: request.plannedPrivate,
  };
  const result = await server.applyResource(resource, input, signal);
  return {
    newState: encodeDynamicValue(type, result.state),
    private: result.privateBytes,
    diagnostics: diagnosticsToProto(result.diagnostics.items),
    ...(request.plannedIdentity !== undefined && { newIdentity: request.plannedIdentity }),
  };
};
