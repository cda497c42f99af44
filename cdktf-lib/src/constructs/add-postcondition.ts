import type { TerraformCondition, TerraformDataSource, TerraformResource } from "cdktf";

/**
 * Adds a condition that Terraform checks once the resource is read or applied, behind those that it has. One that it has is
 * not added again: aspects visit a stack each time that it is synthesized.
 */
export const addPostcondition = (
  target: TerraformResource | TerraformDataSource,
  condition: TerraformCondition,
): void => {
  const present = target.lifecycle?.postcondition ?? [];
  if (present.some(({ errorMessage }) => errorMessage === condition.errorMessage)) return;
  target.lifecycle = { ...target.lifecycle, postcondition: [...present, condition] };
};
