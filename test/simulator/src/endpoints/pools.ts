import { may, maySee } from "../access/permissions.js";
import type { ClusterPool } from "../cluster/cluster.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { requiredText, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { guestRow, storageRow } from "./rows.js";

/** Pools and their members. */
export const poolEndpoints: Endpoints = {
  "GET /pools": listPools,
  "GET /pools/{poolid}": onePool,
};

function listPools(call: Call): Answer {
  const { cluster, caller } = call;
  const poolid = textOf(call, "poolid");
  if (poolid !== undefined) {
    const pool = poolNamed(call, poolid);
    if (!may(cluster, caller, `/pool/${pool.name}`, "Pool.Audit")) return { data: [] };
    return { data: [{ poolid: pool.name, comment: pool.comment, members: members(call, pool) }] };
  }
  const visible = cluster.pools.filter((pool) => may(cluster, caller, `/pool/${pool.name}`, "Pool.Audit"));
  return { data: visible.map((pool) => ({ poolid: pool.name, comment: pool.comment })) };
}

function onePool(call: Call): Answer {
  const pool = poolNamed(call, requiredText(call, "poolid"));
  return { data: { comment: pool.comment, members: members(call, pool) } };
}

/** Finds a pool. Throws what the real server says when there is none. */
export function poolNamed({ cluster }: Call, name: string): ClusterPool {
  const pool = cluster.pools.find((each) => each.name === name);
  if (pool === undefined) throw failure(`no such pool '${name}'`);
  return pool;
}

function members(call: Call, pool: ClusterPool): readonly JsonObject[] {
  const { cluster, caller, entry } = call;
  const type = textOf(call, "type");
  const guests = [...cluster.guests.values()].filter(
    (guest) => guest.pool === pool.name && maySee(cluster, caller, guest),
  );
  const storages = cluster.storages.filter((storage) => pool.storages.includes(storage.name));
  const rows = [
    ...guests.map((guest) => guestRow(cluster, guest, entry)),
    ...storages.flatMap((storage) => [...cluster.nodes.values()].map((node) => storageRow(storage, node))),
  ];
  return rows.filter((row) => type === undefined || row["type"] === type);
}
