import type { IncomingHttpHeaders } from "node:http";
import type { Caller } from "../access/access-control.js";
import { demand } from "../access/permissions.js";
import type { Cluster, ClusterNode } from "../cluster/cluster.js";
import { ALL_ENDPOINTS } from "../endpoints/all-endpoints.js";
import { ApiError, failure } from "./api-error.js";
import { authenticate } from "./authenticate.js";
import type { Answer, Handler } from "./call.js";
import { findRoute } from "./contract.js";
import type { Route } from "./contract.js";
import type { ParsedRequest } from "./read-request.js";
import { verifyParameters } from "./verify-parameters.js";

const NOBODY: Caller = { user: "", tokenId: undefined };

/** A request with what is known about where it came in. */
export interface IncomingCall {
  readonly request: ParsedRequest;
  readonly segments: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly entry: ClusterNode;
}

/** Answers a call of the API in the order of checks of the real server. Throws an ApiError when it is refused. */
export function answerCall(cluster: Cluster, incoming: IncomingCall): Answer {
  const { request, segments, headers, entry } = incoming;
  const isLogin = request.method === "POST" && segments.join("/") === "access/ticket";
  const caller =
    isLogin && headers.authorization === undefined ? NOBODY : authenticate(cluster, entry, request.method, headers);
  const atEntry = routeAt(entry, incoming);
  checkPermission(cluster, caller, atEntry, request);
  const executor = executorOf(cluster, atEntry, entry);
  const route = executor === entry ? atEntry : routeAt(executor, incoming);
  const handler = handlerOf(route, incoming);
  const parameters = verifyParameters(route.endpoint, { ...request.parameters, ...route.pathParameters });
  if (request.method !== "GET" && !isLogin && !cluster.quorate) throw failure("cluster not ready - no quorum?");
  return handler({ cluster, caller, entry, executor, parameters });
}

function routeAt(node: ClusterNode, incoming: IncomingCall): Route {
  const route = findRoute(node, incoming.request.method, incoming.segments);
  if (route === undefined) throw notImplemented(incoming);
  return route;
}

function handlerOf(route: Route, incoming: IncomingCall): Handler {
  const handler = ALL_ENDPOINTS[`${route.endpoint.method} ${route.endpoint.path}`];
  if (handler === undefined) throw notImplemented(incoming);
  return handler;
}

function notImplemented({ request, segments }: IncomingCall): ApiError {
  return new ApiError(501, `Method '${request.method} /${segments.join("/")}' not implemented`);
}

function checkPermission(cluster: Cluster, caller: Caller, route: Route, request: ParsedRequest): void {
  const { allowToken, permission } = route.endpoint;
  if (caller.tokenId !== undefined && !allowToken) {
    throw new ApiError(
      403,
      `Permission check failed (URI '${request.path}' not available with API token, need proper ticket.)`,
    );
  }
  if (permission.user !== undefined || permission.check === undefined) return;
  const [, template, privileges] = permission.check;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => route.pathParameters[name] ?? "");
  demand(cluster, caller, path, ...privileges);
}

function executorOf(cluster: Cluster, route: Route, entry: ClusterNode): ClusterNode {
  const name = route.endpoint.proxyto === undefined ? undefined : route.pathParameters[route.endpoint.proxyto];
  if (name === undefined || name === "localhost") return entry;
  const node = cluster.nodes.get(name);
  if (node === undefined) {
    throw failure(
      `hostname lookup '${name}' failed - failed to get address info for: ${name}: Name or service not known`,
    );
  }
  if (!node.online) throw new ApiError(595, node.unreachableText);
  return node;
}
