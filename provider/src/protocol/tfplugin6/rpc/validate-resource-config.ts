import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue } from "../../codec/dynamic-value.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ValidateResourceConfig_Request } from "../gen/tfplugin6_pb.js";
import { servedResource } from "../served-types.js";

/** Checks the configuration of a resource. */
export const validateResourceConfig = (server: ProviderServer, request: ValidateResourceConfig_Request) => {
  const { resource, type } = servedResource(server, request.typeName);
  const knowsWriteOnly = request.clientCapabilities?.writeOnlyAttributesAllowed ?? false;
  const diagnostics = server.validateResource(resource, decodeDynamicValue(type, request.config), knowsWriteOnly);
  return { diagnostics: diagnosticsToProto(diagnostics.items) };
};
