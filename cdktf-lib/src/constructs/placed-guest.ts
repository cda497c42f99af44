import { conditional, Fn } from "cdktf";
import { Construct } from "constructs";
import type { DataProxlbBestNode } from "../generated/l1.js";
import { textOf } from "./expression.js";
import { stickyNode } from "./sticky-node.js";

/** How a `Placement` makes one of its guests. */
export interface PlacedGuestProps {
  /** The batch that the guest belongs to. */
  readonly batch: DataProxlbBestNode;
  readonly tags: readonly string[];
  /** Undefined when the answer is not kept. */
  readonly generation: string | undefined;
}

/** One guest of a `Placement`: what to give to the resource that creates it. */
export class PlacedGuest extends Construct {
  /** Name of the node, known during the plan. */
  public readonly nodeName: string;
  /** The tags that the guest should bear, those of its groups included, so that later balancing keeps their rules. */
  public readonly tags: readonly string[];

  /** @internal */
  public constructor(scope: Construct, key: string, { batch, tags, generation }: PlacedGuestProps) {
    super(scope, key);
    this.tags = tags;
    const answer = batch.assignments.lookup(key);
    if (generation === undefined) {
      this.nodeName = answer;
      return;
    }
    // Candidates are listed for new guests only; one that exists is followed when it moves.
    const newGuests: unknown = Fn.lookupNested(batch.fqn, ["candidates", "*", "guest"]);
    const isNew: unknown = Fn.contains(newGuests, key);
    this.nodeName = textOf(conditional(isNew, stickyNode(this, { answer, generation }), answer));
  }
}
