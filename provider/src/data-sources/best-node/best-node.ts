import { effectivePolicy } from "../../attributes/effective-policy.js";
import { plannedMigrationModel } from "../../attributes/migration-model.js";
import type { OperationContext } from "../../framework/context.js";
import { defineDataSource } from "../../framework/data-source.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import { completeFor } from "../../inventory/complete-inventory.js";
import { requireAllGuests } from "../../inventory/hidden-guests.js";
import type { Candidate } from "../../planning/model/placement.js";
import type { AskedGuest } from "../../placing/asked-guest.js";
import { askedGuests, guestLabel } from "../../placing/asked-guest.js";
import type { FoundGuest } from "../../placing/existing-guest.js";
import { findGuest } from "../../placing/existing-guest.js";
import { warnAboutHome } from "../../placing/warn-about-home.js";
import type { BestNodeModel } from "./best-node-attributes.js";
import { bestNodeAttributes, DEFAULT_TIMEOUTS } from "./best-node-attributes.js";
import type { Placed } from "./place-checked.js";
import { placeChecked, warnAboutMoves } from "./place-checked.js";
import { validateBestNode } from "./validate-best-node.js";

/** Returns the guests that a configuration asks about: those of `guests`, or the single one. */
const guestsAskedFor = (config: BestNodeModel): readonly AskedGuest[] =>
  config.guests === null ? [{ key: null, path: [], model: config }] : askedGuests("guests", config.guests);

const candidateModel = (key: string | null, candidate: Candidate) => ({
  guest: key,
  node_name: candidate.node,
  rank: candidate.rank,
  fits: candidate.fits,
  score: Number(candidate.score.toFixed(1)),
  memory_percent_after: Number(candidate.memoryPercentAfter.toFixed(1)),
  cpu_percent_after: Number(candidate.cpuPercentAfter.toFixed(1)),
  reasons: candidate.reasons,
});

const answer = (
  config: BestNodeModel,
  found: readonly FoundGuest[],
  { placements, migrations }: Placed,
): BestNodeModel => {
  const placed = new Map(
    found.filter(({ guest }) => guest === null).map(({ asked }, index) => [asked, placements[index]]),
  );
  const nodeOf = ({ asked, guest }: FoundGuest): string => guest?.node ?? placed.get(asked)?.node ?? "";
  const single = config.guests === null ? found[0] : undefined;
  return {
    ...config,
    node_name: single === undefined ? null : nodeOf(single),
    existing: found.every(({ guest }) => guest !== null),
    assignments: new Map(found.flatMap((item) => (item.asked.key === null ? [] : [[item.asked.key, nodeOf(item)]]))),
    candidates: [...placed].flatMap(([asked, placement]) =>
      (placement?.candidates ?? []).map((candidate) => candidateModel(asked.key, candidate)),
    ),
    moves: migrations.map(plannedMigrationModel),
  };
};

const read = async (
  config: BestNodeModel,
  { diagnostics, services, signal, log }: OperationContext<ClusterServices>,
): Promise<BestNodeModel | null> => {
  const policy = effectivePolicy(services.policy, config.policy, diagnostics);
  if (policy === undefined) return null;
  const inventory = await services.cluster.inventory(signal);
  requireAllGuests(inventory);
  for (const warning of inventory.warnings) diagnostics.warning("Incomplete View of the Cluster", warning);
  const { snapshot } = inventory;
  const found = guestsAskedFor(config).map((asked) => findGuest(snapshot, asked, diagnostics));
  if (diagnostics.hasErrors) return null;
  for (const { asked, guest } of found) {
    if (guest !== null) warnAboutHome({ asked, guest, snapshot, policy }, diagnostics);
  }
  const fresh = found.filter(({ guest }) => guest === null).map(({ asked }) => asked);
  const completed =
    fresh.length === 0 ? { snapshot, warnings: [] } : await completeFor(services.cluster, inventory, policy, signal);
  for (const warning of completed.warnings) diagnostics.warning("Incomplete View of the Cluster", warning);
  const sight = { ...inventory, snapshot: completed.snapshot };
  const scene = { inventory: sight, policy, makeRoom: config.make_room ?? false };
  const placed = await placeChecked(services.cluster, { scene, asked: fresh, diagnostics }, signal);
  if (placed === undefined) return null;
  warnAboutMoves(placed, diagnostics);
  for (const item of found)
    log.debug("Answered a guest", { guest: guestLabel(item.asked), existing: item.guest !== null });
  return answer(config, found, placed);
};

/** `proxlb_best_node`: where should one new guest, or a batch of them, run? */
export const bestNode = defineDataSource<typeof bestNodeAttributes, ClusterServices>({
  typeName: "proxlb_best_node",
  description:
    "Answers where a new guest should run, or a batch of new guests. A guest that exists already is answered with the node " +
    "it is on, so that the answer never moves it. Use `guests` for more than one guest: separate data sources do not " +
    "reserve resources for each other.",
  attributes: bestNodeAttributes,
  defaultTimeouts: DEFAULT_TIMEOUTS,
  validate: validateBestNode,
  read,
});
