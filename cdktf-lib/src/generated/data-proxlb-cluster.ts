// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";
import { type Policy as DataProxlbClusterPolicy, policyToTerraform as dataProxlbClusterPolicyToTerraform, PolicyOutputReference as DataProxlbClusterPolicyOutputReference } from "./policy.js";
export { type PolicyPsiNodesMemory as DataProxlbClusterPolicyPsiNodesMemory, policyPsiNodesMemoryToTerraform as dataProxlbClusterPolicyPsiNodesMemoryToTerraform, policyPsiNodesMemoryToHclTerraform as dataProxlbClusterPolicyPsiNodesMemoryToHclTerraform, PolicyPsiNodesMemoryOutputReference as DataProxlbClusterPolicyPsiNodesMemoryOutputReference, type PolicyPsiNodesCpu as DataProxlbClusterPolicyPsiNodesCpu, policyPsiNodesCpuToTerraform as dataProxlbClusterPolicyPsiNodesCpuToTerraform, policyPsiNodesCpuToHclTerraform as dataProxlbClusterPolicyPsiNodesCpuToHclTerraform, PolicyPsiNodesCpuOutputReference as DataProxlbClusterPolicyPsiNodesCpuOutputReference, type PolicyPsiNodesDisk as DataProxlbClusterPolicyPsiNodesDisk, policyPsiNodesDiskToTerraform as dataProxlbClusterPolicyPsiNodesDiskToTerraform, policyPsiNodesDiskToHclTerraform as dataProxlbClusterPolicyPsiNodesDiskToHclTerraform, PolicyPsiNodesDiskOutputReference as DataProxlbClusterPolicyPsiNodesDiskOutputReference, type PolicyPsiNodes as DataProxlbClusterPolicyPsiNodes, policyPsiNodesToTerraform as dataProxlbClusterPolicyPsiNodesToTerraform, policyPsiNodesToHclTerraform as dataProxlbClusterPolicyPsiNodesToHclTerraform, PolicyPsiNodesOutputReference as DataProxlbClusterPolicyPsiNodesOutputReference, type PolicyPsiGuestsMemory as DataProxlbClusterPolicyPsiGuestsMemory, policyPsiGuestsMemoryToTerraform as dataProxlbClusterPolicyPsiGuestsMemoryToTerraform, policyPsiGuestsMemoryToHclTerraform as dataProxlbClusterPolicyPsiGuestsMemoryToHclTerraform, PolicyPsiGuestsMemoryOutputReference as DataProxlbClusterPolicyPsiGuestsMemoryOutputReference, type PolicyPsiGuestsCpu as DataProxlbClusterPolicyPsiGuestsCpu, policyPsiGuestsCpuToTerraform as dataProxlbClusterPolicyPsiGuestsCpuToTerraform, policyPsiGuestsCpuToHclTerraform as dataProxlbClusterPolicyPsiGuestsCpuToHclTerraform, PolicyPsiGuestsCpuOutputReference as DataProxlbClusterPolicyPsiGuestsCpuOutputReference, type PolicyPsiGuestsDisk as DataProxlbClusterPolicyPsiGuestsDisk, policyPsiGuestsDiskToTerraform as dataProxlbClusterPolicyPsiGuestsDiskToTerraform, policyPsiGuestsDiskToHclTerraform as dataProxlbClusterPolicyPsiGuestsDiskToHclTerraform, PolicyPsiGuestsDiskOutputReference as DataProxlbClusterPolicyPsiGuestsDiskOutputReference, type PolicyPsiGuests as DataProxlbClusterPolicyPsiGuests, policyPsiGuestsToTerraform as dataProxlbClusterPolicyPsiGuestsToTerraform, policyPsiGuestsToHclTerraform as dataProxlbClusterPolicyPsiGuestsToHclTerraform, PolicyPsiGuestsOutputReference as DataProxlbClusterPolicyPsiGuestsOutputReference, type PolicyPsi as DataProxlbClusterPolicyPsi, policyPsiToTerraform as dataProxlbClusterPolicyPsiToTerraform, policyPsiToHclTerraform as dataProxlbClusterPolicyPsiToHclTerraform, PolicyPsiOutputReference as DataProxlbClusterPolicyPsiOutputReference, type PolicyNodeReserve as DataProxlbClusterPolicyNodeReserve, policyNodeReserveToTerraform as dataProxlbClusterPolicyNodeReserveToTerraform, policyNodeReserveToHclTerraform as dataProxlbClusterPolicyNodeReserveToHclTerraform, PolicyNodeReserveOutputReference as DataProxlbClusterPolicyNodeReserveOutputReference, PolicyNodeReserveList as DataProxlbClusterPolicyNodeReserveList, type PolicyPools as DataProxlbClusterPolicyPools, policyPoolsToTerraform as dataProxlbClusterPolicyPoolsToTerraform, policyPoolsToHclTerraform as dataProxlbClusterPolicyPoolsToHclTerraform, PolicyPoolsOutputReference as DataProxlbClusterPolicyPoolsOutputReference, PolicyPoolsList as DataProxlbClusterPolicyPoolsList, type PolicyRules as DataProxlbClusterPolicyRules, policyRulesToTerraform as dataProxlbClusterPolicyRulesToTerraform, policyRulesToHclTerraform as dataProxlbClusterPolicyRulesToHclTerraform, PolicyRulesOutputReference as DataProxlbClusterPolicyRulesOutputReference, PolicyRulesList as DataProxlbClusterPolicyRulesList, type PolicyMaxParallelMigrations as DataProxlbClusterPolicyMaxParallelMigrations, policyMaxParallelMigrationsToTerraform as dataProxlbClusterPolicyMaxParallelMigrationsToTerraform, policyMaxParallelMigrationsToHclTerraform as dataProxlbClusterPolicyMaxParallelMigrationsToHclTerraform, PolicyMaxParallelMigrationsOutputReference as DataProxlbClusterPolicyMaxParallelMigrationsOutputReference, type Policy as DataProxlbClusterPolicy, policyToTerraform as dataProxlbClusterPolicyToTerraform, policyToHclTerraform as dataProxlbClusterPolicyToHclTerraform, PolicyOutputReference as DataProxlbClusterPolicyOutputReference } from "./policy.js";

