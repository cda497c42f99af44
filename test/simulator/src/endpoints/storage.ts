import { may } from "../access/permissions.js";
import type { ClusterStorage } from "../cluster/cluster.js";
import { isUsableOn } from "../cluster/cluster.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { flagOf, requiredText, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";

const DIGEST = "9f0e1d2c3b4a5968778695a4b3c2d1e0f0e1d2c3";

/** Storages: configuration, and fill level per node. */
export const storageEndpoints: Endpoints = {
  "GET /storage": configuredStorages,
  "GET /nodes/{node}/storage": storagesOfNode,
  "GET /nodes/{node}/storage/{storage}/status": storageStatus,
};

function configuredStorages(call: Call): Answer {
  const type = textOf(call, "type");
  const rows = visible(call).filter((storage) => type === undefined || storage.type === type);
  return {
    data: rows.map((storage) => ({
      storage: storage.name,
      type: storage.type,
      content: storage.content.join(","),
      shared: storage.shared ? 1 : undefined,
      nodes: storage.nodes?.join(","),
      disable: storage.disabled ? 1 : undefined,
      digest: DIGEST,
    })),
  };
}

function storagesOfNode(call: Call): Answer {
  const { executor } = call;
  const content = textOf(call, "content");
  const target = textOf(call, "target");
  const only = textOf(call, "storage");
  const rows = visible(call).filter((storage) => {
    if (!(storage.nodes?.includes(executor.name) ?? true)) return false;
    if (flagOf(call, "enabled") && storage.disabled) return false;
    if (only !== undefined && storage.name !== only) return false;
    if (target !== undefined && !isUsableOn(storage, target)) return false;
    return content === undefined || content.split(/[,; ]/).some((kind) => storage.content.includes(kind));
  });
  return { data: rows.map((storage) => ({ storage: storage.name, ...status(storage, executor.name) })) };
}

function storageStatus(call: Call): Answer {
  const name = requiredText(call, "storage");
  const storage = call.cluster.storages.find((each) => each.name === name);
  if (storage === undefined) throw failure(`storage '${name}' does not exist`);
  if (storage.disabled) throw failure(`storage '${name}' is disabled`);
  if (!isUsableOn(storage, call.executor.name))
    throw failure(`storage '${name}' is not available on node '${call.executor.name}'`);
  return { data: status(storage, call.executor.name) };
}

function status(storage: ClusterStorage, node: string): JsonObject {
  const usage = storage.usage.get(node) ?? { sizeBytes: 0, usedBytes: 0 };
  const active = !storage.disabled;
  const total = active ? usage.sizeBytes : 0;
  const used = active ? usage.usedBytes : 0;
  return {
    type: storage.type,
    content: storage.content.join(","),
    enabled: storage.disabled ? 0 : 1,
    active: active ? 1 : 0,
    shared: storage.shared ? 1 : 0,
    total,
    used,
    avail: Math.max(0, total - used),
    used_fraction: total > 0 ? used / total : undefined,
  };
}

function visible({ cluster, caller }: Call): readonly ClusterStorage[] {
  return cluster.storages.filter((storage) =>
    may(cluster, caller, `/storage/${storage.name}`, "Datastore.Audit", "Datastore.AllocateSpace"),
  );
}
