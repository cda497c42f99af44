import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../codec/dynamic-value.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { PlanResourceChange_Request } from "../gen/tfplugin6_pb.js";
import { pathToProto } from "../path-to-proto.js";
import { servedResource } from "../served-types.js";

/** Plans a change. */
export const planResourceChange = (server: ProviderServer, request: PlanResourceChange_Request) => {
  const { resource, type } = servedResource(server, request.typeName);
  const { value, diagnostics } = server.planResource(resource, {
    prior: decodeDynamicValue(type, request.priorState),
    config: decodeDynamicValue(type, request.config),
    proposed: decodeDynamicValue(type, request.proposedNewState),
    priorPrivate: request.priorPrivate,
  });
  return {
    plannedState: encodeDynamicValue(type, value.planned),
    requiresReplace: value.requiresReplace.map(pathToProto),
    plannedPrivate: value.plannedPrivate,
    diagnostics: diagnosticsToProto(diagnostics.items),
    ...(request.priorIdentity !== undefined && { plannedIdentity: request.priorIdentity }),
  };
};
