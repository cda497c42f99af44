// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";
import { type Policy as DataProxlbMigrationPlanPolicy, policyToTerraform as dataProxlbMigrationPlanPolicyToTerraform, PolicyOutputReference as DataProxlbMigrationPlanPolicyOutputReference } from "./policy.js";
export { type PolicyPsiNodesMemory as DataProxlbMigrationPlanPolicyPsiNodesMemory, policyPsiNodesMemoryToTerraform as dataProxlbMigrationPlanPolicyPsiNodesMemoryToTerraform, policyPsiNodesMemoryToHclTerraform as dataProxlbMigrationPlanPolicyPsiNodesMemoryToHclTerraform, PolicyPsiNodesMemoryOutputReference as DataProxlbMigrationPlanPolicyPsiNodesMemoryOutputReference, type PolicyPsiNodesCpu as DataProxlbMigrationPlanPolicyPsiNodesCpu, policyPsiNodesCpuToTerraform as dataProxlbMigrationPlanPolicyPsiNodesCpuToTerraform, policyPsiNodesCpuToHclTerraform as dataProxlbMigrationPlanPolicyPsiNodesCpuToHclTerraform, PolicyPsiNodesCpuOutputReference as DataProxlbMigrationPlanPolicyPsiNodesCpuOutputReference, type PolicyPsiNodesDisk as DataProxlbMigrationPlanPolicyPsiNodesDisk, policyPsiNodesDiskToTerraform as dataProxlbMigrationPlanPolicyPsiNodesDiskToTerraform, policyPsiNodesDiskToHclTerraform as dataProxlbMigrationPlanPolicyPsiNodesDiskToHclTerraform, PolicyPsiNodesDiskOutputReference as DataProxlbMigrationPlanPolicyPsiNodesDiskOutputReference, type PolicyPsiNodes as DataProxlbMigrationPlanPolicyPsiNodes, policyPsiNodesToTerraform as dataProxlbMigrationPlanPolicyPsiNodesToTerraform, policyPsiNodesToHclTerraform as dataProxlbMigrationPlanPolicyPsiNodesToHclTerraform, PolicyPsiNodesOutputReference as DataProxlbMigrationPlanPolicyPsiNodesOutputReference, type PolicyPsiGuestsMemory as DataProxlbMigrationPlanPolicyPsiGuestsMemory, policyPsiGuestsMemoryToTerraform as dataProxlbMigrationPlanPolicyPsiGuestsMemoryToTerraform, policyPsiGuestsMemoryToHclTerraform as dataProxlbMigrationPlanPolicyPsiGuestsMemoryToHclTerraform, PolicyPsiGuestsMemoryOutputReference as DataProxlbMigrationPlanPolicyPsiGuestsMemoryOutputReference, type PolicyPsiGuestsCpu as DataProxlbMigrationPlanPolicyPsiGuestsCpu, policyPsiGuestsCpuToTerraform as dataProxlbMigrationPlanPolicyPsiGuestsCpuToTerraform, policyPsiGuestsCpuToHclTerraform as dataProxlbMigrationPlanPolicyPsiGuestsCpuToHclTerraform, PolicyPsiGuestsCpuOutputReference as DataProxlbMigrationPlanPolicyPsiGuestsCpuOutputReference, type PolicyPsiGuestsDisk as DataProxlbMigrationPlanPolicyPsiGuestsDisk, policyPsiGuestsDiskToTerraform as dataProxlbMigrationPlanPolicyPsiGuestsDiskToTerraform, policyPsiGuestsDiskToHclTerraform as dataProxlbMigrationPlanPolicyPsiGuestsDiskToHclTerraform, PolicyPsiGuestsDiskOutputReference as DataProxlbMigrationPlanPolicyPsiGuestsDiskOutputReference, type PolicyPsiGuests as DataProxlbMigrationPlanPolicyPsiGuests, policyPsiGuestsToTerraform as dataProxlbMigrationPlanPolicyPsiGuestsToTerraform, policyPsiGuestsToHclTerraform as dataProxlbMigrationPlanPolicyPsiGuestsToHclTerraform, PolicyPsiGuestsOutputReference as DataProxlbMigrationPlanPolicyPsiGuestsOutputReference, type PolicyPsi as DataProxlbMigrationPlanPolicyPsi, policyPsiToTerraform as dataProxlbMigrationPlanPolicyPsiToTerraform, policyPsiToHclTerraform as dataProxlbMigrationPlanPolicyPsiToHclTerraform, PolicyPsiOutputReference as DataProxlbMigrationPlanPolicyPsiOutputReference, type PolicyNodeReserve as DataProxlbMigrationPlanPolicyNodeReserve, policyNodeReserveToTerraform as dataProxlbMigrationPlanPolicyNodeReserveToTerraform, policyNodeReserveToHclTerraform as dataProxlbMigrationPlanPolicyNodeReserveToHclTerraform, PolicyNodeReserveOutputReference as DataProxlbMigrationPlanPolicyNodeReserveOutputReference, PolicyNodeReserveList as DataProxlbMigrationPlanPolicyNodeReserveList, type PolicyPools as DataProxlbMigrationPlanPolicyPools, policyPoolsToTerraform as dataProxlbMigrationPlanPolicyPoolsToTerraform, policyPoolsToHclTerraform as dataProxlbMigrationPlanPolicyPoolsToHclTerraform, PolicyPoolsOutputReference as DataProxlbMigrationPlanPolicyPoolsOutputReference, PolicyPoolsList as DataProxlbMigrationPlanPolicyPoolsList, type PolicyRules as DataProxlbMigrationPlanPolicyRules, policyRulesToTerraform as dataProxlbMigrationPlanPolicyRulesToTerraform, policyRulesToHclTerraform as dataProxlbMigrationPlanPolicyRulesToHclTerraform, PolicyRulesOutputReference as DataProxlbMigrationPlanPolicyRulesOutputReference, PolicyRulesList as DataProxlbMigrationPlanPolicyRulesList, type PolicyMaxParallelMigrations as DataProxlbMigrationPlanPolicyMaxParallelMigrations, policyMaxParallelMigrationsToTerraform as dataProxlbMigrationPlanPolicyMaxParallelMigrationsToTerraform, policyMaxParallelMigrationsToHclTerraform as dataProxlbMigrationPlanPolicyMaxParallelMigrationsToHclTerraform, PolicyMaxParallelMigrationsOutputReference as DataProxlbMigrationPlanPolicyMaxParallelMigrationsOutputReference, type Policy as DataProxlbMigrationPlanPolicy, policyToTerraform as dataProxlbMigrationPlanPolicyToTerraform, policyToHclTerraform as dataProxlbMigrationPlanPolicyToHclTerraform, PolicyOutputReference as DataProxlbMigrationPlanPolicyOutputReference } from "./policy.js";

