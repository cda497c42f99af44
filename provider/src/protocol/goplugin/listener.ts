import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync } from "node:fs";
import { createServer } from "node:net";
import type { ListenOptions, Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { privateSocketPlace, sharedSocketPlace } from "./socket-path.js";
import { PluginStartError } from "./start-error.js";
import { groupId } from "./unix-group.js";

type Env = Readonly<Record<string, string | undefined>>;

/** Is the transport between host and plugin; hosts know unix sockets everywhere but on Windows. */
export type Network = "unix" | "tcp";

/** Listens for the host; connections wait until somebody takes them. */
export interface Listener {
  readonly network: Network;
  /** A socket path, or host:port. */
  readonly address: string;
  /** Hands every connection, also those that already wait, to the function. Call it once. */
  accept(take: (socket: Socket) => void): void;
  /** Stops listening, closes the connections and removes the socket file; safe to call twice and on exit. */
  close(): void;
}

const loopback = "127.0.0.1";
/** Read and write for owner and group, nothing for others. */
const groupSocketMode = 0o660;

interface Bound {
  readonly server: Server;
  readonly connections: Set<Socket>;
  accept(take: (socket: Socket) => void): void;
}

function newServer(): Bound {
  const connections = new Set<Socket>();
  let give: (take: (socket: Socket) => void) => void = () => undefined;
  const taker = new Promise<(socket: Socket) => void>((resolve) => {
    give = resolve;
  });
  // Paused, because bytes read before the TLS layer takes the connection would be lost for it.
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    connections.add(socket);
    // A client that breaks the connection off is no defect of this process.
    socket.on("error", () => undefined);
    socket.once("close", () => connections.delete(socket));
    void taker.then((take) => {
      take(socket);
      socket.resume();
    });
  });
  return { server, connections, accept: give };
}

async function listen(server: Server, options: ListenOptions): Promise<void> {
  server.listen(options);
  await once(server, "listening");
}

function toListener(bound: Bound, place: { network: Network; address: string; remove: () => void }): Listener {
  return {
    network: place.network,
    address: place.address,
    accept: (take) => {
      bound.accept(take);
    },
    close: () => {
      bound.server.close();
      for (const socket of bound.connections) socket.destroy();
      place.remove();
    },
  };
}

async function listenUnix(env: Env): Promise<Listener> {
  const folder = env["PLUGIN_UNIX_SOCKET_DIR"];
  const group = env["PLUGIN_UNIX_SOCKET_GROUP"];
  const place = folder ? sharedSocketPlace(folder, randomBytes(6).toString("hex")) : privateSocketPlace(tmpdir());
  const bound = newServer();
  try {
    await listen(bound.server, { path: place.path });
    if (group) {
      // -1 leaves the owner as it is.
      chownSync(place.path, -1, groupId(group));
      chmodSync(place.path, groupSocketMode);
    }
  } catch (error) {
    bound.server.close();
    place.remove();
    throw error;
  }
  return toListener(bound, { network: "unix", address: place.path, remove: place.remove });
}

function portRange(env: Env): { min: number; max: number } {
  const min = Number.parseInt(env["PLUGIN_MIN_PORT"] ?? "", 10) || 0;
  const max = Number.parseInt(env["PLUGIN_MAX_PORT"] ?? "", 10) || min;
  return { min, max };
}

function boundPort(server: Server): number | undefined {
  const address = server.address();
  return typeof address === "object" ? address?.port : undefined;
}

const portIsTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");

async function listenTcp(env: Env): Promise<Listener> {
  const { min, max } = portRange(env);
  for (let port = min; port <= max; port++) {
    const bound = newServer();
    try {
      await listen(bound.server, { host: loopback, port, exclusive: true });
    } catch (error) {
      if (portIsTaken(error)) continue;
      throw error;
    }
    const address = `${loopback}:${boundPort(bound.server) ?? port}`;
    return toListener(bound, { network: "tcp", address, remove: () => undefined });
  }
  throw new PluginStartError(
    `All ports of ${loopback} from ${min} to ${max} are in use, so the provider cannot listen for its host. ` +
      `Free one of them or widen PLUGIN_MIN_PORT and PLUGIN_MAX_PORT.`,
  );
}

/**
 * Listens where the host's environment says: on a unix socket, or on the first free TCP port of the host's range.
 * Throws PluginStartError when that is impossible.
 */
export function openListener(network: Network, env: Env): Promise<Listener> {
  return network === "unix" ? listenUnix(env) : listenTcp(env);
}
