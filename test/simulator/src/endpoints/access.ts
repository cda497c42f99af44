import type { Caller, Privileges } from "../access/access-control.js";
import { demand } from "../access/permissions.js";
import type { Cluster, ClusterNode } from "../cluster/cluster.js";
import { ApiError, parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { requiredText, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";

const STANDARD_PATHS = ["/", "/access", "/access/groups", "/mapping", "/nodes", "/pool", "/sdn", "/storage", "/vms"];
const USER_ID = /^[^\s:/]+@[A-Za-z][A-Za-z0-9.\-_]+$/;
const AREAS: Readonly<Record<string, { readonly path: string; readonly prefixes: readonly string[] }>> = {
  access: { path: "/access", prefixes: ["User.", "Group.", "Permissions."] },
  dc: { path: "/", prefixes: ["Sys.Audit", "Sys.Modify", "SDN."] },
  mapping: { path: "/mapping", prefixes: ["Mapping.", "Permissions."] },
  nodes: { path: "/nodes", prefixes: ["Sys.", "Permissions."] },
  sdn: { path: "/sdn", prefixes: ["SDN.", "Permissions."] },
  storage: { path: "/storage", prefixes: ["Datastore.", "Permissions."] },
  vms: { path: "/vms", prefixes: ["VM.", "Permissions."] },
};

/** Version, login and own permissions. */
export const accessEndpoints: Endpoints = {
  "GET /version": ({ entry }) => ({ data: versionOf(entry) }),
  "GET /nodes/{node}/version": ({ executor }) => ({ data: versionOf(executor) }),
  "POST /access/ticket": login,
  "GET /access/permissions": ownPermissions,
};

/** Gives what a node says about its release. */
function versionOf(node: ClusterNode): JsonObject {
  return { version: node.version, release: node.version.split(".").slice(0, 2).join("."), repoid: "5f1a0c77d2e94b11" };
}

function login(call: Call): Answer {
  const { cluster, entry } = call;
  const name = requiredText(call, "username");
  const realm = textOf(call, "realm");
  const user = USER_ID.test(name) || realm === undefined ? name : `${name}@${realm}`;
  const password = requiredText(call, "password");
  if (!cluster.access.hasPassword(user, password) && cluster.tickets.userOf(password, entry.clockSkewMs) !== user) {
    throw new ApiError(401, "authentication failure");
  }
  const { ticket, csrfToken } = cluster.tickets.issue(user, cluster.clock.nowSeconds, entry.clockSkewMs);
  return {
    data: {
      username: user,
      ticket,
      CSRFPreventionToken: csrfToken,
      clustername: cluster.nodes.size > 1 ? cluster.name : undefined,
      cap: capabilities(cluster, { user, tokenId: undefined }),
    },
  };
}

function capabilities(cluster: Cluster, caller: Caller): JsonObject {
  const areas = Object.entries(AREAS).map(([area, { path, prefixes }]) => {
    const names = [...cluster.access.privileges(caller, path).keys()];
    const own = names.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
    return [area, Object.fromEntries(own.map((name) => [name, 1]))] as const;
  });
  return Object.fromEntries(areas);
}

function ownPermissions(call: Call): Answer {
  const { cluster, caller } = call;
  const subject = subjectOf(call);
  if (subject.user !== caller.user) demand(cluster, caller, "/access", "Sys.Audit");
  const path = textOf(call, "path");
  const paths = path === undefined ? [...new Set([...STANDARD_PATHS, ...cluster.access.aclPaths()])] : [path];
  const rows = paths.map((each) => [each, cluster.access.privileges(subject, each)] as const);
  return {
    data: Object.fromEntries(
      rows.filter(([, granted]) => granted.size > 0).map(([each, granted]) => [each, flags(granted)]),
    ),
  };
}

function subjectOf(call: Call): Caller {
  const id = textOf(call, "userid");
  if (id === undefined) return call.caller;
  const [user = "", tokenId] = id.split("!");
  if (!call.cluster.access.hasUser(user)) throw parameterError({ userid: `no such user ('${user}')` });
  return { user, tokenId };
}

function flags(granted: Privileges): JsonObject {
  return Object.fromEntries([...granted].map(([name, inherited]) => [name, inherited ? 1 : 0]));
}
