import type { LazyService } from "../grpc/add-service.js";
import { CallTracker } from "../grpc/call-tracker.js";
import { serveGrpc } from "./grpc-transport.js";
import { openListener } from "./listener.js";
import { processServices } from "./process-services.js";

/** Is a provider that hosts find through an environment variable instead of starting it. */
export interface ReattachedPlugin {
  /** The value for TF_REATTACH_PROVIDERS. */
  readonly reattachProviders: string;
  /** Stops serving; the process goes on. */
  close(): Promise<void>;
}

/** Both public registries: a configuration's short address means a different one in Terraform and in OpenTofu. */
const registryHosts = ["registry.terraform.io", "registry.opentofu.org"];
const protocolVersion = 6;
const closeGraceMs = 50;

/**
 * Serves a provider for debugging and tests: in plain text on a private unix socket (TCP on Windows), for any number of
 * hosts one after another, untouched by their Shutdown calls. `source` is namespace/name as in required_providers.
 * It does not touch signals, streams or error handlers of the process.
 */
export async function serveReattached(source: string, services: readonly LazyService[]): Promise<ReattachedPlugin> {
  const listener = await openListener(process.platform === "win32" ? "tcp" : "unix", {});
  const removeSocket = (): void => {
    listener.close();
  };
  process.on("exit", removeSocket);
  const calls = new CallTracker();
  const processCalls = new CallTracker();
  const transport = await serveGrpc(listener, undefined, [
    { calls, services },
    { calls: processCalls, services: processServices(() => undefined) },
  ]);
  const config = {
    Protocol: "grpc",
    ProtocolVersion: protocolVersion,
    Pid: process.pid,
    // Tells the host that it must not end this process.
    Test: true,
    Addr: { Network: listener.network, String: listener.address },
  };
  return {
    reattachProviders: JSON.stringify(Object.fromEntries(registryHosts.map((host) => [`${host}/${source}`, config]))),
    close: async () => {
      const reason = new Error("The provider is being closed.");
      calls.abortAll(reason);
      processCalls.abortAll(reason);
      await transport.close(closeGraceMs);
      process.off("exit", removeSocket);
    },
  };
}
