import { maySee } from "../access/permissions.js";
import { configAnswer } from "../cluster/guest-config.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { flagOf, numberOf, requiredText, textOf } from "../http/call.js";
import { containerPreconditions } from "../migration/preconditions.js";
import { startMigration } from "../migration/start-migration.js";
import { currentStatus, guestInPath, guestsOn, liveRows } from "./guest-rows.js";

/** Containers: list, status, configuration, migration. */
export const containerEndpoints: Endpoints = {
  "GET /nodes/{node}/lxc": listContainers,
  "GET /nodes/{node}/lxc/{vmid}/status/current": (call) => ({
    data: currentStatus(call.cluster, guestInPath(call, "lxc")),
  }),
  "GET /nodes/{node}/lxc/{vmid}/config": (call) => ({ data: configAnswer(guestInPath(call, "lxc")) }),
  "GET /nodes/{node}/lxc/{vmid}/migrate": preconditions,
  "POST /nodes/{node}/lxc/{vmid}/migrate": migrate,
};

function listContainers({ cluster, caller, executor }: Call): Answer {
  const visible = guestsOn(cluster, "lxc", executor.name).filter((guest) => maySee(cluster, caller, guest));
  return { data: liveRows(cluster, executor, visible) };
}

function preconditions(call: Call): Answer {
  const { cluster } = call;
  if (!cluster.quorate) throw failure("cluster not ready - no quorum?");
  return { data: containerPreconditions(cluster, guestInPath(call, "lxc"), textOf(call, "target")) };
}

function migrate(call: Call): Answer {
  const { cluster, caller } = call;
  const guest = guestInPath(call, "lxc");
  const online = flagOf(call, "online");
  if (online && guest.status !== "stopped") throw failure("lxc live migration is currently not implemented");
  const upid = startMigration(cluster, {
    caller,
    guest,
    target: requiredText(call, "target"),
    mayTouchRunning: flagOf(call, "restart"),
    withLocalDisks: true,
    withConntrackState: false,
    targetStorage: textOf(call, "target-storage"),
    bwlimitKib: numberOf(call, "bwlimit", 0),
  });
  return { data: upid };
}
