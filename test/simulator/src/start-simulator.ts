import type { IncomingMessage, ServerResponse } from "node:http";
import { buildCluster } from "./cluster/build-cluster.js";
import type { Cluster, ClusterNode } from "./cluster/cluster.js";
import { nodeOf } from "./cluster/cluster.js";
import { clusterState } from "./cluster/cluster-state.js";
import type { ClusterState } from "./cluster/cluster-state.js";
import { parseClusterDescription } from "./description/cluster-description.js";
import type { ClusterInput } from "./description/cluster-description.js";
import { fault as faultSchema } from "./faults/fault.js";
import type { FaultInput } from "./faults/fault.js";
import type { FaultHandle } from "./faults/fault-table.js";
import { EntryServer } from "./http/entry-server.js";
import { handleRequest } from "./http/request-handler.js";
import type { HandlerContext } from "./http/request-handler.js";
import { RequestLog } from "./http/request-log.js";
import type { RecordedRequest } from "./http/request-log.js";
import { createServerIdentity } from "./tls/server-identity.js";

/** How a simulated cluster is served. */
export interface SimulatorOptions {
  /** What the cluster consists of; see the cluster description. */
  readonly cluster: ClusterInput;
  /** Nodes that get a port of their own; default is the first node that is online. */
  readonly entryNodes?: readonly string[] | "all";
  /** Loopback address; default 127.0.0.1. */
  readonly host?: string;
  /** Port of the first entry node; the others take any free port. Default: any free port. */
  readonly port?: number;
  /** Plain HTTP instead of HTTPS; default false. */
  readonly plainHttp?: boolean;
}

/** A running simulated cluster. */
export interface Simulator {
  /** Base URL of the first entry node, without a path. */
  readonly url: string;
  /** Base URL by entry node. */
  readonly urls: Readonly<Record<string, string>>;
  /** Certificate of the authority, PEM; empty with plain HTTP. */
  readonly ca: string;
  /** SHA-256 fingerprint of the server certificate, as `AA:BB:...`; empty with plain HTTP. */
  readonly fingerprint: string;
  /** Full ids of all API tokens, those of the description before the built-in one of root. */
  readonly tokenIds: readonly string[];
  /** Value of an API token (`user@realm!id=secret`), found by its full id or by the part after the `!`. */
  readonly token: (name: string) => string;
  /** The cluster as it really is at this moment. */
  readonly state: () => ClusterState;
  /** Requests since the start or the last clearing, in the order of arrival. */
  readonly requests: () => readonly RecordedRequest[];
  readonly clearRequests: () => void;
  readonly addFault: (fault: FaultInput) => FaultHandle;
  /** Moves a manual clock forward. Throws on any other clock. */
  readonly advance: (ms: number) => void;
  /** Closes every port and connection; does nothing the second time. */
  readonly stop: () => Promise<void>;
}

/** Starts a simulated cluster on loopback. Throws when the description is not valid or the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const description = parseClusterDescription(options.cluster);
  const cluster = buildCluster(description, { monotonicMs: () => performance.now(), wallMs: () => Date.now() });
  const log = new RequestLog();
  const stopping = new AbortController();
  const control = controlOf(cluster, log);
  const shared = {
    cluster,
    log,
    control,
    unauthorizedDelayMs: description.unauthorizedDelayMs,
    stopping: stopping.signal,
  };
  const inProgress = { count: 0 };
  const identity = options.plainHttp === true ? undefined : createServerIdentity();
  const servers = new Map<ClusterNode, EntryServer>();
  for (const entry of entryNodes(cluster, options)) {
    const port = servers.size === 0 ? (options.port ?? 0) : 0;
    const listener = listenerFor({ ...shared, entry, inProgress });
    servers.set(entry, await EntryServer.open({ host: options.host ?? "127.0.0.1", port, identity }, listener));
  }
  const urls = Object.fromEntries([...servers].map(([node, server]) => [node.name, server.url]));
  cluster.topologyListeners.add(() => {
    for (const [node, server] of servers) void (node.online ? server.listen() : server.close());
  });
  return {
    url: Object.values(urls)[0] ?? "",
    urls,
    ca: identity?.ca ?? "",
    fingerprint: identity?.fingerprint ?? "",
    tokenIds: cluster.access.tokenIds(),
    token: (name) => {
      const { id, secret } = cluster.access.token(name);
      return `${id}=${secret}`;
    },
    ...control,
    requests: () => log.list(),
    stop: async () => {
      stopping.abort();
      cluster.topologyListeners.clear();
      cluster.clock.stop();
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}

function controlOf(
  cluster: Cluster,
  log: RequestLog,
): Pick<Simulator, "state" | "clearRequests" | "addFault" | "advance"> &
  Pick<HandlerContext["control"], "requests" | "removeFault"> {
  return {
    state: () => {
      cluster.clock.catchUp();
      return clusterState(cluster);
    },
    requests: () => log.list(),
    clearRequests: () => {
      log.clear();
    },
    addFault: (fault) => {
      cluster.clock.catchUp();
      return cluster.faults.add(faultSchema.parse(fault));
    },
    removeFault: (id) => {
      cluster.faults.remove(id);
    },
    advance: (ms) => {
      cluster.clock.advance(ms);
    },
  };
}

function entryNodes(cluster: Cluster, { entryNodes: wanted }: SimulatorOptions): readonly ClusterNode[] {
  if (wanted === "all") return [...cluster.nodes.values()];
  if (wanted !== undefined) return wanted.map((name) => nodeOf(cluster, name));
  const [first] = [...cluster.nodes.values()].filter((node) => node.online);
  return first === undefined ? [] : [first];
}

function listenerFor(context: HandlerContext): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    handleRequest(context, message, response).catch((error: unknown) => {
      if (context.stopping.aborted || response.headersSent || message.errored !== null) {
        response.destroy();
        return;
      }
      // A fault of the simulator itself must not look like one of the cluster.
      response.writeHead(500, "simulator failure", { "Content-Type": "text/plain" });
      response.end(
        `The simulator itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    });
  };
}
