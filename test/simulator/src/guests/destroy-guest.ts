import { announceChange, switchGuest } from "../cluster/change-guest.js";
import type { Cluster, Guest } from "../cluster/cluster.js";
import { nodeOf, sidOf } from "../cluster/cluster.js";
import { removeFromRules } from "../cluster/ha-rules.js";
import { failure } from "../http/api-error.js";
import { checkLock } from "../migration/check-lock.js";
import { releaseVolumes } from "./allocate-volume.js";
import { startGuestTask } from "./guest-task.js";

/** How a guest is to be destroyed. */
export interface DestroyOptions {
  readonly user: string;
  /** Leaves HA, too. */
  readonly purge: boolean;
  /** A running container is stopped first. */
  readonly force: boolean;
}

/** Destroys a guest with its volumes by a task. Throws the refusal. */
export function destroyGuest(cluster: Cluster, guest: Guest, options: DestroyOptions): string {
  checkLock(guest);
  checkDestroyable(cluster, guest, options);
  const isVm = guest.kind === "qemu";
  return startGuestTask(cluster, {
    node: nodeOf(cluster, guest.node),
    type: isVm ? "qmdestroy" : "vzdestroy",
    vmid: guest.vmid,
    user: options.user,
    durationMs: cluster.taskTimes.destroyMs,
    log: [`${isVm ? "VM" : "CT"} ${guest.vmid}: removing its volumes`],
    finish: () => {
      switchGuest(cluster, guest, "stopped");
      releaseVolumes(cluster, guest);
      cluster.guests.delete(guest.vmid);
      cluster.ha.resources.delete(sidOf(guest));
      removeFromRules(cluster, sidOf(guest));
      announceChange(cluster);
    },
  });
}

function checkDestroyable(cluster: Cluster, guest: Guest, { purge, force }: DestroyOptions): void {
  const word = guest.kind === "qemu" ? "VM" : "CT";
  if (guest.config["protection"] === 1) throw failure(`can't remove ${word} ${guest.vmid} - protection mode enabled`);
  if (cluster.ha.resources.has(sidOf(guest)) && !purge)
    throw failure(`unable to remove ${word} ${guest.vmid} - used in HA resources and purge parameter not set.`);
  if (guest.status === "stopped" || (guest.kind === "lxc" && force)) return;
  throw failure(
    guest.kind === "qemu"
      ? `VM ${guest.vmid} is running - destroy failed`
      : `unable to destroy CT ${guest.vmid} - container is running`,
  );
}
