// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/best_node
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";
import { type Policy as DataProxlbBestNodePolicy, policyToTerraform as dataProxlbBestNodePolicyToTerraform, PolicyOutputReference as DataProxlbBestNodePolicyOutputReference } from "./policy.js";
export { type PolicyPsiNodesMemory as DataProxlbBestNodePolicyPsiNodesMemory, policyPsiNodesMemoryToTerraform as dataProxlbBestNodePolicyPsiNodesMemoryToTerraform, policyPsiNodesMemoryToHclTerraform as dataProxlbBestNodePolicyPsiNodesMemoryToHclTerraform, PolicyPsiNodesMemoryOutputReference as DataProxlbBestNodePolicyPsiNodesMemoryOutputReference, type PolicyPsiNodesCpu as DataProxlbBestNodePolicyPsiNodesCpu, policyPsiNodesCpuToTerraform as dataProxlbBestNodePolicyPsiNodesCpuToTerraform, policyPsiNodesCpuToHclTerraform as dataProxlbBestNodePolicyPsiNodesCpuToHclTerraform, PolicyPsiNodesCpuOutputReference as DataProxlbBestNodePolicyPsiNodesCpuOutputReference, type PolicyPsiNodesDisk as DataProxlbBestNodePolicyPsiNodesDisk, policyPsiNodesDiskToTerraform as dataProxlbBestNodePolicyPsiNodesDiskToTerraform, policyPsiNodesDiskToHclTerraform as dataProxlbBestNodePolicyPsiNodesDiskToHclTerraform, PolicyPsiNodesDiskOutputReference as DataProxlbBestNodePolicyPsiNodesDiskOutputReference, type PolicyPsiNodes as DataProxlbBestNodePolicyPsiNodes, policyPsiNodesToTerraform as dataProxlbBestNodePolicyPsiNodesToTerraform, policyPsiNodesToHclTerraform as dataProxlbBestNodePolicyPsiNodesToHclTerraform, PolicyPsiNodesOutputReference as DataProxlbBestNodePolicyPsiNodesOutputReference, type PolicyPsiGuestsMemory as DataProxlbBestNodePolicyPsiGuestsMemory, policyPsiGuestsMemoryToTerraform as dataProxlbBestNodePolicyPsiGuestsMemoryToTerraform, policyPsiGuestsMemoryToHclTerraform as dataProxlbBestNodePolicyPsiGuestsMemoryToHclTerraform, PolicyPsiGuestsMemoryOutputReference as DataProxlbBestNodePolicyPsiGuestsMemoryOutputReference, type PolicyPsiGuestsCpu as DataProxlbBestNodePolicyPsiGuestsCpu, policyPsiGuestsCpuToTerraform as dataProxlbBestNodePolicyPsiGuestsCpuToTerraform, policyPsiGuestsCpuToHclTerraform as dataProxlbBestNodePolicyPsiGuestsCpuToHclTerraform, PolicyPsiGuestsCpuOutputReference as DataProxlbBestNodePolicyPsiGuestsCpuOutputReference, type PolicyPsiGuestsDisk as DataProxlbBestNodePolicyPsiGuestsDisk, policyPsiGuestsDiskToTerraform as dataProxlbBestNodePolicyPsiGuestsDiskToTerraform, policyPsiGuestsDiskToHclTerraform as dataProxlbBestNodePolicyPsiGuestsDiskToHclTerraform, PolicyPsiGuestsDiskOutputReference as DataProxlbBestNodePolicyPsiGuestsDiskOutputReference, type PolicyPsiGuests as DataProxlbBestNodePolicyPsiGuests, policyPsiGuestsToTerraform as dataProxlbBestNodePolicyPsiGuestsToTerraform, policyPsiGuestsToHclTerraform as dataProxlbBestNodePolicyPsiGuestsToHclTerraform, PolicyPsiGuestsOutputReference as DataProxlbBestNodePolicyPsiGuestsOutputReference, type PolicyPsi as DataProxlbBestNodePolicyPsi, policyPsiToTerraform as dataProxlbBestNodePolicyPsiToTerraform, policyPsiToHclTerraform as dataProxlbBestNodePolicyPsiToHclTerraform, PolicyPsiOutputReference as DataProxlbBestNodePolicyPsiOutputReference, type PolicyNodeReserve as DataProxlbBestNodePolicyNodeReserve, policyNodeReserveToTerraform as dataProxlbBestNodePolicyNodeReserveToTerraform, policyNodeReserveToHclTerraform as dataProxlbBestNodePolicyNodeReserveToHclTerraform, PolicyNodeReserveOutputReference as DataProxlbBestNodePolicyNodeReserveOutputReference, PolicyNodeReserveList as DataProxlbBestNodePolicyNodeReserveList, type PolicyPools as DataProxlbBestNodePolicyPools, policyPoolsToTerraform as dataProxlbBestNodePolicyPoolsToTerraform, policyPoolsToHclTerraform as dataProxlbBestNodePolicyPoolsToHclTerraform, PolicyPoolsOutputReference as DataProxlbBestNodePolicyPoolsOutputReference, PolicyPoolsList as DataProxlbBestNodePolicyPoolsList, type PolicyRules as DataProxlbBestNodePolicyRules, policyRulesToTerraform as dataProxlbBestNodePolicyRulesToTerraform, policyRulesToHclTerraform as dataProxlbBestNodePolicyRulesToHclTerraform, PolicyRulesOutputReference as DataProxlbBestNodePolicyRulesOutputReference, PolicyRulesList as DataProxlbBestNodePolicyRulesList, type PolicyMaxParallelMigrations as DataProxlbBestNodePolicyMaxParallelMigrations, policyMaxParallelMigrationsToTerraform as dataProxlbBestNodePolicyMaxParallelMigrationsToTerraform, policyMaxParallelMigrationsToHclTerraform as dataProxlbBestNodePolicyMaxParallelMigrationsToHclTerraform, PolicyMaxParallelMigrationsOutputReference as DataProxlbBestNodePolicyMaxParallelMigrationsOutputReference, type Policy as DataProxlbBestNodePolicy, policyToTerraform as dataProxlbBestNodePolicyToTerraform, policyToHclTerraform as dataProxlbBestNodePolicyToHclTerraform, PolicyOutputReference as DataProxlbBestNodePolicyOutputReference } from "./policy.js";

