import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue } from "../../codec/dynamic-value.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ValidateDataResourceConfig_Request } from "../gen/tfplugin6_pb.js";
import { servedDataSource } from "../served-types.js";

/** Checks the configuration of a data source. */
export const validateDataResourceConfig = (server: ProviderServer, request: ValidateDataResourceConfig_Request) => {
  const { source, type } = servedDataSource(server, request.typeName);
  const diagnostics = server.validateDataSource(source, decodeDynamicValue(type, request.config));
  return { diagnostics: diagnosticsToProto(diagnostics.items) };
};
