import type { Diagnostics } from "../framework/diagnostics.js";
import type { ClusterSnapshot, Guest } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { AskedGuest } from "./asked-guest.js";

/** A guest that exists, and what is asked of its node. */
export interface Home {
  readonly asked: AskedGuest;
  readonly guest: Guest;
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
}

/** Says why the node of an existing guest takes no new ones, as in `pve1 is offline`; undefined where it does. */
export const troubleAtHome = ({ guest, snapshot, policy }: Omit<Home, "asked">): string | undefined => {
  const node = snapshot.nodes.find(({ name }) => name === guest.node);
  if (node?.online === false) return "is offline";
  return node?.maintenance === true || policy.maintenanceNodes.includes(guest.node) ? "is in maintenance" : undefined;
};

const objection = ({ asked: { model }, ...home }: Home): string | undefined => {
  const { node } = home.guest;
  if (model.excluded_nodes?.includes(node) === true) return `is in "excluded_nodes"`;
  if (model.allowed_nodes?.includes(node) === false) return `is not in "allowed_nodes"`;
  return troubleAtHome(home);
};

/** Warns when an existing guest is on a node that a new guest would not be given. The answer stays: it must not move it. */
export const warnAboutHome = (home: Home, diagnostics: Diagnostics): void => {
  const reason = objection(home);
  if (reason === undefined) return;
  const { guest, asked } = home;
  diagnostics.warning(
    "Existing Guest on Unwanted Node",
    `Guest ${guest.vmid} (${guest.name}) is on ${guest.node}, which ${reason}. It is answered with ${guest.node} nevertheless, so ` +
      "that no plan moves or replaces it. Use proxlb_balance to move it.",
    asked.path,
  );
};
