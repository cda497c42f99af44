import { demand, maySee } from "../access/permissions.js";
import { configAnswer } from "../cluster/guest-config.js";
import { failure, parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { flagOf, numberOf, requiredText, textOf } from "../http/call.js";
import { startMigration } from "../migration/start-migration.js";
import { vmPreconditions } from "../migration/preconditions.js";
import { currentStatus, guestInPath, guestsOn, liveRows } from "./guest-rows.js";

const ROOT_ONLY = ["force", "migration_type", "migration_network"];
const SNAPSHOT_SPACING_SECONDS = 86_400;

/** Virtual machines: list, status, configuration, migration. */
export const vmEndpoints: Endpoints = {
  "GET /nodes/{node}/qemu": listVms,
  "GET /nodes/{node}/qemu/{vmid}/status/current": (call) => ({
    data: currentStatus(call.cluster, guestInPath(call, "qemu")),
  }),
  "GET /nodes/{node}/qemu/{vmid}/config": (call) => ({ data: configAnswer(guestInPath(call, "qemu")) }),
  "GET /nodes/{node}/qemu/{vmid}/snapshot": snapshots,
  "GET /nodes/{node}/qemu/{vmid}/migrate": preconditions,
  "POST /nodes/{node}/qemu/{vmid}/migrate": migrate,
};

function listVms(call: Call): Answer {
  const { cluster, caller, executor } = call;
  const visible = guestsOn(cluster, "qemu", executor.name).filter((guest) => maySee(cluster, caller, guest));
  if (!flagOf(call, "full")) return { data: liveRows(cluster, executor, visible) };
  return { data: visible.map((guest) => currentStatus(cluster, guest)) };
}

function snapshots(call: Call): Answer {
  const guest = guestInPath(call, "qemu");
  const taken = guest.snapshots.map((name, index) => ({
    name,
    description: "",
    snaptime:
      Math.floor(call.cluster.clock.startMs / 1000) - (guest.snapshots.length - index) * SNAPSHOT_SPACING_SECONDS,
    parent: guest.snapshots[index - 1],
  }));
  const current = { name: "current", description: "You are here!", running: 1, parent: guest.snapshots.at(-1) };
  return { data: [...taken, { ...current, digest: "da39a3ee5e6b4b0d3255bfef95601890afd80709" }] };
}

function preconditions(call: Call): Answer {
  const { cluster } = call;
  if (!cluster.quorate) throw failure("cluster not ready - no quorum?");
  return { data: vmPreconditions(cluster, guestInPath(call, "qemu"), textOf(call, "target")) };
}

function migrate(call: Call): Answer {
  const { cluster, caller } = call;
  checkRootOptions(call);
  const guest = guestInPath(call, "qemu");
  const targetStorage = textOf(call, "targetstorage");
  if (targetStorage !== undefined) checkTargetStorage(call, targetStorage);
  const upid = startMigration(cluster, {
    caller,
    guest,
    target: requiredText(call, "target"),
    mayTouchRunning: flagOf(call, "online"),
    withLocalDisks: flagOf(call, "with-local-disks"),
    withConntrackState: flagOf(call, "with-conntrack-state"),
    targetStorage,
    bwlimitKib: numberOf(call, "bwlimit", 0),
  });
  return { data: upid };
}

function checkRootOptions({ caller, parameters }: Call): void {
  if (caller.user === "root@pam" && caller.tokenId === undefined) return;
  const used = ROOT_ONLY.filter((name) => parameters[name] !== undefined);
  if (used.length > 0)
    throw parameterError(Object.fromEntries(used.map((name) => [name, "Only root may use this option."])));
}

function checkTargetStorage(call: Call, targetStorage: string): void {
  const { cluster, caller } = call;
  demand(cluster, caller, `/vms/${requiredText(call, "vmid")}`, "VM.Config.Disk");
  for (const part of targetStorage.split(",")) {
    const storage = part.split(":").at(-1) ?? "";
    if (storage !== "1") demand(cluster, caller, `/storage/${storage}`, "Datastore.AllocateSpace");
  }
}
