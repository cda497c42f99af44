// SPDX-License-Identifier: MPL-2.0
// https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
import { withConditionBlocks } from "../hcl/condition-blocks.js";

// Configuration

export interface DataProxlbClusterConfig extends cdktf.TerraformMetaArguments {
  /**
  * Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#policy DataProxlbCluster#policy}
  */
  readonly policy?: DataProxlbClusterPolicy;
  /**
  * Limits how long the operations of this object may take.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#timeouts DataProxlbCluster#timeouts}
  */
  readonly timeouts?: DataProxlbClusterTimeouts;
}
export interface DataProxlbClusterPolicyPsiNodesMemory {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_full DataProxlbCluster#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_some DataProxlbCluster#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_spikes DataProxlbCluster#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbClusterPolicyPsiNodesMemoryToTerraform(struct?: DataProxlbClusterPolicyPsiNodesMemory | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPsiNodesMemoryToHclTerraform(struct?: DataProxlbClusterPolicyPsiNodesMemory | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPsiNodesMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiNodesMemory | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiNodesMemory | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicyPsiNodesCpu {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_full DataProxlbCluster#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_some DataProxlbCluster#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_spikes DataProxlbCluster#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbClusterPolicyPsiNodesCpuToTerraform(struct?: DataProxlbClusterPolicyPsiNodesCpu | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPsiNodesCpuToHclTerraform(struct?: DataProxlbClusterPolicyPsiNodesCpu | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPsiNodesCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiNodesCpu | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiNodesCpu | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicyPsiNodesDisk {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_full DataProxlbCluster#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_some DataProxlbCluster#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_spikes DataProxlbCluster#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbClusterPolicyPsiNodesDiskToTerraform(struct?: DataProxlbClusterPolicyPsiNodesDisk | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPsiNodesDiskToHclTerraform(struct?: DataProxlbClusterPolicyPsiNodesDisk | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPsiNodesDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiNodesDisk | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiNodesDisk | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicyPsiNodes {
  /**
  * Pressure of memory that makes a node hot. Without it the pressure of memory does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#memory DataProxlbCluster#memory}
  */
  readonly memory?: DataProxlbClusterPolicyPsiNodesMemory;
  /**
  * Pressure of cpu that makes a node hot. Without it the pressure of cpu does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#cpu DataProxlbCluster#cpu}
  */
  readonly cpu?: DataProxlbClusterPolicyPsiNodesCpu;
  /**
  * Pressure of disk that makes a node hot. Without it the pressure of disk does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#disk DataProxlbCluster#disk}
  */
  readonly disk?: DataProxlbClusterPolicyPsiNodesDisk;
}

export function dataProxlbClusterPolicyPsiNodesToTerraform(struct?: DataProxlbClusterPolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: dataProxlbClusterPolicyPsiNodesMemoryToTerraform(struct!.memory),
    cpu: dataProxlbClusterPolicyPsiNodesCpuToTerraform(struct!.cpu),
    disk: dataProxlbClusterPolicyPsiNodesDiskToTerraform(struct!.disk),
  }
}


