import { impliedType } from "../../../framework/schema/schema.js";
import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue } from "../../codec/dynamic-value.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ConfigureProvider_Request } from "../gen/tfplugin6_pb.js";

/** Takes the provider block into use. */
export const configureProvider = async (server: ProviderServer, request: ConfigureProvider_Request) => {
  const config = decodeDynamicValue(impliedType(server.definition.attributes), request.config);
  const { items } = await server.configure(config);
  return { diagnostics: diagnosticsToProto(items) };
};
