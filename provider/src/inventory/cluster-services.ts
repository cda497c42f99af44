import type { PlainObject } from "../planning/model/read-policy-value.js";
import type { ClusterAccess } from "./cluster-access.js";

/** What the provider block gives to data sources and resources. */
export interface ClusterServices {
  readonly cluster: ClusterAccess;
  /** The provider's policy, not yet decoded, over which data sources and resources lay their own. */
  readonly policy: PlainObject;
  readonly now: () => Date;
}
