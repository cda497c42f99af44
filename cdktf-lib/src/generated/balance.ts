// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";

// Configuration

export interface BalanceConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#policy Balance#policy}
  */
  readonly policy?: BalancePolicy;
  /**
  * Lists the migrations to execute, normally `data.proxlb_migration_plan.<name>.migrations`, so that exactly what the plan showed is done. Without it, the pending migrations that the last refresh found are planned and executed.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#migrations Balance#migrations}
  */
  readonly migrations?: BalanceMigrations[] | cdktf.IResolvable;
  /**
  * Allows migrations that no plan has shown: a list that is unknown at plan time, or, without a list, migrations at once when the resource is created. Default `false`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#allow_unreviewed Balance#allow_unreviewed}
  */
  readonly allowUnreviewed?: boolean | cdktf.IResolvable;
  /**
  * Limits how long the operations of this object may take.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#timeouts Balance#timeouts}
  */
  readonly timeouts?: BalanceTimeouts;
}
export interface BalancePolicyPsiNodesMemory {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_full Balance#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_some Balance#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_spikes Balance#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function balancePolicyPsiNodesMemoryToTerraform(struct?: BalancePolicyPsiNodesMemory | cdktf.IResolvable): any {
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


export function balancePolicyPsiNodesMemoryToHclTerraform(struct?: BalancePolicyPsiNodesMemory | cdktf.IResolvable): any {
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

export class BalancePolicyPsiNodesMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiNodesMemory | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiNodesMemory | cdktf.IResolvable | undefined) {
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
export interface BalancePolicyPsiNodesCpu {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_full Balance#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_some Balance#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_spikes Balance#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function balancePolicyPsiNodesCpuToTerraform(struct?: BalancePolicyPsiNodesCpu | cdktf.IResolvable): any {
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


export function balancePolicyPsiNodesCpuToHclTerraform(struct?: BalancePolicyPsiNodesCpu | cdktf.IResolvable): any {
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

export class BalancePolicyPsiNodesCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiNodesCpu | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiNodesCpu | cdktf.IResolvable | undefined) {
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
export interface BalancePolicyPsiNodesDisk {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_full Balance#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_some Balance#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_spikes Balance#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function balancePolicyPsiNodesDiskToTerraform(struct?: BalancePolicyPsiNodesDisk | cdktf.IResolvable): any {
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


export function balancePolicyPsiNodesDiskToHclTerraform(struct?: BalancePolicyPsiNodesDisk | cdktf.IResolvable): any {
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

export class BalancePolicyPsiNodesDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiNodesDisk | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiNodesDisk | cdktf.IResolvable | undefined) {
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
export interface BalancePolicyPsiNodes {
  /**
  * Pressure of memory that makes a node hot. Without it the pressure of memory does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#memory Balance#memory}
  */
  readonly memory?: BalancePolicyPsiNodesMemory;
  /**
  * Pressure of cpu that makes a node hot. Without it the pressure of cpu does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#cpu Balance#cpu}
  */
  readonly cpu?: BalancePolicyPsiNodesCpu;
  /**
  * Pressure of disk that makes a node hot. Without it the pressure of disk does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#disk Balance#disk}
  */
  readonly disk?: BalancePolicyPsiNodesDisk;
}

export function balancePolicyPsiNodesToTerraform(struct?: BalancePolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: balancePolicyPsiNodesMemoryToTerraform(struct!.memory),
    cpu: balancePolicyPsiNodesCpuToTerraform(struct!.cpu),
    disk: balancePolicyPsiNodesDiskToTerraform(struct!.disk),
  }
}


export function balancePolicyPsiNodesToHclTerraform(struct?: BalancePolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: balancePolicyPsiNodesMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiNodesMemory",
    },
    cpu: {
      value: balancePolicyPsiNodesCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiNodesCpu",
    },
    disk: {
      value: balancePolicyPsiNodesDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiNodesDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class BalancePolicyPsiNodesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiNodes | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiNodes | cdktf.IResolvable | undefined) {
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
  private _memory = new BalancePolicyPsiNodesMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: BalancePolicyPsiNodesMemory) {
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
  private _cpu = new BalancePolicyPsiNodesCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: BalancePolicyPsiNodesCpu) {
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
  private _disk = new BalancePolicyPsiNodesDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
  public putDisk(value: BalancePolicyPsiNodesDisk) {
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
export interface BalancePolicyPsiGuestsMemory {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_full Balance#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_some Balance#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_spikes Balance#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function balancePolicyPsiGuestsMemoryToTerraform(struct?: BalancePolicyPsiGuestsMemory | cdktf.IResolvable): any {
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


export function balancePolicyPsiGuestsMemoryToHclTerraform(struct?: BalancePolicyPsiGuestsMemory | cdktf.IResolvable): any {
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

export class BalancePolicyPsiGuestsMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiGuestsMemory | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiGuestsMemory | cdktf.IResolvable | undefined) {
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
export interface BalancePolicyPsiGuestsCpu {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_full Balance#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_some Balance#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_spikes Balance#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function balancePolicyPsiGuestsCpuToTerraform(struct?: BalancePolicyPsiGuestsCpu | cdktf.IResolvable): any {
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


export function balancePolicyPsiGuestsCpuToHclTerraform(struct?: BalancePolicyPsiGuestsCpu | cdktf.IResolvable): any {
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

export class BalancePolicyPsiGuestsCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiGuestsCpu | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiGuestsCpu | cdktf.IResolvable | undefined) {
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
export interface BalancePolicyPsiGuestsDisk {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_full Balance#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_some Balance#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pressure_spikes Balance#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function balancePolicyPsiGuestsDiskToTerraform(struct?: BalancePolicyPsiGuestsDisk | cdktf.IResolvable): any {
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


export function balancePolicyPsiGuestsDiskToHclTerraform(struct?: BalancePolicyPsiGuestsDisk | cdktf.IResolvable): any {
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

export class BalancePolicyPsiGuestsDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiGuestsDisk | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiGuestsDisk | cdktf.IResolvable | undefined) {
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
export interface BalancePolicyPsiGuests {
  /**
  * Pressure of memory that makes a guest hot. Without it the pressure of memory does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#memory Balance#memory}
  */
  readonly memory?: BalancePolicyPsiGuestsMemory;
  /**
  * Pressure of cpu that makes a guest hot. Without it the pressure of cpu does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#cpu Balance#cpu}
  */
  readonly cpu?: BalancePolicyPsiGuestsCpu;
  /**
  * Pressure of disk that makes a guest hot. Without it the pressure of disk does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#disk Balance#disk}
  */
  readonly disk?: BalancePolicyPsiGuestsDisk;
}

export function balancePolicyPsiGuestsToTerraform(struct?: BalancePolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: balancePolicyPsiGuestsMemoryToTerraform(struct!.memory),
    cpu: balancePolicyPsiGuestsCpuToTerraform(struct!.cpu),
    disk: balancePolicyPsiGuestsDiskToTerraform(struct!.disk),
  }
}


export function balancePolicyPsiGuestsToHclTerraform(struct?: BalancePolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: balancePolicyPsiGuestsMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiGuestsMemory",
    },
    cpu: {
      value: balancePolicyPsiGuestsCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiGuestsCpu",
    },
    disk: {
      value: balancePolicyPsiGuestsDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiGuestsDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class BalancePolicyPsiGuestsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsiGuests | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsiGuests | cdktf.IResolvable | undefined) {
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
  private _memory = new BalancePolicyPsiGuestsMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: BalancePolicyPsiGuestsMemory) {
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
  private _cpu = new BalancePolicyPsiGuestsCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: BalancePolicyPsiGuestsCpu) {
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
  private _disk = new BalancePolicyPsiGuestsDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
  public putDisk(value: BalancePolicyPsiGuestsDisk) {
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
export interface BalancePolicyPsi {
  /**
  * Pressures, by resource, that make a node hot, so that its busiest guests leave. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#nodes Balance#nodes}
  */
  readonly nodes?: BalancePolicyPsiNodes;
  /**
  * Pressures, by resource, that make a guest hot, so that it goes to a node with much lower pressure. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#guests Balance#guests}
  */
  readonly guests?: BalancePolicyPsiGuests;
}

export function balancePolicyPsiToTerraform(struct?: BalancePolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    nodes: balancePolicyPsiNodesToTerraform(struct!.nodes),
    guests: balancePolicyPsiGuestsToTerraform(struct!.guests),
  }
}


export function balancePolicyPsiToHclTerraform(struct?: BalancePolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    nodes: {
      value: balancePolicyPsiNodesToHclTerraform(struct!.nodes),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiNodes",
    },
    guests: {
      value: balancePolicyPsiGuestsToHclTerraform(struct!.guests),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsiGuests",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class BalancePolicyPsiOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyPsi | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPsi | cdktf.IResolvable | undefined) {
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
  private _nodes = new BalancePolicyPsiNodesOutputReference(this, "nodes");
  public get nodes() {
    return this._nodes;
  }
  public putNodes(value: BalancePolicyPsiNodes) {
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
  private _guests = new BalancePolicyPsiGuestsOutputReference(this, "guests");
  public get guests() {
    return this._guests;
  }
  public putGuests(value: BalancePolicyPsiGuests) {
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
export interface BalancePolicyNodeReserve {
  /**
  * Name of the node that the entry is for. Without it the entry is for every node that has no entry of its own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#node_name Balance#node_name}
  */
  readonly nodeName?: string;
  /**
  * Memory in MiB that guests must leave free. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#memory_mib Balance#memory_mib}
  */
  readonly memoryMib?: number;
  /**
  * CPU cores that guests must leave free. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#cpu_cores Balance#cpu_cores}
  */
  readonly cpuCores?: number;
}

export function balancePolicyNodeReserveToTerraform(struct?: BalancePolicyNodeReserve | cdktf.IResolvable): any {
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


export function balancePolicyNodeReserveToHclTerraform(struct?: BalancePolicyNodeReserve | cdktf.IResolvable): any {
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

export class BalancePolicyNodeReserveOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): BalancePolicyNodeReserve | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyNodeReserve | cdktf.IResolvable | undefined) {
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

export class BalancePolicyNodeReserveList extends cdktf.ComplexList {
  public internalValue? : BalancePolicyNodeReserve[] | cdktf.IResolvable

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
  public get(index: number): BalancePolicyNodeReserveOutputReference {
    return new BalancePolicyNodeReserveOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface BalancePolicyPools {
  /**
  * Id of the Proxmox pool whose members the rule is about. Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pool_id Balance#pool_id}
  */
  readonly poolId: string;
  /**
  * How the members relate: `affinity` keeps them on one node, `anti-affinity` on different nodes. Without it they do not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#type Balance#type}
  */
  readonly type?: string;
  /**
  * Names of the nodes that the members may run on. Defaults to the empty list, which allows every node.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pin Balance#pin}
  */
  readonly pin?: string[];
  /**
  * Whether the rule is never broken (`true`, the default) or only where nothing else helps (`false`).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#strict Balance#strict}
  */
  readonly strict?: boolean | cdktf.IResolvable;
}

export function balancePolicyPoolsToTerraform(struct?: BalancePolicyPools | cdktf.IResolvable): any {
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


export function balancePolicyPoolsToHclTerraform(struct?: BalancePolicyPools | cdktf.IResolvable): any {
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

export class BalancePolicyPoolsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): BalancePolicyPools | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyPools | cdktf.IResolvable | undefined) {
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

export class BalancePolicyPoolsList extends cdktf.ComplexList {
  public internalValue? : BalancePolicyPools[] | cdktf.IResolvable

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
  public get(index: number): BalancePolicyPoolsOutputReference {
    return new BalancePolicyPoolsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface BalancePolicyRules {
  /**
  * Name of the rule, used in reasons and messages. Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#name Balance#name}
  */
  readonly name: string;
  /**
  * What the rule asks for: `affinity` (one node for all), `anti-affinity` (different nodes) or `node-affinity` (only the nodes listed). Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#type Balance#type}
  */
  readonly type: string;
  /**
  * `must` (the default) is never broken; `should` yields to must rules, evacuation and capacity.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#strength Balance#strength}
  */
  readonly strength?: string;
  /**
  * Ids of guests that the rule is about. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#vm_ids Balance#vm_ids}
  */
  readonly vmIds?: number[];
  /**
  * Names of guests that the rule is about; `*` and `?` are wildcards. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#names Balance#names}
  */
  readonly names?: string[];
  /**
  * Tags of guests that the rule is about. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#tags Balance#tags}
  */
  readonly tags?: string[];
  /**
  * Names of the nodes that the guests may run on. Needed by `node-affinity` and refused by the others.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#nodes Balance#nodes}
  */
  readonly nodes?: string[];
}

export function balancePolicyRulesToTerraform(struct?: BalancePolicyRules | cdktf.IResolvable): any {
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


export function balancePolicyRulesToHclTerraform(struct?: BalancePolicyRules | cdktf.IResolvable): any {
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

export class BalancePolicyRulesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): BalancePolicyRules | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyRules | cdktf.IResolvable | undefined) {
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

export class BalancePolicyRulesList extends cdktf.ComplexList {
  public internalValue? : BalancePolicyRules[] | cdktf.IResolvable

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
  public get(index: number): BalancePolicyRulesOutputReference {
    return new BalancePolicyRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface BalancePolicyMaxParallelMigrations {
  /**
  * Migrations that one node takes part in at the same time, as source or target. Defaults to 1.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#per_node Balance#per_node}
  */
  readonly perNode?: number;
  /**
  * Migrations that run at the same time in the whole cluster. Defaults to 4.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#total Balance#total}
  */
  readonly total?: number;
}

export function balancePolicyMaxParallelMigrationsToTerraform(struct?: BalancePolicyMaxParallelMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    per_node: cdktf.numberToTerraform(struct!.perNode),
    total: cdktf.numberToTerraform(struct!.total),
  }
}


export function balancePolicyMaxParallelMigrationsToHclTerraform(struct?: BalancePolicyMaxParallelMigrations | cdktf.IResolvable): any {
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

export class BalancePolicyMaxParallelMigrationsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicyMaxParallelMigrations | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicyMaxParallelMigrations | cdktf.IResolvable | undefined) {
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
export interface BalancePolicy {
  /**
  * Whether anything is planned at all. Defaults to `true`; `false` gives empty plans.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#enabled Balance#enabled}
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Resources that are balanced jointly: `memory`, `cpu` and `disk`, which is the local disk. Defaults to `["memory"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#methods Balance#methods}
  */
  readonly methods?: string[];
  /**
  * Weight per method; the spread of a method is multiplied by it before it is compared. Defaults to 1 for every method.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#weights Balance#weights}
  */
  readonly weights?: { [key: string]: number };
  /**
  * How load is read: `used` (the default) is what guests consume, `assigned` is what they are configured with, and `psi` is how long they wait for a resource (pressure stall information of Proxmox VE 9), with the thresholds of `psi` in place of `balanciness` and `thresholds`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#mode Balance#mode}
  */
  readonly mode?: string;
  /**
  * Thresholds of the mode `psi`, in percent; only the resources that `methods` lists are looked at. Defaults to none, which the mode `psi` refuses.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#psi Balance#psi}
  */
  readonly psi?: BalancePolicyPsi;
  /**
  * How far back the use of nodes and guests is looked at, such as `1h`; needs a `usage_statistic`. Defaults to now alone.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#usage_window Balance#usage_window}
  */
  readonly usageWindow?: string;
  /**
  * What is made of the use within `usage_window`: `mean`, `max` or a percentile (`p50`, `p90`, `p95`, `p99`). Defaults to `current`, the newest figures, which takes no window.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#usage_statistic Balance#usage_statistic}
  */
  readonly usageStatistic?: string;
  /**
  * Difference between the most and the least loaded node, in percent points, above which a plan starts. Defaults to 10.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#balanciness Balance#balanciness}
  */
  readonly balanciness?: number;
  /**
  * Difference in percent points that a plan aims at once it starts; at most `balanciness`. Defaults to 0.8 times `balanciness`, so that small changes do not start the next plan at once.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#balanciness_target Balance#balanciness_target}
  */
  readonly balancinessTarget?: number;
  /**
  * Load of a node in percent, per method; see `threshold_mode`. Defaults to no thresholds.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#thresholds Balance#thresholds}
  */
  readonly thresholds?: { [key: string]: number };
  /**
  * `gate` (the default) balances only if some node reaches a threshold; `trigger` also starts below `balanciness` when one does.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#threshold_mode Balance#threshold_mode}
  */
  readonly thresholdMode?: string;
  /**
  * Percent points that the balancing moves of a plan must win together; otherwise they are left out. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#min_gain Balance#min_gain}
  */
  readonly minGain?: number;
  /**
  * What a plan that reaches its goals keeps as low as possible: the number of `moves` (the default) or the `seconds` that they are estimated to take.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#minimize Balance#minimize}
  */
  readonly minimize?: string;
  /**
  * How long a guest that was moved takes no part in balancing, such as `1h`; repairs and evacuations move it nevertheless. Defaults to not at all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#cooldown Balance#cooldown}
  */
  readonly cooldown?: string;
  /**
  * Most migrations in one plan. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#max_migrations Balance#max_migrations}
  */
  readonly maxMigrations?: number;
  /**
  * Largest ratio of assigned virtual CPUs to the cores of a node, the reserve left out. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#cpu_overcommit Balance#cpu_overcommit}
  */
  readonly cpuOvercommit?: number;
  /**
  * Largest ratio of assigned memory to the memory of a node, the reserve left out. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#memory_overcommit Balance#memory_overcommit}
  */
  readonly memoryOvercommit?: number;
  /**
  * Where new guests go: `balance` (the default) chooses the least loaded node, `pack` the fullest that has room, which keeps other nodes free for large guests.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#placement Balance#placement}
  */
  readonly placement?: string;
  /**
  * Resources of nodes that are kept free of guests; loads are percentages of what is left. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#node_reserve Balance#node_reserve}
  */
  readonly nodeReserve?: BalancePolicyNodeReserve[] | cdktf.IResolvable;
  /**
  * Names of nodes that guests leave and do not enter, besides those that the cluster itself has in maintenance. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#maintenance_nodes Balance#maintenance_nodes}
  */
  readonly maintenanceNodes?: string[];
  /**
  * Names of nodes that are neither source nor target; their guests still count in rules. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#ignore_nodes Balance#ignore_nodes}
  */
  readonly ignoreNodes?: string[];
  /**
  * Names or ids of guests that never move; `*` and `?` are wildcards. They still count as load. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#ignore_guests Balance#ignore_guests}
  */
  readonly ignoreGuests?: string[];
  /**
  * Tags of guests that never move, besides `plb_ignore*`; `*` and `?` are wildcards. They still count as load. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#ignore_tags Balance#ignore_tags}
  */
  readonly ignoreTags?: string[];
  /**
  * Dialects whose tags are read: `proxlb` (always) and `proxbalance`, in which `ignore` keeps a guest where it is and `exclude_<group>` keeps guests apart. Defaults to `["proxlb"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#tag_dialects Balance#tag_dialects}
  */
  readonly tagDialects?: string[];
  /**
  * Kinds of guests that may move: `vm`, `ct` or both. Defaults to `["vm"]`, because a running container restarts when it moves.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#balance_types Balance#balance_types}
  */
  readonly balanceTypes?: string[];
  /**
  * Rules over all members of a Proxmox pool. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#pools Balance#pools}
  */
  readonly pools?: BalancePolicyPools[] | cdktf.IResolvable;
  /**
  * Rules over guests that are named by id, by name or by tag; the three are united. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#rules Balance#rules}
  */
  readonly rules?: BalancePolicyRules[] | cdktf.IResolvable;
  /**
  * Limits on migrations that run at the same time. Defaults to 1 per node and 4 in all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#max_parallel_migrations Balance#max_parallel_migrations}
  */
  readonly maxParallelMigrations?: BalancePolicyMaxParallelMigrations;
  /**
  * Whether running virtual machines migrate without being stopped. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#live Balance#live}
  */
  readonly live?: boolean | cdktf.IResolvable;
  /**
  * Whether disks on storage that is not shared are copied along. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#with_local_disks Balance#with_local_disks}
  */
  readonly withLocalDisks?: boolean | cdktf.IResolvable;
  /**
  * Whether the firewall's connection tracking state moves along, where the nodes support it. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#with_conntrack_state Balance#with_conntrack_state}
  */
  readonly withConntrackState?: boolean | cdktf.IResolvable;
  /**
  * Storage that local disks are copied to. Defaults to the storage of the same name on the target node.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#target_storage Balance#target_storage}
  */
  readonly targetStorage?: string;
  /**
  * Longest time that one migration may take, such as `90s`, `30m` or `1h30m`. Defaults to `"30m"`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#migration_timeout Balance#migration_timeout}
  */
  readonly migrationTimeout?: string;
  /**
  * What becomes of running migrations when an apply is interrupted or its timeout is up: `finish` (the default) leaves them to Proxmox VE, which carries them out; `stop` stops them, and their guests stay where they are.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#on_interrupt Balance#on_interrupt}
  */
  readonly onInterrupt?: string;
}

export function balancePolicyToTerraform(struct?: BalancePolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    methods: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.methods),
    weights: cdktf.hashMapper(cdktf.numberToTerraform)(struct!.weights),
    mode: cdktf.stringToTerraform(struct!.mode),
    psi: balancePolicyPsiToTerraform(struct!.psi),
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
    node_reserve: cdktf.listMapper(balancePolicyNodeReserveToTerraform, false)(struct!.nodeReserve),
    maintenance_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.maintenanceNodes),
    ignore_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreNodes),
    ignore_guests: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreGuests),
    ignore_tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreTags),
    tag_dialects: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.tagDialects),
    balance_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.balanceTypes),
    pools: cdktf.listMapper(balancePolicyPoolsToTerraform, false)(struct!.pools),
    rules: cdktf.listMapper(balancePolicyRulesToTerraform, false)(struct!.rules),
    max_parallel_migrations: balancePolicyMaxParallelMigrationsToTerraform(struct!.maxParallelMigrations),
    live: cdktf.booleanToTerraform(struct!.live),
    with_local_disks: cdktf.booleanToTerraform(struct!.withLocalDisks),
    with_conntrack_state: cdktf.booleanToTerraform(struct!.withConntrackState),
    target_storage: cdktf.stringToTerraform(struct!.targetStorage),
    migration_timeout: cdktf.stringToTerraform(struct!.migrationTimeout),
    on_interrupt: cdktf.stringToTerraform(struct!.onInterrupt),
  }
}


export function balancePolicyToHclTerraform(struct?: BalancePolicy | cdktf.IResolvable): any {
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
      value: balancePolicyPsiToHclTerraform(struct!.psi),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyPsi",
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
      value: cdktf.listMapperHcl(balancePolicyNodeReserveToHclTerraform, false)(struct!.nodeReserve),
      isBlock: true,
      type: "list",
      storageClassType: "BalancePolicyNodeReserveList",
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
      value: cdktf.listMapperHcl(balancePolicyPoolsToHclTerraform, false)(struct!.pools),
      isBlock: true,
      type: "list",
      storageClassType: "BalancePolicyPoolsList",
    },
    rules: {
      value: cdktf.listMapperHcl(balancePolicyRulesToHclTerraform, false)(struct!.rules),
      isBlock: true,
      type: "list",
      storageClassType: "BalancePolicyRulesList",
    },
    max_parallel_migrations: {
      value: balancePolicyMaxParallelMigrationsToHclTerraform(struct!.maxParallelMigrations),
      isBlock: true,
      type: "struct",
      storageClassType: "BalancePolicyMaxParallelMigrations",
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

export class BalancePolicyOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): BalancePolicy | cdktf.IResolvable | undefined {
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

  public set internalValue(value: BalancePolicy | cdktf.IResolvable | undefined) {
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
  private _psi = new BalancePolicyPsiOutputReference(this, "psi");
  public get psi() {
    return this._psi;
  }
  public putPsi(value: BalancePolicyPsi) {
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
  private _nodeReserve = new BalancePolicyNodeReserveList(this, "node_reserve", false);
  public get nodeReserve() {
    return this._nodeReserve;
  }
  public putNodeReserve(value: BalancePolicyNodeReserve[] | cdktf.IResolvable) {
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
  private _pools = new BalancePolicyPoolsList(this, "pools", false);
  public get pools() {
    return this._pools;
  }
  public putPools(value: BalancePolicyPools[] | cdktf.IResolvable) {
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
  private _rules = new BalancePolicyRulesList(this, "rules", false);
  public get rules() {
    return this._rules;
  }
  public putRules(value: BalancePolicyRules[] | cdktf.IResolvable) {
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
  private _maxParallelMigrations = new BalancePolicyMaxParallelMigrationsOutputReference(this, "max_parallel_migrations");
  public get maxParallelMigrations() {
    return this._maxParallelMigrations;
  }
  public putMaxParallelMigrations(value: BalancePolicyMaxParallelMigrations) {
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
export interface BalanceMigrations {
  /**
  * Counts the steps of the plan from 1. Migrations of one step may run at the same time. Without it, migrations run in the order of the list.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#step Balance#step}
  */
  readonly step?: number;
  /**
  * Identifies the guest by its Proxmox id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#vm_id Balance#vm_id}
  */
  readonly vmId: number;
  /**
  * Names the guest, as Proxmox shows it.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#name Balance#name}
  */
  readonly name?: string;
  /**
  * Says what the guest is: `vm` or `ct`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#type Balance#type}
  */
  readonly type?: string;
  /**
  * Names the node that the guest is on when the plan is made. A guest that is elsewhere by then is not moved, and the apply stops.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#from_node Balance#from_node}
  */
  readonly fromNode?: string;
  /**
  * Names the node that the guest moves to.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#to_node Balance#to_node}
  */
  readonly toNode: string;
  /**
  * Says in one sentence why the guest moves.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#reason Balance#reason}
  */
  readonly reason?: string;
  /**
  * Gives the memory assigned to the guest, in MiB.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#memory_mib Balance#memory_mib}
  */
  readonly memoryMib?: number;
  /**
  * Gives the data on storage that is not shared, in GiB, which the migration has to copy.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#local_disk_gib Balance#local_disk_gib}
  */
  readonly localDiskGib?: number;
  /**
  * Estimates how long the migration takes, in seconds.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#estimated_seconds Balance#estimated_seconds}
  */
  readonly estimatedSeconds?: number;
  /**
  * Is true when the guest is restarted on the way, as running containers are.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#downtime Balance#downtime}
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
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#create Balance#create}
  */
  readonly create?: string;
  /**
  * Limits how long read may take, as a duration such as `90s` or `1h30m`. Default `5m`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#read Balance#read}
  */
  readonly read?: string;
  /**
  * Limits how long update may take, as a duration such as `90s` or `1h30m`. Default `6h`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/resources/balance#update Balance#update}
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
