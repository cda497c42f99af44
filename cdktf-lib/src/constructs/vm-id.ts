import { isKnown } from "./expression.js";
import type { Fail } from "./fail-at.js";

const LOWEST_VM_ID = 100;
const HIGHEST_VM_ID = 999_999_999;

/** Judges a Proxmox id that is known during synthesis. */
export const validateVmId = (vmId: number | undefined, fail: Fail): void => {
  if (isKnown(vmId) && !(Number.isInteger(vmId) && vmId >= LOWEST_VM_ID && vmId <= HIGHEST_VM_ID))
    fail(`\`vmId\` is ${vmId}, but Proxmox ids are whole numbers from ${LOWEST_VM_ID} to ${HIGHEST_VM_ID}.`);
};
