import { may, maySee } from "../access/permissions.js";
import { isVersion9 } from "../cluster/cluster.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { guestRow, haStateOfNode, nodeRow, storageRow, storagesOn } from "./rows.js";

/** Everything in the cluster in one answer. */
export const resourcesEndpoints: Endpoints = { "GET /cluster/resources": resources };

function resources(call: Call): Answer {
  const type = textOf(call, "type");
  const wants = (kind: string): boolean => type === undefined || type === kind;
  return {
    data: [
      ...(wants("vm") ? guestRows(call) : []),
      ...(wants("node") ? nodeRows(call) : []),
      ...(wants("storage") ? storageRows(call) : []),
      ...(type === undefined ? poolRows(call) : []),
      ...extraRows(call).filter((row) => type === undefined || row["type"] === type),
    ],
  };
}

function guestRows({ cluster, caller, entry }: Call): readonly JsonObject[] {
  const visible = [...cluster.guests.values()].filter((guest) => maySee(cluster, caller, guest));
  return visible.map((guest) => guestRow(cluster, guest, entry));
}

function nodeRows({ cluster, caller, entry }: Call): readonly JsonObject[] {
  return [...cluster.nodes.values()].map((node) => {
    const mayAudit = may(cluster, caller, `/nodes/${node.name}`, "Sys.Audit");
    const details = mayAudit && node.online ? { "cgroup-mode": 2, ...architecture(entry.version), ...node.row } : {};
    return { ...nodeRow(node, mayAudit), ...details, hastate: haStateOfNode(cluster, node) };
  });
}

function architecture(version: string): JsonObject {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 9 || (major === 9 && minor >= 2) ? { "host-arch": "x86_64" } : {};
}

function storageRows({ cluster, caller }: Call): readonly JsonObject[] {
  return [...cluster.nodes.values()].flatMap((node) =>
    storagesOn(cluster, node)
      .filter((storage) => may(cluster, caller, `/storage/${storage.name}`, "Datastore.Audit"))
      .map((storage) => storageRow(storage, node)),
  );
}

function poolRows({ cluster, caller }: Call): readonly JsonObject[] {
  return cluster.pools
    .filter((pool) => may(cluster, caller, `/pool/${pool.name}`, "Pool.Audit"))
    .map((pool) => ({ id: `/pool/${pool.name}`, type: "pool", pool: pool.name }));
}

function extraRows({ cluster, caller, entry }: Call): readonly JsonObject[] {
  if (!may(cluster, caller, "/sdn", "SDN.Audit")) return [];
  return cluster.extraResources.filter((row) => row["type"] !== "network" || isVersion9(entry));
}
