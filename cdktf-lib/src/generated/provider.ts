// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ProxlbProviderConfig {
  /**
  * Gives the address of a node of the cluster: a URL such as `https://pve1.example.com:8006/`, or `host`, `host:port`, `[IPv6]` or `[IPv6]:port`. Can also be set with `PROXMOX_VE_ENDPOINT`.
  */
  readonly endpoint?: string;
  /**
  * Lists addresses of several nodes, which are tried in order until one answers; `endpoint` comes first where both are set.
  */
  readonly endpoints?: string[];
  /**
  * Gives an API token as `user@realm!name=secret`; preferred to all other credentials. Can also be set with `PROXMOX_VE_API_TOKEN`.
  */
  readonly apiToken?: string;
  /**
  * Gives a ticket of an earlier login; needs `csrf_prevention_token` too. Can also be set with `PROXMOX_VE_AUTH_TICKET`.
  */
  readonly authTicket?: string;
  /**
  * Gives the token that belongs to `auth_ticket`. Can also be set with `PROXMOX_VE_CSRF_PREVENTION_TOKEN`.
  */
  readonly csrfPreventionToken?: string;
  /**
  * Names the user to log in as, with its realm, such as `balancer@pve`. Can also be set with `PROXMOX_VE_USERNAME`.
  */
  readonly username?: string;
  /**
  * Gives the password of `username`. Can also be set with `PROXMOX_VE_PASSWORD`.
  */
  readonly password?: string;
  /**
  * Skips the check of the server's certificate; whoever is in between can then read and change everything. Default `false`. Can also be set with `PROXMOX_VE_INSECURE`.
  */
  readonly insecure?: boolean | cdktf.IResolvable;
  /**
  * Gives the lowest TLS version that is accepted: `1.0`, `1.1`, `1.2` or `1.3` (default). Can also be set with `PROXMOX_VE_MIN_TLS`.
  */
  readonly minTls?: string;
  /**
  * Gives the certificate of the authority that signed the server's certificate, as PEM text; on a node it is `/etc/pve/pve-root-ca.pem`. Default: the authorities of the system.
  */
  readonly caCertificate?: string;
  /**
  * Gives the SHA-256 fingerprint that the server's certificate must have, as the web interface shows it. It replaces the check of the authority.
  */
  readonly tlsFingerprint?: string;
  /**
  * Limits how long one request may take, as a duration. Default `35s`.
  */
  readonly requestTimeout?: string;
  /**
  * Names an existing configuration of ProxLB (`proxlb.yaml`), of which every key is read: how to connect, and the policy. Attributes of this block come before it, and it comes before the environment. Keys that it leaves out take the defaults of this provider; a key that cannot be honoured is named in a warning that says what to use instead.
  */
  readonly configFile?: string;
  /**
  * Names a file with a captured cluster (snapshot version 1) to plan on in place of a running one. Nothing is contacted, and nothing can be executed.
  */
  readonly snapshotFile?: string;
  /**
  * Says how the cluster is to be kept; every data source and resource can override single keys.
  */
  readonly policy?: ProxlbProviderPolicy;
  /**
  * Alias name
  */
  readonly alias?: string;
}
export interface ProxlbProviderPolicyPsiNodesMemory {
  /**
  * Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  */
  readonly pressureFull?: number;
  /**
  * Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  */
  readonly pressureSome?: number;
  /**
  * Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  */
  readonly pressureSpikes?: number;
}

export function proxlbProviderPolicyPsiNodesMemoryToTerraform(struct?: ProxlbProviderPolicyPsiNodesMemory | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pressure_full: cdktf.numberToTerraform(struct!.pressureFull),
    pressure_some: cdktf.numberToTerraform(struct!.pressureSome),
    pressure_spikes: cdktf.numberToTerraform(struct!.pressureSpikes),
  }
}


