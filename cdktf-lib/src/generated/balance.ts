// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";
import { type Policy as BalancePolicy, policyToTerraform as balancePolicyToTerraform, PolicyOutputReference as BalancePolicyOutputReference } from "./policy.js";
export { type PolicyPsiNodesMemory as BalancePolicyPsiNodesMemory, policyPsiNodesMemoryToTerraform as balancePolicyPsiNodesMemoryToTerraform, policyPsiNodesMemoryToHclTerraform as balancePolicyPsiNodesMemoryToHclTerraform, PolicyPsiNodesMemoryOutputReference as BalancePolicyPsiNodesMemoryOutputReference, type PolicyPsiNodesCpu as BalancePolicyPsiNodesCpu, policyPsiNodesCpuToTerraform as balancePolicyPsiNodesCpuToTerraform, policyPsiNodesCpuToHclTerraform as balancePolicyPsiNodesCpuToHclTerraform, PolicyPsiNodesCpuOutputReference as BalancePolicyPsiNodesCpuOutputReference, type PolicyPsiNodesDisk as BalancePolicyPsiNodesDisk, policyPsiNodesDiskToTerraform as balancePolicyPsiNodesDiskToTerraform, policyPsiNodesDiskToHclTerraform as balancePolicyPsiNodesDiskToHclTerraform, PolicyPsiNodesDiskOutputReference as BalancePolicyPsiNodesDiskOutputReference, type PolicyPsiNodes as BalancePolicyPsiNodes, policyPsiNodesToTerraform as balancePolicyPsiNodesToTerraform, policyPsiNodesToHclTerraform as balancePolicyPsiNodesToHclTerraform, PolicyPsiNodesOutputReference as BalancePolicyPsiNodesOutputReference, type PolicyPsiGuestsMemory as BalancePolicyPsiGuestsMemory, policyPsiGuestsMemoryToTerraform as balancePolicyPsiGuestsMemoryToTerraform, policyPsiGuestsMemoryToHclTerraform as balancePolicyPsiGuestsMemoryToHclTerraform, PolicyPsiGuestsMemoryOutputReference as BalancePolicyPsiGuestsMemoryOutputReference, type PolicyPsiGuestsCpu as BalancePolicyPsiGuestsCpu, policyPsiGuestsCpuToTerraform as balancePolicyPsiGuestsCpuToTerraform, policyPsiGuestsCpuToHclTerraform as balancePolicyPsiGuestsCpuToHclTerraform, PolicyPsiGuestsCpuOutputReference as BalancePolicyPsiGuestsCpuOutputReference, type PolicyPsiGuestsDisk as BalancePolicyPsiGuestsDisk, policyPsiGuestsDiskToTerraform as balancePolicyPsiGuestsDiskToTerraform, policyPsiGuestsDiskToHclTerraform as balancePolicyPsiGuestsDiskToHclTerraform, PolicyPsiGuestsDiskOutputReference as BalancePolicyPsiGuestsDiskOutputReference, type PolicyPsiGuests as BalancePolicyPsiGuests, policyPsiGuestsToTerraform as balancePolicyPsiGuestsToTerraform, policyPsiGuestsToHclTerraform as balancePolicyPsiGuestsToHclTerraform, PolicyPsiGuestsOutputReference as BalancePolicyPsiGuestsOutputReference, type PolicyPsi as BalancePolicyPsi, policyPsiToTerraform as balancePolicyPsiToTerraform, policyPsiToHclTerraform as balancePolicyPsiToHclTerraform, PolicyPsiOutputReference as BalancePolicyPsiOutputReference, type PolicyNodeReserve as BalancePolicyNodeReserve, policyNodeReserveToTerraform as balancePolicyNodeReserveToTerraform, policyNodeReserveToHclTerraform as balancePolicyNodeReserveToHclTerraform, PolicyNodeReserveOutputReference as BalancePolicyNodeReserveOutputReference, PolicyNodeReserveList as BalancePolicyNodeReserveList, type PolicyPools as BalancePolicyPools, policyPoolsToTerraform as balancePolicyPoolsToTerraform, policyPoolsToHclTerraform as balancePolicyPoolsToHclTerraform, PolicyPoolsOutputReference as BalancePolicyPoolsOutputReference, PolicyPoolsList as BalancePolicyPoolsList, type PolicyRules as BalancePolicyRules, policyRulesToTerraform as balancePolicyRulesToTerraform, policyRulesToHclTerraform as balancePolicyRulesToHclTerraform, PolicyRulesOutputReference as BalancePolicyRulesOutputReference, PolicyRulesList as BalancePolicyRulesList, type PolicyMaxParallelMigrations as BalancePolicyMaxParallelMigrations, policyMaxParallelMigrationsToTerraform as balancePolicyMaxParallelMigrationsToTerraform, policyMaxParallelMigrationsToHclTerraform as balancePolicyMaxParallelMigrationsToHclTerraform, PolicyMaxParallelMigrationsOutputReference as BalancePolicyMaxParallelMigrationsOutputReference, type Policy as BalancePolicy, policyToTerraform as balancePolicyToTerraform, policyToHclTerraform as balancePolicyToHclTerraform, PolicyOutputReference as BalancePolicyOutputReference } from "./policy.js";

