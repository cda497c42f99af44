import type { Guest } from "../cluster/cluster.js";
import { failure } from "../http/api-error.js";

/** Throws the refusal that a locked guest answers to every action. */
export function checkLock(guest: Guest): void {
  if (guest.lock !== undefined) throw failure(`${guest.kind === "qemu" ? "VM" : "CT"} is locked (${guest.lock})`);
}