// Configuration

export interface DataProxlbClusterConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`; one that is `null` leaves it in force.
  */
  readonly policy?: DataProxlbClusterPolicy;
  /**
  * Limits how long the operations of this object may take.
  */
  readonly timeouts?: DataProxlbClusterTimeouts;
}



























































export interface DataProxlbClusterNodes {
}

export function dataProxlbClusterNodesToTerraform(struct?: DataProxlbClusterNodes): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbClusterNodesToHclTerraform(struct?: DataProxlbClusterNodes): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbClusterNodesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbClusterNodes | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbClusterNodes | undefined) {
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

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // maintenance - computed: true, optional: false, required: false
  public get maintenance() {
    return this.getBooleanAttribute('maintenance');
  }

  // ignored - computed: true, optional: false, required: false
  public get ignored() {
    return this.getBooleanAttribute('ignored');
  }

  // cpu_cores - computed: true, optional: false, required: false
  public get cpuCores() {
    return this.getNumberAttribute('cpu_cores');
  }

  // cpu_used_cores - computed: true, optional: false, required: false
  public get cpuUsedCores() {
    return this.getNumberAttribute('cpu_used_cores');
  }

  // cpu_assigned_cores - computed: true, optional: false, required: false
  public get cpuAssignedCores() {
    return this.getNumberAttribute('cpu_assigned_cores');
  }

  // memory_mib - computed: true, optional: false, required: false
  public get memoryMib() {
    return this.getNumberAttribute('memory_mib');
  }

  // memory_used_mib - computed: true, optional: false, required: false
  public get memoryUsedMib() {
    return this.getNumberAttribute('memory_used_mib');
  }

  // memory_assigned_mib - computed: true, optional: false, required: false
  public get memoryAssignedMib() {
    return this.getNumberAttribute('memory_assigned_mib');
  }

  // disk_gib - computed: true, optional: false, required: false
  public get diskGib() {
    return this.getNumberAttribute('disk_gib');
  }

  // disk_used_gib - computed: true, optional: false, required: false
  public get diskUsedGib() {
    return this.getNumberAttribute('disk_used_gib');
  }

  // memory_percent - computed: true, optional: false, required: false
  public get memoryPercent() {
    return this.getNumberAttribute('memory_percent');
  }

  // cpu_percent - computed: true, optional: false, required: false
  public get cpuPercent() {
    return this.getNumberAttribute('cpu_percent');
  }

  // disk_percent - computed: true, optional: false, required: false
  public get diskPercent() {
    return this.getNumberAttribute('disk_percent');
  }

  // guests - computed: true, optional: false, required: false
  public get guests() {
    return this.getNumberAttribute('guests');
  }
}

export class DataProxlbClusterNodesList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbClusterNodesOutputReference {
    return new DataProxlbClusterNodesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbClusterGuests {
}

export function dataProxlbClusterGuestsToTerraform(struct?: DataProxlbClusterGuests): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbClusterGuestsToHclTerraform(struct?: DataProxlbClusterGuests): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbClusterGuestsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbClusterGuests | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbClusterGuests | undefined) {
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

  // type - computed: true, optional: false, required: false
  public get type() {
    return this.getStringAttribute('type');
  }

  // node_name - computed: true, optional: false, required: false
  public get nodeName() {
    return this.getStringAttribute('node_name');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // template - computed: true, optional: false, required: false
  public get template() {
    return this.getBooleanAttribute('template');
  }

  // tags - computed: true, optional: false, required: false
  public get tags() {
    return this.getListAttribute('tags');
  }

  // pool - computed: true, optional: false, required: false
  public get pool() {
    return this.getStringAttribute('pool');
  }

  // cpu_cores - computed: true, optional: false, required: false
  public get cpuCores() {
    return this.getNumberAttribute('cpu_cores');
  }

  // cpu_used_cores - computed: true, optional: false, required: false
  public get cpuUsedCores() {
    return this.getNumberAttribute('cpu_used_cores');
  }

  // memory_mib - computed: true, optional: false, required: false
  public get memoryMib() {
    return this.getNumberAttribute('memory_mib');
  }

  // memory_used_mib - computed: true, optional: false, required: false
  public get memoryUsedMib() {
    return this.getNumberAttribute('memory_used_mib');
  }

  // movable - computed: true, optional: false, required: false
  public get movable() {
    return this.getBooleanAttribute('movable');
  }

  // immovable_reason - computed: true, optional: false, required: false
  public get immovableReason() {
    return this.getStringAttribute('immovable_reason');
  }

  // rules - computed: true, optional: false, required: false
  public get rules() {
    return this.getListAttribute('rules');
  }
}

export class DataProxlbClusterGuestsList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbClusterGuestsOutputReference {
    return new DataProxlbClusterGuestsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbClusterRules {
}

export function dataProxlbClusterRulesToTerraform(struct?: DataProxlbClusterRules): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataProxlbClusterRulesToHclTerraform(struct?: DataProxlbClusterRules): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataProxlbClusterRulesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbClusterRules | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbClusterRules | undefined) {
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

  // origin - computed: true, optional: false, required: false
  public get origin() {
    return this.getStringAttribute('origin');
  }

  // vm_ids - computed: true, optional: false, required: false
  public get vmIds() {
    return this.getNumberListAttribute('vm_ids');
  }

  // nodes - computed: true, optional: false, required: false
  public get nodes() {
    return this.getListAttribute('nodes');
  }

  // broken - computed: true, optional: false, required: false
  public get broken() {
    return this.getBooleanAttribute('broken');
  }
}

export class DataProxlbClusterRulesList extends cdktf.ComplexList {

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
  public get(index: number): DataProxlbClusterRulesOutputReference {
    return new DataProxlbClusterRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbClusterTimeouts {
  /**
  * Limits how long read may take, as a duration such as `90s` or `1h30m`. Default `2m`.
  */
  readonly read?: string;
}

export function dataProxlbClusterTimeoutsToTerraform(struct?: DataProxlbClusterTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    read: cdktf.stringToTerraform(struct!.read),
  }
}


export function dataProxlbClusterTimeoutsToHclTerraform(struct?: DataProxlbClusterTimeouts | cdktf.IResolvable): any {
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

export class DataProxlbClusterTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterTimeouts | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterTimeouts | cdktf.IResolvable | undefined) {
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
* Represents a {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster proxlb_cluster}
*/
export class DataProxlbCluster extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "proxlb_cluster";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataProxlbCluster resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataProxlbCluster to import
  * @param importFromId The id of the existing DataProxlbCluster that should be imported. Refer to the {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataProxlbCluster to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "proxlb_cluster", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster proxlb_cluster} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataProxlbClusterConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataProxlbClusterConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'proxlb_cluster',
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
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // policy - computed: false, optional: true, required: false
  private _policy = new DataProxlbClusterPolicyOutputReference(this, "policy");
  public get policy() {
    return this._policy;
  }
  public putPolicy(value: DataProxlbClusterPolicy) {
    this._policy.internalValue = value;
  }
  public resetPolicy() {
    this._policy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyInput() {
    return this._policy.internalValue;
  }

  // nodes - computed: true, optional: false, required: false
  private _nodes = new DataProxlbClusterNodesList(this, "nodes", false);
  public get nodes() {
    return this._nodes;
  }

  // guests - computed: true, optional: false, required: false
  private _guests = new DataProxlbClusterGuestsList(this, "guests", false);
  public get guests() {
    return this._guests;
  }

  // rules - computed: true, optional: false, required: false
  private _rules = new DataProxlbClusterRulesList(this, "rules", false);
  public get rules() {
    return this._rules;
  }

  // imbalance - computed: true, optional: false, required: false
  private _imbalance = new cdktf.NumberMap(this, "imbalance");
  public get imbalance() {
    return this._imbalance;
  }

  // violations - computed: true, optional: false, required: false
  public get violations() {
    return this.getNumberAttribute('violations');
  }

  // conflicts - computed: true, optional: false, required: false
  public get conflicts() {
    return this.getListAttribute('conflicts');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataProxlbClusterTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataProxlbClusterTimeouts) {
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
      policy: dataProxlbClusterPolicyToTerraform(this._policy.internalValue),
      timeouts: dataProxlbClusterTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  public toHclTerraform(): any {
    return withConditionBlocks(super.toHclTerraform());
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      policy: {
        value: dataProxlbClusterPolicyToTerraform(this._policy.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbClusterPolicy",
      },
      timeouts: {
        value: dataProxlbClusterTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "DataProxlbClusterTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
