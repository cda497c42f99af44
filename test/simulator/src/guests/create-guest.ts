import { callerId } from "../access/access-control.js";
import { announceChange } from "../cluster/change-guest.js";
import type { Guest } from "../cluster/cluster.js";
import { changeUsage } from "../cluster/volumes.js";
import { failure } from "../http/api-error.js";
import type { Call } from "../http/call.js";
import { flagOf, numberOf, requiredText, textOf } from "../http/call.js";
import { occupy } from "./allocate-volume.js";
import type { ConfigChange } from "./guest-settings.js";
import { readSettings, writeSettings } from "./guest-settings.js";
import { lockGuest, startGuestTask } from "./guest-task.js";
import { checkFreeId, checkPool, identityOf, newGuest, sizeDemand } from "./new-guest.js";
import { startGuest } from "./power.js";

const DEFAULT_ROOT_GIB = 4;
const DEFAULT_CONTAINER_STORAGE = "local";

/** Creates a virtual machine or container: it exists at once, locked, and is ready when its task ends. Throws the refusal. */
export function createGuest(call: Call, kind: Guest["kind"]): string {
  const { cluster, executor } = call;
  const vmid = numberOf(call, "vmid", 0);
  const word = kind === "qemu" ? "VM" : "CT";
  checkFreeId(cluster, vmid, (text) => failure(`unable to create ${word} ${vmid} - ${text}`));
  checkPool(cluster, textOf(call, "pool"));
  const guest = newGuest(kind, vmid, executor.name);
  guest.pool = textOf(call, "pool");
  const change = kind === "qemu" ? vmSettings(call, guest) : containerSettings(call, guest);
  const unlock = lockGuest(guest, "create");
  cluster.guests.set(vmid, guest);
  const user = callerId(call.caller);
  const occupied: ConfigChange["made"][number][] = [];
  return startGuestTask(cluster, {
    node: executor,
    type: kind === "qemu" ? "qmcreate" : "vzcreate",
    vmid,
    user,
    durationMs: cluster.taskTimes.createMs,
    finish: (task) => {
      for (const { volid, storage, sizeBytes } of change.made) {
        occupy(cluster, storage, executor.name, sizeBytes);
        occupied.push({ volid, storage, sizeBytes });
        task.logPlain(`successfully created disk '${volid}'`);
      }
      writeSettings(cluster, guest, change, []);
      sizeDemand(guest);
      unlock();
      announceChange(cluster);
      if (flagOf(call, "start")) startGuest(cluster, guest, { user });
    },
    abort: () => {
      for (const { storage, sizeBytes } of occupied) changeUsage(cluster, storage, executor.name, -sizeBytes);
      cluster.guests.delete(vmid);
    },
  });
}

function vmSettings(call: Call, guest: Guest): ConfigChange {
  const change = readSettings(call.cluster, guest, call.parameters);
  const disk = Object.keys(change.values).find((key) => /^(?:scsi|virtio|sata)0$/.test(key));
  const boot = change.values["boot"] ?? (disk === undefined ? undefined : `order=${disk}`);
  const identity = identityOf(call.cluster, guest.vmid);
  return { ...change, values: { ...identity, ...(boot === undefined ? {} : { boot }), ...change.values } };
}

function containerSettings(call: Call, guest: Guest): ConfigChange {
  const storage = textOf(call, "storage") ?? DEFAULT_CONTAINER_STORAGE;
  const rootfs = textOf(call, "rootfs") ?? `${storage}:${DEFAULT_ROOT_GIB}`;
  const hostname = textOf(call, "hostname") ?? `CT${guest.vmid}`;
  const ostype = textOf(call, "ostype") ?? systemOf(requiredText(call, "ostemplate"));
  const defaults = { arch: "amd64", memory: 512, swap: 512, hostname, ostype };
  return readSettings(call.cluster, guest, { ...defaults, ...call.parameters, rootfs });
}

function systemOf(template: string): string {
  return /vztmpl\/([a-z]+)-/.exec(template)?.[1] ?? "unmanaged";
}