export function dataProxlbClusterPolicyPsiNodesToHclTerraform(struct?: DataProxlbClusterPolicyPsiNodes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: dataProxlbClusterPolicyPsiNodesMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiNodesMemory",
    },
    cpu: {
      value: dataProxlbClusterPolicyPsiNodesCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiNodesCpu",
    },
    disk: {
      value: dataProxlbClusterPolicyPsiNodesDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiNodesDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbClusterPolicyPsiNodesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiNodes | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiNodes | cdktf.IResolvable | undefined) {
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
  private _memory = new DataProxlbClusterPolicyPsiNodesMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: DataProxlbClusterPolicyPsiNodesMemory) {
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
  private _cpu = new DataProxlbClusterPolicyPsiNodesCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: DataProxlbClusterPolicyPsiNodesCpu) {
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
  private _disk = new DataProxlbClusterPolicyPsiNodesDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
  public putDisk(value: DataProxlbClusterPolicyPsiNodesDisk) {
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
export interface DataProxlbClusterPolicyPsiGuestsMemory {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_full DataProxlbCluster#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_some DataProxlbCluster#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_spikes DataProxlbCluster#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbClusterPolicyPsiGuestsMemoryToTerraform(struct?: DataProxlbClusterPolicyPsiGuestsMemory | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPsiGuestsMemoryToHclTerraform(struct?: DataProxlbClusterPolicyPsiGuestsMemory | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPsiGuestsMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiGuestsMemory | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiGuestsMemory | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicyPsiGuestsCpu {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_full DataProxlbCluster#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_some DataProxlbCluster#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_spikes DataProxlbCluster#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbClusterPolicyPsiGuestsCpuToTerraform(struct?: DataProxlbClusterPolicyPsiGuestsCpu | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPsiGuestsCpuToHclTerraform(struct?: DataProxlbClusterPolicyPsiGuestsCpu | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPsiGuestsCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiGuestsCpu | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiGuestsCpu | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicyPsiGuestsDisk {
  /**
  * Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_full DataProxlbCluster#pressure_full}
  */
  readonly pressureFull?: number;
  /**
  * Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_some DataProxlbCluster#pressure_some}
  */
  readonly pressureSome?: number;
  /**
  * Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pressure_spikes DataProxlbCluster#pressure_spikes}
  */
  readonly pressureSpikes?: number;
}

export function dataProxlbClusterPolicyPsiGuestsDiskToTerraform(struct?: DataProxlbClusterPolicyPsiGuestsDisk | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPsiGuestsDiskToHclTerraform(struct?: DataProxlbClusterPolicyPsiGuestsDisk | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPsiGuestsDiskOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiGuestsDisk | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiGuestsDisk | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicyPsiGuests {
  /**
  * Pressure of memory that makes a guest hot. Without it the pressure of memory does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#memory DataProxlbCluster#memory}
  */
  readonly memory?: DataProxlbClusterPolicyPsiGuestsMemory;
  /**
  * Pressure of cpu that makes a guest hot. Without it the pressure of cpu does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#cpu DataProxlbCluster#cpu}
  */
  readonly cpu?: DataProxlbClusterPolicyPsiGuestsCpu;
  /**
  * Pressure of disk that makes a guest hot. Without it the pressure of disk does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#disk DataProxlbCluster#disk}
  */
  readonly disk?: DataProxlbClusterPolicyPsiGuestsDisk;
}

export function dataProxlbClusterPolicyPsiGuestsToTerraform(struct?: DataProxlbClusterPolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    memory: dataProxlbClusterPolicyPsiGuestsMemoryToTerraform(struct!.memory),
    cpu: dataProxlbClusterPolicyPsiGuestsCpuToTerraform(struct!.cpu),
    disk: dataProxlbClusterPolicyPsiGuestsDiskToTerraform(struct!.disk),
  }
}


export function dataProxlbClusterPolicyPsiGuestsToHclTerraform(struct?: DataProxlbClusterPolicyPsiGuests | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    memory: {
      value: dataProxlbClusterPolicyPsiGuestsMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiGuestsMemory",
    },
    cpu: {
      value: dataProxlbClusterPolicyPsiGuestsCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiGuestsCpu",
    },
    disk: {
      value: dataProxlbClusterPolicyPsiGuestsDiskToHclTerraform(struct!.disk),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiGuestsDisk",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbClusterPolicyPsiGuestsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsiGuests | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsiGuests | cdktf.IResolvable | undefined) {
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
  private _memory = new DataProxlbClusterPolicyPsiGuestsMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: DataProxlbClusterPolicyPsiGuestsMemory) {
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
  private _cpu = new DataProxlbClusterPolicyPsiGuestsCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: DataProxlbClusterPolicyPsiGuestsCpu) {
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
  private _disk = new DataProxlbClusterPolicyPsiGuestsDiskOutputReference(this, "disk");
  public get disk() {
    return this._disk;
  }
  public putDisk(value: DataProxlbClusterPolicyPsiGuestsDisk) {
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
export interface DataProxlbClusterPolicyPsi {
  /**
  * Pressures, by resource, that make a node hot, so that its busiest guests leave. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#nodes DataProxlbCluster#nodes}
  */
  readonly nodes?: DataProxlbClusterPolicyPsiNodes;
  /**
  * Pressures, by resource, that make a guest hot, so that it goes to a node with much lower pressure. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#guests DataProxlbCluster#guests}
  */
  readonly guests?: DataProxlbClusterPolicyPsiGuests;
}

export function dataProxlbClusterPolicyPsiToTerraform(struct?: DataProxlbClusterPolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    nodes: dataProxlbClusterPolicyPsiNodesToTerraform(struct!.nodes),
    guests: dataProxlbClusterPolicyPsiGuestsToTerraform(struct!.guests),
  }
}


export function dataProxlbClusterPolicyPsiToHclTerraform(struct?: DataProxlbClusterPolicyPsi | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    nodes: {
      value: dataProxlbClusterPolicyPsiNodesToHclTerraform(struct!.nodes),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiNodes",
    },
    guests: {
      value: dataProxlbClusterPolicyPsiGuestsToHclTerraform(struct!.guests),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsiGuests",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataProxlbClusterPolicyPsiOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyPsi | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPsi | cdktf.IResolvable | undefined) {
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
  private _nodes = new DataProxlbClusterPolicyPsiNodesOutputReference(this, "nodes");
  public get nodes() {
    return this._nodes;
  }
  public putNodes(value: DataProxlbClusterPolicyPsiNodes) {
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
  private _guests = new DataProxlbClusterPolicyPsiGuestsOutputReference(this, "guests");
  public get guests() {
    return this._guests;
  }
  public putGuests(value: DataProxlbClusterPolicyPsiGuests) {
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
export interface DataProxlbClusterPolicyNodeReserve {
  /**
  * Name of the node that the entry is for. Without it the entry is for every node that has no entry of its own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#node_name DataProxlbCluster#node_name}
  */
  readonly nodeName?: string;
  /**
  * Memory in MiB that guests must leave free. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#memory_mib DataProxlbCluster#memory_mib}
  */
  readonly memoryMib?: number;
  /**
  * CPU cores that guests must leave free. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#cpu_cores DataProxlbCluster#cpu_cores}
  */
  readonly cpuCores?: number;
}

export function dataProxlbClusterPolicyNodeReserveToTerraform(struct?: DataProxlbClusterPolicyNodeReserve | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyNodeReserveToHclTerraform(struct?: DataProxlbClusterPolicyNodeReserve | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyNodeReserveOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbClusterPolicyNodeReserve | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyNodeReserve | cdktf.IResolvable | undefined) {
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

export class DataProxlbClusterPolicyNodeReserveList extends cdktf.ComplexList {
  public internalValue? : DataProxlbClusterPolicyNodeReserve[] | cdktf.IResolvable

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
  public get(index: number): DataProxlbClusterPolicyNodeReserveOutputReference {
    return new DataProxlbClusterPolicyNodeReserveOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbClusterPolicyPools {
  /**
  * Id of the Proxmox pool whose members the rule is about. Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pool_id DataProxlbCluster#pool_id}
  */
  readonly poolId: string;
  /**
  * How the members relate: `affinity` keeps them on one node, `anti-affinity` on different nodes. Without it they do not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#type DataProxlbCluster#type}
  */
  readonly type?: string;
  /**
  * Names of the nodes that the members may run on. Defaults to the empty list, which allows every node.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pin DataProxlbCluster#pin}
  */
  readonly pin?: string[];
  /**
  * Whether the rule is never broken (`true`, the default) or only where nothing else helps (`false`).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#strict DataProxlbCluster#strict}
  */
  readonly strict?: boolean | cdktf.IResolvable;
}

export function dataProxlbClusterPolicyPoolsToTerraform(struct?: DataProxlbClusterPolicyPools | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyPoolsToHclTerraform(struct?: DataProxlbClusterPolicyPools | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyPoolsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbClusterPolicyPools | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyPools | cdktf.IResolvable | undefined) {
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

export class DataProxlbClusterPolicyPoolsList extends cdktf.ComplexList {
  public internalValue? : DataProxlbClusterPolicyPools[] | cdktf.IResolvable

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
  public get(index: number): DataProxlbClusterPolicyPoolsOutputReference {
    return new DataProxlbClusterPolicyPoolsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbClusterPolicyRules {
  /**
  * Name of the rule, used in reasons and messages. Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#name DataProxlbCluster#name}
  */
  readonly name: string;
  /**
  * What the rule asks for: `affinity` (one node for all), `anti-affinity` (different nodes) or `node-affinity` (only the nodes listed). Required.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#type DataProxlbCluster#type}
  */
  readonly type: string;
  /**
  * `must` (the default) is never broken; `should` yields to must rules, evacuation and capacity.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#strength DataProxlbCluster#strength}
  */
  readonly strength?: string;
  /**
  * Ids of guests that the rule is about. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#vm_ids DataProxlbCluster#vm_ids}
  */
  readonly vmIds?: number[];
  /**
  * Names of guests that the rule is about; `*` and `?` are wildcards. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#names DataProxlbCluster#names}
  */
  readonly names?: string[];
  /**
  * Tags of guests that the rule is about. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#tags DataProxlbCluster#tags}
  */
  readonly tags?: string[];
  /**
  * Names of the nodes that the guests may run on. Needed by `node-affinity` and refused by the others.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#nodes DataProxlbCluster#nodes}
  */
  readonly nodes?: string[];
}

export function dataProxlbClusterPolicyRulesToTerraform(struct?: DataProxlbClusterPolicyRules | cdktf.IResolvable): any {
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


export function dataProxlbClusterPolicyRulesToHclTerraform(struct?: DataProxlbClusterPolicyRules | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyRulesOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataProxlbClusterPolicyRules | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyRules | cdktf.IResolvable | undefined) {
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

export class DataProxlbClusterPolicyRulesList extends cdktf.ComplexList {
  public internalValue? : DataProxlbClusterPolicyRules[] | cdktf.IResolvable

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
  public get(index: number): DataProxlbClusterPolicyRulesOutputReference {
    return new DataProxlbClusterPolicyRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataProxlbClusterPolicyMaxParallelMigrations {
  /**
  * Migrations that one node takes part in at the same time, as source or target. Defaults to 1.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#per_node DataProxlbCluster#per_node}
  */
  readonly perNode?: number;
  /**
  * Migrations that run at the same time in the whole cluster. Defaults to 4.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#total DataProxlbCluster#total}
  */
  readonly total?: number;
}

export function dataProxlbClusterPolicyMaxParallelMigrationsToTerraform(struct?: DataProxlbClusterPolicyMaxParallelMigrations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    per_node: cdktf.numberToTerraform(struct!.perNode),
    total: cdktf.numberToTerraform(struct!.total),
  }
}


export function dataProxlbClusterPolicyMaxParallelMigrationsToHclTerraform(struct?: DataProxlbClusterPolicyMaxParallelMigrations | cdktf.IResolvable): any {
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

export class DataProxlbClusterPolicyMaxParallelMigrationsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicyMaxParallelMigrations | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicyMaxParallelMigrations | cdktf.IResolvable | undefined) {
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
export interface DataProxlbClusterPolicy {
  /**
  * Whether anything is planned at all. Defaults to `true`; `false` gives empty plans.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#enabled DataProxlbCluster#enabled}
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Resources that are balanced jointly: `memory`, `cpu` and `disk`, which is the local disk. Defaults to `["memory"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#methods DataProxlbCluster#methods}
  */
  readonly methods?: string[];
  /**
  * Weight per method; the spread of a method is multiplied by it before it is compared. Defaults to 1 for every method.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#weights DataProxlbCluster#weights}
  */
  readonly weights?: { [key: string]: number };
  /**
  * How load is read: `used` (the default) is what guests consume, `assigned` is what they are configured with, and `psi` is how long they wait for a resource (pressure stall information of Proxmox VE 9), with the thresholds of `psi` in place of `balanciness` and `thresholds`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#mode DataProxlbCluster#mode}
  */
  readonly mode?: string;
  /**
  * Thresholds of the mode `psi`, in percent; only the resources that `methods` lists are looked at. Defaults to none, which the mode `psi` refuses.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#psi DataProxlbCluster#psi}
  */
  readonly psi?: DataProxlbClusterPolicyPsi;
  /**
  * How far back the use of nodes and guests is looked at, such as `1h`; needs a `usage_statistic`. Defaults to now alone.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#usage_window DataProxlbCluster#usage_window}
  */
  readonly usageWindow?: string;
  /**
  * What is made of the use within `usage_window`: `mean`, `max` or a percentile (`p50`, `p90`, `p95`, `p99`). Defaults to `current`, the newest figures, which takes no window.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#usage_statistic DataProxlbCluster#usage_statistic}
  */
  readonly usageStatistic?: string;
  /**
  * Difference between the most and the least loaded node, in percent points, above which a plan starts. Defaults to 10.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#balanciness DataProxlbCluster#balanciness}
  */
  readonly balanciness?: number;
  /**
  * Difference in percent points that a plan aims at once it starts; at most `balanciness`. Defaults to 0.8 times `balanciness`, so that small changes do not start the next plan at once.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#balanciness_target DataProxlbCluster#balanciness_target}
  */
  readonly balancinessTarget?: number;
  /**
  * Load of a node in percent, per method; see `threshold_mode`. Defaults to no thresholds.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#thresholds DataProxlbCluster#thresholds}
  */
  readonly thresholds?: { [key: string]: number };
  /**
  * `gate` (the default) balances only if some node reaches a threshold; `trigger` also starts below `balanciness` when one does.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#threshold_mode DataProxlbCluster#threshold_mode}
  */
  readonly thresholdMode?: string;
  /**
  * Percent points that the balancing moves of a plan must win together; otherwise they are left out. Defaults to 0.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#min_gain DataProxlbCluster#min_gain}
  */
  readonly minGain?: number;
  /**
  * What a plan that reaches its goals keeps as low as possible: the number of `moves` (the default) or the `seconds` that they are estimated to take.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#minimize DataProxlbCluster#minimize}
  */
  readonly minimize?: string;
  /**
  * How long a guest that was moved takes no part in balancing, such as `1h`; repairs and evacuations move it nevertheless. Defaults to not at all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#cooldown DataProxlbCluster#cooldown}
  */
  readonly cooldown?: string;
  /**
  * Most migrations in one plan. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#max_migrations DataProxlbCluster#max_migrations}
  */
  readonly maxMigrations?: number;
  /**
  * Largest ratio of assigned virtual CPUs to the cores of a node, the reserve left out. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#cpu_overcommit DataProxlbCluster#cpu_overcommit}
  */
  readonly cpuOvercommit?: number;
  /**
  * Largest ratio of assigned memory to the memory of a node, the reserve left out. Defaults to no limit.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#memory_overcommit DataProxlbCluster#memory_overcommit}
  */
  readonly memoryOvercommit?: number;
  /**
  * Where new guests go: `balance` (the default) chooses the least loaded node, `pack` the fullest that has room, which keeps other nodes free for large guests.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#placement DataProxlbCluster#placement}
  */
  readonly placement?: string;
  /**
  * Resources of nodes that are kept free of guests; loads are percentages of what is left. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#node_reserve DataProxlbCluster#node_reserve}
  */
  readonly nodeReserve?: DataProxlbClusterPolicyNodeReserve[] | cdktf.IResolvable;
  /**
  * Names of nodes that guests leave and do not enter, besides those that the cluster itself has in maintenance. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#maintenance_nodes DataProxlbCluster#maintenance_nodes}
  */
  readonly maintenanceNodes?: string[];
  /**
  * Names of nodes that are neither source nor target; their guests still count in rules. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#ignore_nodes DataProxlbCluster#ignore_nodes}
  */
  readonly ignoreNodes?: string[];
  /**
  * Names or ids of guests that never move; `*` and `?` are wildcards. They still count as load. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#ignore_guests DataProxlbCluster#ignore_guests}
  */
  readonly ignoreGuests?: string[];
  /**
  * Tags of guests that never move, besides `plb_ignore*`; `*` and `?` are wildcards. They still count as load. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#ignore_tags DataProxlbCluster#ignore_tags}
  */
  readonly ignoreTags?: string[];
  /**
  * Dialects whose tags are read: `proxlb` (always) and `proxbalance`, in which `ignore` keeps a guest where it is and `exclude_<group>` keeps guests apart. Defaults to `["proxlb"]`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#tag_dialects DataProxlbCluster#tag_dialects}
  */
  readonly tagDialects?: string[];
  /**
  * Kinds of guests that may move: `vm`, `ct` or both. Defaults to `["vm"]`, because a running container restarts when it moves.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#balance_types DataProxlbCluster#balance_types}
  */
  readonly balanceTypes?: string[];
  /**
  * Rules over all members of a Proxmox pool. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#pools DataProxlbCluster#pools}
  */
  readonly pools?: DataProxlbClusterPolicyPools[] | cdktf.IResolvable;
  /**
  * Rules over guests that are named by id, by name or by tag; the three are united. Defaults to none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#rules DataProxlbCluster#rules}
  */
  readonly rules?: DataProxlbClusterPolicyRules[] | cdktf.IResolvable;
  /**
  * Limits on migrations that run at the same time. Defaults to 1 per node and 4 in all.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#max_parallel_migrations DataProxlbCluster#max_parallel_migrations}
  */
  readonly maxParallelMigrations?: DataProxlbClusterPolicyMaxParallelMigrations;
  /**
  * Whether running virtual machines migrate without being stopped. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#live DataProxlbCluster#live}
  */
  readonly live?: boolean | cdktf.IResolvable;
  /**
  * Whether disks on storage that is not shared are copied along. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#with_local_disks DataProxlbCluster#with_local_disks}
  */
  readonly withLocalDisks?: boolean | cdktf.IResolvable;
  /**
  * Whether the firewall's connection tracking state moves along, where the nodes support it. Defaults to `true`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#with_conntrack_state DataProxlbCluster#with_conntrack_state}
  */
  readonly withConntrackState?: boolean | cdktf.IResolvable;
  /**
  * Storage that local disks are copied to. Defaults to the storage of the same name on the target node.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#target_storage DataProxlbCluster#target_storage}
  */
  readonly targetStorage?: string;
  /**
  * Longest time that one migration may take, such as `90s`, `30m` or `1h30m`. Defaults to `"30m"`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#migration_timeout DataProxlbCluster#migration_timeout}
  */
  readonly migrationTimeout?: string;
  /**
  * What becomes of running migrations when an apply is interrupted or its timeout is up: `finish` (the default) leaves them to Proxmox VE, which carries them out; `stop` stops them, and their guests stay where they are.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#on_interrupt DataProxlbCluster#on_interrupt}
  */
  readonly onInterrupt?: string;
}

export function dataProxlbClusterPolicyToTerraform(struct?: DataProxlbClusterPolicy | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    methods: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.methods),
    weights: cdktf.hashMapper(cdktf.numberToTerraform)(struct!.weights),
    mode: cdktf.stringToTerraform(struct!.mode),
    psi: dataProxlbClusterPolicyPsiToTerraform(struct!.psi),
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
    node_reserve: cdktf.listMapper(dataProxlbClusterPolicyNodeReserveToTerraform, false)(struct!.nodeReserve),
    maintenance_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.maintenanceNodes),
    ignore_nodes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreNodes),
    ignore_guests: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreGuests),
    ignore_tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.ignoreTags),
    tag_dialects: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.tagDialects),
    balance_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.balanceTypes),
    pools: cdktf.listMapper(dataProxlbClusterPolicyPoolsToTerraform, false)(struct!.pools),
    rules: cdktf.listMapper(dataProxlbClusterPolicyRulesToTerraform, false)(struct!.rules),
    max_parallel_migrations: dataProxlbClusterPolicyMaxParallelMigrationsToTerraform(struct!.maxParallelMigrations),
    live: cdktf.booleanToTerraform(struct!.live),
    with_local_disks: cdktf.booleanToTerraform(struct!.withLocalDisks),
    with_conntrack_state: cdktf.booleanToTerraform(struct!.withConntrackState),
    target_storage: cdktf.stringToTerraform(struct!.targetStorage),
    migration_timeout: cdktf.stringToTerraform(struct!.migrationTimeout),
    on_interrupt: cdktf.stringToTerraform(struct!.onInterrupt),
  }
}


export function dataProxlbClusterPolicyToHclTerraform(struct?: DataProxlbClusterPolicy | cdktf.IResolvable): any {
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
      value: dataProxlbClusterPolicyPsiToHclTerraform(struct!.psi),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyPsi",
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
      value: cdktf.listMapperHcl(dataProxlbClusterPolicyNodeReserveToHclTerraform, false)(struct!.nodeReserve),
      isBlock: true,
      type: "list",
      storageClassType: "DataProxlbClusterPolicyNodeReserveList",
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
      value: cdktf.listMapperHcl(dataProxlbClusterPolicyPoolsToHclTerraform, false)(struct!.pools),
      isBlock: true,
      type: "list",
      storageClassType: "DataProxlbClusterPolicyPoolsList",
    },
    rules: {
      value: cdktf.listMapperHcl(dataProxlbClusterPolicyRulesToHclTerraform, false)(struct!.rules),
      isBlock: true,
      type: "list",
      storageClassType: "DataProxlbClusterPolicyRulesList",
    },
    max_parallel_migrations: {
      value: dataProxlbClusterPolicyMaxParallelMigrationsToHclTerraform(struct!.maxParallelMigrations),
      isBlock: true,
      type: "struct",
      storageClassType: "DataProxlbClusterPolicyMaxParallelMigrations",
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

export class DataProxlbClusterPolicyOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataProxlbClusterPolicy | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataProxlbClusterPolicy | cdktf.IResolvable | undefined) {
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
  private _psi = new DataProxlbClusterPolicyPsiOutputReference(this, "psi");
  public get psi() {
    return this._psi;
  }
  public putPsi(value: DataProxlbClusterPolicyPsi) {
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
  private _nodeReserve = new DataProxlbClusterPolicyNodeReserveList(this, "node_reserve", false);
  public get nodeReserve() {
    return this._nodeReserve;
  }
  public putNodeReserve(value: DataProxlbClusterPolicyNodeReserve[] | cdktf.IResolvable) {
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
  private _pools = new DataProxlbClusterPolicyPoolsList(this, "pools", false);
  public get pools() {
    return this._pools;
  }
  public putPools(value: DataProxlbClusterPolicyPools[] | cdktf.IResolvable) {
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
  private _rules = new DataProxlbClusterPolicyRulesList(this, "rules", false);
  public get rules() {
    return this._rules;
  }
  public putRules(value: DataProxlbClusterPolicyRules[] | cdktf.IResolvable) {
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
  private _maxParallelMigrations = new DataProxlbClusterPolicyMaxParallelMigrationsOutputReference(this, "max_parallel_migrations");
  public get maxParallelMigrations() {
    return this._maxParallelMigrations;
  }
  public putMaxParallelMigrations(value: DataProxlbClusterPolicyMaxParallelMigrations) {
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
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/data-sources/cluster#read DataProxlbCluster#read}
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
