import { TerraformElement } from "cdktf";
import type { TerraformCondition } from "cdktf";
import type { Construct } from "constructs";
import { failAt } from "./fail-at.js";

/** The properties of a `Check`. */
export interface CheckProps {
  /** Conditions that should be true, each with the message for when it is not. */
  readonly assertions: readonly TerraformCondition[];
}

/**
 * A `check` block: conditions that every plan and apply looks at, and that warn instead of failing. Needs Terraform 1.5 or
 * OpenTofu 1.6, and JSON output: the HCL output of the cores has no such blocks.
 *
 * @example
 * new Check(this, "balanced", { assertions: [{ condition: cluster.balanced, errorMessage: "The cluster is not balanced." }] });
 */
export class Check extends TerraformElement {
  readonly #assertions: TerraformCondition[];

  /**
   * Declares the check.
   *
   * @throws Error with the path of the construct when there is nothing to look at
   */
  public constructor(scope: Construct, id: string, { assertions }: CheckProps) {
    super(scope, id);
    if (assertions.length === 0) failAt(this)("`assertions` is empty, so there is nothing to check.");
    this.#assertions = [...assertions];
  }

  /** Adds a condition, until synthesis. */
  public assert(assertion: TerraformCondition): this {
    this.#assertions.push(assertion);
    return this;
  }

  /** Writes the block; the core calls it. */
  public override toTerraform(): object {
    const assert = this.#assertions.map((assertion) => ({
      condition: assertion.condition as unknown,
      error_message: assertion.errorMessage,
    }));
    return { check: { [this.friendlyUniqueId]: { assert } } };
  }

  /**
   * Refuses HCL output: the core would leave the block out without a word.
   *
   * @throws Error always
   */
  public override toHclTerraform(): never {
    return failAt(this)("A check cannot be written as HCL by this version of the core. Synthesize JSON, or remove it.");
  }
}
