import type { Construct } from "constructs";
import type { GuestGroupProps } from "./guest-group.js";
import { GuestGroup } from "./guest-group.js";

/**
 * Guests that run on one node together.
 *
 * @example
 * const shop = new AffinityGroup(this, "shop", { guests: [app, cache] });
 * cluster.addGroup(shop);
 */
export class AffinityGroup extends GuestGroup {
  /** Declares the group; it binds nobody until a cluster, a placement or a guest is given it. */
  public constructor(scope: Construct, id: string, props: GuestGroupProps = {}) {
    super(scope, id, "affinity", props);
  }
}
