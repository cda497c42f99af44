import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../codec/dynamic-value.js";
import type { CallContext } from "../../grpc/call-tracker.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { ReadDataSource_Request } from "../gen/tfplugin6_pb.js";
import { servedDataSource } from "../served-types.js";

/** Reads a data source. */
export const readDataSource = async (
  server: ProviderServer,
  request: ReadDataSource_Request,
  { signal }: CallContext,
) => {
  const { source, type } = servedDataSource(server, request.typeName);
  const config = decodeDynamicValue(type, request.config);
  const { value, diagnostics } = await server.readDataSource(source, config, signal);
  return { state: encodeDynamicValue(type, value), diagnostics: diagnosticsToProto(diagnostics.items) };
};
