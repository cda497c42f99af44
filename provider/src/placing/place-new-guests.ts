import type { Diagnostics } from "../framework/diagnostics.js";
import type { Candidate, PlacedBatch, Placement, PlacementRequest } from "../planning/model/placement.js";
import { readAskedTags } from "../planning/model/tag-texts.js";
import type { AskedGuest } from "./asked-guest.js";
import { guestLabel } from "./asked-guest.js";
import type { PlacingScene, StoredRequest } from "./place-on-storages.js";
import { placeOnStorages } from "./place-on-storages.js";
import { diskBytesOf, knownStorages, storageIds, storageWishOf } from "./storage-room.js";

const MIB = 2 ** 20;

/** The key under which the planner knows the single guest; no user writes keys for it. */
const SINGLE = "";

const requestOf = (
  { inventory }: PlacingScene,
  { key, path, model }: AskedGuest,
  diagnostics: Diagnostics,
): PlacementRequest | undefined => {
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
    diskBytes: diskBytesOf(model),
    tags: readAskedTags(model.tags ?? [], inventory.snapshot.guests),
    pool: model.pool,
    allowedNodes: model.allowed_nodes,
    excludedNodes: model.excluded_nodes ?? [],
  };
};

const refuseUnknownStorage = (
  { inventory }: PlacingScene,
  { path, model }: AskedGuest,
  diagnostics: Diagnostics,
): void => {
  const known = storageIds(inventory);
  if (model.storage === null || known.includes(model.storage)) return;
  diagnostics.error(
    "Unknown Storage",
    known.length === 0
      ? "The cluster shows no storages. A snapshot file may have been captured without them; otherwise the credentials need the " +
          "privilege Datastore.Audit."
      : `The cluster shows no storage "${model.storage}". Its storages are ${known.join(", ")}; of others, the credentials ` +
          "need the privilege Datastore.Audit.",
    [...path, { attribute: "storage" }],
  );
};

/** Returns what the planner needs to know of a guest, or undefined after adding errors. */
const storedRequestOf = (
  scene: PlacingScene,
  asked: AskedGuest,
  diagnostics: Diagnostics,
): StoredRequest | undefined => {
  refuseUnknownStorage(scene, asked, diagnostics);
  const request = requestOf(scene, asked, diagnostics);
  return request === undefined ? undefined : { request, wish: storageWishOf(asked.model) };
};

const rejection = ({ node, reasons }: Candidate): string =>
  `  - ${node}: ${reasons.join(" ") || "it is not a candidate."}`;

/** Says which of the nodes that are allowed do not exist, and which do. */
const unknownNodes = ({ model }: AskedGuest, candidates: readonly Candidate[]): string => {
  const nodes = candidates.map(({ node }) => node).sort();
  const unknown = (model.allowed_nodes ?? []).filter((name) => !nodes.includes(name));
  if (unknown.length === 0 || nodes.length === 0) return "";
  const names = unknown.map((name) => `"${name}"`).join(", ");
  return `\n"allowed_nodes" names ${names}, which the cluster does not have. Its nodes are ${nodes.join(", ")}.`;
};

/** Says for a guest without a node why each node is none. */
export const explainUnplaced = (asked: AskedGuest, { candidates }: Placement): string => {
  const perNode = candidates.map(rejection).join("\n");
  const why = perNode || "  - The cluster has no node.";
  return `No node can take ${guestLabel(asked)}:\n${why}${unknownNodes(asked, candidates)}`;
};

/** Title of a warning that names what counts for nothing. */
export const LEFT_OUT = "Part of the Request Left Out";

/**
 * Finds nodes for guests that do not exist yet; a guest without one has `node` null. Warnings of the batch are not told yet.
 * @returns the placements in the given order, and what has to move before if the scene allows it; undefined after adding errors
 */
export const tryToPlace = (
  { inventory, ...rest }: PlacingScene,
  asked: readonly AskedGuest[],
  diagnostics: Diagnostics,
): PlacedBatch | undefined => {
  const scene = { ...rest, inventory: { ...inventory, storages: knownStorages(inventory) } };
  const requests = asked.map((guest) => storedRequestOf(scene, guest, diagnostics));
  if (diagnostics.hasErrors) return undefined;
  return placeOnStorages(
    scene,
    requests.filter((request) => request !== undefined),
  );
};

/**
 * Finds nodes for guests that do not exist yet, all or none.
 * @returns the placements in the given order, and what has to move before if the scene allows it; undefined after adding errors
 */
export const placeNewGuests = (
  scene: PlacingScene,
  asked: readonly AskedGuest[],
  diagnostics: Diagnostics,
): PlacedBatch | undefined => {
  const batch = tryToPlace(scene, asked, diagnostics);
  if (batch === undefined) return undefined;
  for (const warning of batch.warnings) diagnostics.warning(LEFT_OUT, warning);
  for (const [index, placement] of batch.placements.entries()) {
    const guest = asked[index];
    if (placement.node !== null || guest === undefined) continue;
    diagnostics.error(
      "No Node Fits",
      `${explainUnplaced(guest, placement)}\nFree resources, relax the rules or allow more nodes. No new guest was given a node.`,
      guest.path,
    );
  }
  return batch.placements.some(({ node }) => node === null) ? undefined : batch;
};
