import { impliedType } from "../../../framework/schema/schema.js";
import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue } from "../../codec/dynamic-value.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ValidateProviderConfig_Request } from "../gen/tfplugin6_pb.js";

/** Checks the provider block. */
export const validateProviderConfig = (server: ProviderServer, request: ValidateProviderConfig_Request) => {
  const config = decodeDynamicValue(impliedType(server.definition.attributes), request.config);
  return { diagnostics: diagnosticsToProto(server.validateProvider(config).items) };
};
