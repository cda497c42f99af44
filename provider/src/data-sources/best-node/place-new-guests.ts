import type { Diagnostics } from "../../framework/diagnostics.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { Candidate, Placement, PlacementRequest } from "../../planning/model/placement.js";
import type { Policy } from "../../planning/model/policy.js";
import { placeGuests } from "../../planning/search/placement.js";
import type { AskedGuest } from "./asked-guests.js";
import { guestLabel } from "./asked-guests.js";

const MIB = 2 ** 20;

const GIB = 2 ** 30;

/** The key under which the planner knows the single guest; no user writes keys for it. */
const SINGLE = "";

const requestOf = ({ key, path, model }: AskedGuest, diagnostics: Diagnostics): PlacementRequest | undefined => {
  const { cpu_cores: cpuCores, memory_mib: memoryMib } = model;
  for (const name of ["cpu_cores", "memory_mib"] as const) {
    if (model[name] !== null) continue;
    diagnostics.error(
      "Missing Attribute",
      `"${name}" is required, because the guest does not exist yet and its size decides where it fits.`,
      [...path, { attribute: name }],
    );
  }
  if (cpuCores === null || memoryMib === null) return undefined;
  return {
    key: key ?? SINGLE,
    type: model.type === "ct" ? "ct" : "vm",
    name: model.name,
    vmid: model.vm_id,
    cpuCores,
    memoryBytes: Math.round(memoryMib * MIB),
    diskBytes: Math.round((model.disk_gib ?? 0) * GIB),
    tags: model.tags ?? [],
    pool: model.pool,
    allowedNodes: model.allowed_nodes,
    excludedNodes: model.excluded_nodes ?? [],
  };
};

const rejection = ({ node, reasons }: Candidate): string =>
  `  - ${node}: ${reasons.join(" ") || "it is not a candidate."}`;

const reportUnplaced = (asked: AskedGuest, { candidates }: Placement, diagnostics: Diagnostics): void => {
  const perNode = candidates.map(rejection).join("\n");
  diagnostics.error(
    "No Node Fits",
    `No node can take ${guestLabel(asked)}:\n${perNode || "  - The cluster has no node."}\n` +
      "Free resources, relax the rules or allow more nodes. No guest of this data source was given a node.",
    asked.path,
  );
};

/**
 * Finds nodes for guests that do not exist yet, all or none.
 * @returns a placement per guest in the given order, or undefined after adding errors
 */
export const placeNewGuests = (
  { snapshot, policy }: { readonly snapshot: ClusterSnapshot; readonly policy: Policy },
  asked: readonly AskedGuest[],
  diagnostics: Diagnostics,
): readonly Placement[] | undefined => {
  const requests = asked.map((guest) => requestOf(guest, diagnostics));
  if (diagnostics.hasErrors) return undefined;
  const { placements, warnings } = placeGuests(
    snapshot,
    policy,
    requests.filter((request) => request !== undefined),
  );
  for (const warning of warnings) diagnostics.warning("Part of the Request Left Out", warning);
  for (const [index, placement] of placements.entries()) {
    const guest = asked[index];
    if (placement.node === null && guest !== undefined) reportUnplaced(guest, placement, diagnostics);
  }
  return placements.some(({ node }) => node === null) ? undefined : placements;
};
