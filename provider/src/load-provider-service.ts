import type { ProviderSurroundings } from "./configure-provider.js";
import type { Logger } from "./framework/logger.js";
import { ProviderServer } from "./framework/server/provider-server.js";
import { createProvider } from "./provider.js";
import type { BoundService } from "./protocol/grpc/bind-service.js";
import { bindProviderService } from "./protocol/tfplugin6/provider-service.js";

/** Loads the provider and joins it with its gRPC service. */
export const loadProviderService = (
  surroundings: ProviderSurroundings,
  { log, protocolLog }: { readonly log: Logger; readonly protocolLog: Logger },
): BoundService => bindProviderService(new ProviderServer(createProvider(surroundings), log), protocolLog);
