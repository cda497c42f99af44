import type { MessageInitShape } from "@bufbuild/protobuf";
import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { functionsToProto } from "../function-to-proto.js";
import type { GetProviderSchema_ResponseSchema } from "../gen/tfplugin6_pb.js";
import { schemaToProto } from "../schema-to-proto.js";
import { SERVER_CAPABILITIES } from "../server-capabilities.js";

/** Describes everything that the provider serves. */
export const getProviderSchema = (
  server: ProviderServer,
): MessageInitShape<typeof GetProviderSchema_ResponseSchema> => {
  const { description, attributes, resources, dataSources, functions } = server.definition;
  return {
    provider: schemaToProto({ version: 0, description, attributes }),
    resourceSchemas: Object.fromEntries(resources.map(({ typeName, schema }) => [typeName, schemaToProto(schema)])),
    dataSourceSchemas: Object.fromEntries(dataSources.map(({ typeName, schema }) => [typeName, schemaToProto(schema)])),
    functions: functionsToProto(functions),
    serverCapabilities: SERVER_CAPABILITIES,
  };
};
