import type { MessageInitShape } from "@bufbuild/protobuf";
import type { ProviderServer } from "../../../framework/server/provider-server.js";
import type { GetMetadata_ResponseSchema } from "../gen/tfplugin6_pb.js";
import { SERVER_CAPABILITIES } from "../server-capabilities.js";

/** Names everything that the provider serves. */
export const getMetadata = ({ definition }: ProviderServer): MessageInitShape<typeof GetMetadata_ResponseSchema> => ({
  serverCapabilities: SERVER_CAPABILITIES,
  resources: definition.resources.map(({ typeName }) => ({ typeName })),
  dataSources: definition.dataSources.map(({ typeName }) => ({ typeName })),
  functions: definition.functions.map(({ name }) => ({ name })),
});
