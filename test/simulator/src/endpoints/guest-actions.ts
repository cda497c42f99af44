import { callerId } from "../access/access-control.js";
import { demand, may } from "../access/permissions.js";
import type { Cluster, Guest } from "../cluster/cluster.js";
import { nodeOf } from "../cluster/cluster.js";
import { moveDisk, resizeDisk } from "../guests/change-disk.js";
import { cloneGuest } from "../guests/clone-guest.js";
import { createGuest } from "../guests/create-guest.js";
import { destroyGuest } from "../guests/destroy-guest.js";
import { occupy } from "../guests/allocate-volume.js";
import { readSettings, writeSettings } from "../guests/guest-settings.js";
import { startGuestTask } from "../guests/guest-task.js";
import { rebootGuest, requestStart, requestStop } from "../guests/power.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints, Handler } from "../http/call.js";
import { flagOf, numberOf, requiredText, textOf } from "../http/call.js";
import { checkLock } from "../migration/check-lock.js";
import { StageFailure } from "../migration/staged-job.js";
import { guestInPath } from "./guest-rows.js";

/** Creating, changing, switching and destroying guests. */
export const guestActionEndpoints: Endpoints = {
  ...lifeCycle("qemu"),
  ...lifeCycle("lxc"),
  "POST /nodes/{node}/qemu/{vmid}/move_disk": (call) => ({
    data: moveDisk(call, guestInPath(call, "qemu"), requiredText(call, "disk")),
  }),
  "POST /nodes/{node}/lxc/{vmid}/move_volume": (call) => ({
    data: moveDisk(call, guestInPath(call, "lxc"), requiredText(call, "volume")),
  }),
  "PUT /nodes/{node}/qemu/{vmid}/cloudinit": (call) => {
    checkLock(guestInPath(call, "qemu"));
    return { data: null };
  },
  "POST /nodes/{node}/qemu/{vmid}/agent/ping": withoutAgent,
  "GET /nodes/{node}/qemu/{vmid}/agent/network-get-interfaces": withoutAgent,
  "GET /nodes/{node}/lxc/{vmid}/interfaces": interfaces,
};

function lifeCycle(kind: Guest["kind"]): Endpoints {
  const path = `/nodes/{node}/${kind}/{vmid}`;
  const on = (act: (call: Call, guest: Guest) => string): Handler => {
    return (call) => ({ data: act(call, guestInPath(call, kind)) });
  };
  const stop = (how: "stop" | "shutdown"): Handler =>
    on((call, guest) => requestStop(call.cluster, guest, callerId(call.caller), how));
  return {
    [`POST /nodes/{node}/${kind}`]: (call) => create(call, kind),
    [`DELETE ${path}`]: on((call, guest) =>
      destroyGuest(call.cluster, guest, {
        user: callerId(call.caller),
        purge: flagOf(call, "purge"),
        force: flagOf(call, "force"),
      }),
    ),
    [`PUT ${path}/config`]: (call) => configure(call, guestInPath(call, kind)),
    [`POST ${path}/clone`]: on(clone),
    [`PUT ${path}/resize`]: on(resizeDisk),
    [`POST ${path}/template`]: (call) => makeTemplate(call, guestInPath(call, kind)),
    [`POST ${path}/status/start`]: on((call, guest) => requestStart(call.cluster, guest, callerId(call.caller))),
    [`POST ${path}/status/stop`]: stop("stop"),
    [`POST ${path}/status/shutdown`]: stop("shutdown"),
    [`POST ${path}/status/reboot`]: on((call, guest) => rebootGuest(call.cluster, guest, callerId(call.caller))),
  };
}

function create(call: Call, kind: Guest["kind"]): Answer {
  mayAllocate(call, numberOf(call, "vmid", 0));
  return { data: createGuest(call, kind) };
}

function clone(call: Call, guest: Guest): string {
  mayAllocate(call, numberOf(call, "newid", 0));
  return cloneGuest(call, guest);
}

// A new guest may be allowed by its id or by the pool that it joins.
function mayAllocate(call: Call, vmid: number): void {
  const { cluster, caller } = call;
  const pool = textOf(call, "pool");
  if (pool !== undefined && may(cluster, caller, `/pool/${pool}`, "VM.Allocate")) return;
  demand(cluster, caller, `/vms/${vmid}`, "VM.Allocate");
}

function configure(call: Call, guest: Guest): Answer {
  const { cluster } = call;
  if (!flagOf(call, "skiplock")) checkLock(guest);
  const change = readSettings(cluster, guest, call.parameters);
  const remove = (textOf(call, "delete") ?? "").split(/[,; ]+/).filter((key) => key !== "");
  for (const { storage, sizeBytes } of change.made) occupyAtOnce(cluster, storage, guest.node, sizeBytes);
  writeSettings(cluster, guest, change, remove);
  return { data: null };
}

function occupyAtOnce(cluster: Cluster, storage: string, node: string, bytes: number): void {
  try {
    occupy(cluster, storage, node, bytes);
  } catch (error) {
    throw error instanceof StageFailure ? failure(error.message) : error;
  }
}

function makeTemplate(call: Call, guest: Guest): Answer {
  const { cluster } = call;
  checkLock(guest);
  if (guest.template) throw failure("you can't convert a template to a template");
  if (guest.status !== "stopped") throw failure("you can't convert a VM to template if VM is running");
  const convert = (): void => {
    const change = { values: { template: 1 }, made: [], tags: undefined };
    writeSettings(cluster, guest, change, []);
    guest.config = Object.fromEntries(
      Object.entries(guest.config).map(([key, value]) => [
        key,
        typeof value === "string" ? value.replace(`vm-${guest.vmid}-disk-`, `base-${guest.vmid}-disk-`) : value,
      ]),
    );
  };
  if (guest.kind === "lxc") {
    convert();
    return { data: null };
  }
  const user = callerId(call.caller);
  const node = nodeOf(cluster, guest.node);
  const { resizeMs: durationMs } = cluster.taskTimes;
  return {
    data: startGuestTask(cluster, { node, type: "qmtemplate", vmid: guest.vmid, user, durationMs, finish: convert }),
  };
}

function withoutAgent(call: Call): never {
  const guest = guestInPath(call, "qemu");
  if (guest.status === "stopped") throw failure(`VM ${guest.vmid} is not running`);
  throw failure(
    /^(?:enabled=)?1/.test(String(guest.config["agent"] ?? "0"))
      ? "QEMU guest agent is not running"
      : "No QEMU guest agent configured",
  );
}

function interfaces(call: Call): Answer {
  const guest = guestInPath(call, "lxc");
  if (guest.status === "stopped") throw failure(`CT ${guest.vmid} not running`);
  const cards = Object.entries(guest.config).filter(([key]) => /^net\d+$/.test(key));
  const rows = cards.map(([, value], index) => {
    const property = (name: string): string | undefined =>
      new RegExp(`(?:^|,)${name}=([^,]+)`).exec(String(value))?.[1];
    const address = `10.98.${Math.floor(guest.vmid / 250) % 250}.${(guest.vmid % 250) + 1 + index}`;
    return {
      name: property("name"),
      hwaddr: property("hwaddr")?.toLowerCase(),
      inet: `${address}/16`,
      "hardware-address": property("hwaddr")?.toLowerCase(),
      "ip-addresses": [{ "ip-address": address, "ip-address-type": "inet", prefix: "16" }],
    };
  });
  return { data: [{ name: "lo", hwaddr: "00:00:00:00:00:00", inet: "127.0.0.1/8" }, ...rows] };
}
