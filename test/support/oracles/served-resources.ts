import { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import type { Provider } from "../../../provider/src/framework/provider-definition.js";
import { createProvider } from "../../../provider/src/provider.js";
import { createTestProvider } from "../test-provider/provider.js";
import { silentLogger } from "../test-provider/silent-logger.js";

/** The provider of this project, cut off from environment and clock. */
export const isolatedProxlb = (): Provider =>
  createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });

/** Everything that this project serves, together with the test provider. */
export const servedProviders = (): readonly Provider[] => [isolatedProxlb(), createTestProvider()];

/** Serves a provider without a process. */
export const serverOf = (provider: Provider): ProviderServer => new ProviderServer(provider, silentLogger);
