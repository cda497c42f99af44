import type { LazyService } from "../grpc/add-service.js";
import { CallTracker } from "../grpc/call-tracker.js";
import { guardAgainstCrashes } from "./crash-guard.js";
import { serveGrpc } from "./grpc-transport.js";
import type { TlsMaterial, Transport } from "./grpc-transport.js";
import { handshakeLine } from "./handshake.js";
import { openListener } from "./listener.js";
import type { Listener, Network } from "./listener.js";
import { directRunMessage, startedByHost } from "./magic-cookie.js";
import { createServerIdentity } from "./mutual-tls.js";
import { watchParent } from "./parent-watch.js";
import type { ProcessLog } from "./process-log.js";
import { processServices } from "./process-services.js";
import { negotiateVersion } from "./protocol-version.js";
import type { StandardStreams } from "./standard-streams.js";
import { PluginStartError } from "./start-error.js";

type Env = Readonly<Record<string, string | undefined>>;

/** Is what a provider process gives to be served. */
export interface ServePluginOptions {
  /** The provider's short name, for example "proxlb". */
  readonly name: string;
  /** What to run instead, in whole sentences, for a person who started the executable by hand. */
  readonly directRunHint: string;
  /** The provider services; each loads its messages and handlers on its first call. */
  readonly services: readonly LazyService[];
  readonly env: Env;
  readonly streams: StandardStreams;
  readonly log: ProcessLog;
  readonly now: () => Date;
  /** Ends the process; nothing runs after it. */
  readonly exit: (code: number) => void;
  /** Called once before the process ends in order. */
  readonly onStop?: () => void;
}

/** Is a plugin that its host can talk to. */
export interface PluginHandle {
  readonly network: Network;
  readonly address: string;
  /** Aborts all calls, closes the connections, removes the socket and ends the process. */
  stop(code: number): void;
}

const supportedVersions = [6];
/** The host waits two seconds for the process to exit; an answer on its way needs a few milliseconds. */
const closeGraceMs = 50;
/** 128 and the number of SIGTERM, as a shell reports it. */
const terminatedExitCode = 143;

/** Takes the system's default transport, or what a test asks for in <NAME>_PLUGIN_NETWORK. */
function chooseNetwork(env: Env, name: string): Network {
  const asked = env[`${name.toUpperCase()}_PLUGIN_NETWORK`];
  if (asked === "tcp" || asked === "unix") return asked;
  return process.platform === "win32" ? "tcp" : "unix";
}

function once(action: (code: number) => void): (code: number) => void {
  let done = false;
  return (code) => {
    if (done) return;
    done = true;
    action(code);
  };
}

interface Trackers {
  readonly provider: CallTracker;
  readonly process: CallTracker;
}

/** Holds what exists only after the host has been told where to connect. */
interface Serving {
  transport?: Transport;
}

/** Makes the orderly end: calls are aborted, answers on their way are sent, then the process exits. */
function orderlyStop(options: ServePluginOptions, calls: Trackers, serving: Serving): (code: number) => void {
  return once((code) => {
    const reason = new Error("The provider process is stopping.");
    calls.provider.abortAll(reason);
    calls.process.abortAll(reason);
    void Promise.resolve(serving.transport?.close(closeGraceMs)).finally(() => {
      try {
        options.onStop?.();
      } finally {
        options.exit(code);
      }
    });
  });
}

/** Lets only the right events end the process, from before the host knows of it. */
function superviseProcess(calls: Trackers, stop: (code: number) => void): void {
  // Ctrl-C reaches the whole process group. The host asks for a stop by a call then, and state must survive until it does.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => {
    stop(terminatedExitCode);
  });
  watchParent({
    parentId: () => process.ppid,
    isBusy: () => calls.provider.activeCount > 0,
    onOrphaned: () => {
      stop(0);
    },
  });
}

/** Listens and tells the host where, which is the moment from which it may connect. */
async function announce(options: ServePluginOptions): Promise<{ listener: Listener; tls: TlsMaterial | undefined }> {
  const { env, name } = options;
  const clientCertificate = env["PLUGIN_CLIENT_CERT"];
  const identity = clientCertificate ? createServerIdentity(clientCertificate, options.now()) : undefined;
  const listener = await openListener(chooseNetwork(env, name), env);
  process.on("exit", () => {
    listener.close();
  });
  options.streams.writeHandshake(
    handshakeLine({
      protocolVersion: negotiateVersion(env["PLUGIN_PROTOCOL_VERSIONS"], supportedVersions),
      network: listener.network,
      address: listener.address,
      certificate: identity?.certificate,
      multiplexAsked: Boolean(env["PLUGIN_MULTIPLEX_GRPC"]),
    }),
  );
  return { listener, tls: identity?.tls };
}

/**
 * Serves a provider to the Terraform or OpenTofu process that started this one: tells it on stdout where to connect,
 * answers until the host calls Shutdown or is gone, and ends the process then. Throws PluginStartError, whose message
 * is for the user, when the process was not started by a host or cannot listen.
 */
export async function servePlugin(options: ServePluginOptions): Promise<PluginHandle> {
  const { env, log, name } = options;
  if (!startedByHost(env)) throw new PluginStartError(directRunMessage(name, options.directRunHint));
  const calls: Trackers = { provider: new CallTracker(), process: new CallTracker() };
  const serving: Serving = {};
  const stop = orderlyStop(options, calls, serving);
  superviseProcess(calls, stop);
  const { listener, tls } = await announce(options);
  guardAgainstCrashes(calls.provider, log);
  // In the next turn, so that the answer to Shutdown is on its way before the connections close.
  const onShutdown = (): void => void setImmediate(stop, 0);
  const groups = [
    { calls: calls.provider, services: options.services },
    { calls: calls.process, services: processServices(onShutdown) },
  ];
  try {
    serving.transport = await serveGrpc(listener, tls, groups);
  } catch (error) {
    // An open listener would keep the process alive, and its host waiting.
    listener.close();
    throw error;
  }
  log.debug("The provider is ready.", { network: listener.network, address: listener.address });
  return { network: listener.network, address: listener.address, stop };
}
