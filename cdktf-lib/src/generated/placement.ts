// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/placement
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";
import { type Policy as PlacementPolicy, policyToTerraform as placementPolicyToTerraform, PolicyOutputReference as PlacementPolicyOutputReference } from "./policy.js";
export { type PolicyPsiNodesMemory as PlacementPolicyPsiNodesMemory, policyPsiNodesMemoryToTerraform as placementPolicyPsiNodesMemoryToTerraform, policyPsiNodesMemoryToHclTerraform as placementPolicyPsiNodesMemoryToHclTerraform, PolicyPsiNodesMemoryOutputReference as PlacementPolicyPsiNodesMemoryOutputReference, type PolicyPsiNodesCpu as PlacementPolicyPsiNodesCpu, policyPsiNodesCpuToTerraform as placementPolicyPsiNodesCpuToTerraform, policyPsiNodesCpuToHclTerraform as placementPolicyPsiNodesCpuToHclTerraform, PolicyPsiNodesCpuOutputReference as PlacementPolicyPsiNodesCpuOutputReference, type PolicyPsiNodesDisk as PlacementPolicyPsiNodesDisk, policyPsiNodesDiskToTerraform as placementPolicyPsiNodesDiskToTerraform, policyPsiNodesDiskToHclTerraform as placementPolicyPsiNodesDiskToHclTerraform, PolicyPsiNodesDiskOutputReference as PlacementPolicyPsiNodesDiskOutputReference, type PolicyPsiNodes as PlacementPolicyPsiNodes, policyPsiNodesToTerraform as placementPolicyPsiNodesToTerraform, policyPsiNodesToHclTerraform as placementPolicyPsiNodesToHclTerraform, PolicyPsiNodesOutputReference as PlacementPolicyPsiNodesOutputReference, type PolicyPsiGuestsMemory as PlacementPolicyPsiGuestsMemory, policyPsiGuestsMemoryToTerraform as placementPolicyPsiGuestsMemoryToTerraform, policyPsiGuestsMemoryToHclTerraform as placementPolicyPsiGuestsMemoryToHclTerraform, PolicyPsiGuestsMemoryOutputReference as PlacementPolicyPsiGuestsMemoryOutputReference, type PolicyPsiGuestsCpu as PlacementPolicyPsiGuestsCpu, policyPsiGuestsCpuToTerraform as placementPolicyPsiGuestsCpuToTerraform, policyPsiGuestsCpuToHclTerraform as placementPolicyPsiGuestsCpuToHclTerraform, PolicyPsiGuestsCpuOutputReference as PlacementPolicyPsiGuestsCpuOutputReference, type PolicyPsiGuestsDisk as PlacementPolicyPsiGuestsDisk, policyPsiGuestsDiskToTerraform as placementPolicyPsiGuestsDiskToTerraform, policyPsiGuestsDiskToHclTerraform as placementPolicyPsiGuestsDiskToHclTerraform, PolicyPsiGuestsDiskOutputReference as PlacementPolicyPsiGuestsDiskOutputReference, type PolicyPsiGuests as PlacementPolicyPsiGuests, policyPsiGuestsToTerraform as placementPolicyPsiGuestsToTerraform, policyPsiGuestsToHclTerraform as placementPolicyPsiGuestsToHclTerraform, PolicyPsiGuestsOutputReference as PlacementPolicyPsiGuestsOutputReference, type PolicyPsi as PlacementPolicyPsi, policyPsiToTerraform as placementPolicyPsiToTerraform, policyPsiToHclTerraform as placementPolicyPsiToHclTerraform, PolicyPsiOutputReference as PlacementPolicyPsiOutputReference, type PolicyNodeReserve as PlacementPolicyNodeReserve, policyNodeReserveToTerraform as placementPolicyNodeReserveToTerraform, policyNodeReserveToHclTerraform as placementPolicyNodeReserveToHclTerraform, PolicyNodeReserveOutputReference as PlacementPolicyNodeReserveOutputReference, PolicyNodeReserveList as PlacementPolicyNodeReserveList, type PolicyPools as PlacementPolicyPools, policyPoolsToTerraform as placementPolicyPoolsToTerraform, policyPoolsToHclTerraform as placementPolicyPoolsToHclTerraform, PolicyPoolsOutputReference as PlacementPolicyPoolsOutputReference, PolicyPoolsList as PlacementPolicyPoolsList, type PolicyRules as PlacementPolicyRules, policyRulesToTerraform as placementPolicyRulesToTerraform, policyRulesToHclTerraform as placementPolicyRulesToHclTerraform, PolicyRulesOutputReference as PlacementPolicyRulesOutputReference, PolicyRulesList as PlacementPolicyRulesList, type PolicyMaxParallelMigrations as PlacementPolicyMaxParallelMigrations, policyMaxParallelMigrationsToTerraform as placementPolicyMaxParallelMigrationsToTerraform, policyMaxParallelMigrationsToHclTerraform as placementPolicyMaxParallelMigrationsToHclTerraform, PolicyMaxParallelMigrationsOutputReference as PlacementPolicyMaxParallelMigrationsOutputReference, type Policy as PlacementPolicy, policyToTerraform as placementPolicyToTerraform, policyToHclTerraform as placementPolicyToHclTerraform, PolicyOutputReference as PlacementPolicyOutputReference } from "./policy.js";

