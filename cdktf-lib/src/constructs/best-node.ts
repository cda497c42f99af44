import { conditional, Token } from "cdktf";
import type { IResolvable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { DataProxlbBestNode } from "../generated/l1.js";
import { addPostcondition } from "./add-postcondition.js";
import type { ICluster } from "./cluster.js";
import { expression, textOf } from "./expression.js";
import { failAt } from "./fail-at.js";
import type { GuestProps } from "./guest.js";
import { guestConfig, tagsOf, validateGuest } from "./guest.js";
import { hasPolicy, placementPolicy } from "./placement-policy.js";
import type { Policy } from "./policy.js";
import { stickyNode } from "./sticky-node.js";

/** The properties of a `BestNode`. */
export interface BestNodeProps extends GuestProps {
  /**
   * The cluster whose provider and policy count, its groups included.
   *
   * @default none
   */
  readonly cluster?: ICluster;
  /**
   * Policy keys that override those of the cluster and the provider.
   *
   * @default none
   */
  readonly policy?: Policy;
  /**
   * Whether existing guests may move where a new guest finds no node otherwise; `moves` lists what has to move first.
   *
   * @default false
   */
  readonly makeRoom?: boolean;
  /**
   * Whether the first answer is kept until `generation` changes. Without it, a new guest gets the best node of the moment
   * at every plan, which replaces it whenever the load shifts.
   *
   * @default true
   */
  readonly sticky?: boolean;
  /**
   * Change it to ask again. Most resources of guests are replaced by another node.
   *
   * @default "1"
   */
  readonly generation?: string;
  /**
   * The provider to ask.
   *
   * @default the cluster's, else the default provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * Answers where one guest should run. A guest that exists is answered with the node it is on; the answer for a new one is
 * kept in state (`terraform_data`, from Terraform 1.4 and OpenTofu 1.6 on), so that later plans do not move it.
 *
 * For more than one guest use `Placement`: separate answers do not reserve resources for each other.
 *
 * @example
 * const ci = new BestNode(this, "ci", { name: "ci", cpuCores: 4, memoryMib: 8192 });
 * new VirtualEnvironmentVm(this, "ci-vm", { name: "ci", nodeName: ci.nodeName, lifecycle: { ignoreChanges: ["node_name"] } });
 */
export class BestNode extends Construct {
  /** The data source. */
  public readonly resource: DataProxlbBestNode;
  /** Name of the node, known during the plan. */
  public readonly nodeName: string;
  /** The tags that the guest should bear, those of its groups included. */
  public readonly tags: readonly string[];

  /**
   * Asks for the node of one guest.
   *
   * @throws Error with the path of the construct when a property contradicts another or is out of its range
   */
  public constructor(scope: Construct, id: string, props: BestNodeProps) {
    super(scope, id);
    const fail = failAt(this);
    const { cluster, sticky = true, generation, groups = [] } = props;
    validateGuest(props, fail);
    if (!sticky && generation !== undefined)
      fail("`generation` has no effect without `sticky`. Leave one of them out.");
    this.tags = tagsOf(props);
    this.resource = new DataProxlbBestNode(this, "Resource", {
      ...guestConfig(props),
      makeRoom: props.makeRoom,
      provider: props.provider ?? cluster?.provider,
    });
    if (hasPolicy(props, groups)) this.resource.policy.internalValue = placementPolicy(props, groups, fail);
    for (const group of groups) group.countTaggedGuest();
    this.nodeName = sticky ? this.#keptAnswer(generation ?? "1") : this.resource.nodeName;
  }

  /** Whether the guest exists, so that the answer is where it is. */
  public get existing(): IResolvable {
    return this.resource.existing;
  }

  /** The migrations that have to end before the guest comes; give them to a `Balance` of `l1`. Empty without `makeRoom`. */
  public get moves(): IResolvable {
    return Token.asAny(this.resource.moves);
  }

  /**
   * Fails the plan when the best node for a new guest is rated lower than this.
   *
   * @param score from 0 to 100; higher is better
   */
  public requireScore(score: number): this {
    if (!(score >= 0 && score <= 100)) failAt(this)(`A score is from 0 to 100, not ${score}.`);
    addPostcondition(this.resource, {
      condition: expression(`self.existing || self.candidates[0].score >= ${score}`),
      errorMessage: `No node is good enough for the guest of ${this.node.path}: the best one is rated below ${score}.`,
    });
    return this;
  }

  /** A guest that exists is followed when it moves, or whoever manages it would be told to bring it back. */
  #keptAnswer(generation: string): string {
    const kept = stickyNode(this, { answer: this.resource.nodeName, generation });
    return textOf(conditional(this.resource.existing, this.resource.nodeName, kept));
  }
}
