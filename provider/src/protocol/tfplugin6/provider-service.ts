import type { Logger } from "../../framework/logger.js";
import type { ProviderServer } from "../../framework/server/provider-server.js";
import { bugText } from "../../framework/server/report-failure.js";
import { answer, failureDiagnostics } from "./answer.js";
import { functionsToProto } from "./function-to-proto.js";
import type { BoundService } from "../grpc/bind-service.js";
import type { CallContext } from "../grpc/call-tracker.js";
import { bindService } from "../grpc/bind-service.js";
import type * as proto from "./gen/tfplugin6_pb.js";
import { Provider } from "./gen/tfplugin6_pb.js";
import { applyResourceChange } from "./rpc/apply-resource-change.js";
import { callFunction } from "./rpc/call-function.js";
import { configureProvider } from "./rpc/configure-provider.js";
import { getMetadata } from "./rpc/get-metadata.js";
import { getProviderSchema } from "./rpc/get-provider-schema.js";
import { importResourceState } from "./rpc/import-resource-state.js";
import { planResourceChange } from "./rpc/plan-resource-change.js";
import { readDataSource } from "./rpc/read-data-source.js";
import { readResource } from "./rpc/read-resource.js";
import { upgradeResourceState } from "./rpc/upgrade-resource-state.js";
import { validateDataResourceConfig } from "./rpc/validate-data-resource-config.js";
import { validateProviderConfig } from "./rpc/validate-provider-config.js";
import { validateResourceConfig } from "./rpc/validate-resource-config.js";

/**
 * RPCs for what this provider does not have (moves,
 * identities, ephemeral and list resources, actions, state stores) have no handler and answer UNIMPLEMENTED.
 */
const providerHandlers = (server: ProviderServer, log: Logger) => ({
  getMetadata: () => answer("GetMetadata", log, () => getMetadata(server)),
  getProviderSchema: () => answer("GetProviderSchema", log, () => getProviderSchema(server)),
  validateProviderConfig: (request: proto.ValidateProviderConfig_Request) =>
    answer("ValidateProviderConfig", log, () => validateProviderConfig(server, request)),
  validateResourceConfig: (request: proto.ValidateResourceConfig_Request) =>
    answer("ValidateResourceConfig", log, () => validateResourceConfig(server, request)),
  validateDataResourceConfig: (request: proto.ValidateDataResourceConfig_Request) =>
    answer("ValidateDataResourceConfig", log, () => validateDataResourceConfig(server, request)),
  upgradeResourceState: (request: proto.UpgradeResourceState_Request) =>
    answer("UpgradeResourceState", log, () => upgradeResourceState(server, request)),
  configureProvider: (request: proto.ConfigureProvider_Request) =>
    answer("ConfigureProvider", log, () => configureProvider(server, request)),
  readResource: (request: proto.ReadResource_Request, call: CallContext) =>
    answer("ReadResource", log, () => readResource(server, request, call)),
  planResourceChange: (request: proto.PlanResourceChange_Request) =>
    answer("PlanResourceChange", log, () => planResourceChange(server, request)),
  applyResourceChange: (request: proto.ApplyResourceChange_Request, call: CallContext) =>
    answer("ApplyResourceChange", log, () => applyResourceChange(server, request, call)),
  importResourceState: (request: proto.ImportResourceState_Request, call: CallContext) =>
    answer("ImportResourceState", log, () => importResourceState(server, request, call)),
  readDataSource: (request: proto.ReadDataSource_Request, call: CallContext) =>
    answer("ReadDataSource", log, () => readDataSource(server, request, call)),
  getFunctions: () => answer("GetFunctions", log, () => ({ functions: functionsToProto(server.definition.functions) })),
  callFunction: (request: proto.CallFunction_Request) => callFunction(server, request, log),
  stopProvider: () => {
    server.stop();
    return { Error: "" };
  },
});

/** Answers a call in whose course an error arose that no handler saw, such as one thrown in a timer. */
const strayAnswer = (rpc: string, error: unknown) =>
  rpc === "CallFunction"
    ? { error: { text: bugText(error, `The call ${rpc}`).detail } }
    : { diagnostics: failureDiagnostics(rpc, error) };

/** Joins a provider server with the gRPC service `tfplugin6.Provider`. */
export const bindProviderService = (server: ProviderServer, log: Logger): BoundService =>
  bindService(Provider, providerHandlers(server, log), ({ error, method }) => strayAnswer(method.name, error));