// Configuration

export interface PlacementConfig extends cdktf.TerraformMetaArguments {
  /**
  * Describes the guests to place, by keys of your choice. A new key is given a node and keeps it, whatever changes later; a key that is removed is forgotten. Guests that exist already are answered with the node they are on.
  */
  readonly guests: { [key: string]: PlacementGuests } | cdktf.IResolvable;
  /**
  * Holds values of your choice; when one changes, the resource is replaced: guests that do not exist by then are placed anew, those that exist are answered with the node they are on. Default: none.
  */
  readonly keepers?: { [key: string]: string };
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`; one that is `null` leaves it in force.
  */
  readonly policy?: PlacementPolicy;
  /**
  * Limits how long the operations of this object may take.
  */
  readonly timeouts?: PlacementTimeouts;
}
export interface PlacementGuests {
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

export function placementGuestsToTerraform(struct?: PlacementGuests | cdktf.IResolvable): any {
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


export function placementGuestsToHclTerraform(struct?: PlacementGuests | cdktf.IResolvable): any {
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

export class PlacementGuestsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): PlacementGuests | cdktf.IResolvable | undefined {
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

  public set internalValue(value: PlacementGuests | cdktf.IResolvable | undefined) {
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

export class PlacementGuestsMap extends cdktf.ComplexMap {
  public internalValue? : { [key: string]: PlacementGuests } | cdktf.IResolvable

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
  public get(key: string): PlacementGuestsOutputReference {
    return new PlacementGuestsOutputReference(this.terraformResource, this.terraformAttribute, key);
  }
}



























































export interface PlacementTimeouts {
  /**
  * Limits how long create may take, as a duration such as `90s` or `1h30m`. Default `5m`.
  */
  readonly create?: string;
  /**
  * Limits how long read may take, as a duration such as `90s` or `1h30m`. Default `2m`.
  */
  readonly read?: string;
  /**
  * Limits how long update may take, as a duration such as `90s` or `1h30m`. Default `5m`.
  */
  readonly update?: string;
}

export function placementTimeoutsToTerraform(struct?: PlacementTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    create: cdktf.stringToTerraform(struct!.create),
    read: cdktf.stringToTerraform(struct!.read),
    update: cdktf.stringToTerraform(struct!.update),
  }
}


export function placementTimeoutsToHclTerraform(struct?: PlacementTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    create: {
      value: cdktf.stringToHclTerraform(struct!.create),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    read: {
      value: cdktf.stringToHclTerraform(struct!.read),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    update: {
      value: cdktf.stringToHclTerraform(struct!.update),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class PlacementTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): PlacementTimeouts | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._create !== undefined) {
      hasAnyValues = true;
      internalValueResult.create = this._create;
    }
    if (this._read !== undefined) {
      hasAnyValues = true;
      internalValueResult.read = this._read;
    }
    if (this._update !== undefined) {
      hasAnyValues = true;
      internalValueResult.update = this._update;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: PlacementTimeouts | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._create = undefined;
      this._read = undefined;
      this._update = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._create = value.create;
      this._read = value.read;
      this._update = value.update;
    }
  }

  // create - computed: false, optional: true, required: false
  private _create?: string; 
  public get create() {
    return this.getStringAttribute('create');
  }
  public set create(value: string) {
    this._create = value;
  }
  public resetCreate() {
    this._create = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createInput() {
    return this._create;
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

  // update - computed: false, optional: true, required: false
  private _update?: string; 
  public get update() {
    return this.getStringAttribute('update');
  }
  public set update(value: string) {
    this._update = value;
  }
  public resetUpdate() {
    this._update = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get updateInput() {
    return this._update;
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/placement proxlb_placement}
*/
export class Placement extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "proxlb_placement";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Placement resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Placement to import
  * @param importFromId The id of the existing Placement that should be imported. Refer to the {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/placement#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Placement to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "proxlb_placement", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/placement proxlb_placement} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options PlacementConfig
  */
  public constructor(scope: Construct, id: string, config: PlacementConfig) {
    super(scope, id, {
      terraformResourceType: 'proxlb_placement',
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
    this._guests.internalValue = config.guests;
    this._keepers = config.keepers;
    this._policy.internalValue = config.policy;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // guests - computed: false, optional: false, required: true
  private _guests = new PlacementGuestsMap(this, "guests");
  public get guests() {
    return this._guests;
  }
  public putGuests(value: { [key: string]: PlacementGuests } | cdktf.IResolvable) {
    this._guests.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get guestsInput() {
    return this._guests.internalValue;
  }

  // keepers - computed: false, optional: true, required: false
  private _keepers?: { [key: string]: string }; 
  public get keepers() {
    return this.getStringMapAttribute('keepers');
  }
  public set keepers(value: { [key: string]: string }) {
    this._keepers = value;
  }
  public resetKeepers() {
    this._keepers = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get keepersInput() {
    return this._keepers;
  }

  // policy - computed: false, optional: true, required: false
  private _policy = new PlacementPolicyOutputReference(this, "policy");
  public get policy() {
    return this._policy;
  }
  public putPolicy(value: PlacementPolicy) {
    this._policy.internalValue = value;
  }
  public resetPolicy() {
    this._policy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy.internalValue;
  }

  // assignments - computed: true, optional: false, required: false
  private _assignments = new cdktf.StringMap(this, "assignments");
  public get assignments() {
    return this._assignments;
  }

  // current - computed: true, optional: false, required: false
  private _current = new cdktf.StringMap(this, "current");
  public get current() {
    return this._current;
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new PlacementTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: PlacementTimeouts) {
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
      guests: cdktf.hashMapper(placementGuestsToTerraform)(this._guests.internalValue),
      keepers: cdktf.hashMapper(cdktf.stringToTerraform)(this._keepers),
      policy: placementPolicyToTerraform(this._policy.internalValue),
      timeouts: placementTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  public toHclTerraform(): any {
    return withConditionBlocks(super.toHclTerraform());
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      guests: {
        value: cdktf.hashMapper(placementGuestsToTerraform)(this._guests.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "PlacementGuestsMap",
      },
      keepers: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._keepers),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      policy: {
        value: placementPolicyToTerraform(this._policy.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "PlacementPolicy",
      },
      timeouts: {
        value: placementTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "PlacementTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
