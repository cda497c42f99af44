import type { TerraformCondition, TerraformDataSource, TerraformResource } from "cdktf";

/** Adds a condition that Terraform checks once the resource is read or applied, behind those that it has. */
export const addPostcondition = (
  target: TerraformResource | TerraformDataSource,
  condition: TerraformCondition,
): void => {
  const postcondition = [...(target.lifecycle?.postcondition ?? []), condition];
  target.lifecycle = { ...target.lifecycle, postcondition };
};