// Configuration

export interface DataProxlbMigrationPlanConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`; one that is `null` leaves it in force.
  */
  readonly policy?: DataProxlbMigrationPlanPolicy;
  /**
  * Lists nodes to plan for as if they were in maintenance, for a look ahead. Default: none.
  */
  readonly assumeMaintenance?: string[];
  /**
  * Describes new guests to plan for as if they were there already, by keys of your choice, for a look ahead. Each is put on the node that `proxlb_best_node` would give it and does not move. Default: none.
  */
  readonly assumeGuests?: { [key: string]: DataProxlbMigrationPlanAssumeGuests } | cdktf.IResolvable;
  /**
  * Limits how long the operations of this object may take.
  */
  readonly timeouts?: DataProxlbMigrationPlanTimeouts;
}



























































export interface DataProxlbMigrationPlanAssumeGuests {
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

export function dataProxlbMigrationPlanAssumeGuestsToTerraform(struct?: DataProxlbMigrationPlanAssumeGuests | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanAssumeGuestsToHclTerraform(struct?: DataProxlbMigrationPlanAssumeGuests | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanAssumeGuestsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanAssumeGuests | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbMigrationPlanAssumeGuests | cdktf.IResolvable | undefined) {
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

export class DataProxlbMigrationPlanAssumeGuestsMap extends cdktf.ComplexMap {
  public internalValue? : { [key: string]: DataProxlbMigrationPlanAssumeGuests } | cdktf.IResolvable

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
  public get(key: string): DataProxlbMigrationPlanAssumeGuestsOutputReference {
    return new DataProxlbMigrationPlanAssumeGuestsOutputReference(this.terraformResource, this.terraformAttribute, key);
  }
}
export interface DataProxlbMigrationPlanMigrations {
}

export function dataProxlbMigrationPlanMigrationsToTerraform(struct?: DataProxlbMigrationPlanMigrations): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanMigrationsToHclTerraform(struct?: DataProxlbMigrationPlanMigrations): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanMigrationsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanMigrations | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanMigrations | undefined) {
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

export class DataProxlbMigrationPlanMigrationsList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbMigrationPlanMigrationsOutputReference {
    return new DataProxlbMigrationPlanMigrationsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanUnresolved {
}

export function dataProxlbMigrationPlanUnresolvedToTerraform(struct?: DataProxlbMigrationPlanUnresolved): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanUnresolvedToHclTerraform(struct?: DataProxlbMigrationPlanUnresolved): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanUnresolvedOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanUnresolved | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanUnresolved | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // kind - computed: true, optional: false, required: false
  public get kind() {
    return this.getStringAttribute('kind');
  }

  // subject - computed: true, optional: false, required: false
  public get subject() {
    return this.getStringAttribute('subject');
  }

  // reason - computed: true, optional: false, required: false
  public get reason() {
    return this.getStringAttribute('reason');
  }
}

export class DataProxlbMigrationPlanUnresolvedList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbMigrationPlanUnresolvedOutputReference {
    return new DataProxlbMigrationPlanUnresolvedOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiNodesMemory {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiNodesMemoryToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodesMemory): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiNodesMemoryToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodesMemory): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiNodesMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiNodesMemory | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiNodesMemory | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pressure_full - computed: true, optional: false, required: false
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }

  // pressure_some - computed: true, optional: false, required: false
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }

  // pressure_spikes - computed: true, optional: false, required: false
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiNodesCpu {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiNodesCpuToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodesCpu): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiNodesCpuToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodesCpu): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiNodesCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiNodesCpu | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiNodesCpu | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pressure_full - computed: true, optional: false, required: false
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }

  // pressure_some - computed: true, optional: false, required: false
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }

  // pressure_spikes - computed: true, optional: false, required: false
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiNodesDisk {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiNodesDiskToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodesDisk): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiNodesDiskToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodesDisk): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiNodesDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiNodesDisk | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiNodesDisk | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pressure_full - computed: true, optional: false, required: false
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }

  // pressure_some - computed: true, optional: false, required: false
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }

  // pressure_spikes - computed: true, optional: false, required: false
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiNodes {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiNodesToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodes): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiNodesToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiNodes): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiNodesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiNodes | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiNodes | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // memory - computed: true, optional: false, required: false
  private _memory = new DataProxlbMigrationPlanEffectivePolicyPsiNodesMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }

  // cpu - computed: true, optional: false, required: false
  private _cpu = new DataProxlbMigrationPlanEffectivePolicyPsiNodesCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }

  // disk - computed: true, optional: false, required: false
  private _disk = new DataProxlbMigrationPlanEffectivePolicyPsiNodesDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemory {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsMemoryToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemory): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsMemoryToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemory): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemory | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemory | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pressure_full - computed: true, optional: false, required: false
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }

  // pressure_some - computed: true, optional: false, required: false
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }

  // pressure_spikes - computed: true, optional: false, required: false
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpu {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsCpuToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpu): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsCpuToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpu): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpu | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpu | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pressure_full - computed: true, optional: false, required: false
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }

  // pressure_some - computed: true, optional: false, required: false
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }

  // pressure_spikes - computed: true, optional: false, required: false
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiGuestsDisk {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsDiskToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuestsDisk): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsDiskToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuestsDisk): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiGuestsDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiGuestsDisk | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiGuestsDisk | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pressure_full - computed: true, optional: false, required: false
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }

  // pressure_some - computed: true, optional: false, required: false
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }

  // pressure_spikes - computed: true, optional: false, required: false
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsiGuests {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuests): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiGuestsToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsiGuests): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiGuestsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsiGuests | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsiGuests | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // memory - computed: true, optional: false, required: false
  private _memory = new DataProxlbMigrationPlanEffectivePolicyPsiGuestsMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }

  // cpu - computed: true, optional: false, required: false
  private _cpu = new DataProxlbMigrationPlanEffectivePolicyPsiGuestsCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }

  // disk - computed: true, optional: false, required: false
  private _disk = new DataProxlbMigrationPlanEffectivePolicyPsiGuestsDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPsi {
}

export function dataProxlbMigrationPlanEffectivePolicyPsiToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsi): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPsiToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPsi): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPsiOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPsi | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPsi | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // nodes - computed: true, optional: false, required: false
  private _nodes = new DataProxlbMigrationPlanEffectivePolicyPsiNodesOutputReference(this, "nodes");
  public get nodes() {
    return this._nodes;
  }

  // guests - computed: true, optional: false, required: false
  private _guests = new DataProxlbMigrationPlanEffectivePolicyPsiGuestsOutputReference(this, "guests");
  public get guests() {
    return this._guests;
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyNodeReserve {
}

export function dataProxlbMigrationPlanEffectivePolicyNodeReserveToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyNodeReserve): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyNodeReserveToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyNodeReserve): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyNodeReserveOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyNodeReserve | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyNodeReserve | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // node_name - computed: true, optional: false, required: false
  public get nodeName() {
    return this.getStringAttribute('node_name');
  }

  // memory_mib - computed: true, optional: false, required: false
  public get memoryMib() {
    return this.getNumberAttribute('memory_mib');
  }

  // cpu_cores - computed: true, optional: false, required: false
  public get cpuCores() {
    return this.getNumberAttribute('cpu_cores');
  }
}

export class DataProxlbMigrationPlanEffectivePolicyNodeReserveList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbMigrationPlanEffectivePolicyNodeReserveOutputReference {
    return new DataProxlbMigrationPlanEffectivePolicyNodeReserveOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyPools {
}

export function dataProxlbMigrationPlanEffectivePolicyPoolsToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPools): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyPoolsToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyPools): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyPoolsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyPools | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyPools | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // pool_id - computed: true, optional: false, required: false
  public get poolId() {
    return this.getStringAttribute('pool_id');
  }

  // type - computed: true, optional: false, required: false
  public get type() {
    return this.getStringAttribute('type');
  }

  // pin - computed: true, optional: false, required: false
  public get pin() {
    return this.getListAttribute('pin');
  }

  // strict - computed: true, optional: false, required: false
  public get strict() {
    return this.getBooleanAttribute('strict');
  }
}

export class DataProxlbMigrationPlanEffectivePolicyPoolsList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbMigrationPlanEffectivePolicyPoolsOutputReference {
    return new DataProxlbMigrationPlanEffectivePolicyPoolsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyRules {
}

export function dataProxlbMigrationPlanEffectivePolicyRulesToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyRules): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyRulesToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyRules): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyRulesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyRules | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyRules | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // type - computed: true, optional: false, required: false
  public get type() {
    return this.getStringAttribute('type');
  }

  // strength - computed: true, optional: false, required: false
  public get strength() {
    return this.getStringAttribute('strength');
  }

  // vm_ids - computed: true, optional: false, required: false
  public get vmIds() {
    return this.getNumberListAttribute('vm_ids');
  }

  // names - computed: true, optional: false, required: false
  public get names() {
    return this.getListAttribute('names');
  }

  // tags - computed: true, optional: false, required: false
  public get tags() {
    return this.getListAttribute('tags');
  }

  // nodes - computed: true, optional: false, required: false
  public get nodes() {
    return this.getListAttribute('nodes');
  }
}

export class DataProxlbMigrationPlanEffectivePolicyRulesList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbMigrationPlanEffectivePolicyRulesOutputReference {
    return new DataProxlbMigrationPlanEffectivePolicyRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrations {
}

export function dataProxlbMigrationPlanEffectivePolicyMaxParallelMigrationsToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrations): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyMaxParallelMigrationsToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrations): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrationsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrations | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrations | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // per_node - computed: true, optional: false, required: false
  public get perNode() {
    return this.getNumberAttribute('per_node');
  }

  // total - computed: true, optional: false, required: false
  public get total() {
    return this.getNumberAttribute('total');
  }
}
export interface DataProxlbMigrationPlanEffectivePolicy {
}

export function dataProxlbMigrationPlanEffectivePolicyToTerraform(struct?: DataProxlbMigrationPlanEffectivePolicy): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbMigrationPlanEffectivePolicyToHclTerraform(struct?: DataProxlbMigrationPlanEffectivePolicy): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbMigrationPlanEffectivePolicyOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanEffectivePolicy | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanEffectivePolicy | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // enabled - computed: true, optional: false, required: false
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }

  // methods - computed: true, optional: false, required: false
  public get methods() {
    return this.getListAttribute('methods');
  }

  // weights - computed: true, optional: false, required: false
  private _weights = new cdktf.NumberMap(this, "weights");
  public get weights() {
    return this._weights;
  }

  // mode - computed: true, optional: false, required: false
  public get mode() {
    return this.getStringAttribute('mode');
  }

  // psi - computed: true, optional: false, required: false
  private _psi = new DataProxlbMigrationPlanEffectivePolicyPsiOutputReference(this, "psi");
  public get psi() {
    return this._psi;
  }

  // usage_window - computed: true, optional: false, required: false
  public get usageWindow() {
    return this.getStringAttribute('usage_window');
  }

  // usage_statistic - computed: true, optional: false, required: false
  public get usageStatistic() {
    return this.getStringAttribute('usage_statistic');
  }

  // balanciness - computed: true, optional: false, required: false
  public get balanciness() {
    return this.getNumberAttribute('balanciness');
  }

  // balanciness_target - computed: true, optional: false, required: false
  public get balancinessTarget() {
    return this.getNumberAttribute('balanciness_target');
  }

  // thresholds - computed: true, optional: false, required: false
  private _thresholds = new cdktf.NumberMap(this, "thresholds");
  public get thresholds() {
    return this._thresholds;
  }

  // threshold_mode - computed: true, optional: false, required: false
  public get thresholdMode() {
    return this.getStringAttribute('threshold_mode');
  }

  // min_gain - computed: true, optional: false, required: false
  public get minGain() {
    return this.getNumberAttribute('min_gain');
  }

  // minimize - computed: true, optional: false, required: false
  public get minimize() {
    return this.getStringAttribute('minimize');
  }

  // cooldown - computed: true, optional: false, required: false
  public get cooldown() {
    return this.getStringAttribute('cooldown');
  }

  // max_migrations - computed: true, optional: false, required: false
  public get maxMigrations() {
    return this.getNumberAttribute('max_migrations');
  }

  // cpu_overcommit - computed: true, optional: false, required: false
  public get cpuOvercommit() {
    return this.getNumberAttribute('cpu_overcommit');
  }

  // memory_overcommit - computed: true, optional: false, required: false
  public get memoryOvercommit() {
    return this.getNumberAttribute('memory_overcommit');
  }

  // placement - computed: true, optional: false, required: false
  public get placement() {
    return this.getStringAttribute('placement');
  }

  // node_reserve - computed: true, optional: false, required: false
  private _nodeReserve = new DataProxlbMigrationPlanEffectivePolicyNodeReserveList(this, "node_reserve", false);
  public get nodeReserve() {
    return this._nodeReserve;
  }

  // maintenance_nodes - computed: true, optional: false, required: false
  public get maintenanceNodes() {
    return this.getListAttribute('maintenance_nodes');
  }

  // ignore_nodes - computed: true, optional: false, required: false
  public get ignoreNodes() {
    return this.getListAttribute('ignore_nodes');
  }

  // ignore_guests - computed: true, optional: false, required: false
  public get ignoreGuests() {
    return this.getListAttribute('ignore_guests');
  }

  // ignore_tags - computed: true, optional: false, required: false
  public get ignoreTags() {
    return this.getListAttribute('ignore_tags');
  }

  // tag_dialects - computed: true, optional: false, required: false
  public get tagDialects() {
    return this.getListAttribute('tag_dialects');
  }

  // balance_types - computed: true, optional: false, required: false
  public get balanceTypes() {
    return this.getListAttribute('balance_types');
  }

  // pools - computed: true, optional: false, required: false
  private _pools = new DataProxlbMigrationPlanEffectivePolicyPoolsList(this, "pools", false);
  public get pools() {
    return this._pools;
  }

  // rules - computed: true, optional: false, required: false
  private _rules = new DataProxlbMigrationPlanEffectivePolicyRulesList(this, "rules", false);
  public get rules() {
    return this._rules;
  }

  // max_parallel_migrations - computed: true, optional: false, required: false
  private _maxParallelMigrations = new DataProxlbMigrationPlanEffectivePolicyMaxParallelMigrationsOutputReference(this, "max_parallel_migrations");
  public get maxParallelMigrations() {
    return this._maxParallelMigrations;
  }

  // live - computed: true, optional: false, required: false
  public get live() {
    return this.getBooleanAttribute('live');
  }

  // with_local_disks - computed: true, optional: false, required: false
  public get withLocalDisks() {
    return this.getBooleanAttribute('with_local_disks');
  }

  // with_conntrack_state - computed: true, optional: false, required: false
  public get withConntrackState() {
    return this.getBooleanAttribute('with_conntrack_state');
  }

  // target_storage - computed: true, optional: false, required: false
  public get targetStorage() {
    return this.getStringAttribute('target_storage');
  }

  // migration_timeout - computed: true, optional: false, required: false
  public get migrationTimeout() {
    return this.getStringAttribute('migration_timeout');
  }

  // on_interrupt - computed: true, optional: false, required: false
  public get onInterrupt() {
    return this.getStringAttribute('on_interrupt');
  }
}
export interface DataProxlbMigrationPlanTimeouts {
  /**
  * Limits how long read may take, as a duration such as `90s` or `1h30m`. Default `5m`.
  */
  readonly read?: string;
}

export function dataProxlbMigrationPlanTimeoutsToTerraform(struct?: DataProxlbMigrationPlanTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    read: cdktf.stringToTerraform(struct!.read),
  }
}


export function dataProxlbMigrationPlanTimeoutsToHclTerraform(struct?: DataProxlbMigrationPlanTimeouts | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanTimeouts | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbMigrationPlanTimeouts | cdktf.IResolvable | undefined) {
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
* Represents a {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan proxlb_migration_plan}
*/
export class DataProxlbMigrationPlan extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "proxlb_migration_plan";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataProxlbMigrationPlan resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataProxlbMigrationPlan to import
  * @param importFromId The id of the existing DataProxlbMigrationPlan that should be imported. Refer to the {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataProxlbMigrationPlan to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "proxlb_migration_plan", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan proxlb_migration_plan} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataProxlbMigrationPlanConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataProxlbMigrationPlanConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'proxlb_migration_plan',
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
    this._policy.internalValue = config.policy;
    this._assumeMaintenance = config.assumeMaintenance;
    this._assumeGuests.internalValue = config.assumeGuests;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // policy - computed: false, optional: true, required: false
  private _policy = new DataProxlbMigrationPlanPolicyOutputReference(this, "policy");
  public get policy() {
    return this._policy;
  }
  public putPolicy(value: DataProxlbMigrationPlanPolicy) {
    this._policy.internalValue = value;
  }
  public resetPolicy() {
    this._policy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy.internalValue;
  }

  // assume_maintenance - computed: false, optional: true, required: false
  private _assumeMaintenance?: string[]; 
  public get assumeMaintenance() {
    return cdktf.Fn.tolist(this.getListAttribute('assume_maintenance'));
  }
  public set assumeMaintenance(value: string[]) {
    this._assumeMaintenance = value;
  }
  public resetAssumeMaintenance() {
    this._assumeMaintenance = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get assumeMaintenanceInput() {
    return this._assumeMaintenance;
  }

  // assume_guests - computed: false, optional: true, required: false
  private _assumeGuests = new DataProxlbMigrationPlanAssumeGuestsMap(this, "assume_guests");
  public get assumeGuests() {
    return this._assumeGuests;
  }
  public putAssumeGuests(value: { [key: string]: DataProxlbMigrationPlanAssumeGuests } | cdktf.IResolvable) {
    this._assumeGuests.internalValue = value;
  }
  public resetAssumeGuests() {
    this._assumeGuests.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get assumeGuestsInput() {
    return this._assumeGuests.internalValue;
  }

  // assumed_assignments - computed: true, optional: false, required: false
  private _assumedAssignments = new cdktf.StringMap(this, "assumed_assignments");
  public get assumedAssignments() {
    return this._assumedAssignments;
  }

  // migrations - computed: true, optional: false, required: false
  private _migrations = new DataProxlbMigrationPlanMigrationsList(this, "migrations", false);
  public get migrations() {
    return this._migrations;
  }

  // balanced - computed: true, optional: false, required: false
  public get balanced() {
    return this.getBooleanAttribute('balanced');
  }

  // imbalance_before - computed: true, optional: false, required: false
  private _imbalanceBefore = new cdktf.NumberMap(this, "imbalance_before");
  public get imbalanceBefore() {
    return this._imbalanceBefore;
  }

  // imbalance_after - computed: true, optional: false, required: false
  private _imbalanceAfter = new cdktf.NumberMap(this, "imbalance_after");
  public get imbalanceAfter() {
    return this._imbalanceAfter;
  }

  // violations_before - computed: true, optional: false, required: false
  public get violationsBefore() {
    return this.getNumberAttribute('violations_before');
  }

  // violations_after - computed: true, optional: false, required: false
  public get violationsAfter() {
    return this.getNumberAttribute('violations_after');
  }

  // unresolved - computed: true, optional: false, required: false
  private _unresolved = new DataProxlbMigrationPlanUnresolvedList(this, "unresolved", false);
  public get unresolved() {
    return this._unresolved;
  }

  // moves_lower_bound - computed: true, optional: false, required: false
  public get movesLowerBound() {
    return this.getNumberAttribute('moves_lower_bound');
  }

  // makespan_seconds - computed: true, optional: false, required: false
  public get makespanSeconds() {
    return this.getNumberAttribute('makespan_seconds');
  }

  // effective_policy - computed: true, optional: false, required: false
  private _effectivePolicy = new DataProxlbMigrationPlanEffectivePolicyOutputReference(this, "effective_policy");
  public get effectivePolicy() {
    return this._effectivePolicy;
  }

  // digest - computed: true, optional: false, required: false
  public get digest() {
    return this.getStringAttribute('digest');
  }

  // markdown - computed: true, optional: false, required: false
  public get markdown() {
    return this.getStringAttribute('markdown');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataProxlbMigrationPlanTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataProxlbMigrationPlanTimeouts) {
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
      policy: dataProxlbMigrationPlanPolicyToTerraform(this._policy.internalValue),
      assume_maintenance: cdktf.listMapper(cdktf.stringToTerraform, false)(this._assumeMaintenance),
      assume_guests: cdktf.hashMapper(dataProxlbMigrationPlanAssumeGuestsToTerraform)(this._assumeGuests.internalValue),
      timeouts: dataProxlbMigrationPlanTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  public toHclTerraform(): any {
    return withConditionBlocks(super.toHclTerraform());
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      policy: {
        value: dataProxlbMigrationPlanPolicyToTerraform(this._policy.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbMigrationPlanPolicy",
      },
      assume_maintenance: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._assumeMaintenance),
        isBlock: false,
        type: "set",
        storageClassType: "stringList",
      },
      assume_guests: {
        value: cdktf.hashMapper(dataProxlbMigrationPlanAssumeGuestsToTerraform)(this._assumeGuests.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbMigrationPlanAssumeGuestsMap",
      },
      timeouts: {
        value: dataProxlbMigrationPlanTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbMigrationPlanTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
