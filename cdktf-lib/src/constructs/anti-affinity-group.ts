import type { Construct } from "constructs";
import type { GuestGroupProps } from "./guest-group.js";
import { GuestGroup } from "./guest-group.js";

/**
 * Guests that run on different nodes.
 *
 * @example
 * const db = new AntiAffinityGroup(this, "db", { guests: [db1, db2, db3] });
 * cluster.addGroup(db);
 */
export class AntiAffinityGroup extends GuestGroup {
  /** Declares the group; it binds nobody until a cluster, a placement or a guest is given it. */
  public constructor(scope: Construct, id: string, props: GuestGroupProps = {}) {
    super(scope, id, "anti-affinity", props);
  }
}