// Configuration

export interface BalanceConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`; one that is `null` leaves it in force.
  */
  readonly policy?: BalancePolicy;
  /**
  * Lists the migrations to execute, normally `data.proxlb_migration_plan.<name>.migrations`, so that exactly what the plan showed is done. All of them are checked before the first is started. Without it, the pending migrations that the last refresh found are planned and executed.
  */
  readonly migrations?: BalanceMigrations[] | cdktf.IResolvable;
  /**
  * Allows migrations that no plan has shown: a list that is unknown at plan time, or, without a list, migrations at once when the resource is created. Default `false`.
  */
  readonly allowUnreviewed?: boolean | cdktf.IResolvable;
  /**
  * Limits how long the operations of this object may take.
  */
  readonly timeouts?: BalanceTimeouts;
}



























































export interface BalanceMigrations {
  /**
  * Counts the steps of the plan from 1. Migrations of one step may run at the same time. Without it, migrations run in the order of the list.
  */
  readonly step?: number;
  /**
  * Identifies the guest by its Proxmox id.
  */
  readonly vmId: number;
  /**
  * Names the guest, as Proxmox shows it.
  */
  readonly name?: string;
  /**
  * Says what the guest is: `vm` or `ct`.
  */
  readonly type?: string;
  /**
  * Names the node that the guest is on when the plan is made. A guest that is elsewhere by then is not moved, and the apply stops.
  */
  readonly fromNode?: string;
  /**
  * Names the node that the guest moves to.
  */
  readonly toNode: string;
  /**
  * Says in one sentence why the guest moves.
  */
  readonly reason?: string;
  /**
  * Gives the memory assigned to the guest, in MiB.
  */
  readonly memoryMib?: number;
  /**
  * Gives the data on storage that is not shared, in GiB, which the migration has to copy.
  */
  readonly localDiskGib?: number;
  /**
  * Estimates how long the migration takes, in seconds.
  */
  readonly estimatedSeconds?: number;
  /**
  * Is true when the guest is restarted on the way, as running containers are.
  */
  readonly downtime?: boolean | cdktf.IResolvable;
}

export function balanceMigrationsToTerraform(struct?: BalanceMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    step: cdktf.numberToTerraform(struct!.step),
    vm_id: cdktf.numberToTerraform(struct!.vmId),
    name: cdktf.stringToTerraform(struct!.name),
    type: cdktf.stringToTerraform(struct!.type),
    from_node: cdktf.stringToTerraform(struct!.fromNode),
    to_node: cdktf.stringToTerraform(struct!.toNode),
    reason: cdktf.stringToTerraform(struct!.reason),
    memory_mib: cdktf.numberToTerraform(struct!.memoryMib),
    local_disk_gib: cdktf.numberToTerraform(struct!.localDiskGib),
    estimated_seconds: cdktf.numberToTerraform(struct!.estimatedSeconds),
    downtime: cdktf.booleanToTerraform(struct!.downtime),
  }
}


export function balanceMigrationsToHclTerraform(struct?: BalanceMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    step: {
      value: cdktf.numberToHclTerraform(struct!.step),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    vm_id: {
      value: cdktf.numberToHclTerraform(struct!.vmId),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
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
    from_node: {
      value: cdktf.stringToHclTerraform(struct!.fromNode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    to_node: {
      value: cdktf.stringToHclTerraform(struct!.toNode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    reason: {
      value: cdktf.stringToHclTerraform(struct!.reason),
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
    local_disk_gib: {
      value: cdktf.numberToHclTerraform(struct!.localDiskGib),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    estimated_seconds: {
      value: cdktf.numberToHclTerraform(struct!.estimatedSeconds),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    downtime: {
      value: cdktf.booleanToHclTerraform(struct!.downtime),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class BalanceMigrationsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): BalanceMigrations | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._step !== undefined) {
      hasAnyValues = true;
      internalValueResult.step = this._step;
    }
    if (this._vmId !== undefined) {
      hasAnyValues = true;
      internalValueResult.vmId = this._vmId;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    if (this._fromNode !== undefined) {
      hasAnyValues = true;
      internalValueResult.fromNode = this._fromNode;
    }
    if (this._toNode !== undefined) {
      hasAnyValues = true;
      internalValueResult.toNode = this._toNode;
    }
    if (this._reason !== undefined) {
      hasAnyValues = true;
      internalValueResult.reason = this._reason;
    }
    if (this._memoryMib !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryMib = this._memoryMib;
    }
    if (this._localDiskGib !== undefined) {
      hasAnyValues = true;
      internalValueResult.localDiskGib = this._localDiskGib;
    }
    if (this._estimatedSeconds !== undefined) {
      hasAnyValues = true;
      internalValueResult.estimatedSeconds = this._estimatedSeconds;
    }
    if (this._downtime !== undefined) {
      hasAnyValues = true;
      internalValueResult.downtime = this._downtime;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: BalanceMigrations | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._step = undefined;
      this._vmId = undefined;
      this._name = undefined;
      this._type = undefined;
      this._fromNode = undefined;
      this._toNode = undefined;
      this._reason = undefined;
      this._memoryMib = undefined;
      this._localDiskGib = undefined;
      this._estimatedSeconds = undefined;
      this._downtime = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._step = value.step;
      this._vmId = value.vmId;
      this._name = value.name;
      this._type = value.type;
      this._fromNode = value.fromNode;
      this._toNode = value.toNode;
      this._reason = value.reason;
      this._memoryMib = value.memoryMib;
      this._localDiskGib = value.localDiskGib;
      this._estimatedSeconds = value.estimatedSeconds;
      this._downtime = value.downtime;
    }
  }

  // step - computed: true, optional: true, required: false
  private _step?: number; 
  public get step() {
    return this.getNumberAttribute('step');
  }
  public set step(value: number) {
    this._step = value;
  }
  public resetStep() {
    this._step = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get stepInput() {
    return this._step;
  }

  // vm_id - computed: true, optional: false, required: true
  private _vmId?: number; 
  public get vmId() {
    return this.getNumberAttribute('vm_id');
  }
  public set vmId(value: number) {
    this._vmId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get vmIdInput() {
    return this._vmId;
  }

  // name - computed: true, optional: true, required: false
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

  // type - computed: true, optional: true, required: false
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

  // from_node - computed: true, optional: true, required: false
  private _fromNode?: string; 
  public get fromNode() {
    return this.getStringAttribute('from_node');
  }
  public set fromNode(value: string) {
    this._fromNode = value;
  }
  public resetFromNode() {
    this._fromNode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get fromNodeInput() {
    return this._fromNode;
  }

  // to_node - computed: true, optional: false, required: true
  private _toNode?: string; 
  public get toNode() {
    return this.getStringAttribute('to_node');
  }
  public set toNode(value: string) {
    this._toNode = value;
  }
  // Temporarily expose input value. Use with caution.
  public get toNodeInput() {
    return this._toNode;
  }

  // reason - computed: true, optional: true, required: false
  private _reason?: string; 
  public get reason() {
    return this.getStringAttribute('reason');
  }
  public set reason(value: string) {
    this._reason = value;
  }
  public resetReason() {
    this._reason = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get reasonInput() {
    return this._reason;
  }

  // memory_mib - computed: true, optional: true, required: false
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

  // local_disk_gib - computed: true, optional: true, required: false
  private _localDiskGib?: number; 
  public get localDiskGib() {
    return this.getNumberAttribute('local_disk_gib');
  }
  public set localDiskGib(value: number) {
    this._localDiskGib = value;
  }
  public resetLocalDiskGib() {
    this._localDiskGib = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get localDiskGibInput() {
    return this._localDiskGib;
  }

  // estimated_seconds - computed: true, optional: true, required: false
  private _estimatedSeconds?: number; 
  public get estimatedSeconds() {
    return this.getNumberAttribute('estimated_seconds');
  }
  public set estimatedSeconds(value: number) {
    this._estimatedSeconds = value;
  }
  public resetEstimatedSeconds() {
    this._estimatedSeconds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get estimatedSecondsInput() {
    return this._estimatedSeconds;
  }

  // downtime - computed: true, optional: true, required: false
  private _downtime?: boolean | cdktf.IResolvable; 
  public get downtime() {
    return this.getBooleanAttribute('downtime');
  }
  public set downtime(value: boolean | cdktf.IResolvable) {
    this._downtime = value;
  }
  public resetDowntime() {
    this._downtime = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get downtimeInput() {
    return this._downtime;
  }
}

export class BalanceMigrationsList extends cdktf.ComplexList {
  public internalValue? : BalanceMigrations[] | cdktf.IResolvable

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
  public get(index: number): BalanceMigrationsOutputReference {
    return new BalanceMigrationsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface BalancePendingMigrations {
}

export function balancePendingMigrationsToTerraform(struct?: BalancePendingMigrations): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function balancePendingMigrationsToHclTerraform(struct?: BalancePendingMigrations): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class BalancePendingMigrationsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): BalancePendingMigrations | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: BalancePendingMigrations | undefined) {
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

export class BalancePendingMigrationsList extends cdktf.ComplexList {

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
  public get(index: number): BalancePendingMigrationsOutputReference {
    return new BalancePendingMigrationsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface BalanceExecuted {
}

export function balanceExecutedToTerraform(struct?: BalanceExecuted): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function balanceExecutedToHclTerraform(struct?: BalanceExecuted): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class BalanceExecutedOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): BalanceExecuted | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: BalanceExecuted | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // vm_id - computed: true, optional: false, required: false
  public get vmId() {
    return this.getNumberAttribute('vm_id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // from_node - computed: true, optional: false, required: false
  public get fromNode() {
    return this.getStringAttribute('from_node');
  }

  // to_node - computed: true, optional: false, required: false
  public get toNode() {
    return this.getStringAttribute('to_node');
  }

  // result - computed: true, optional: false, required: false
  public get result() {
    return this.getStringAttribute('result');
  }

  // error - computed: true, optional: false, required: false
  public get error() {
    return this.getStringAttribute('error');
  }

  // duration_seconds - computed: true, optional: false, required: false
  public get durationSeconds() {
    return this.getNumberAttribute('duration_seconds');
  }

  // transferred_mib - computed: true, optional: false, required: false
  public get transferredMib() {
    return this.getNumberAttribute('transferred_mib');
  }

  // percent - computed: true, optional: false, required: false
  public get percent() {
    return this.getNumberAttribute('percent');
  }
}

export class BalanceExecutedList extends cdktf.ComplexList {

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
  public get(index: number): BalanceExecutedOutputReference {
    return new BalanceExecutedOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface BalanceTimeouts {
  /**
  * Limits how long create may take, as a duration such as `90s` or `1h30m`. Default `6h`.
  */
  readonly create?: string;
  /**
  * Limits how long read may take, as a duration such as `90s` or `1h30m`. Default `5m`.
  */
  readonly read?: string;
  /**
  * Limits how long update may take, as a duration such as `90s` or `1h30m`. Default `6h`.
  */
  readonly update?: string;
}

export function balanceTimeoutsToTerraform(struct?: BalanceTimeouts | cdktf.IResolvable): any {
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


export function balanceTimeoutsToHclTerraform(struct?: BalanceTimeouts | cdktf.IResolvable): any {
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

export class BalanceTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalanceTimeouts | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalanceTimeouts | cdktf.IResolvable | undefined) {
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
* Represents a {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance proxlb_balance}
*/
export class Balance extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "proxlb_balance";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Balance resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Balance to import
  * @param importFromId The id of the existing Balance that should be imported. Refer to the {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Balance to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "proxlb_balance", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance proxlb_balance} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options BalanceConfig = {}
  */
  public constructor(scope: Construct, id: string, config: BalanceConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'proxlb_balance',
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
    this._migrations.internalValue = config.migrations;
    this._allowUnreviewed = config.allowUnreviewed;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // policy - computed: false, optional: true, required: false
  private _policy = new BalancePolicyOutputReference(this, "policy");
  public get policy() {
    return this._policy;
  }
  public putPolicy(value: BalancePolicy) {
    this._policy.internalValue = value;
  }
  public resetPolicy() {
    this._policy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy.internalValue;
  }

  // migrations - computed: true, optional: true, required: false
  private _migrations = new BalanceMigrationsList(this, "migrations", false);
  public get migrations() {
    return this._migrations;
  }
  public putMigrations(value: BalanceMigrations[] | cdktf.IResolvable) {
    this._migrations.internalValue = value;
  }
  public resetMigrations() {
    this._migrations.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get migrationsInput() {
    return this._migrations.internalValue;
  }

  // allow_unreviewed - computed: false, optional: true, required: false
  private _allowUnreviewed?: boolean | cdktf.IResolvable; 
  public get allowUnreviewed() {
    return this.getBooleanAttribute('allow_unreviewed');
  }
  public set allowUnreviewed(value: boolean | cdktf.IResolvable) {
    this._allowUnreviewed = value;
  }
  public resetAllowUnreviewed() {
    this._allowUnreviewed = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowUnreviewedInput() {
    return this._allowUnreviewed;
  }

  // balanced - computed: true, optional: false, required: false
  public get balanced() {
    return this.getBooleanAttribute('balanced');
  }

  // imbalance - computed: true, optional: false, required: false
  private _imbalance = new cdktf.NumberMap(this, "imbalance");
  public get imbalance() {
    return this._imbalance;
  }

  // applied - computed: true, optional: false, required: false
  public get applied() {
    return this.getBooleanAttribute('applied');
  }

  // pending_migrations - computed: true, optional: false, required: false
  private _pendingMigrations = new BalancePendingMigrationsList(this, "pending_migrations", false);
  public get pendingMigrations() {
    return this._pendingMigrations;
  }

  // executed - computed: true, optional: false, required: false
  private _executed = new BalanceExecutedList(this, "executed", false);
  public get executed() {
    return this._executed;
  }

  // last_run - computed: true, optional: false, required: false
  public get lastRun() {
    return this.getStringAttribute('last_run');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new BalanceTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: BalanceTimeouts) {
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
      policy: balancePolicyToTerraform(this._policy.internalValue),
      migrations: cdktf.listMapper(balanceMigrationsToTerraform, false)(this._migrations.internalValue),
      allow_unreviewed: cdktf.booleanToTerraform(this._allowUnreviewed),
      timeouts: balanceTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  public toHclTerraform(): any {
    return withConditionBlocks(super.toHclTerraform());
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      policy: {
        value: balancePolicyToTerraform(this._policy.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "BalancePolicy",
      },
      migrations: {
        value: cdktf.listMapper(balanceMigrationsToTerraform, false)(this._migrations.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "BalanceMigrationsList",
      },
      allow_unreviewed: {
        value: cdktf.booleanToHclTerraform(this._allowUnreviewed),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      timeouts: {
        value: balanceTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "BalanceTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
