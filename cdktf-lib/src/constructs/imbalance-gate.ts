import { TerraformDataSource, TerraformResource } from "cdktf";
import type { IAspect, TerraformCondition } from "cdktf";
import type { IConstruct } from "constructs";
import { Balance, DataProxlbMigrationPlan } from "../generated/l1.js";
import { addPostcondition } from "./add-postcondition.js";
import { Check } from "./check.js";
import { expression } from "./expression.js";

/** What a gate does: `fail` stops the run, `warn` shows a warning. */
export type GateMode = "fail" | "warn";

/** The properties of an `ImbalanceGate`. */
export interface ImbalanceGateProps {
  /** Largest difference between the most and the least loaded node, in percent points, above 0. */
  readonly maxPoints: number;
  /**
   * What happens when the difference is larger.
   *
   * @default "fail"
   */
  readonly mode?: GateMode;
}

type Gated = Balance | DataProxlbMigrationPlan;

const isGated = (node: IConstruct): node is Gated =>
  (TerraformResource.isTerraformResource(node) && node.terraformResourceType === Balance.tfResourceType) ||
  (TerraformDataSource.isTerraformDataSource(node) &&
    node.terraformResourceType === DataProxlbMigrationPlan.tfResourceType);

const isPlan = (node: Gated): boolean => node.terraformResourceType === DataProxlbMigrationPlan.tfResourceType;

/**
 * An aspect that keeps every cluster below it from staying out of balance: a migration plan must reach the limit, and a
 * balance must have reached it after apply.
 *
 * @example
 * Aspects.of(app).add(new ImbalanceGate({ maxPoints: 15 }));
 */
export class ImbalanceGate implements IAspect {
  readonly #maxPoints: number;
  readonly #mode: GateMode;

  /**
   * Declares the gate.
   *
   * @throws Error when the limit is not above 0
   */
  public constructor({ maxPoints, mode = "fail" }: ImbalanceGateProps) {
    if (!(maxPoints > 0)) throw new Error(`ImbalanceGate: \`maxPoints\` is ${maxPoints}, but it is above 0.`);
    this.#maxPoints = maxPoints;
    this.#mode = mode;
  }

  /** Adds the conditions; the core calls it for every construct. */
  public visit(node: IConstruct): void {
    if (!isGated(node)) return;
    if (this.#mode === "fail") addPostcondition(node, this.#condition(node, "self"));
    else if (node.node.tryFindChild("ImbalanceGate") === undefined)
      new Check(node, "ImbalanceGate", { assertions: [this.#condition(node, node.fqn)] });
  }

  #condition(node: Gated, subject: string): TerraformCondition {
    const limit = `${this.#maxPoints} percent points`;
    const [attribute, errorMessage] = isPlan(node)
      ? ["imbalance_after", `${node.node.path}: No plan that is allowed brings the nodes to within ${limit}.`]
      : ["imbalance", `${node.node.path}: The nodes are not within ${limit}.`];
    const condition = `alltrue([for points in values(${subject}.${attribute}) : points <= ${this.#maxPoints}])`;
    return { condition: expression(condition), errorMessage };
  }
}
