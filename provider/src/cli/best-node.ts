import type { parseArgs } from "node:util";
import { placeUntilChecked } from "../data-sources/best-node/place-checked.js";
import type { ClusterAccess } from "../inventory/cluster-access.js";
import { requireWholeSnapshot } from "../inventory/hidden-guests.js";
import type { ClusterSnapshot, Guest, GuestType } from "../planning/model/cluster-snapshot.js";
import { decodeSnapshot } from "../planning/model/decode-snapshot.js";
import type { PlacementRequest } from "../planning/model/placement.js";
import { isVmid } from "../planning/model/snapshot-fields.js";
import { readAskedTags } from "../planning/model/tag-texts.js";
import { findExistingGuest } from "../planning/search/existing-guest.js";
import { placeOnStorages } from "../placing/place-on-storages.js";
import type { PlacingScene } from "../placing/place-on-storages.js";
import { knownStorages } from "../placing/storage-room.js";
import { troubleAtHome } from "../placing/warn-about-home.js";
import { printHome, printPlacement } from "./best-node-output.js";
import { type CliIo, reportErrors, UsageError, warnAll } from "./cli-io.js";
import { CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { parseOptions } from "./parse-options.js";
import { readJson, readPolicy } from "./read-inputs.js";
import { storageWishOf } from "./storage-wish.js";
import { surveyCluster } from "./survey.js";
import { warnOfMoves } from "./warn-of-moves.js";

const BYTES_PER_MIB = 1024 * 1024;
const BYTES_PER_GIB = 1024 * BYTES_PER_MIB;

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  "cpu-cores": { type: "string" },
  "memory-mib": { type: "string" },
  type: { type: "string", default: "vm" },
  name: { type: "string" },
  vmid: { type: "string" },
  tags: { type: "string" },
  pool: { type: "string" },
  storage: { type: "string" },
  "disk-gib": { type: "string" },
  "make-room": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

type OptionValues = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/**
 * Runs `best-node [--config FILE | --snapshot FILE] --cpu-cores N --memory-mib N [--type vm|ct] [--vmid N] [--name NAME]
 * [--tags a,b] [--pool P] [--storage NAME] [--disk-gib N] [--policy FILE] [--make-room] [--json]`: finds the node for one new guest
 * and prints its name, or with `--json` the whole ranking. With `--storage`, nodes are left out that do not have it, or not the room. With `--make-room`, existing guests may move where no node has room, and the answer lists
 * their migrations. A guest that exists already, by vmid or else by name, is answered with the node it is on.
 *
 * @returns the exit code: 0, or 1 for errors and when no node fits
 */
export async function runBestNode(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    const asked = readAsked(values);
    checkGiven(values);
    const { snapshot: path } = values;
    if (path !== undefined && values.config === undefined) {
      const policy = await readPolicy(io, values.policy);
      const snapshot = decodeSnapshot(await readJson(io, path, "snapshot"));
      requireWholeSnapshot(snapshot);
      const place = { inventory: { snapshot, storages: [] }, policy, client: null };
      // Nothing is waited for, so that the process may end by itself.
      return answer(io, place, { values, asked }, new AbortController().signal);
    }
    return withCluster(io, values, async (session) => {
      const signal = io.interruption();
      const { snapshot, inventory, warnings } = await surveyCluster(session, signal);
      warnAll(io, warnings);
      const { policy, cluster } = session;
      const place = { inventory: { snapshot, storages: inventory.storages }, policy, client: cluster.client };
      return answer(io, place, { values, asked }, signal);
    });
  });
}

/** A cluster that is asked for a node; a captured one has no client. */
type Place = PlacingScene & Pick<ClusterAccess, "client">;

interface Question {
  readonly values: OptionValues;
  readonly asked: AskedGuest;
}

/** Answers a guest that exists with its node, and places any other. */
async function answer(
  io: CliIo,
  { inventory, policy, client }: Place,
  { values, asked }: Question,
  signal: AbortSignal,
): Promise<number> {
  const { snapshot } = inventory;
  const home = findHome(snapshot, asked);
  if (home !== null) {
    const trouble = troubleAtHome({ guest: home, snapshot, policy });
    return printHome({ guest: home, trouble }, values.json, io);
  }
  const request = readRequest(values, asked, snapshot);
  const storages = knownStorages(inventory);
  const wish = storageWishOf(values.storage, request, storages);
  const { placements, migrations, warnings } = await placeUntilChecked(
    { client },
    {
      scene: { inventory: { ...inventory, storages }, policy, makeRoom: values["make-room"] },
      place: (scene) => placeOnStorages(scene, [{ request, wish }]),
    },
    signal,
  );
  warnAll(io, warnings);
  warnOfMoves(io, { client }, migrations);
  const [placement] = placements;
  if (placement === undefined) throw new Error("The planner gave no answer.");
  return printPlacement({ placement, migrations }, values.json, io);
}

/** By what a guest is known, if it exists. */
interface AskedGuest {
  readonly vmid: number | null;
  readonly name: string | null;
}

function readAsked(values: OptionValues): AskedGuest {
  const vmid = values.vmid === undefined ? null : Number(values.vmid);
  if (vmid !== null && !isVmid(vmid)) {
    throw new UsageError(`The option --vmid must be the id of a guest, found "${values.vmid ?? ""}".`);
  }
  return { vmid, name: values.name ?? null };
}

/** A guest that exists is answered with the node it is on, so that the answer never moves it. */
function findHome(snapshot: ClusterSnapshot, asked: AskedGuest): Guest | null {
  const existing = findExistingGuest(snapshot, asked);
  if (existing.kind === "several") {
    const where = existing.guests.map(({ vmid, node }) => `${vmid} on ${node}`).join(", ");
    throw new UsageError(
      `Several guests are called "${asked.name ?? ""}": ${where}. Say with --vmid which one is meant.`,
    );
  }
  return existing.kind === "one" ? existing.guest : null;
}

function readRequest(values: OptionValues, asked: AskedGuest, { guests }: ClusterSnapshot): PlacementRequest {
  return {
    key: "",
    type: readType(values.type),
    ...asked,
    cpuCores: readAmount("--cpu-cores", values["cpu-cores"]),
    memoryBytes: Math.round(readAmount("--memory-mib", values["memory-mib"]) * BYTES_PER_MIB),
    diskBytes:
      values["disk-gib"] === undefined ? 0 : Math.round(readAmount("--disk-gib", values["disk-gib"]) * BYTES_PER_GIB),
    tags: readAskedTags([values.tags ?? ""], guests),
    pool: values.pool ?? null,
    allowedNodes: null,
    excludedNodes: [],
  };
}

/** Checks what was given before a cluster is asked; what may be missing depends on whether the guest exists. */
function checkGiven(values: OptionValues): void {
  readType(values.type);
  for (const name of ["cpu-cores", "memory-mib", "disk-gib"] as const) {
    if (values[name] !== undefined) readAmount(`--${name}`, values[name]);
  }
}

function readType(text: string): GuestType {
  if (text !== "vm" && text !== "ct") {
    throw new UsageError(`The option --type must be "vm" or "ct", found "${text}".`);
  }
  return text;
}

function readAmount(option: string, text: string | undefined): number {
  if (text === undefined) {
    throw new UsageError(`The option ${option} N is missing; it says how large the new guest is.`);
  }
  const amount = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(amount > 0)) {
    throw new UsageError(`The option ${option} must be a number greater than 0, found "${text}".`);
  }
  return amount;
}
