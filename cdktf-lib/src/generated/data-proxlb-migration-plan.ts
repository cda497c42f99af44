// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";

// Configuration

export interface DataProxlbMigrationPlanConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#policy DataProxlbMigrationPlan#policy}
  */
  readonly policy?: DataProxlbMigrationPlanPolicy;
  /**
  * Lists nodes to plan for as if they were in maintenance, for a look ahead. Default: none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#assume_maintenance DataProxlbMigrationPlan#assume_maintenance}
  */
  readonly assumeMaintenance?: string[];
  /**
  * Describes new guests to plan for as if they were there already, by keys of your choice, for a look ahead. Each is put on the node that `proxlb_best_node` would give it and does not move. Default: none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#assume_guests DataProxlbMigrationPlan#assume_guests}
  */
  readonly assumeGuests?: { [key: string]: DataProxlbMigrationPlanAssumeGuests } | cdktf.IResolvable;
  /**
  * Limits how long the operations of this object may take.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#timeouts DataProxlbMigrationPlan#timeouts}
  */
  readonly timeouts?: DataProxlbMigrationPlanTimeouts;
}
export interface DataProxlbMigrationPlanPolicyPsiNodesMemory {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_full DataProxlbMigrationPlan#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_some DataProxlbMigrationPlan#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_spikes DataProxlbMigrationPlan#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbMigrationPlanPolicyPsiNodesMemoryToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodesMemory | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPsiNodesMemoryToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodesMemory | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPsiNodesMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiNodesMemory | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._pressureFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureFull = this._pressureFull;
    }
    if (this._pressureSome !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSome = this._pressureSome;
    }
    if (this._pressureSpikes !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSpikes = this._pressureSpikes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiNodesMemory | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._pressureFull = undefined;
      this._pressureSome = undefined;
      this._pressureSpikes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._pressureFull = value.pressureFull;
      this._pressureSome = value.pressureSome;
      this._pressureSpikes = value.pressureSpikes;
    }
  }

  // pressure_full - computed: false, optional: true, required: false
  private _pressureFull?: number; 
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }
  public set pressureFull(value: number) {
    this._pressureFull = value;
  }
  public resetPressureFull() {
    this._pressureFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureFullInput() {
    return this._pressureFull;
  }

  // pressure_some - computed: false, optional: true, required: false
  private _pressureSome?: number; 
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }
  public set pressureSome(value: number) {
    this._pressureSome = value;
  }
  public resetPressureSome() {
    this._pressureSome = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSomeInput() {
    return this._pressureSome;
  }

  // pressure_spikes - computed: false, optional: true, required: false
  private _pressureSpikes?: number; 
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
  public set pressureSpikes(value: number) {
    this._pressureSpikes = value;
  }
  public resetPressureSpikes() {
    this._pressureSpikes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSpikesInput() {
    return this._pressureSpikes;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiNodesCpu {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_full DataProxlbMigrationPlan#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_some DataProxlbMigrationPlan#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_spikes DataProxlbMigrationPlan#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbMigrationPlanPolicyPsiNodesCpuToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodesCpu | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPsiNodesCpuToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodesCpu | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPsiNodesCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiNodesCpu | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._pressureFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureFull = this._pressureFull;
    }
    if (this._pressureSome !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSome = this._pressureSome;
    }
    if (this._pressureSpikes !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSpikes = this._pressureSpikes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiNodesCpu | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._pressureFull = undefined;
      this._pressureSome = undefined;
      this._pressureSpikes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._pressureFull = value.pressureFull;
      this._pressureSome = value.pressureSome;
      this._pressureSpikes = value.pressureSpikes;
    }
  }

  // pressure_full - computed: false, optional: true, required: false
  private _pressureFull?: number; 
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }
  public set pressureFull(value: number) {
    this._pressureFull = value;
  }
  public resetPressureFull() {
    this._pressureFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureFullInput() {
    return this._pressureFull;
  }

  // pressure_some - computed: false, optional: true, required: false
  private _pressureSome?: number; 
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }
  public set pressureSome(value: number) {
    this._pressureSome = value;
  }
  public resetPressureSome() {
    this._pressureSome = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSomeInput() {
    return this._pressureSome;
  }

  // pressure_spikes - computed: false, optional: true, required: false
  private _pressureSpikes?: number; 
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
  public set pressureSpikes(value: number) {
    this._pressureSpikes = value;
  }
  public resetPressureSpikes() {
    this._pressureSpikes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSpikesInput() {
    return this._pressureSpikes;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiNodesDisk {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_full DataProxlbMigrationPlan#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_some DataProxlbMigrationPlan#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_spikes DataProxlbMigrationPlan#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbMigrationPlanPolicyPsiNodesDiskToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodesDisk | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPsiNodesDiskToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodesDisk | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPsiNodesDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiNodesDisk | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._pressureFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureFull = this._pressureFull;
    }
    if (this._pressureSome !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSome = this._pressureSome;
    }
    if (this._pressureSpikes !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSpikes = this._pressureSpikes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiNodesDisk | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._pressureFull = undefined;
      this._pressureSome = undefined;
      this._pressureSpikes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._pressureFull = value.pressureFull;
      this._pressureSome = value.pressureSome;
      this._pressureSpikes = value.pressureSpikes;
    }
  }

  // pressure_full - computed: false, optional: true, required: false
  private _pressureFull?: number; 
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }
  public set pressureFull(value: number) {
    this._pressureFull = value;
  }
  public resetPressureFull() {
    this._pressureFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureFullInput() {
    return this._pressureFull;
  }

  // pressure_some - computed: false, optional: true, required: false
  private _pressureSome?: number; 
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }
  public set pressureSome(value: number) {
    this._pressureSome = value;
  }
  public resetPressureSome() {
    this._pressureSome = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSomeInput() {
    return this._pressureSome;
  }

  // pressure_spikes - computed: false, optional: true, required: false
  private _pressureSpikes?: number; 
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
  public set pressureSpikes(value: number) {
    this._pressureSpikes = value;
  }
  public resetPressureSpikes() {
    this._pressureSpikes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSpikesInput() {
    return this._pressureSpikes;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiNodes {
  /**
  * Pressure of memory that makes a node hot. Without it the pressure of memory does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#memory DataProxlbMigrationPlan#memory}
  */
  readonly memory?: DataProxlbMigrationPlanPolicyPsiNodesMemory;
  /**
  * Pressure of cpu that makes a node hot. Without it the pressure of cpu does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#cpu DataProxlbMigrationPlan#cpu}
  */
  readonly cpu?: DataProxlbMigrationPlanPolicyPsiNodesCpu;
  /**
  * Pressure of disk that makes a node hot. Without it the pressure of disk does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#disk DataProxlbMigrationPlan#disk}
  */
  readonly disk?: DataProxlbMigrationPlanPolicyPsiNodesDisk;
}

export function dataProxlbMigrationPlanPolicyPsiNodesToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: dataProxlbMigrationPlanPolicyPsiNodesMemoryToTerraform(struct!.memory),
    cpu: dataProxlbMigrationPlanPolicyPsiNodesCpuToTerraform(struct!.cpu),
    disk: dataProxlbMigrationPlanPolicyPsiNodesDiskToTerraform(struct!.disk),
  }
}


export function dataProxlbMigrationPlanPolicyPsiNodesToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: dataProxlbMigrationPlanPolicyPsiNodesMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiNodesMemory",
    },
    cpu: {
      value: dataProxlbMigrationPlanPolicyPsiNodesCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiNodesCpu",
    },
    disk: {
      value: dataProxlbMigrationPlanPolicyPsiNodesDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiNodesDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbMigrationPlanPolicyPsiNodesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiNodes | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._memory?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.memory = this._memory?.internalValue;
    }
    if (this._cpu?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpu = this._cpu?.internalValue;
    }
    if (this._disk?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.disk = this._disk?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiNodes | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._memory.internalValue = undefined;
      this._cpu.internalValue = undefined;
      this._disk.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._memory.internalValue = value.memory;
      this._cpu.internalValue = value.cpu;
      this._disk.internalValue = value.disk;
    }
  }

  // memory - computed: false, optional: true, required: false
  private _memory = new DataProxlbMigrationPlanPolicyPsiNodesMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: DataProxlbMigrationPlanPolicyPsiNodesMemory) {
    this._memory.internalValue = value;
  }
  public resetMemory() {
    this._memory.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryInput() {
    return this._memory.internalValue;
  }

  // cpu - computed: false, optional: true, required: false
  private _cpu = new DataProxlbMigrationPlanPolicyPsiNodesCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: DataProxlbMigrationPlanPolicyPsiNodesCpu) {
    this._cpu.internalValue = value;
  }
  public resetCpu() {
    this._cpu.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuInput() {
    return this._cpu.internalValue;
  }

  // disk - computed: false, optional: true, required: false
  private _disk = new DataProxlbMigrationPlanPolicyPsiNodesDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
  public putDisk(value: DataProxlbMigrationPlanPolicyPsiNodesDisk) {
    this._disk.internalValue = value;
  }
  public resetDisk() {
    this._disk.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get diskInput() {
    return this._disk.internalValue;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiGuestsMemory {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_full DataProxlbMigrationPlan#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_some DataProxlbMigrationPlan#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_spikes DataProxlbMigrationPlan#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbMigrationPlanPolicyPsiGuestsMemoryToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuestsMemory | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPsiGuestsMemoryToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuestsMemory | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPsiGuestsMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiGuestsMemory | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._pressureFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureFull = this._pressureFull;
    }
    if (this._pressureSome !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSome = this._pressureSome;
    }
    if (this._pressureSpikes !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSpikes = this._pressureSpikes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiGuestsMemory | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._pressureFull = undefined;
      this._pressureSome = undefined;
      this._pressureSpikes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._pressureFull = value.pressureFull;
      this._pressureSome = value.pressureSome;
      this._pressureSpikes = value.pressureSpikes;
    }
  }

  // pressure_full - computed: false, optional: true, required: false
  private _pressureFull?: number; 
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }
  public set pressureFull(value: number) {
    this._pressureFull = value;
  }
  public resetPressureFull() {
    this._pressureFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureFullInput() {
    return this._pressureFull;
  }

  // pressure_some - computed: false, optional: true, required: false
  private _pressureSome?: number; 
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }
  public set pressureSome(value: number) {
    this._pressureSome = value;
  }
  public resetPressureSome() {
    this._pressureSome = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSomeInput() {
    return this._pressureSome;
  }

  // pressure_spikes - computed: false, optional: true, required: false
  private _pressureSpikes?: number; 
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
  public set pressureSpikes(value: number) {
    this._pressureSpikes = value;
  }
  public resetPressureSpikes() {
    this._pressureSpikes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSpikesInput() {
    return this._pressureSpikes;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiGuestsCpu {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_full DataProxlbMigrationPlan#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_some DataProxlbMigrationPlan#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_spikes DataProxlbMigrationPlan#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbMigrationPlanPolicyPsiGuestsCpuToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuestsCpu | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPsiGuestsCpuToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuestsCpu | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPsiGuestsCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiGuestsCpu | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._pressureFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureFull = this._pressureFull;
    }
    if (this._pressureSome !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSome = this._pressureSome;
    }
    if (this._pressureSpikes !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSpikes = this._pressureSpikes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiGuestsCpu | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._pressureFull = undefined;
      this._pressureSome = undefined;
      this._pressureSpikes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._pressureFull = value.pressureFull;
      this._pressureSome = value.pressureSome;
      this._pressureSpikes = value.pressureSpikes;
    }
  }

  // pressure_full - computed: false, optional: true, required: false
  private _pressureFull?: number; 
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }
  public set pressureFull(value: number) {
    this._pressureFull = value;
  }
  public resetPressureFull() {
    this._pressureFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureFullInput() {
    return this._pressureFull;
  }

  // pressure_some - computed: false, optional: true, required: false
  private _pressureSome?: number; 
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }
  public set pressureSome(value: number) {
    this._pressureSome = value;
  }
  public resetPressureSome() {
    this._pressureSome = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSomeInput() {
    return this._pressureSome;
  }

  // pressure_spikes - computed: false, optional: true, required: false
  private _pressureSpikes?: number; 
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
  public set pressureSpikes(value: number) {
    this._pressureSpikes = value;
  }
  public resetPressureSpikes() {
    this._pressureSpikes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSpikesInput() {
    return this._pressureSpikes;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiGuestsDisk {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_full DataProxlbMigrationPlan#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_some DataProxlbMigrationPlan#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pressure_spikes DataProxlbMigrationPlan#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbMigrationPlanPolicyPsiGuestsDiskToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuestsDisk | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPsiGuestsDiskToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuestsDisk | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPsiGuestsDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiGuestsDisk | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._pressureFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureFull = this._pressureFull;
    }
    if (this._pressureSome !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSome = this._pressureSome;
    }
    if (this._pressureSpikes !== undefined) {
      hasAnyValues = true;
      internalValueResult.pressureSpikes = this._pressureSpikes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiGuestsDisk | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._pressureFull = undefined;
      this._pressureSome = undefined;
      this._pressureSpikes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._pressureFull = value.pressureFull;
      this._pressureSome = value.pressureSome;
      this._pressureSpikes = value.pressureSpikes;
    }
  }

  // pressure_full - computed: false, optional: true, required: false
  private _pressureFull?: number; 
  public get pressureFull() {
    return this.getNumberAttribute('pressure_full');
  }
  public set pressureFull(value: number) {
    this._pressureFull = value;
  }
  public resetPressureFull() {
    this._pressureFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureFullInput() {
    return this._pressureFull;
  }

  // pressure_some - computed: false, optional: true, required: false
  private _pressureSome?: number; 
  public get pressureSome() {
    return this.getNumberAttribute('pressure_some');
  }
  public set pressureSome(value: number) {
    this._pressureSome = value;
  }
  public resetPressureSome() {
    this._pressureSome = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSomeInput() {
    return this._pressureSome;
  }

  // pressure_spikes - computed: false, optional: true, required: false
  private _pressureSpikes?: number; 
  public get pressureSpikes() {
    return this.getNumberAttribute('pressure_spikes');
  }
  public set pressureSpikes(value: number) {
    this._pressureSpikes = value;
  }
  public resetPressureSpikes() {
    this._pressureSpikes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pressureSpikesInput() {
    return this._pressureSpikes;
  }
}
export interface DataProxlbMigrationPlanPolicyPsiGuests {
  /**
  * Pressure of memory that makes a guest hot. Without it the pressure of memory does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#memory DataProxlbMigrationPlan#memory}
  */
  readonly memory?: DataProxlbMigrationPlanPolicyPsiGuestsMemory;
  /**
  * Pressure of cpu that makes a guest hot. Without it the pressure of cpu does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#cpu DataProxlbMigrationPlan#cpu}
  */
  readonly cpu?: DataProxlbMigrationPlanPolicyPsiGuestsCpu;
  /**
  * Pressure of disk that makes a guest hot. Without it the pressure of disk does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#disk DataProxlbMigrationPlan#disk}
  */
  readonly disk?: DataProxlbMigrationPlanPolicyPsiGuestsDisk;
}

export function dataProxlbMigrationPlanPolicyPsiGuestsToTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: dataProxlbMigrationPlanPolicyPsiGuestsMemoryToTerraform(struct!.memory),
    cpu: dataProxlbMigrationPlanPolicyPsiGuestsCpuToTerraform(struct!.cpu),
    disk: dataProxlbMigrationPlanPolicyPsiGuestsDiskToTerraform(struct!.disk),
  }
}


export function dataProxlbMigrationPlanPolicyPsiGuestsToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: dataProxlbMigrationPlanPolicyPsiGuestsMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiGuestsMemory",
    },
    cpu: {
      value: dataProxlbMigrationPlanPolicyPsiGuestsCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiGuestsCpu",
    },
    disk: {
      value: dataProxlbMigrationPlanPolicyPsiGuestsDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiGuestsDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbMigrationPlanPolicyPsiGuestsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsiGuests | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._memory?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.memory = this._memory?.internalValue;
    }
    if (this._cpu?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpu = this._cpu?.internalValue;
    }
    if (this._disk?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.disk = this._disk?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsiGuests | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._memory.internalValue = undefined;
      this._cpu.internalValue = undefined;
      this._disk.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._memory.internalValue = value.memory;
      this._cpu.internalValue = value.cpu;
      this._disk.internalValue = value.disk;
    }
  }

  // memory - computed: false, optional: true, required: false
  private _memory = new DataProxlbMigrationPlanPolicyPsiGuestsMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: DataProxlbMigrationPlanPolicyPsiGuestsMemory) {
    this._memory.internalValue = value;
  }
  public resetMemory() {
    this._memory.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryInput() {
    return this._memory.internalValue;
  }

  // cpu - computed: false, optional: true, required: false
  private _cpu = new DataProxlbMigrationPlanPolicyPsiGuestsCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: DataProxlbMigrationPlanPolicyPsiGuestsCpu) {
    this._cpu.internalValue = value;
  }
  public resetCpu() {
    this._cpu.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuInput() {
    return this._cpu.internalValue;
  }

  // disk - computed: false, optional: true, required: false
  private _disk = new DataProxlbMigrationPlanPolicyPsiGuestsDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
  public putDisk(value: DataProxlbMigrationPlanPolicyPsiGuestsDisk) {
    this._disk.internalValue = value;
  }
  public resetDisk() {
    this._disk.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get diskInput() {
    return this._disk.internalValue;
  }
}
export interface DataProxlbMigrationPlanPolicyPsi {
  /**
  * Pressures, by resource, that make a node hot, so that its busiest guests leave. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#nodes DataProxlbMigrationPlan#nodes}
  */
  readonly nodes?: DataProxlbMigrationPlanPolicyPsiNodes;
  /**
  * Pressures, by resource, that make a guest hot, so that it goes to a node with much lower pressure. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#guests DataProxlbMigrationPlan#guests}
  */
  readonly guests?: DataProxlbMigrationPlanPolicyPsiGuests;
}

export function dataProxlbMigrationPlanPolicyPsiToTerraform(struct?: DataProxlbMigrationPlanPolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    nodes: dataProxlbMigrationPlanPolicyPsiNodesToTerraform(struct!.nodes),
    guests: dataProxlbMigrationPlanPolicyPsiGuestsToTerraform(struct!.guests),
  }
}


export function dataProxlbMigrationPlanPolicyPsiToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    nodes: {
      value: dataProxlbMigrationPlanPolicyPsiNodesToHclTerraform(struct!.nodes),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiNodes",
    },
    guests: {
      value: dataProxlbMigrationPlanPolicyPsiGuestsToHclTerraform(struct!.guests),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsiGuests",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbMigrationPlanPolicyPsiOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyPsi | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._nodes?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.nodes = this._nodes?.internalValue;
    }
    if (this._guests?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.guests = this._guests?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPsi | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._nodes.internalValue = undefined;
      this._guests.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._nodes.internalValue = value.nodes;
      this._guests.internalValue = value.guests;
    }
  }

  // nodes - computed: false, optional: true, required: false
  private _nodes = new DataProxlbMigrationPlanPolicyPsiNodesOutputReference(this, "nodes");
  public get nodes() {
    return this._nodes;
  }
  public putNodes(value: DataProxlbMigrationPlanPolicyPsiNodes) {
    this._nodes.internalValue = value;
  }
  public resetNodes() {
    this._nodes.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nodesInput() {
    return this._nodes.internalValue;
  }

  // guests - computed: false, optional: true, required: false
  private _guests = new DataProxlbMigrationPlanPolicyPsiGuestsOutputReference(this, "guests");
  public get guests() {
    return this._guests;
  }
  public putGuests(value: DataProxlbMigrationPlanPolicyPsiGuests) {
    this._guests.internalValue = value;
  }
  public resetGuests() {
    this._guests.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get guestsInput() {
    return this._guests.internalValue;
  }
}
export interface DataProxlbMigrationPlanPolicyNodeReserve {
  /**
  * Name of the node that the entry is for. Without it the entry is for every node that has no entry of its own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#node_name DataProxlbMigrationPlan#node_name}
  */
  readonly nodeName?: string;
  /**
  * Memory in MiB that guests must leave free. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#memory_mib DataProxlbMigrationPlan#memory_mib}
  */
  readonly memoryMib?: number;
  /**
  * CPU cores that guests must leave free. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#cpu_cores DataProxlbMigrationPlan#cpu_cores}
  */
  readonly cpuCores?: number;
}

export function dataProxlbMigrationPlanPolicyNodeReserveToTerraform(struct?: DataProxlbMigrationPlanPolicyNodeReserve | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyNodeReserveToHclTerraform(struct?: DataProxlbMigrationPlanPolicyNodeReserve | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyNodeReserveOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanPolicyNodeReserve | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._nodeName !== undefined) {
      hasAnyValues = true;
      internalValueResult.nodeName = this._nodeName;
    }
    if (this._memoryMib !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryMib = this._memoryMib;
    }
    if (this._cpuCores !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuCores = this._cpuCores;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyNodeReserve | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._nodeName = undefined;
      this._memoryMib = undefined;
      this._cpuCores = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._nodeName = value.nodeName;
      this._memoryMib = value.memoryMib;
      this._cpuCores = value.cpuCores;
    }
  }

  // node_name - computed: false, optional: true, required: false
  private _nodeName?: string; 
  public get nodeName() {
    return this.getStringAttribute('node_name');
  }
  public set nodeName(value: string) {
    this._nodeName = value;
  }
  public resetNodeName() {
    this._nodeName = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nodeNameInput() {
    return this._nodeName;
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
}

export class DataProxlbMigrationPlanPolicyNodeReserveList extends cdktf.ComplexList {
  public internalValue? : DataProxlbMigrationPlanPolicyNodeReserve[] | cdktf.IResolvable

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
  public get(index: number): DataProxlbMigrationPlanPolicyNodeReserveOutputReference {
    return new DataProxlbMigrationPlanPolicyNodeReserveOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanPolicyPools {
  /**
  * Id of the Proxmox pool whose members the rule is about. Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pool_id DataProxlbMigrationPlan#pool_id}
  */
  readonly poolId: string;
  /**
  * How the members relate: `affinity` keeps them on one node, `anti-affinity` on different nodes. Without it they do not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#type DataProxlbMigrationPlan#type}
  */
  readonly type?: string;
  /**
  * Names of the nodes that the members may run on. Defaults to the empty list, which allows every node.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pin DataProxlbMigrationPlan#pin}
  */
  readonly pin?: string[];
  /**
  * Whether the rule is never broken (`true`, the default) or only where nothing else helps (`false`).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#strict DataProxlbMigrationPlan#strict}
  */
  readonly strict?: boolean | cdktf.IResolvable;
}

export function dataProxlbMigrationPlanPolicyPoolsToTerraform(struct?: DataProxlbMigrationPlanPolicyPools | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyPoolsToHclTerraform(struct?: DataProxlbMigrationPlanPolicyPools | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyPoolsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanPolicyPools | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._poolId !== undefined) {
      hasAnyValues = true;
      internalValueResult.poolId = this._poolId;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    if (this._pin !== undefined) {
      hasAnyValues = true;
      internalValueResult.pin = this._pin;
    }
    if (this._strict !== undefined) {
      hasAnyValues = true;
      internalValueResult.strict = this._strict;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyPools | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._poolId = undefined;
      this._type = undefined;
      this._pin = undefined;
      this._strict = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._poolId = value.poolId;
      this._type = value.type;
      this._pin = value.pin;
      this._strict = value.strict;
    }
  }

  // pool_id - computed: false, optional: false, required: true
  private _poolId?: string; 
  public get poolId() {
    return this.getStringAttribute('pool_id');
  }
  public set poolId(value: string) {
    this._poolId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get poolIdInput() {
    return this._poolId;
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

  // pin - computed: false, optional: true, required: false
  private _pin?: string[]; 
  public get pin() {
    return this.getListAttribute('pin');
  }
  public set pin(value: string[]) {
    this._pin = value;
  }
  public resetPin() {
    this._pin = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pinInput() {
    return this._pin;
  }

  // strict - computed: false, optional: true, required: false
  private _strict?: boolean | cdktf.IResolvable; 
  public get strict() {
    return this.getBooleanAttribute('strict');
  }
  public set strict(value: boolean | cdktf.IResolvable) {
    this._strict = value;
  }
  public resetStrict() {
    this._strict = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get strictInput() {
    return this._strict;
  }
}

export class DataProxlbMigrationPlanPolicyPoolsList extends cdktf.ComplexList {
  public internalValue? : DataProxlbMigrationPlanPolicyPools[] | cdktf.IResolvable

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
  public get(index: number): DataProxlbMigrationPlanPolicyPoolsOutputReference {
    return new DataProxlbMigrationPlanPolicyPoolsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanPolicyRules {
  /**
  * Name of the rule, used in reasons and messages. Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#name DataProxlbMigrationPlan#name}
  */
  readonly name: string;
  /**
  * What the rule asks for: `affinity` (one node for all), `anti-affinity` (different nodes) or `node-affinity` (only the nodes listed). Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#type DataProxlbMigrationPlan#type}
  */
  readonly type: string;
  /**
  * `must` (the default) is never broken; `should` yields to must rules, evacuation and capacity.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#strength DataProxlbMigrationPlan#strength}
  */
  readonly strength?: string;
  /**
  * Ids of guests that the rule is about. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#vm_ids DataProxlbMigrationPlan#vm_ids}
  */
  readonly vmIds?: number[];
  /**
  * Names of guests that the rule is about; `*` and `?` are wildcards. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#names DataProxlbMigrationPlan#names}
  */
  readonly names?: string[];
  /**
  * Tags of guests that the rule is about. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#tags DataProxlbMigrationPlan#tags}
  */
  readonly tags?: string[];
  /**
  * Names of the nodes that the guests may run on. Needed by `node-affinity` and refused by the others.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#nodes DataProxlbMigrationPlan#nodes}
  */
  readonly nodes?: string[];
}

export function dataProxlbMigrationPlanPolicyRulesToTerraform(struct?: DataProxlbMigrationPlanPolicyRules | cdktf.IResolvable): any {
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


export function dataProxlbMigrationPlanPolicyRulesToHclTerraform(struct?: DataProxlbMigrationPlanPolicyRules | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyRulesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbMigrationPlanPolicyRules | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    if (this._strength !== undefined) {
      hasAnyValues = true;
      internalValueResult.strength = this._strength;
    }
    if (this._vmIds !== undefined) {
      hasAnyValues = true;
      internalValueResult.vmIds = this._vmIds;
    }
    if (this._names !== undefined) {
      hasAnyValues = true;
      internalValueResult.names = this._names;
    }
    if (this._tags !== undefined) {
      hasAnyValues = true;
      internalValueResult.tags = this._tags;
    }
    if (this._nodes !== undefined) {
      hasAnyValues = true;
      internalValueResult.nodes = this._nodes;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyRules | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._name = undefined;
      this._type = undefined;
      this._strength = undefined;
      this._vmIds = undefined;
      this._names = undefined;
      this._tags = undefined;
      this._nodes = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._name = value.name;
      this._type = value.type;
      this._strength = value.strength;
      this._vmIds = value.vmIds;
      this._names = value.names;
      this._tags = value.tags;
      this._nodes = value.nodes;
    }
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // type - computed: false, optional: false, required: true
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }

  // strength - computed: false, optional: true, required: false
  private _strength?: string; 
  public get strength() {
    return this.getStringAttribute('strength');
  }
  public set strength(value: string) {
    this._strength = value;
  }
  public resetStrength() {
    this._strength = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get strengthInput() {
    return this._strength;
  }

  // vm_ids - computed: false, optional: true, required: false
  private _vmIds?: number[]; 
  public get vmIds() {
    return this.getNumberListAttribute('vm_ids');
  }
  public set vmIds(value: number[]) {
    this._vmIds = value;
  }
  public resetVmIds() {
    this._vmIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get vmIdsInput() {
    return this._vmIds;
  }

  // names - computed: false, optional: true, required: false
  private _names?: string[]; 
  public get names() {
    return this.getListAttribute('names');
  }
  public set names(value: string[]) {
    this._names = value;
  }
  public resetNames() {
    this._names = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get namesInput() {
    return this._names;
  }

  // tags - computed: false, optional: true, required: false
  private _tags?: string[]; 
  public get tags() {
    return this.getListAttribute('tags');
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

  // nodes - computed: false, optional: true, required: false
  private _nodes?: string[]; 
  public get nodes() {
    return this.getListAttribute('nodes');
  }
  public set nodes(value: string[]) {
    this._nodes = value;
  }
  public resetNodes() {
    this._nodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nodesInput() {
    return this._nodes;
  }
}

export class DataProxlbMigrationPlanPolicyRulesList extends cdktf.ComplexList {
  public internalValue? : DataProxlbMigrationPlanPolicyRules[] | cdktf.IResolvable

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
  public get(index: number): DataProxlbMigrationPlanPolicyRulesOutputReference {
    return new DataProxlbMigrationPlanPolicyRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbMigrationPlanPolicyMaxParallelMigrations {
  /**
  * Migrations that one node takes part in at the same time, as source or target. Defaults to 1.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#per_node DataProxlbMigrationPlan#per_node}
  */
  readonly perNode?: number;
  /**
  * Migrations that run at the same time in the whole cluster. Defaults to 4.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#total DataProxlbMigrationPlan#total}
  */
  readonly total?: number;
}

export function dataProxlbMigrationPlanPolicyMaxParallelMigrationsToTerraform(struct?: DataProxlbMigrationPlanPolicyMaxParallelMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    per_node: cdktf.numberToTerraform(struct!.perNode),
    total: cdktf.numberToTerraform(struct!.total),
  }
}


export function dataProxlbMigrationPlanPolicyMaxParallelMigrationsToHclTerraform(struct?: DataProxlbMigrationPlanPolicyMaxParallelMigrations | cdktf.IResolvable): any {
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

export class DataProxlbMigrationPlanPolicyMaxParallelMigrationsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicyMaxParallelMigrations | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._perNode !== undefined) {
      hasAnyValues = true;
      internalValueResult.perNode = this._perNode;
    }
    if (this._total !== undefined) {
      hasAnyValues = true;
      internalValueResult.total = this._total;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicyMaxParallelMigrations | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._perNode = undefined;
      this._total = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._perNode = value.perNode;
      this._total = value.total;
    }
  }

  // per_node - computed: false, optional: true, required: false
  private _perNode?: number; 
  public get perNode() {
    return this.getNumberAttribute('per_node');
  }
  public set perNode(value: number) {
    this._perNode = value;
  }
  public resetPerNode() {
    this._perNode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get perNodeInput() {
    return this._perNode;
  }

  // total - computed: false, optional: true, required: false
  private _total?: number; 
  public get total() {
    return this.getNumberAttribute('total');
  }
  public set total(value: number) {
    this._total = value;
  }
  public resetTotal() {
    this._total = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get totalInput() {
    return this._total;
  }
}
export interface DataProxlbMigrationPlanPolicy {
  /**
  * Whether anything is planned at all. Defaults to `true`; `false` gives empty plans.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#enabled DataProxlbMigrationPlan#enabled}
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Resources that are balanced jointly: `memory`, `cpu` and `disk`, which is the local disk. Defaults to `["memory"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#methods DataProxlbMigrationPlan#methods}
  */
  readonly methods?: string[];
  /**
  * Weight per method; the spread of a method is multiplied by it before it is compared. Defaults to 1 for every method.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#weights DataProxlbMigrationPlan#weights}
  */
  readonly weights?: { [key: string]: number };
  /**
  * How load is read: `used` (the default) is what guests consume, `assigned` is what they are configured with, and `psi` is how long they wait for a resource (pressure stall information of Proxmox VE 9), with the thresholds of `psi` in place of `balanciness` and `thresholds`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#mode DataProxlbMigrationPlan#mode}
  */
  readonly mode?: string;
  /**
  * Thresholds of the mode `psi`, in percent; only the resources that `methods` lists are looked at. Defaults to none, which the mode `psi` refuses.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#psi DataProxlbMigrationPlan#psi}
  */
  readonly psi?: DataProxlbMigrationPlanPolicyPsi;
  /**
  * How far back the use of nodes and guests is looked at, such as `1h`; needs a `usage_statistic`. Defaults to now alone.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#usage_window DataProxlbMigrationPlan#usage_window}
  */
  readonly usageWindow?: string;
  /**
  * What is made of the use within `usage_window`: `mean`, `max` or a percentile (`p50`, `p90`, `p95`, `p99`). Defaults to `current`, the newest figures, which takes no window.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#usage_statistic DataProxlbMigrationPlan#usage_statistic}
  */
  readonly usageStatistic?: string;
  /**
  * Difference between the most and the least loaded node, in percent points, above which a plan starts. Defaults to 10.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#balanciness DataProxlbMigrationPlan#balanciness}
  */
  readonly balanciness?: number;
  /**
  * Difference in percent points that a plan aims at once it starts; at most `balanciness`. Defaults to 0.8 times `balanciness`, so that small changes do not start the next plan at once.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#balanciness_target DataProxlbMigrationPlan#balanciness_target}
  */
  readonly balancinessTarget?: number;
  /**
  * Load of a node in percent, per method; see `threshold_mode`. Defaults to no thresholds.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#thresholds DataProxlbMigrationPlan#thresholds}
  */
  readonly thresholds?: { [key: string]: number };
  /**
  * `gate` (the default) balances only if some node reaches a threshold; `trigger` also starts below `balanciness` when one does.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#threshold_mode DataProxlbMigrationPlan#threshold_mode}
  */
  readonly thresholdMode?: string;
  /**
  * Percent points that the balancing moves of a plan must win together; otherwise they are left out. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#min_gain DataProxlbMigrationPlan#min_gain}
  */
  readonly minGain?: number;
  /**
  * What a plan that reaches its goals keeps as low as possible: the number of `moves` (the default) or the `seconds` that they are estimated to take.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#minimize DataProxlbMigrationPlan#minimize}
  */
  readonly minimize?: string;
  /**
  * How long a guest that was moved takes no part in balancing, such as `1h`; repairs and evacuations move it nevertheless. Defaults to not at all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#cooldown DataProxlbMigrationPlan#cooldown}
  */
  readonly cooldown?: string;
  /**
  * Most migrations in one plan. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#max_migrations DataProxlbMigrationPlan#max_migrations}
  */
  readonly maxMigrations?: number;
  /**
  * Largest ratio of assigned virtual CPUs to the cores of a node, the reserve left out. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#cpu_overcommit DataProxlbMigrationPlan#cpu_overcommit}
  */
  readonly cpuOvercommit?: number;
  /**
  * Largest ratio of assigned memory to the memory of a node, the reserve left out. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#memory_overcommit DataProxlbMigrationPlan#memory_overcommit}
  */
  readonly memoryOvercommit?: number;
  /**
  * Where new guests go: `balance` (the default) chooses the least loaded node, `pack` the fullest that has room, which keeps other nodes free for large guests.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#placement DataProxlbMigrationPlan#placement}
  */
  readonly placement?: string;
  /**
  * Resources of nodes that are kept free of guests; loads are percentages of what is left. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#node_reserve DataProxlbMigrationPlan#node_reserve}
  */
  readonly nodeReserve?: DataProxlbMigrationPlanPolicyNodeReserve[] | cdktf.IResolvable;
  /**
  * Names of nodes that guests leave and do not enter, besides those that the cluster itself has in maintenance. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#maintenance_nodes DataProxlbMigrationPlan#maintenance_nodes}
  */
  readonly maintenanceNodes?: string[];
  /**
  * Names of nodes that are neither source nor target; their guests still count in rules. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#ignore_nodes DataProxlbMigrationPlan#ignore_nodes}
  */
  readonly ignoreNodes?: string[];
  /**
  * Names or ids of guests that never move; `*` and `?` are wildcards. They still count as load. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#ignore_guests DataProxlbMigrationPlan#ignore_guests}
  */
  readonly ignoreGuests?: string[];
  /**
  * Tags of guests that never move, besides `plb_ignore*`; `*` and `?` are wildcards. They still count as load. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#ignore_tags DataProxlbMigrationPlan#ignore_tags}
  */
  readonly ignoreTags?: string[];
  /**
  * Dialects whose tags are read: `proxlb` (always) and `proxbalance`, in which `ignore` keeps a guest where it is and `exclude_<group>` keeps guests apart. Defaults to `["proxlb"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#tag_dialects DataProxlbMigrationPlan#tag_dialects}
  */
  readonly tagDialects?: string[];
  /**
  * Kinds of guests that may move: `vm`, `ct` or both. Defaults to `["vm"]`, because a running container restarts when it moves.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#balance_types DataProxlbMigrationPlan#balance_types}
  */
  readonly balanceTypes?: string[];
  /**
  * Rules over all members of a Proxmox pool. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pools DataProxlbMigrationPlan#pools}
  */
  readonly pools?: DataProxlbMigrationPlanPolicyPools[] | cdktf.IResolvable;
  /**
  * Rules over guests that are named by id, by name or by tag; the three are united. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#rules DataProxlbMigrationPlan#rules}
  */
  readonly rules?: DataProxlbMigrationPlanPolicyRules[] | cdktf.IResolvable;
  /**
  * Limits on migrations that run at the same time. Defaults to 1 per node and 4 in all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#max_parallel_migrations DataProxlbMigrationPlan#max_parallel_migrations}
  */
  readonly maxParallelMigrations?: DataProxlbMigrationPlanPolicyMaxParallelMigrations;
  /**
  * Whether running virtual machines migrate without being stopped. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#live DataProxlbMigrationPlan#live}
  */
  readonly live?: boolean | cdktf.IResolvable;
  /**
  * Whether disks on storage that is not shared are copied along. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#with_local_disks DataProxlbMigrationPlan#with_local_disks}
  */
  readonly withLocalDisks?: boolean | cdktf.IResolvable;
  /**
  * Whether the firewall's connection tracking state moves along, where the nodes support it. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#with_conntrack_state DataProxlbMigrationPlan#with_conntrack_state}
  */
  readonly withConntrackState?: boolean | cdktf.IResolvable;
  /**
  * Storage that local disks are copied to. Defaults to the storage of the same name on the target node.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#target_storage DataProxlbMigrationPlan#target_storage}
  */
  readonly targetStorage?: string;
  /**
  * Longest time that one migration may take, such as `90s`, `30m` or `1h30m`. Defaults to `"30m"`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#migration_timeout DataProxlbMigrationPlan#migration_timeout}
  */
  readonly migrationTimeout?: string;
  /**
  * What becomes of running migrations when an apply is interrupted or its timeout is up: `finish` (the default) leaves them to Proxmox VE, which carries them out; `stop` stops them, and their guests stay where they are.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#on_interrupt DataProxlbMigrationPlan#on_interrupt}
  */
  readonly onInterrupt?: string;
}

export function dataProxlbMigrationPlanPolicyToTerraform(struct?: DataProxlbMigrationPlanPolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    methods: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.methods),
    weights: cdktf.hashMapper(cdktf.numberToTerraform)(struct!.weights),
    mode: cdktf.stringToTerraform(struct!.mode),
    psi: dataProxlbMigrationPlanPolicyPsiToTerraform(struct!.psi),
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
    node_reserve: cdktf.listMapper(dataProxlbMigrationPlanPolicyNodeReserveToTerraform, false)(struct!.nodeReserve),
    maintenance_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.maintenanceNodes),
    ignore_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreNodes),
    ignore_guests: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreGuests),
    ignore_tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreTags),
    tag_dialects: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.tagDialects),
    balance_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.balanceTypes),
    pools: cdktf.listMapper(dataProxlbMigrationPlanPolicyPoolsToTerraform, false)(struct!.pools),
    rules: cdktf.listMapper(dataProxlbMigrationPlanPolicyRulesToTerraform, false)(struct!.rules),
    max_parallel_migrations: dataProxlbMigrationPlanPolicyMaxParallelMigrationsToTerraform(struct!.maxParallelMigrations),
    live: cdktf.booleanToTerraform(struct!.live),
    with_local_disks: cdktf.booleanToTerraform(struct!.withLocalDisks),
    with_conntrack_state: cdktf.booleanToTerraform(struct!.withConntrackState),
    target_storage: cdktf.stringToTerraform(struct!.targetStorage),
    migration_timeout: cdktf.stringToTerraform(struct!.migrationTimeout),
    on_interrupt: cdktf.stringToTerraform(struct!.onInterrupt),
  }
}


export function dataProxlbMigrationPlanPolicyToHclTerraform(struct?: DataProxlbMigrationPlanPolicy | cdktf.IResolvable): any {
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
      value: dataProxlbMigrationPlanPolicyPsiToHclTerraform(struct!.psi),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyPsi",
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
      value: cdktf.listMapperHcl(dataProxlbMigrationPlanPolicyNodeReserveToHclTerraform, false)(struct!.nodeReserve),
      isBlock: true,
      type: "list",
      storageClassType: "DataProxlbMigrationPlanPolicyNodeReserveList",
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
      value: cdktf.listMapperHcl(dataProxlbMigrationPlanPolicyPoolsToHclTerraform, false)(struct!.pools),
      isBlock: true,
      type: "list",
      storageClassType: "DataProxlbMigrationPlanPolicyPoolsList",
    },
    rules: {
      value: cdktf.listMapperHcl(dataProxlbMigrationPlanPolicyRulesToHclTerraform, false)(struct!.rules),
      isBlock: true,
      type: "list",
      storageClassType: "DataProxlbMigrationPlanPolicyRulesList",
    },
    max_parallel_migrations: {
      value: dataProxlbMigrationPlanPolicyMaxParallelMigrationsToHclTerraform(struct!.maxParallelMigrations),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbMigrationPlanPolicyMaxParallelMigrations",
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

export class DataProxlbMigrationPlanPolicyOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbMigrationPlanPolicy | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._enabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.enabled = this._enabled;
    }
    if (this._methods !== undefined) {
      hasAnyValues = true;
      internalValueResult.methods = this._methods;
    }
    if (this._weights !== undefined) {
      hasAnyValues = true;
      internalValueResult.weights = this._weights;
    }
    if (this._mode !== undefined) {
      hasAnyValues = true;
      internalValueResult.mode = this._mode;
    }
    if (this._psi?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.psi = this._psi?.internalValue;
    }
    if (this._usageWindow !== undefined) {
      hasAnyValues = true;
      internalValueResult.usageWindow = this._usageWindow;
    }
    if (this._usageStatistic !== undefined) {
      hasAnyValues = true;
      internalValueResult.usageStatistic = this._usageStatistic;
    }
    if (this._balanciness !== undefined) {
      hasAnyValues = true;
      internalValueResult.balanciness = this._balanciness;
    }
    if (this._balancinessTarget !== undefined) {
      hasAnyValues = true;
      internalValueResult.balancinessTarget = this._balancinessTarget;
    }
    if (this._thresholds !== undefined) {
      hasAnyValues = true;
      internalValueResult.thresholds = this._thresholds;
    }
    if (this._thresholdMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.thresholdMode = this._thresholdMode;
    }
    if (this._minGain !== undefined) {
      hasAnyValues = true;
      internalValueResult.minGain = this._minGain;
    }
    if (this._minimize !== undefined) {
      hasAnyValues = true;
      internalValueResult.minimize = this._minimize;
    }
    if (this._cooldown !== undefined) {
      hasAnyValues = true;
      internalValueResult.cooldown = this._cooldown;
    }
    if (this._maxMigrations !== undefined) {
      hasAnyValues = true;
      internalValueResult.maxMigrations = this._maxMigrations;
    }
    if (this._cpuOvercommit !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuOvercommit = this._cpuOvercommit;
    }
    if (this._memoryOvercommit !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryOvercommit = this._memoryOvercommit;
    }
    if (this._placement !== undefined) {
      hasAnyValues = true;
      internalValueResult.placement = this._placement;
    }
    if (this._nodeReserve?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.nodeReserve = this._nodeReserve?.internalValue;
    }
    if (this._maintenanceNodes !== undefined) {
      hasAnyValues = true;
      internalValueResult.maintenanceNodes = this._maintenanceNodes;
    }
    if (this._ignoreNodes !== undefined) {
      hasAnyValues = true;
      internalValueResult.ignoreNodes = this._ignoreNodes;
    }
    if (this._ignoreGuests !== undefined) {
      hasAnyValues = true;
      internalValueResult.ignoreGuests = this._ignoreGuests;
    }
    if (this._ignoreTags !== undefined) {
      hasAnyValues = true;
      internalValueResult.ignoreTags = this._ignoreTags;
    }
    if (this._tagDialects !== undefined) {
      hasAnyValues = true;
      internalValueResult.tagDialects = this._tagDialects;
    }
    if (this._balanceTypes !== undefined) {
      hasAnyValues = true;
      internalValueResult.balanceTypes = this._balanceTypes;
    }
    if (this._pools?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.pools = this._pools?.internalValue;
    }
    if (this._rules?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.rules = this._rules?.internalValue;
    }
    if (this._maxParallelMigrations?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.maxParallelMigrations = this._maxParallelMigrations?.internalValue;
    }
    if (this._live !== undefined) {
      hasAnyValues = true;
      internalValueResult.live = this._live;
    }
    if (this._withLocalDisks !== undefined) {
      hasAnyValues = true;
      internalValueResult.withLocalDisks = this._withLocalDisks;
    }
    if (this._withConntrackState !== undefined) {
      hasAnyValues = true;
      internalValueResult.withConntrackState = this._withConntrackState;
    }
    if (this._targetStorage !== undefined) {
      hasAnyValues = true;
      internalValueResult.targetStorage = this._targetStorage;
    }
    if (this._migrationTimeout !== undefined) {
      hasAnyValues = true;
      internalValueResult.migrationTimeout = this._migrationTimeout;
    }
    if (this._onInterrupt !== undefined) {
      hasAnyValues = true;
      internalValueResult.onInterrupt = this._onInterrupt;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataProxlbMigrationPlanPolicy | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._enabled = undefined;
      this._methods = undefined;
      this._weights = undefined;
      this._mode = undefined;
      this._psi.internalValue = undefined;
      this._usageWindow = undefined;
      this._usageStatistic = undefined;
      this._balanciness = undefined;
      this._balancinessTarget = undefined;
      this._thresholds = undefined;
      this._thresholdMode = undefined;
      this._minGain = undefined;
      this._minimize = undefined;
      this._cooldown = undefined;
      this._maxMigrations = undefined;
      this._cpuOvercommit = undefined;
      this._memoryOvercommit = undefined;
      this._placement = undefined;
      this._nodeReserve.internalValue = undefined;
      this._maintenanceNodes = undefined;
      this._ignoreNodes = undefined;
      this._ignoreGuests = undefined;
      this._ignoreTags = undefined;
      this._tagDialects = undefined;
      this._balanceTypes = undefined;
      this._pools.internalValue = undefined;
      this._rules.internalValue = undefined;
      this._maxParallelMigrations.internalValue = undefined;
      this._live = undefined;
      this._withLocalDisks = undefined;
      this._withConntrackState = undefined;
      this._targetStorage = undefined;
      this._migrationTimeout = undefined;
      this._onInterrupt = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._enabled = value.enabled;
      this._methods = value.methods;
      this._weights = value.weights;
      this._mode = value.mode;
      this._psi.internalValue = value.psi;
      this._usageWindow = value.usageWindow;
      this._usageStatistic = value.usageStatistic;
      this._balanciness = value.balanciness;
      this._balancinessTarget = value.balancinessTarget;
      this._thresholds = value.thresholds;
      this._thresholdMode = value.thresholdMode;
      this._minGain = value.minGain;
      this._minimize = value.minimize;
      this._cooldown = value.cooldown;
      this._maxMigrations = value.maxMigrations;
      this._cpuOvercommit = value.cpuOvercommit;
      this._memoryOvercommit = value.memoryOvercommit;
      this._placement = value.placement;
      this._nodeReserve.internalValue = value.nodeReserve;
      this._maintenanceNodes = value.maintenanceNodes;
      this._ignoreNodes = value.ignoreNodes;
      this._ignoreGuests = value.ignoreGuests;
      this._ignoreTags = value.ignoreTags;
      this._tagDialects = value.tagDialects;
      this._balanceTypes = value.balanceTypes;
      this._pools.internalValue = value.pools;
      this._rules.internalValue = value.rules;
      this._maxParallelMigrations.internalValue = value.maxParallelMigrations;
      this._live = value.live;
      this._withLocalDisks = value.withLocalDisks;
      this._withConntrackState = value.withConntrackState;
      this._targetStorage = value.targetStorage;
      this._migrationTimeout = value.migrationTimeout;
      this._onInterrupt = value.onInterrupt;
    }
  }

  // enabled - computed: false, optional: true, required: false
  private _enabled?: boolean | cdktf.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  public resetEnabled() {
    this._enabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }

  // methods - computed: false, optional: true, required: false
  private _methods?: string[]; 
  public get methods() {
    return this.getListAttribute('methods');
  }
  public set methods(value: string[]) {
    this._methods = value;
  }
  public resetMethods() {
    this._methods = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get methodsInput() {
    return this._methods;
  }

  // weights - computed: false, optional: true, required: false
  private _weights?: { [key: string]: number }; 
  public get weights() {
    return this.getNumberMapAttribute('weights');
  }
  public set weights(value: { [key: string]: number }) {
    this._weights = value;
  }
  public resetWeights() {
    this._weights = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get weightsInput() {
    return this._weights;
  }

  // mode - computed: false, optional: true, required: false
  private _mode?: string; 
  public get mode() {
    return this.getStringAttribute('mode');
  }
  public set mode(value: string) {
    this._mode = value;
  }
  public resetMode() {
    this._mode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get modeInput() {
    return this._mode;
  }

  // psi - computed: false, optional: true, required: false
  private _psi = new DataProxlbMigrationPlanPolicyPsiOutputReference(this, "psi");
  public get psi() {
    return this._psi;
  }
  public putPsi(value: DataProxlbMigrationPlanPolicyPsi) {
    this._psi.internalValue = value;
  }
  public resetPsi() {
    this._psi.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get psiInput() {
    return this._psi.internalValue;
  }

  // usage_window - computed: false, optional: true, required: false
  private _usageWindow?: string; 
  public get usageWindow() {
    return this.getStringAttribute('usage_window');
  }
  public set usageWindow(value: string) {
    this._usageWindow = value;
  }
  public resetUsageWindow() {
    this._usageWindow = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get usageWindowInput() {
    return this._usageWindow;
  }

  // usage_statistic - computed: false, optional: true, required: false
  private _usageStatistic?: string; 
  public get usageStatistic() {
    return this.getStringAttribute('usage_statistic');
  }
  public set usageStatistic(value: string) {
    this._usageStatistic = value;
  }
  public resetUsageStatistic() {
    this._usageStatistic = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get usageStatisticInput() {
    return this._usageStatistic;
  }

  // balanciness - computed: false, optional: true, required: false
  private _balanciness?: number; 
  public get balanciness() {
    return this.getNumberAttribute('balanciness');
  }
  public set balanciness(value: number) {
    this._balanciness = value;
  }
  public resetBalanciness() {
    this._balanciness = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get balancinessInput() {
    return this._balanciness;
  }

  // balanciness_target - computed: false, optional: true, required: false
  private _balancinessTarget?: number; 
  public get balancinessTarget() {
    return this.getNumberAttribute('balanciness_target');
  }
  public set balancinessTarget(value: number) {
    this._balancinessTarget = value;
  }
  public resetBalancinessTarget() {
    this._balancinessTarget = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get balancinessTargetInput() {
    return this._balancinessTarget;
  }

  // thresholds - computed: false, optional: true, required: false
  private _thresholds?: { [key: string]: number }; 
  public get thresholds() {
    return this.getNumberMapAttribute('thresholds');
  }
  public set thresholds(value: { [key: string]: number }) {
    this._thresholds = value;
  }
  public resetThresholds() {
    this._thresholds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get thresholdsInput() {
    return this._thresholds;
  }

  // threshold_mode - computed: false, optional: true, required: false
  private _thresholdMode?: string; 
  public get thresholdMode() {
    return this.getStringAttribute('threshold_mode');
  }
  public set thresholdMode(value: string) {
    this._thresholdMode = value;
  }
  public resetThresholdMode() {
    this._thresholdMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get thresholdModeInput() {
    return this._thresholdMode;
  }

  // min_gain - computed: false, optional: true, required: false
  private _minGain?: number; 
  public get minGain() {
    return this.getNumberAttribute('min_gain');
  }
  public set minGain(value: number) {
    this._minGain = value;
  }
  public resetMinGain() {
    this._minGain = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minGainInput() {
    return this._minGain;
  }

  // minimize - computed: false, optional: true, required: false
  private _minimize?: string; 
  public get minimize() {
    return this.getStringAttribute('minimize');
  }
  public set minimize(value: string) {
    this._minimize = value;
  }
  public resetMinimize() {
    this._minimize = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minimizeInput() {
    return this._minimize;
  }

  // cooldown - computed: false, optional: true, required: false
  private _cooldown?: string; 
  public get cooldown() {
    return this.getStringAttribute('cooldown');
  }
  public set cooldown(value: string) {
    this._cooldown = value;
  }
  public resetCooldown() {
    this._cooldown = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cooldownInput() {
    return this._cooldown;
  }

  // max_migrations - computed: false, optional: true, required: false
  private _maxMigrations?: number; 
  public get maxMigrations() {
    return this.getNumberAttribute('max_migrations');
  }
  public set maxMigrations(value: number) {
    this._maxMigrations = value;
  }
  public resetMaxMigrations() {
    this._maxMigrations = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxMigrationsInput() {
    return this._maxMigrations;
  }

  // cpu_overcommit - computed: false, optional: true, required: false
  private _cpuOvercommit?: number; 
  public get cpuOvercommit() {
    return this.getNumberAttribute('cpu_overcommit');
  }
  public set cpuOvercommit(value: number) {
    this._cpuOvercommit = value;
  }
  public resetCpuOvercommit() {
    this._cpuOvercommit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuOvercommitInput() {
    return this._cpuOvercommit;
  }

  // memory_overcommit - computed: false, optional: true, required: false
  private _memoryOvercommit?: number; 
  public get memoryOvercommit() {
    return this.getNumberAttribute('memory_overcommit');
  }
  public set memoryOvercommit(value: number) {
    this._memoryOvercommit = value;
  }
  public resetMemoryOvercommit() {
    this._memoryOvercommit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryOvercommitInput() {
    return this._memoryOvercommit;
  }

  // placement - computed: false, optional: true, required: false
  private _placement?: string; 
  public get placement() {
    return this.getStringAttribute('placement');
  }
  public set placement(value: string) {
    this._placement = value;
  }
  public resetPlacement() {
    this._placement = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get placementInput() {
    return this._placement;
  }

  // node_reserve - computed: false, optional: true, required: false
  private _nodeReserve = new DataProxlbMigrationPlanPolicyNodeReserveList(this, "node_reserve", false);
  public get nodeReserve() {
    return this._nodeReserve;
  }
  public putNodeReserve(value: DataProxlbMigrationPlanPolicyNodeReserve[] | cdktf.IResolvable) {
    this._nodeReserve.internalValue = value;
  }
  public resetNodeReserve() {
    this._nodeReserve.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nodeReserveInput() {
    return this._nodeReserve.internalValue;
  }

  // maintenance_nodes - computed: false, optional: true, required: false
  private _maintenanceNodes?: string[]; 
  public get maintenanceNodes() {
    return this.getListAttribute('maintenance_nodes');
  }
  public set maintenanceNodes(value: string[]) {
    this._maintenanceNodes = value;
  }
  public resetMaintenanceNodes() {
    this._maintenanceNodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maintenanceNodesInput() {
    return this._maintenanceNodes;
  }

  // ignore_nodes - computed: false, optional: true, required: false
  private _ignoreNodes?: string[]; 
  public get ignoreNodes() {
    return this.getListAttribute('ignore_nodes');
  }
  public set ignoreNodes(value: string[]) {
    this._ignoreNodes = value;
  }
  public resetIgnoreNodes() {
    this._ignoreNodes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ignoreNodesInput() {
    return this._ignoreNodes;
  }

  // ignore_guests - computed: false, optional: true, required: false
  private _ignoreGuests?: string[]; 
  public get ignoreGuests() {
    return this.getListAttribute('ignore_guests');
  }
  public set ignoreGuests(value: string[]) {
    this._ignoreGuests = value;
  }
  public resetIgnoreGuests() {
    this._ignoreGuests = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ignoreGuestsInput() {
    return this._ignoreGuests;
  }

  // ignore_tags - computed: false, optional: true, required: false
  private _ignoreTags?: string[]; 
  public get ignoreTags() {
    return this.getListAttribute('ignore_tags');
  }
  public set ignoreTags(value: string[]) {
    this._ignoreTags = value;
  }
  public resetIgnoreTags() {
    this._ignoreTags = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ignoreTagsInput() {
    return this._ignoreTags;
  }

  // tag_dialects - computed: false, optional: true, required: false
  private _tagDialects?: string[]; 
  public get tagDialects() {
    return this.getListAttribute('tag_dialects');
  }
  public set tagDialects(value: string[]) {
    this._tagDialects = value;
  }
  public resetTagDialects() {
    this._tagDialects = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tagDialectsInput() {
    return this._tagDialects;
  }

  // balance_types - computed: false, optional: true, required: false
  private _balanceTypes?: string[]; 
  public get balanceTypes() {
    return this.getListAttribute('balance_types');
  }
  public set balanceTypes(value: string[]) {
    this._balanceTypes = value;
  }
  public resetBalanceTypes() {
    this._balanceTypes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get balanceTypesInput() {
    return this._balanceTypes;
  }

  // pools - computed: false, optional: true, required: false
  private _pools = new DataProxlbMigrationPlanPolicyPoolsList(this, "pools", false);
  public get pools() {
    return this._pools;
  }
  public putPools(value: DataProxlbMigrationPlanPolicyPools[] | cdktf.IResolvable) {
    this._pools.internalValue = value;
  }
  public resetPools() {
    this._pools.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get poolsInput() {
    return this._pools.internalValue;
  }

  // rules - computed: false, optional: true, required: false
  private _rules = new DataProxlbMigrationPlanPolicyRulesList(this, "rules", false);
  public get rules() {
    return this._rules;
  }
  public putRules(value: DataProxlbMigrationPlanPolicyRules[] | cdktf.IResolvable) {
    this._rules.internalValue = value;
  }
  public resetRules() {
    this._rules.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get rulesInput() {
    return this._rules.internalValue;
  }

  // max_parallel_migrations - computed: false, optional: true, required: false
  private _maxParallelMigrations = new DataProxlbMigrationPlanPolicyMaxParallelMigrationsOutputReference(this, "max_parallel_migrations");
  public get maxParallelMigrations() {
    return this._maxParallelMigrations;
  }
  public putMaxParallelMigrations(value: DataProxlbMigrationPlanPolicyMaxParallelMigrations) {
    this._maxParallelMigrations.internalValue = value;
  }
  public resetMaxParallelMigrations() {
    this._maxParallelMigrations.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxParallelMigrationsInput() {
    return this._maxParallelMigrations.internalValue;
  }

  // live - computed: false, optional: true, required: false
  private _live?: boolean | cdktf.IResolvable; 
  public get live() {
    return this.getBooleanAttribute('live');
  }
  public set live(value: boolean | cdktf.IResolvable) {
    this._live = value;
  }
  public resetLive() {
    this._live = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get liveInput() {
    return this._live;
  }

  // with_local_disks - computed: false, optional: true, required: false
  private _withLocalDisks?: boolean | cdktf.IResolvable; 
  public get withLocalDisks() {
    return this.getBooleanAttribute('with_local_disks');
  }
  public set withLocalDisks(value: boolean | cdktf.IResolvable) {
    this._withLocalDisks = value;
  }
  public resetWithLocalDisks() {
    this._withLocalDisks = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get withLocalDisksInput() {
    return this._withLocalDisks;
  }

  // with_conntrack_state - computed: false, optional: true, required: false
  private _withConntrackState?: boolean | cdktf.IResolvable; 
  public get withConntrackState() {
    return this.getBooleanAttribute('with_conntrack_state');
  }
  public set withConntrackState(value: boolean | cdktf.IResolvable) {
    this._withConntrackState = value;
  }
  public resetWithConntrackState() {
    this._withConntrackState = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get withConntrackStateInput() {
    return this._withConntrackState;
  }

  // target_storage - computed: false, optional: true, required: false
  private _targetStorage?: string; 
  public get targetStorage() {
    return this.getStringAttribute('target_storage');
  }
  public set targetStorage(value: string) {
    this._targetStorage = value;
  }
  public resetTargetStorage() {
    this._targetStorage = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get targetStorageInput() {
    return this._targetStorage;
  }

  // migration_timeout - computed: false, optional: true, required: false
  private _migrationTimeout?: string; 
  public get migrationTimeout() {
    return this.getStringAttribute('migration_timeout');
  }
  public set migrationTimeout(value: string) {
    this._migrationTimeout = value;
  }
  public resetMigrationTimeout() {
    this._migrationTimeout = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get migrationTimeoutInput() {
    return this._migrationTimeout;
  }

  // on_interrupt - computed: false, optional: true, required: false
  private _onInterrupt?: string; 
  public get onInterrupt() {
    return this.getStringAttribute('on_interrupt');
  }
  public set onInterrupt(value: string) {
    this._onInterrupt = value;
  }
  public resetOnInterrupt() {
    this._onInterrupt = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onInterruptInput() {
    return this._onInterrupt;
  }
}
export interface DataProxlbMigrationPlanAssumeGuests {
  /**
  * Says what the guest will be: `vm` (default) or `ct`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#type DataProxlbMigrationPlan#type}
  */
  readonly type?: string;
  /**
  * Names the guest. Without `vm_id`, a guest that already bears this name is answered with the node it is on.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#name DataProxlbMigrationPlan#name}
  */
  readonly name?: string;
  /**
  * Identifies the guest. A guest that already has this id is answered with the node it is on, whatever its load.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#vm_id DataProxlbMigrationPlan#vm_id}
  */
  readonly vmId?: number;
  /**
  * Gives the virtual CPUs of the guest. Required unless the guest already exists.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#cpu_cores DataProxlbMigrationPlan#cpu_cores}
  */
  readonly cpuCores?: number;
  /**
  * Gives the memory of the guest in MiB. Required unless the guest already exists.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#memory_mib DataProxlbMigrationPlan#memory_mib}
  */
  readonly memoryMib?: number;
  /**
  * Gives the size of all disks of the guest in GiB. Default 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#disk_gib DataProxlbMigrationPlan#disk_gib}
  */
  readonly diskGib?: number;
  /**
  * Names the storage that the disks will be on. Nodes that do not have it, or where it has less room than `disk_gib`, do not fit. Default: storages are not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#storage DataProxlbMigrationPlan#storage}
  */
  readonly storage?: string;
  /**
  * Lists the tags that the guest will bear. `plb_affinity_*`, `plb_anti_affinity_*` and `plb_pin_<node>` are obeyed.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#tags DataProxlbMigrationPlan#tags}
  */
  readonly tags?: string[];
  /**
  * Names the pool that the guest will belong to.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#pool DataProxlbMigrationPlan#pool}
  */
  readonly pool?: string;
  /**
  * Lists the nodes that may be chosen. Default: all nodes of the cluster.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#allowed_nodes DataProxlbMigrationPlan#allowed_nodes}
  */
  readonly allowedNodes?: string[];
  /**
  * Lists nodes that must not be chosen. Default: none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#excluded_nodes DataProxlbMigrationPlan#excluded_nodes}
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
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/migration_plan#read DataProxlbMigrationPlan#read}
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
