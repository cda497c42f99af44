import { may } from "../access/permissions.js";
import { parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import type { JsonObject } from "../json.js";

const OPEN_OPTIONS = new Set(["console", "tag-style", "registered-tags", "allowed-tags", "user-tag-access"]);
const FIRST_ID = 100;

/** Membership, datacenter options, replication and free ids. */
export const clusterEndpoints: Endpoints = {
  "GET /cluster/status": clusterStatus,
  "GET /cluster/options": options,
  "GET /cluster/nextid": nextId,
  "GET /cluster/replication": ({ cluster }) => ({ data: cluster.replication }),
};

function clusterStatus({ cluster, entry }: Call): Answer {
  const nodes: JsonObject[] = [...cluster.nodes.values()].map((node) => ({
    type: "node",
    id: `node/${node.name}`,
    name: node.name,
    nodeid: node.number,
    ip: node.address,
    online: node.online ? 1 : 0,
    local: node === entry ? 1 : 0,
    level: node.level,
  }));
  // A single host without a cluster has no row for one.
  if (cluster.nodes.size === 1) return { data: nodes };
  const row = {
    type: "cluster",
    id: "cluster",
    name: cluster.name,
    version: cluster.nodes.size,
    nodes: cluster.nodes.size,
    quorate: cluster.quorate ? 1 : 0,
  };
  return { data: [row, ...nodes] };
}

function options({ cluster, caller }: Call): Answer {
  if (may(cluster, caller, "/", "Sys.Audit")) return { data: cluster.options };
  return { data: Object.fromEntries(Object.entries(cluster.options).filter(([name]) => OPEN_OPTIONS.has(name))) };
}

function nextId({ cluster, parameters }: Call): Answer {
  const wanted = parameters["vmid"];
  if (typeof wanted === "number") {
    if (cluster.guests.has(wanted)) throw parameterError({ vmid: `VM ${wanted} already exists` });
    return { data: String(wanted) };
  }
  let id = FIRST_ID;
  while (cluster.guests.has(id)) id += 1;
  return { data: String(id) };
}