// Configuration

export interface DataProxlbBestNodeConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says what the guest will be: `vm` (default) or `ct`.
  */
  readonly type?: string;
  /**
  * Names the guest. Without `vm_id`, a guest that already bears this name is answered with the node it is on.
  */
  readonly name?: string;
  /**
  * Identifies the guest. A guest that already has this id is answered with the node it is on, whatever its load.
  */
  readonly vmId?: number;
  /**
  * Gives the virtual CPUs of the guest. Required unless the guest already exists.
  */
  readonly cpuCores?: number;
  /**
  * Gives the memory of the guest in MiB. Required unless the guest already exists.
  */
  readonly memoryMib?: number;
  /**
  * Gives the size of all disks of the guest in GiB. Default 0.
  */
  readonly diskGib?: number;
  /**
  * Names the storage that the disks will be on. Nodes that do not have it, or where it has less room than `disk_gib`, do not fit. Default: storages are not looked at.
  */
  readonly storage?: string;
  /**
  * Lists the tags that the guest will bear. `plb_affinity_*`, `plb_anti_affinity_*` and `plb_pin_<node>` are obeyed.
  */
  readonly tags?: string[];
  /**
  * Names the pool that the guest will belong to.
  */
  readonly pool?: string;
  /**
  * Lists the nodes that may be chosen. Default: all nodes of the cluster.
  */
  readonly allowedNodes?: string[];
  /**
  * Lists nodes that must not be chosen. Default: none.
  */
  readonly excludedNodes?: string[];
  /**
  * Asks for several guests at once, by keys of your choice. Each takes its resources before the next is placed, and the rules among them hold. Conflicts with the attributes of a single guest.
  */
  readonly guests?: { [key: string]: DataProxlbBestNodeGuests } | cdktf.IResolvable;
  /**
  * Says whether existing guests may move where a new guest finds no node otherwise. What has to move first is then in `moves`. Default `false`.
  */
  readonly makeRoom?: boolean | cdktf.IResolvable;
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`; one that is `null` leaves it in force.
  */
  readonly policy?: DataProxlbBestNodePolicy;
  /**
  * Limits how long the operations of this object may take.
  */
  readonly timeouts?: DataProxlbBestNodeTimeouts;
}
export interface DataProxlbBestNodeGuests {
  /**
  * Says what the guest will be: `vm` (default) or `ct`.
  */
  readonly type?: string;
  /**
  * Names the guest. Without `vm_id`, a guest that already bears this name is answered with the node it is on.
  */
  readonly name?: string;
  /**
  * Identifies the guest. A guest that already has this id is answered with the node it is on, whatever its load.
  */
  readonly vmId?: number;
  /**
  * Gives the virtual CPUs of the guest. Required unless the guest already exists.
  */
  readonly cpuCores?: number;
  /**
  * Gives the memory of the guest in MiB. Required unless the guest already exists.
  */
  readonly memoryMib?: number;
  /**
  * Gives the size of all disks of the guest in GiB. Default 0.
  */
  readonly diskGib?: number;
  /**
  * Names the storage that the disks will be on. Nodes that do not have it, or where it has less room than `disk_gib`, do not fit. Default: storages are not looked at.
  */
  readonly storage?: string;
  /**
  * Lists the tags that the guest will bear. `plb_affinity_*`, `plb_anti_affinity_*` and `plb_pin_<node>` are obeyed.
  */
  readonly tags?: string[];
  /**
  * Names the pool that the guest will belong to.
  */
  readonly pool?: string;
  /**
  * Lists the nodes that may be chosen. Default: all nodes of the cluster.
  */
  readonly allowedNodes?: string[];
  /**
  * Lists nodes that must not be chosen. Default: none.
  */
  readonly excludedNodes?: string[];
}

export function dataProxlbBestNodeGuestsToTerraform(struct?: DataProxlbBestNodeGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    type: cdktf.stringToTerraform(struct!.type),
    name: cdktf.stringToTerraform(struct!.name),
    vm_id: cdktf.numberToTerraform(struct!.vmId),
    cpu_cores: cdktf.numberToTerraform(struct!.cpuCores),
    memory_mib: cdktf.numberToTerraform(struct!.memoryMib),
    disk_gib: cdktf.numberToTerraform(struct!.diskGib),
    storage: cdktf.stringToTerraform(struct!.storage),
    tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.tags),
    pool: cdktf.stringToTerraform(struct!.pool),
    allowed_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.allowedNodes),
    excluded_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.excludedNodes),
  }
}


export function dataProxlbBestNodeGuestsToHclTerraform(struct?: DataProxlbBestNodeGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    type: {
      value: cdktf.stringToHclTerraform(struct!.type),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    vm_id: {
      value: cdktf.numberToHclTerraform(struct!.vmId),
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
    memory_mib: {
      value: cdktf.numberToHclTerraform(struct!.memoryMib),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    disk_gib: {
      value: cdktf.numberToHclTerraform(struct!.diskGib),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    storage: {
      value: cdktf.stringToHclTerraform(struct!.storage),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tags: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.tags),
      isBlock: false,
      type: "set",
      storageClassType: "stringList",
    },
    pool: {
      value: cdktf.stringToHclTerraform(struct!.pool),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    allowed_nodes: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.allowedNodes),
      isBlock: false,
      type: "set",
      storageClassType: "stringList",
    },
    excluded_nodes: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.excludedNodes),
      isBlock: false,
      type: "set",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbBestNodeGuestsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectKey the key of this item in the map
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectKey: string) {
    super(terraformResource, terraformAttribute, false, complexObjectKey);
  }

  public get internalValue(): DataProxlbBestNodeGuests | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._vmId !== undefined) {
      hasAnyValues = true;
      internalValueResult.vmId = this._vmId;
    }
    if (this._cpuCores !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuCores = this._cpuCores;
    }
    if (this._memoryMib !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryMib = this._memoryMib;
    }
    if (this._diskGib !== undefined) {
      hasAnyValues = true;
      internalValueResult.diskGib = this._diskGib;
    }
    if (this._storage !== undefined) {
      hasAnyValues = true;
      internalValueResult.storage = this._storage;
    }
    if (this._tags !== undefined) {
      hasAnyValues = true;
      internalValueResult.tags = this._tags;
    }
    if (this._pool !== undefined) {
      hasAnyValues = true;
      internalValueResult.pool = this._pool;
    }
    if (this._allowedNodes !== undefined) {
      hasAnyValues = true;
      internalValueResult.allowedNodes = this._allowedNodes;
    }
    if (this._excludedNodes !== undefined) {
      hasAnyValues = true;
      internalValueResult.excludedNodes = this._excludedNodes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbBestNodeGuests | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._type = undefined;
      this._name = undefined;
      this._vmId = undefined;
      this._cpuCores = undefined;
      this._memoryMib = undefined;
      this._diskGib = undefined;
      this._storage = undefined;
      this._tags = undefined;
      this._pool = undefined;
      this._allowedNodes = undefined;
      this._excludedNodes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._type = value.type;
      this._name = value.name;
      this._vmId = value.vmId;
      this._cpuCores = value.cpuCores;
      this._memoryMib = value.memoryMib;
      this._diskGib = value.diskGib;
      this._storage = value.storage;
      this._tags = value.tags;
      this._pool = value.pool;
      this._allowedNodes = value.allowedNodes;
      this._excludedNodes = value.excludedNodes;
    }
  }

  // type - computed: false, optional: true, required: false
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  public resetType() {
    this._type = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // vm_id - computed: false, optional: true, required: false
  private _vmId?: number; 
  public get vmId() {
    return this.getNumberAttribute('vm_id');
  }
  public set vmId(value: number) {
    this._vmId = value;
  }
  public resetVmId() {
    this._vmId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get vmIdInput() {
    return this._vmId;
  }

  // cpu_cores - computed: false, optional: true, required: false
  private _cpuCores?: number; 
  public get cpuCores() {
    return this.getNumberAttribute('cpu_cores');
  }
  public set cpuCores(value: number) {
    this._cpuCores = value;
  }
  public resetCpuCores() {
    this._cpuCores = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuCoresInput() {
    return this._cpuCores;
  }

  // memory_mib - computed: false, optional: true, required: false
  private _memoryMib?: number; 
  public get memoryMib() {
    return this.getNumberAttribute('memory_mib');
  }
  public set memoryMib(value: number) {
    this._memoryMib = value;
  }
  public resetMemoryMib() {
    this._memoryMib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryMibInput() {
    return this._memoryMib;
  }

  // disk_gib - computed: false, optional: true, required: false
  private _diskGib?: number; 
  public get diskGib() {
    return this.getNumberAttribute('disk_gib');
  }
  public set diskGib(value: number) {
    this._diskGib = value;
  }
  public resetDiskGib() {
    this._diskGib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get diskGibInput() {
    return this._diskGib;
  }

  // storage - computed: false, optional: true, required: false
  private _storage?: string; 
  public get storage() {
    return this.getStringAttribute('storage');
  }
  public set storage(value: string) {
    this._storage = value;
  }
  public resetStorage() {
    this._storage = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get storageInput() {
    return this._storage;
  }

  // tags - computed: false, optional: true, required: false
  private _tags?: string[]; 
  public get tags() {
    return cdktf.Fn.tolist(this.getListAttribute('tags'));
  }
  public set tags(value: string[]) {
    this._tags = value;
  }
  public resetTags() {
    this._tags = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tagsInput() {
    return this._tags;
  }

  // pool - computed: false, optional: true, required: false
  private _pool?: string; 
  public get pool() {
    return this.getStringAttribute('pool');
  }
  public set pool(value: string) {
    this._pool = value;
  }
  public resetPool() {
    this._pool = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get poolInput() {
    return this._pool;
  }

  // allowed_nodes - computed: false, optional: true, required: false
  private _allowedNodes?: string[]; 
  public get allowedNodes() {
    return cdktf.Fn.tolist(this.getListAttribute('allowed_nodes'));
  }
  public set allowedNodes(value: string[]) {
    this._allowedNodes = value;
  }
  public resetAllowedNodes() {
    this._allowedNodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowedNodesInput() {
    return this._allowedNodes;
  }

  // excluded_nodes - computed: false, optional: true, required: false
  private _excludedNodes?: string[]; 
  public get excludedNodes() {
    return cdktf.Fn.tolist(this.getListAttribute('excluded_nodes'));
  }
  public set excludedNodes(value: string[]) {
    this._excludedNodes = value;
  }
  public resetExcludedNodes() {
    this._excludedNodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludedNodesInput() {
    return this._excludedNodes;
  }
}

export class DataProxlbBestNodeGuestsMap extends cdktf.ComplexMap {
  public internalValue? : { [key: string]: DataProxlbBestNodeGuests } | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string) {
    super(terraformResource, terraformAttribute)
  }

  /**
  * @param key the key of the item to return
  */
  public get(key: string): DataProxlbBestNodeGuestsOutputReference {
    return new DataProxlbBestNodeGuestsOutputReference(this.terraformResource, this.terraformAttribute, key);
  }
}



























































export interface DataProxlbBestNodeCandidates {
}

export function dataProxlbBestNodeCandidatesToTerraform(struct?: DataProxlbBestNodeCandidates): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbBestNodeCandidatesToHclTerraform(struct?: DataProxlbBestNodeCandidates): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbBestNodeCandidatesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataProxlbBestNodeCandidates | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbBestNodeCandidates | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // guest - computed: true, optional: false, required: false
  public get guest() {
    return this.getStringAttribute('guest');
  }

  // node_name - computed: true, optional: false, required: false
  public get nodeName() {
    return this.getStringAttribute('node_name');
  }

  // rank - computed: true, optional: false, required: false
  public get rank() {
    return this.getNumberAttribute('rank');
  }

  // fits - computed: true, optional: false, required: false
  public get fits() {
    return this.getBooleanAttribute('fits');
  }

  // score - computed: true, optional: false, required: false
  public get score() {
    return this.getNumberAttribute('score');
  }

  // memory_percent_after - computed: true, optional: false, required: false
  public get memoryPercentAfter() {
    return this.getNumberAttribute('memory_percent_after');
  }

  // cpu_percent_after - computed: true, optional: false, required: false
  public get cpuPercentAfter() {
    return this.getNumberAttribute('cpu_percent_after');
  }

  // reasons - computed: true, optional: false, required: false
  public get reasons() {
    return this.getListAttribute('reasons');
  }
}

export class DataProxlbBestNodeCandidatesList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataProxlbBestNodeCandidatesOutputReference {
    return new DataProxlbBestNodeCandidatesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbBestNodeMoves {
}

export function dataProxlbBestNodeMovesToTerraform(struct?: DataProxlbBestNodeMoves): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbBestNodeMovesToHclTerraform(struct?: DataProxlbBestNodeMoves): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbBestNodeMovesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataProxlbBestNodeMoves | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbBestNodeMoves | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // step - computed: true, optional: false, required: false
  public get step() {
    return this.getNumberAttribute('step');
  }

  // vm_id - computed: true, optional: false, required: false
  public get vmId() {
    return this.getNumberAttribute('vm_id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // type - computed: true, optional: false, required: false
  public get type() {
    return this.getStringAttribute('type');
  }

  // from_node - computed: true, optional: false, required: false
  public get fromNode() {
    return this.getStringAttribute('from_node');
  }

  // to_node - computed: true, optional: false, required: false
  public get toNode() {
    return this.getStringAttribute('to_node');
  }

  // reason - computed: true, optional: false, required: false
  public get reason() {
    return this.getStringAttribute('reason');
  }

  // memory_mib - computed: true, optional: false, required: false
  public get memoryMib() {
    return this.getNumberAttribute('memory_mib');
  }

  // local_disk_gib - computed: true, optional: false, required: false
  public get localDiskGib() {
    return this.getNumberAttribute('local_disk_gib');
  }

  // estimated_seconds - computed: true, optional: false, required: false
  public get estimatedSeconds() {
    return this.getNumberAttribute('estimated_seconds');
  }

  // downtime - computed: true, optional: false, required: false
  public get downtime() {
    return this.getBooleanAttribute('downtime');
  }
}

export class DataProxlbBestNodeMovesList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataProxlbBestNodeMovesOutputReference {
    return new DataProxlbBestNodeMovesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbBestNodeTimeouts {
  /**
  * Limits how long read may take, as a duration such as `90s` or `1h30m`. Default `2m`.
  */
  readonly read?: string;
}

export function dataProxlbBestNodeTimeoutsToTerraform(struct?: DataProxlbBestNodeTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    read: cdktf.stringToTerraform(struct!.read),
  }
}


export function dataProxlbBestNodeTimeoutsToHclTerraform(struct?: DataProxlbBestNodeTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    read: {
      value: cdktf.stringToHclTerraform(struct!.read),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbBestNodeTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbBestNodeTimeouts | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._read !== undefined) {
      hasAnyValues = true;
      internalValueResult.read = this._read;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbBestNodeTimeouts | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._read = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._read = value.read;
    }
  }

  // read - computed: false, optional: true, required: false
  private _read?: string; 
  public get read() {
    return this.getStringAttribute('read');
  }
  public set read(value: string) {
    this._read = value;
  }
  public resetRead() {
    this._read = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get readInput() {
    return this._read;
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/best_node proxlb_best_node}
*/
export class DataProxlbBestNode extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "proxlb_best_node";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataProxlbBestNode resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataProxlbBestNode to import
  * @param importFromId The id of the existing DataProxlbBestNode that should be imported. Refer to the {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/best_node#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataProxlbBestNode to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "proxlb_best_node", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/best_node proxlb_best_node} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataProxlbBestNodeConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataProxlbBestNodeConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'proxlb_best_node',
      terraformGeneratorMetadata: {
        providerName: 'proxlb',
        providerVersionConstraint: '~> 0.1'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._type = config.type;
    this._name = config.name;
    this._vmId = config.vmId;
    this._cpuCores = config.cpuCores;
    this._memoryMib = config.memoryMib;
    this._diskGib = config.diskGib;
    this._storage = config.storage;
    this._tags = config.tags;
    this._pool = config.pool;
    this._allowedNodes = config.allowedNodes;
    this._excludedNodes = config.excludedNodes;
    this._guests.internalValue = config.guests;
    this._makeRoom = config.makeRoom;
    this._policy.internalValue = config.policy;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // type - computed: false, optional: true, required: false
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  public resetType() {
    this._type = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // vm_id - computed: false, optional: true, required: false
  private _vmId?: number; 
  public get vmId() {
    return this.getNumberAttribute('vm_id');
  }
  public set vmId(value: number) {
    this._vmId = value;
  }
  public resetVmId() {
    this._vmId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get vmIdInput() {
    return this._vmId;
  }

  // cpu_cores - computed: false, optional: true, required: false
  private _cpuCores?: number; 
  public get cpuCores() {
    return this.getNumberAttribute('cpu_cores');
  }
  public set cpuCores(value: number) {
    this._cpuCores = value;
  }
  public resetCpuCores() {
    this._cpuCores = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuCoresInput() {
    return this._cpuCores;
  }

  // memory_mib - computed: false, optional: true, required: false
  private _memoryMib?: number; 
  public get memoryMib() {
    return this.getNumberAttribute('memory_mib');
  }
  public set memoryMib(value: number) {
    this._memoryMib = value;
  }
  public resetMemoryMib() {
    this._memoryMib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryMibInput() {
    return this._memoryMib;
  }

  // disk_gib - computed: false, optional: true, required: false
  private _diskGib?: number; 
  public get diskGib() {
    return this.getNumberAttribute('disk_gib');
  }
  public set diskGib(value: number) {
    this._diskGib = value;
  }
  public resetDiskGib() {
    this._diskGib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get diskGibInput() {
    return this._diskGib;
  }

  // storage - computed: false, optional: true, required: false
  private _storage?: string; 
  public get storage() {
    return this.getStringAttribute('storage');
  }
  public set storage(value: string) {
    this._storage = value;
  }
  public resetStorage() {
    this._storage = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get storageInput() {
    return this._storage;
  }

  // tags - computed: false, optional: true, required: false
  private _tags?: string[]; 
  public get tags() {
    return cdktf.Fn.tolist(this.getListAttribute('tags'));
  }
  public set tags(value: string[]) {
    this._tags = value;
  }
  public resetTags() {
    this._tags = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tagsInput() {
    return this._tags;
  }

  // pool - computed: false, optional: true, required: false
  private _pool?: string; 
  public get pool() {
    return this.getStringAttribute('pool');
  }
  public set pool(value: string) {
    this._pool = value;
  }
  public resetPool() {
    this._pool = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get poolInput() {
    return this._pool;
  }

  // allowed_nodes - computed: false, optional: true, required: false
  private _allowedNodes?: string[]; 
  public get allowedNodes() {
    return cdktf.Fn.tolist(this.getListAttribute('allowed_nodes'));
  }
  public set allowedNodes(value: string[]) {
    this._allowedNodes = value;
  }
  public resetAllowedNodes() {
    this._allowedNodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowedNodesInput() {
    return this._allowedNodes;
  }

  // excluded_nodes - computed: false, optional: true, required: false
  private _excludedNodes?: string[]; 
  public get excludedNodes() {
    return cdktf.Fn.tolist(this.getListAttribute('excluded_nodes'));
  }
  public set excludedNodes(value: string[]) {
    this._excludedNodes = value;
  }
  public resetExcludedNodes() {
    this._excludedNodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludedNodesInput() {
    return this._excludedNodes;
  }

  // guests - computed: false, optional: true, required: false
  private _guests = new DataProxlbBestNodeGuestsMap(this, "guests");
  public get guests() {
    return this._guests;
  }
  public putGuests(value: { [key: string]: DataProxlbBestNodeGuests } | cdktf.IResolvable) {
    this._guests.internalValue = value;
  }
  public resetGuests() {
    this._guests.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get guestsInput() {
    return this._guests.internalValue;
  }

  // make_room - computed: false, optional: true, required: false
  private _makeRoom?: boolean | cdktf.IResolvable; 
  public get makeRoom() {
    return this.getBooleanAttribute('make_room');
  }
  public set makeRoom(value: boolean | cdktf.IResolvable) {
    this._makeRoom = value;
  }
  public resetMakeRoom() {
    this._makeRoom = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get makeRoomInput() {
    return this._makeRoom;
  }

  // policy - computed: false, optional: true, required: false
  private _policy = new DataProxlbBestNodePolicyOutputReference(this, "policy");
  public get policy() {
    return this._policy;
  }
  public putPolicy(value: DataProxlbBestNodePolicy) {
    this._policy.internalValue = value;
  }
  public resetPolicy() {
    this._policy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy.internalValue;
  }

  // node_name - computed: true, optional: false, required: false
  public get nodeName() {
    return this.getStringAttribute('node_name');
  }

  // existing - computed: true, optional: false, required: false
  public get existing() {
    return this.getBooleanAttribute('existing');
  }

  // assignments - computed: true, optional: false, required: false
  private _assignments = new cdktf.StringMap(this, "assignments");
  public get assignments() {
    return this._assignments;
  }

  // candidates - computed: true, optional: false, required: false
  private _candidates = new DataProxlbBestNodeCandidatesList(this, "candidates", false);
  public get candidates() {
    return this._candidates;
  }

  // moves - computed: true, optional: false, required: false
  private _moves = new DataProxlbBestNodeMovesList(this, "moves", false);
  public get moves() {
    return this._moves;
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataProxlbBestNodeTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataProxlbBestNodeTimeouts) {
    this._timeouts.internalValue = value;
  }
  public resetTimeouts() {
    this._timeouts.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutsInput() {
    return this._timeouts.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      type: cdktf.stringToTerraform(this._type),
      name: cdktf.stringToTerraform(this._name),
      vm_id: cdktf.numberToTerraform(this._vmId),
      cpu_cores: cdktf.numberToTerraform(this._cpuCores),
      memory_mib: cdktf.numberToTerraform(this._memoryMib),
      disk_gib: cdktf.numberToTerraform(this._diskGib),
      storage: cdktf.stringToTerraform(this._storage),
      tags: cdktf.listMapper(cdktf.stringToTerraform, false)(this._tags),
      pool: cdktf.stringToTerraform(this._pool),
      allowed_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(this._allowedNodes),
      excluded_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(this._excludedNodes),
      guests: cdktf.hashMapper(dataProxlbBestNodeGuestsToTerraform)(this._guests.internalValue),
      make_room: cdktf.booleanToTerraform(this._makeRoom),
      policy: dataProxlbBestNodePolicyToTerraform(this._policy.internalValue),
      timeouts: dataProxlbBestNodeTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  public toHclTerraform(): any {
    return withConditionBlocks(super.toHclTerraform());
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      type: {
        value: cdktf.stringToHclTerraform(this._type),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      vm_id: {
        value: cdktf.numberToHclTerraform(this._vmId),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      cpu_cores: {
        value: cdktf.numberToHclTerraform(this._cpuCores),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      memory_mib: {
        value: cdktf.numberToHclTerraform(this._memoryMib),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      disk_gib: {
        value: cdktf.numberToHclTerraform(this._diskGib),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      storage: {
        value: cdktf.stringToHclTerraform(this._storage),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      tags: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._tags),
        isBlock: false,
        type: "set",
        storageClassType: "stringList",
      },
      pool: {
        value: cdktf.stringToHclTerraform(this._pool),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      allowed_nodes: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._allowedNodes),
        isBlock: false,
        type: "set",
        storageClassType: "stringList",
      },
      excluded_nodes: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._excludedNodes),
        isBlock: false,
        type: "set",
        storageClassType: "stringList",
      },
      guests: {
        value: cdktf.hashMapper(dataProxlbBestNodeGuestsToTerraform)(this._guests.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbBestNodeGuestsMap",
      },
      make_room: {
        value: cdktf.booleanToHclTerraform(this._makeRoom),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      policy: {
        value: dataProxlbBestNodePolicyToTerraform(this._policy.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbBestNodePolicy",
      },
      timeouts: {
        value: dataProxlbBestNodeTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbBestNodeTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