export function proxlbProviderPolicyPsiNodesMemoryToHclTerraform(struct?: ProxlbProviderPolicyPsiNodesMemory | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pressure_full: {
      value: cdktf.numberToHclTerraform(struct!.pressureFull),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_some: {
      value: cdktf.numberToHclTerraform(struct!.pressureSome),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_spikes: {
      value: cdktf.numberToHclTerraform(struct!.pressureSpikes),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiNodesCpu {
  /**
  * Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  */
  readonly pressureFull?: number;
  /**
  * Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  */
  readonly pressureSome?: number;
  /**
  * Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  */
  readonly pressureSpikes?: number;
}

export function proxlbProviderPolicyPsiNodesCpuToTerraform(struct?: ProxlbProviderPolicyPsiNodesCpu | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pressure_full: cdktf.numberToTerraform(struct!.pressureFull),
    pressure_some: cdktf.numberToTerraform(struct!.pressureSome),
    pressure_spikes: cdktf.numberToTerraform(struct!.pressureSpikes),
  }
}


export function proxlbProviderPolicyPsiNodesCpuToHclTerraform(struct?: ProxlbProviderPolicyPsiNodesCpu | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pressure_full: {
      value: cdktf.numberToHclTerraform(struct!.pressureFull),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_some: {
      value: cdktf.numberToHclTerraform(struct!.pressureSome),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_spikes: {
      value: cdktf.numberToHclTerraform(struct!.pressureSpikes),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiNodesDisk {
  /**
  * Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  */
  readonly pressureFull?: number;
  /**
  * Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  */
  readonly pressureSome?: number;
  /**
  * Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  */
  readonly pressureSpikes?: number;
}

export function proxlbProviderPolicyPsiNodesDiskToTerraform(struct?: ProxlbProviderPolicyPsiNodesDisk | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pressure_full: cdktf.numberToTerraform(struct!.pressureFull),
    pressure_some: cdktf.numberToTerraform(struct!.pressureSome),
    pressure_spikes: cdktf.numberToTerraform(struct!.pressureSpikes),
  }
}


export function proxlbProviderPolicyPsiNodesDiskToHclTerraform(struct?: ProxlbProviderPolicyPsiNodesDisk | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pressure_full: {
      value: cdktf.numberToHclTerraform(struct!.pressureFull),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_some: {
      value: cdktf.numberToHclTerraform(struct!.pressureSome),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_spikes: {
      value: cdktf.numberToHclTerraform(struct!.pressureSpikes),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiNodes {
  /**
  * Says from which memory pressure on a node is hot. Without it, memory pressure makes no node hot.
  */
  readonly memory?: ProxlbProviderPolicyPsiNodesMemory;
  /**
  * Says from which CPU pressure on a node is hot. Without it, CPU pressure makes no node hot.
  */
  readonly cpu?: ProxlbProviderPolicyPsiNodesCpu;
  /**
  * Says from which disk pressure on a node is hot. Without it, disk pressure makes no node hot.
  */
  readonly disk?: ProxlbProviderPolicyPsiNodesDisk;
}

export function proxlbProviderPolicyPsiNodesToTerraform(struct?: ProxlbProviderPolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: proxlbProviderPolicyPsiNodesMemoryToTerraform(struct!.memory),
    cpu: proxlbProviderPolicyPsiNodesCpuToTerraform(struct!.cpu),
    disk: proxlbProviderPolicyPsiNodesDiskToTerraform(struct!.disk),
  }
}


export function proxlbProviderPolicyPsiNodesToHclTerraform(struct?: ProxlbProviderPolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: proxlbProviderPolicyPsiNodesMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiNodesMemory",
    },
    cpu: {
      value: proxlbProviderPolicyPsiNodesCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiNodesCpu",
    },
    disk: {
      value: proxlbProviderPolicyPsiNodesDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiNodesDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiGuestsMemory {
  /**
  * Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  */
  readonly pressureFull?: number;
  /**
  * Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  */
  readonly pressureSome?: number;
  /**
  * Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  */
  readonly pressureSpikes?: number;
}

export function proxlbProviderPolicyPsiGuestsMemoryToTerraform(struct?: ProxlbProviderPolicyPsiGuestsMemory | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pressure_full: cdktf.numberToTerraform(struct!.pressureFull),
    pressure_some: cdktf.numberToTerraform(struct!.pressureSome),
    pressure_spikes: cdktf.numberToTerraform(struct!.pressureSpikes),
  }
}


export function proxlbProviderPolicyPsiGuestsMemoryToHclTerraform(struct?: ProxlbProviderPolicyPsiGuestsMemory | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pressure_full: {
      value: cdktf.numberToHclTerraform(struct!.pressureFull),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_some: {
      value: cdktf.numberToHclTerraform(struct!.pressureSome),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_spikes: {
      value: cdktf.numberToHclTerraform(struct!.pressureSpikes),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiGuestsCpu {
  /**
  * Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  */
  readonly pressureFull?: number;
  /**
  * Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  */
  readonly pressureSome?: number;
  /**
  * Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  */
  readonly pressureSpikes?: number;
}

export function proxlbProviderPolicyPsiGuestsCpuToTerraform(struct?: ProxlbProviderPolicyPsiGuestsCpu | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pressure_full: cdktf.numberToTerraform(struct!.pressureFull),
    pressure_some: cdktf.numberToTerraform(struct!.pressureSome),
    pressure_spikes: cdktf.numberToTerraform(struct!.pressureSpikes),
  }
}


export function proxlbProviderPolicyPsiGuestsCpuToHclTerraform(struct?: ProxlbProviderPolicyPsiGuestsCpu | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pressure_full: {
      value: cdktf.numberToHclTerraform(struct!.pressureFull),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_some: {
      value: cdktf.numberToHclTerraform(struct!.pressureSome),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_spikes: {
      value: cdktf.numberToHclTerraform(struct!.pressureSpikes),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiGuestsDisk {
  /**
  * Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  */
  readonly pressureFull?: number;
  /**
  * Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  */
  readonly pressureSome?: number;
  /**
  * Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  */
  readonly pressureSpikes?: number;
}

export function proxlbProviderPolicyPsiGuestsDiskToTerraform(struct?: ProxlbProviderPolicyPsiGuestsDisk | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pressure_full: cdktf.numberToTerraform(struct!.pressureFull),
    pressure_some: cdktf.numberToTerraform(struct!.pressureSome),
    pressure_spikes: cdktf.numberToTerraform(struct!.pressureSpikes),
  }
}


export function proxlbProviderPolicyPsiGuestsDiskToHclTerraform(struct?: ProxlbProviderPolicyPsiGuestsDisk | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pressure_full: {
      value: cdktf.numberToHclTerraform(struct!.pressureFull),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_some: {
      value: cdktf.numberToHclTerraform(struct!.pressureSome),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    pressure_spikes: {
      value: cdktf.numberToHclTerraform(struct!.pressureSpikes),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsiGuests {
  /**
  * Says from which memory pressure on a guest is hot. Without it, memory pressure makes no guest hot.
  */
  readonly memory?: ProxlbProviderPolicyPsiGuestsMemory;
  /**
  * Says from which CPU pressure on a guest is hot. Without it, CPU pressure makes no guest hot.
  */
  readonly cpu?: ProxlbProviderPolicyPsiGuestsCpu;
  /**
  * Says from which disk pressure on a guest is hot. Without it, disk pressure makes no guest hot.
  */
  readonly disk?: ProxlbProviderPolicyPsiGuestsDisk;
}

export function proxlbProviderPolicyPsiGuestsToTerraform(struct?: ProxlbProviderPolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: proxlbProviderPolicyPsiGuestsMemoryToTerraform(struct!.memory),
    cpu: proxlbProviderPolicyPsiGuestsCpuToTerraform(struct!.cpu),
    disk: proxlbProviderPolicyPsiGuestsDiskToTerraform(struct!.disk),
  }
}


export function proxlbProviderPolicyPsiGuestsToHclTerraform(struct?: ProxlbProviderPolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: proxlbProviderPolicyPsiGuestsMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiGuestsMemory",
    },
    cpu: {
      value: proxlbProviderPolicyPsiGuestsCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiGuestsCpu",
    },
    disk: {
      value: proxlbProviderPolicyPsiGuestsDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiGuestsDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPsi {
  /**
  * Says, by resource, which pressures make a node hot, so that its busiest guests leave. Defaults to none.
  */
  readonly nodes?: ProxlbProviderPolicyPsiNodes;
  /**
  * Says, by resource, which pressures make a guest hot, so that it goes to a node with much lower pressure. Defaults to none.
  */
  readonly guests?: ProxlbProviderPolicyPsiGuests;
}

export function proxlbProviderPolicyPsiToTerraform(struct?: ProxlbProviderPolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    nodes: proxlbProviderPolicyPsiNodesToTerraform(struct!.nodes),
    guests: proxlbProviderPolicyPsiGuestsToTerraform(struct!.guests),
  }
}


export function proxlbProviderPolicyPsiToHclTerraform(struct?: ProxlbProviderPolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    nodes: {
      value: proxlbProviderPolicyPsiNodesToHclTerraform(struct!.nodes),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiNodes",
    },
    guests: {
      value: proxlbProviderPolicyPsiGuestsToHclTerraform(struct!.guests),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsiGuests",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyNodeReserve {
  /**
  * Names the node that the entry is for. Without it the entry is for every node that has no entry of its own.
  */
  readonly nodeName?: string;
  /**
  * Gives the memory in MiB that guests must leave free. Defaults to 0.
  */
  readonly memoryMib?: number;
  /**
  * Gives the CPU cores that guests must leave free. Defaults to 0.
  */
  readonly cpuCores?: number;
}

export function proxlbProviderPolicyNodeReserveToTerraform(struct?: ProxlbProviderPolicyNodeReserve | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    node_name: cdktf.stringToTerraform(struct!.nodeName),
    memory_mib: cdktf.numberToTerraform(struct!.memoryMib),
    cpu_cores: cdktf.numberToTerraform(struct!.cpuCores),
  }
}


export function proxlbProviderPolicyNodeReserveToHclTerraform(struct?: ProxlbProviderPolicyNodeReserve | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    node_name: {
      value: cdktf.stringToHclTerraform(struct!.nodeName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    memory_mib: {
      value: cdktf.numberToHclTerraform(struct!.memoryMib),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    cpu_cores: {
      value: cdktf.numberToHclTerraform(struct!.cpuCores),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyPools {
  /**
  * Identifies the Proxmox pool whose members the rule is about.
  */
  readonly poolId: string;
  /**
  * Says how the members relate: `affinity` keeps them on one node, `anti-affinity` on different nodes. Without it, only `pin` binds them.
  */
  readonly type?: string;
  /**
  * Lists the nodes that the members may run on. Defaults to the empty list, which allows every node.
  */
  readonly pin?: string[];
  /**
  * Says whether the rule is never broken (`true`, the default) or only where nothing else helps (`false`).
  */
  readonly strict?: boolean | cdktf.IResolvable;
}

export function proxlbProviderPolicyPoolsToTerraform(struct?: ProxlbProviderPolicyPools | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    pool_id: cdktf.stringToTerraform(struct!.poolId),
    type: cdktf.stringToTerraform(struct!.type),
    pin: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.pin),
    strict: cdktf.booleanToTerraform(struct!.strict),
  }
}


export function proxlbProviderPolicyPoolsToHclTerraform(struct?: ProxlbProviderPolicyPools | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    pool_id: {
      value: cdktf.stringToHclTerraform(struct!.poolId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    type: {
      value: cdktf.stringToHclTerraform(struct!.type),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    pin: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.pin),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    strict: {
      value: cdktf.booleanToHclTerraform(struct!.strict),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyRules {
  /**
  * Names the rule in reasons and messages.
  */
  readonly name: string;
  /**
  * Says what the rule asks for: `affinity` (one node for all), `anti-affinity` (different nodes) or `node-affinity` (only the nodes listed).
  */
  readonly type: string;
  /**
  * Says how strictly the rule binds: `must` (the default) is never broken; `should` yields to must rules, evacuation and capacity.
  */
  readonly strength?: string;
  /**
  * Lists the ids of guests that the rule is about. Defaults to none.
  */
  readonly vmIds?: number[];
  /**
  * Lists the names of guests that the rule is about; `*` and `?` are wildcards. Defaults to none.
  */
  readonly names?: string[];
  /**
  * Lists the tags of guests that the rule is about. Defaults to none.
  */
  readonly tags?: string[];
  /**
  * Lists the nodes that the guests may run on. Needed by `node-affinity` and refused by the others.
  */
  readonly nodes?: string[];
}

export function proxlbProviderPolicyRulesToTerraform(struct?: ProxlbProviderPolicyRules | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    name: cdktf.stringToTerraform(struct!.name),
    type: cdktf.stringToTerraform(struct!.type),
    strength: cdktf.stringToTerraform(struct!.strength),
    vm_ids: cdktf.listMapper(cdktf.numberToTerraform, false)(struct!.vmIds),
    names: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.names),
    tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.tags),
    nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.nodes),
  }
}


export function proxlbProviderPolicyRulesToHclTerraform(struct?: ProxlbProviderPolicyRules | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    type: {
      value: cdktf.stringToHclTerraform(struct!.type),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    strength: {
      value: cdktf.stringToHclTerraform(struct!.strength),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    vm_ids: {
      value: cdktf.listMapperHcl(cdktf.numberToHclTerraform, false)(struct!.vmIds),
      isBlock: false,
      type: "list",
      storageClassType: "numberList",
    },
    names: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.names),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    tags: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.tags),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    nodes: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.nodes),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicyMaxParallelMigrations {
  /**
  * Limits the migrations that one node takes part in at the same time, as source or target. Defaults to 1.
  */
  readonly perNode?: number;
  /**
  * Limits the migrations that run at the same time in the whole cluster. Defaults to 4.
  */
  readonly total?: number;
}

export function proxlbProviderPolicyMaxParallelMigrationsToTerraform(struct?: ProxlbProviderPolicyMaxParallelMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    per_node: cdktf.numberToTerraform(struct!.perNode),
    total: cdktf.numberToTerraform(struct!.total),
  }
}


export function proxlbProviderPolicyMaxParallelMigrationsToHclTerraform(struct?: ProxlbProviderPolicyMaxParallelMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    per_node: {
      value: cdktf.numberToHclTerraform(struct!.perNode),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    total: {
      value: cdktf.numberToHclTerraform(struct!.total),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface ProxlbProviderPolicy {
  /**
  * Says whether anything is planned at all. Defaults to `true`; `false` gives empty plans.
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Lists the resources that are balanced jointly: `memory`, `cpu` and `disk`, which is the local disk. Defaults to `["memory"]`.
  */
  readonly methods?: string[];
  /**
  * Gives each method a weight, by which its spread is multiplied before it is compared. Defaults to 1 for every method.
  */
  readonly weights?: { [key: string]: number };
  /**
  * Says how load is read: `used` (the default) is what guests consume, `assigned` is what they are configured with, and `psi` is how long they wait for a resource (pressure stall information of Proxmox VE 9), with the thresholds of `psi` in place of `balanciness` and `thresholds`.
  */
  readonly mode?: string;
  /**
  * Gives the thresholds of the mode `psi`, in percent; only the resources that `methods` lists are looked at. Defaults to none, which the mode `psi` refuses.
  */
  readonly psi?: ProxlbProviderPolicyPsi;
  /**
  * Says how far back the use of nodes and guests is looked at, such as `1h`; needs a `usage_statistic`. Defaults to now alone.
  */
  readonly usageWindow?: string;
  /**
  * Says what is made of the use within `usage_window`: `mean`, `max` or a percentile (`p50`, `p90`, `p95`, `p99`). Defaults to `current`, the newest figures, which takes no window.
  */
  readonly usageStatistic?: string;
  /**
  * Gives the difference between the most and the least loaded node, in percent points, above which a plan starts. Defaults to 10.
  */
  readonly balanciness?: number;
  /**
  * Gives the difference in percent points that a plan aims at once it starts; at most `balanciness`. Defaults to 0.8 times `balanciness`, so that small changes do not start the next plan at once.
  */
  readonly balancinessTarget?: number;
  /**
  * Gives, per method, a load of a node in percent; `threshold_mode` says what reaching it does. Defaults to no thresholds.
  */
  readonly thresholds?: { [key: string]: number };
  /**
  * Says what `thresholds` do: `gate` (the default) balances only if some node reaches one; `trigger` also starts below `balanciness` when one does.
  */
  readonly thresholdMode?: string;
  /**
  * Says how many percent points the balancing moves of a plan must win together; otherwise they are left out. Defaults to 0.
  */
  readonly minGain?: number;
  /**
  * Says what a plan that reaches its goals keeps as low as possible: the number of `moves` (the default) or the `seconds` that they are estimated to take.
  */
  readonly minimize?: string;
  /**
  * Says how long a guest that was moved takes no part in balancing, such as `1h`; repairs and evacuations move it nevertheless. Defaults to not at all.
  */
  readonly cooldown?: string;
  /**
  * Limits the migrations of one plan. Defaults to no limit.
  */
  readonly maxMigrations?: number;
  /**
  * Limits the ratio of assigned virtual CPUs to the cores of a node, the reserve left out. Defaults to no limit.
  */
  readonly cpuOvercommit?: number;
  /**
  * Limits the ratio of assigned memory to the memory of a node, the reserve left out. Defaults to no limit.
  */
  readonly memoryOvercommit?: number;
  /**
  * Says where new guests go: `balance` (the default) chooses the least loaded node, `pack` the fullest that has room, which keeps other nodes free for large guests.
  */
  readonly placement?: string;
  /**
  * Lists the resources of nodes that are kept free of guests; loads are percentages of what is left. Defaults to none.
  */
  readonly nodeReserve?: ProxlbProviderPolicyNodeReserve[] | cdktf.IResolvable;
  /**
  * Lists the nodes that guests leave and do not enter, besides those that the cluster itself has in maintenance. Defaults to none.
  */
  readonly maintenanceNodes?: string[];
  /**
  * Lists the nodes that are neither source nor target; their guests still count in rules. Defaults to none.
  */
  readonly ignoreNodes?: string[];
  /**
  * Lists the names or ids of guests that never move; `*` and `?` are wildcards. They still count as load. Defaults to none.
  */
  readonly ignoreGuests?: string[];
  /**
  * Lists the tags of guests that never move, besides `plb_ignore*`; `*` and `?` are wildcards. They still count as load. Defaults to none.
  */
  readonly ignoreTags?: string[];
  /**
  * Lists the dialects whose tags are read: `proxlb` (always) and `proxbalance`, in which `ignore` keeps a guest where it is and `exclude_<group>` keeps guests apart. Defaults to `["proxlb"]`.
  */
  readonly tagDialects?: string[];
  /**
  * Lists the kinds of guests that may move: `vm`, `ct` or both. Defaults to `["vm"]`, because a running container restarts when it moves.
  */
  readonly balanceTypes?: string[];
  /**
  * Lists rules over all members of a Proxmox pool. Defaults to none.
  */
  readonly pools?: ProxlbProviderPolicyPools[] | cdktf.IResolvable;
  /**
  * Lists rules over guests that are named by id, by name or by tag; the three are united. Defaults to none.
  */
  readonly rules?: ProxlbProviderPolicyRules[] | cdktf.IResolvable;
  /**
  * Limits the migrations that run at the same time. Defaults to 1 per node and 4 in all.
  */
  readonly maxParallelMigrations?: ProxlbProviderPolicyMaxParallelMigrations;
  /**
  * Says whether running virtual machines migrate without being stopped. Defaults to `true`.
  */
  readonly live?: boolean | cdktf.IResolvable;
  /**
  * Says whether disks on storage that is not shared are copied along. Defaults to `true`.
  */
  readonly withLocalDisks?: boolean | cdktf.IResolvable;
  /**
  * Says whether the firewall's connection tracking state moves along, where the nodes support it. Defaults to `true`.
  */
  readonly withConntrackState?: boolean | cdktf.IResolvable;
  /**
  * Names the storage that local disks are copied to. Defaults to the storage of the same name on the target node.
  */
  readonly targetStorage?: string;
  /**
  * Limits the time that one migration may take, such as `90s`, `30m` or `1h30m`. Defaults to `"30m"`.
  */
  readonly migrationTimeout?: string;
  /**
  * Says what becomes of running migrations when an apply is interrupted or its timeout is up: `finish` (the default) leaves them to Proxmox VE, which carries them out; `stop` stops them, and their guests stay where they are.
  */
  readonly onInterrupt?: string;
}

export function proxlbProviderPolicyToTerraform(struct?: ProxlbProviderPolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    methods: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.methods),
    weights: cdktf.hashMapper(cdktf.numberToTerraform)(struct!.weights),
    mode: cdktf.stringToTerraform(struct!.mode),
    psi: proxlbProviderPolicyPsiToTerraform(struct!.psi),
    usage_window: cdktf.stringToTerraform(struct!.usageWindow),
    usage_statistic: cdktf.stringToTerraform(struct!.usageStatistic),
    balanciness: cdktf.numberToTerraform(struct!.balanciness),
    balanciness_target: cdktf.numberToTerraform(struct!.balancinessTarget),
    thresholds: cdktf.hashMapper(cdktf.numberToTerraform)(struct!.thresholds),
    threshold_mode: cdktf.stringToTerraform(struct!.thresholdMode),
    min_gain: cdktf.numberToTerraform(struct!.minGain),
    minimize: cdktf.stringToTerraform(struct!.minimize),
    cooldown: cdktf.stringToTerraform(struct!.cooldown),
    max_migrations: cdktf.numberToTerraform(struct!.maxMigrations),
    cpu_overcommit: cdktf.numberToTerraform(struct!.cpuOvercommit),
    memory_overcommit: cdktf.numberToTerraform(struct!.memoryOvercommit),
    placement: cdktf.stringToTerraform(struct!.placement),
    node_reserve: cdktf.listMapper(proxlbProviderPolicyNodeReserveToTerraform, false)(struct!.nodeReserve),
    maintenance_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.maintenanceNodes),
    ignore_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreNodes),
    ignore_guests: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreGuests),
    ignore_tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreTags),
    tag_dialects: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.tagDialects),
    balance_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.balanceTypes),
    pools: cdktf.listMapper(proxlbProviderPolicyPoolsToTerraform, false)(struct!.pools),
    rules: cdktf.listMapper(proxlbProviderPolicyRulesToTerraform, false)(struct!.rules),
    max_parallel_migrations: proxlbProviderPolicyMaxParallelMigrationsToTerraform(struct!.maxParallelMigrations),
    live: cdktf.booleanToTerraform(struct!.live),
    with_local_disks: cdktf.booleanToTerraform(struct!.withLocalDisks),
    with_conntrack_state: cdktf.booleanToTerraform(struct!.withConntrackState),
    target_storage: cdktf.stringToTerraform(struct!.targetStorage),
    migration_timeout: cdktf.stringToTerraform(struct!.migrationTimeout),
    on_interrupt: cdktf.stringToTerraform(struct!.onInterrupt),
  }
}


export function proxlbProviderPolicyToHclTerraform(struct?: ProxlbProviderPolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    enabled: {
      value: cdktf.booleanToHclTerraform(struct!.enabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    methods: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.methods),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    weights: {
      value: cdktf.hashMapperHcl(cdktf.numberToHclTerraform)(struct!.weights),
      isBlock: false,
      type: "map",
      storageClassType: "numberMap",
    },
    mode: {
      value: cdktf.stringToHclTerraform(struct!.mode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    psi: {
      value: proxlbProviderPolicyPsiToHclTerraform(struct!.psi),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyPsi",
    },
    usage_window: {
      value: cdktf.stringToHclTerraform(struct!.usageWindow),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    usage_statistic: {
      value: cdktf.stringToHclTerraform(struct!.usageStatistic),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    balanciness: {
      value: cdktf.numberToHclTerraform(struct!.balanciness),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    balanciness_target: {
      value: cdktf.numberToHclTerraform(struct!.balancinessTarget),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    thresholds: {
      value: cdktf.hashMapperHcl(cdktf.numberToHclTerraform)(struct!.thresholds),
      isBlock: false,
      type: "map",
      storageClassType: "numberMap",
    },
    threshold_mode: {
      value: cdktf.stringToHclTerraform(struct!.thresholdMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    min_gain: {
      value: cdktf.numberToHclTerraform(struct!.minGain),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    minimize: {
      value: cdktf.stringToHclTerraform(struct!.minimize),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cooldown: {
      value: cdktf.stringToHclTerraform(struct!.cooldown),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    max_migrations: {
      value: cdktf.numberToHclTerraform(struct!.maxMigrations),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    cpu_overcommit: {
      value: cdktf.numberToHclTerraform(struct!.cpuOvercommit),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    memory_overcommit: {
      value: cdktf.numberToHclTerraform(struct!.memoryOvercommit),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    placement: {
      value: cdktf.stringToHclTerraform(struct!.placement),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    node_reserve: {
      value: cdktf.listMapperHcl(proxlbProviderPolicyNodeReserveToHclTerraform, false)(struct!.nodeReserve),
      isBlock: true,
      type: "list",
      storageClassType: "ProxlbProviderPolicyNodeReserveList",
    },
    maintenance_nodes: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.maintenanceNodes),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    ignore_nodes: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.ignoreNodes),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    ignore_guests: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.ignoreGuests),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    ignore_tags: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.ignoreTags),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    tag_dialects: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.tagDialects),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    balance_types: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.balanceTypes),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    pools: {
      value: cdktf.listMapperHcl(proxlbProviderPolicyPoolsToHclTerraform, false)(struct!.pools),
      isBlock: true,
      type: "list",
      storageClassType: "ProxlbProviderPolicyPoolsList",
    },
    rules: {
      value: cdktf.listMapperHcl(proxlbProviderPolicyRulesToHclTerraform, false)(struct!.rules),
      isBlock: true,
      type: "list",
      storageClassType: "ProxlbProviderPolicyRulesList",
    },
    max_parallel_migrations: {
      value: proxlbProviderPolicyMaxParallelMigrationsToHclTerraform(struct!.maxParallelMigrations),
      isBlock: true,
      type: "struct",
      storageClassType: "ProxlbProviderPolicyMaxParallelMigrations",
    },
    live: {
      value: cdktf.booleanToHclTerraform(struct!.live),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    with_local_disks: {
      value: cdktf.booleanToHclTerraform(struct!.withLocalDisks),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    with_conntrack_state: {
      value: cdktf.booleanToHclTerraform(struct!.withConntrackState),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    target_storage: {
      value: cdktf.stringToHclTerraform(struct!.targetStorage),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    migration_timeout: {
      value: cdktf.stringToHclTerraform(struct!.migrationTimeout),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    on_interrupt: {
      value: cdktf.stringToHclTerraform(struct!.onInterrupt),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


/**
* Represents a {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs proxlb}
*/
export class ProxlbProvider extends cdktf.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "proxlb";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a ProxlbProvider resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the ProxlbProvider to import
  * @param importFromId The id of the existing ProxlbProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the ProxlbProvider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "proxlb", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs proxlb} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ProxlbProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: ProxlbProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'proxlb',
      terraformGeneratorMetadata: {
        providerName: 'proxlb',
        providerVersionConstraint: '~> 0.1'
      },
      terraformProviderSource: 'proxlb/proxlb'
    });
    this._endpoint = config.endpoint;
    this._endpoints = config.endpoints;
    this._apiToken = config.apiToken;
    this._authTicket = config.authTicket;
    this._csrfPreventionToken = config.csrfPreventionToken;
    this._username = config.username;
    this._password = config.password;
    this._insecure = config.insecure;
    this._minTls = config.minTls;
    this._caCertificate = config.caCertificate;
    this._tlsFingerprint = config.tlsFingerprint;
    this._requestTimeout = config.requestTimeout;
    this._configFile = config.configFile;
    this._snapshotFile = config.snapshotFile;
    this._policy = config.policy;
    this._alias = config.alias;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // endpoint - computed: false, optional: true, required: false
  private _endpoint?: string; 
  public get endpoint() {
    return this._endpoint;
  }
  public set endpoint(value: string | undefined) {
    this._endpoint = value;
  }
  public resetEndpoint() {
    this._endpoint = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get endpointInput() {
    return this._endpoint;
  }

  // endpoints - computed: false, optional: true, required: false
  private _endpoints?: string[]; 
  public get endpoints() {
    return this._endpoints;
  }
  public set endpoints(value: string[] | undefined) {
    this._endpoints = value;
  }
  public resetEndpoints() {
    this._endpoints = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get endpointsInput() {
    return this._endpoints;
  }

  // api_token - computed: false, optional: true, required: false
  private _apiToken?: string; 
  public get apiToken() {
    return this._apiToken;
  }
  public set apiToken(value: string | undefined) {
    this._apiToken = value;
  }
  public resetApiToken() {
    this._apiToken = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiTokenInput() {
    return this._apiToken;
  }

  // auth_ticket - computed: false, optional: true, required: false
  private _authTicket?: string; 
  public get authTicket() {
    return this._authTicket;
  }
  public set authTicket(value: string | undefined) {
    this._authTicket = value;
  }
  public resetAuthTicket() {
    this._authTicket = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get authTicketInput() {
    return this._authTicket;
  }

  // csrf_prevention_token - computed: false, optional: true, required: false
  private _csrfPreventionToken?: string; 
  public get csrfPreventionToken() {
    return this._csrfPreventionToken;
  }
  public set csrfPreventionToken(value: string | undefined) {
    this._csrfPreventionToken = value;
  }
  public resetCsrfPreventionToken() {
    this._csrfPreventionToken = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get csrfPreventionTokenInput() {
    return this._csrfPreventionToken;
  }

  // username - computed: false, optional: true, required: false
  private _username?: string; 
  public get username() {
    return this._username;
  }
  public set username(value: string | undefined) {
    this._username = value;
  }
  public resetUsername() {
    this._username = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get usernameInput() {
    return this._username;
  }

  // password - computed: false, optional: true, required: false
  private _password?: string; 
  public get password() {
    return this._password;
  }
  public set password(value: string | undefined) {
    this._password = value;
  }
  public resetPassword() {
    this._password = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get passwordInput() {
    return this._password;
  }

  // insecure - computed: false, optional: true, required: false
  private _insecure?: boolean | cdktf.IResolvable; 
  public get insecure() {
    return this._insecure;
  }
  public set insecure(value: boolean | cdktf.IResolvable | undefined) {
    this._insecure = value;
  }
  public resetInsecure() {
    this._insecure = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get insecureInput() {
    return this._insecure;
  }

  // min_tls - computed: false, optional: true, required: false
  private _minTls?: string; 
  public get minTls() {
    return this._minTls;
  }
  public set minTls(value: string | undefined) {
    this._minTls = value;
  }
  public resetMinTls() {
    this._minTls = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minTlsInput() {
    return this._minTls;
  }

  // ca_certificate - computed: false, optional: true, required: false
  private _caCertificate?: string; 
  public get caCertificate() {
    return this._caCertificate;
  }
  public set caCertificate(value: string | undefined) {
    this._caCertificate = value;
  }
  public resetCaCertificate() {
    this._caCertificate = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get caCertificateInput() {
    return this._caCertificate;
  }

  // tls_fingerprint - computed: false, optional: true, required: false
  private _tlsFingerprint?: string; 
  public get tlsFingerprint() {
    return this._tlsFingerprint;
  }
  public set tlsFingerprint(value: string | undefined) {
    this._tlsFingerprint = value;
  }
  public resetTlsFingerprint() {
    this._tlsFingerprint = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tlsFingerprintInput() {
    return this._tlsFingerprint;
  }

  // request_timeout - computed: false, optional: true, required: false
  private _requestTimeout?: string; 
  public get requestTimeout() {
    return this._requestTimeout;
  }
  public set requestTimeout(value: string | undefined) {
    this._requestTimeout = value;
  }
  public resetRequestTimeout() {
    this._requestTimeout = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get requestTimeoutInput() {
    return this._requestTimeout;
  }

  // config_file - computed: false, optional: true, required: false
  private _configFile?: string; 
  public get configFile() {
    return this._configFile;
  }
  public set configFile(value: string | undefined) {
    this._configFile = value;
  }
  public resetConfigFile() {
    this._configFile = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get configFileInput() {
    return this._configFile;
  }

  // snapshot_file - computed: false, optional: true, required: false
  private _snapshotFile?: string; 
  public get snapshotFile() {
    return this._snapshotFile;
  }
  public set snapshotFile(value: string | undefined) {
    this._snapshotFile = value;
  }
  public resetSnapshotFile() {
    this._snapshotFile = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get snapshotFileInput() {
    return this._snapshotFile;
  }

  // policy - computed: false, optional: true, required: false
  private _policy?: ProxlbProviderPolicy; 
  public get policy() {
    return this._policy;
  }
  public set policy(value: ProxlbProviderPolicy | undefined) {
    this._policy = value;
  }
  public resetPolicy() {
    this._policy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy;
  }

  // alias - computed: false, optional: true, required: false
  private _alias?: string; 
  public get alias() {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      endpoint: cdktf.stringToTerraform(this._endpoint),
      endpoints: cdktf.listMapper(cdktf.stringToTerraform, false)(this._endpoints),
      api_token: cdktf.stringToTerraform(this._apiToken),
      auth_ticket: cdktf.stringToTerraform(this._authTicket),
      csrf_prevention_token: cdktf.stringToTerraform(this._csrfPreventionToken),
      username: cdktf.stringToTerraform(this._username),
      password: cdktf.stringToTerraform(this._password),
      insecure: cdktf.booleanToTerraform(this._insecure),
      min_tls: cdktf.stringToTerraform(this._minTls),
      ca_certificate: cdktf.stringToTerraform(this._caCertificate),
      tls_fingerprint: cdktf.stringToTerraform(this._tlsFingerprint),
      request_timeout: cdktf.stringToTerraform(this._requestTimeout),
      config_file: cdktf.stringToTerraform(this._configFile),
      snapshot_file: cdktf.stringToTerraform(this._snapshotFile),
      policy: proxlbProviderPolicyToTerraform(this._policy),
      alias: cdktf.stringToTerraform(this._alias),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      endpoint: {
        value: cdktf.stringToHclTerraform(this._endpoint),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      endpoints: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._endpoints),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      api_token: {
        value: cdktf.stringToHclTerraform(this._apiToken),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      auth_ticket: {
        value: cdktf.stringToHclTerraform(this._authTicket),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      csrf_prevention_token: {
        value: cdktf.stringToHclTerraform(this._csrfPreventionToken),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      username: {
        value: cdktf.stringToHclTerraform(this._username),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      password: {
        value: cdktf.stringToHclTerraform(this._password),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      insecure: {
        value: cdktf.booleanToHclTerraform(this._insecure),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      min_tls: {
        value: cdktf.stringToHclTerraform(this._minTls),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ca_certificate: {
        value: cdktf.stringToHclTerraform(this._caCertificate),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      tls_fingerprint: {
        value: cdktf.stringToHclTerraform(this._tlsFingerprint),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      request_timeout: {
        value: cdktf.stringToHclTerraform(this._requestTimeout),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      config_file: {
        value: cdktf.stringToHclTerraform(this._configFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      snapshot_file: {
        value: cdktf.stringToHclTerraform(this._snapshotFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      policy: {
        value: proxlbProviderPolicyToTerraform(this._policy),
        isBlock: false,
        type: "any",
        storageClassType: "ProxlbProviderPolicy",
      },
      alias: {
        value: cdktf.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
