import { demand } from "../access/permissions.js";
import type { Cluster, ClusterPool } from "../cluster/cluster.js";
import { failure, parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { flagOf, requiredText, textOf } from "../http/call.js";
import { poolNamed } from "./pools.js";

/** Changes of pools, with the name in the path or as a parameter. */
export const poolChangeEndpoints: Endpoints = {
  "POST /pools": create,
  "PUT /pools": change,
  "PUT /pools/{poolid}": change,
  "DELETE /pools": remove,
  "DELETE /pools/{poolid}": remove,
};

function create(call: Call): Answer {
  const name = checkedName(call);
  if (call.cluster.pools.some((pool) => pool.name === name)) throw failure(`pool '${name}' already exists`);
  call.cluster.pools.push({ name, comment: textOf(call, "comment"), storages: [] });
  return { data: null };
}

function change(call: Call): Answer {
  checkedName(call);
  const pool = poolNamed(call, requiredText(call, "poolid"));
  pool.comment = textOf(call, "comment") ?? pool.comment;
  for (const vmid of listOf(call, "vms").map(Number)) changeGuest(call, pool, vmid);
  const storages = listOf(call, "storage");
  const others = pool.storages.filter((name) => !storages.includes(name));
  pool.storages = flagOf(call, "delete") ? others : [...others, ...storages];
  return { data: null };
}

function changeGuest(call: Call, pool: ClusterPool, vmid: number): void {
  const { cluster } = call;
  const guest = cluster.guests.get(vmid);
  if (guest === undefined) throw parameterError({ vms: `VM ${vmid} does not exist` });
  if (flagOf(call, "delete")) {
    if (guest.pool !== pool.name) throw failure(`VM ${vmid} is not a pool member`);
    guest.pool = undefined;
    return;
  }
  const elsewhere = guest.pool !== undefined && guest.pool !== pool.name;
  if (elsewhere && !flagOf(call, "allow-move"))
    throw failure(`VM ${vmid} belongs already to pool '${guest.pool ?? ""}' and 'allow-move' is not set`);
  guest.pool = pool.name;
}

function remove(call: Call): Answer {
  checkedName(call);
  const pool = poolNamed(call, requiredText(call, "poolid"));
  const member = memberOf(call.cluster, pool);
  if (member !== undefined) throw failure(`pool '${pool.name}' is not empty (contains ${member})`);
  call.cluster.pools.splice(call.cluster.pools.indexOf(pool), 1);
  return { data: null };
}

function memberOf(cluster: Cluster, pool: ClusterPool): string | undefined {
  const guest = [...cluster.guests.values()].find((each) => each.pool === pool.name);
  return guest === undefined ? pool.storages[0] : `VM ${guest.vmid}`;
}

function checkedName(call: Call): string {
  const name = requiredText(call, "poolid");
  demand(call.cluster, call.caller, `/pool/${name}`, "Pool.Allocate");
  return name;
}

function listOf(call: Call, name: string): readonly string[] {
  return (textOf(call, name) ?? "").split(/[,; ]+/).filter((each) => each !== "");
}
