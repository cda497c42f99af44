/**
 * Anything that stands for one guest: the VM class of any generated Proxmox binding fits, as does `{ vmId: 101 }`.
 */
export interface IPlaceable {
  /** Proxmox id of the guest. A token is fine when it is known during the plan, as an id that the configuration sets is. */
  readonly vmId: number;
}
