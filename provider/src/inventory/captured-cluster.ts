import { readFile } from "node:fs/promises";
import { decodeSnapshot } from "../planning/model/decode-snapshot.js";
import { SnapshotError } from "../planning/model/snapshot-error.js";
import type { ClusterAccess } from "./cluster-access.js";
import { InventoryError } from "./inventory-error.js";
import type { Inventory } from "./take-snapshot.js";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const parse = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InventoryError("invalid_snapshot", `The snapshot file ${path} is not JSON: ${messageOf(error)}`);
  }
};

const load = async (path: string, signal: AbortSignal): Promise<Inventory> => {
  const text = await readFile(path, { encoding: "utf8", signal }).catch((error: unknown) => {
    throw new InventoryError("invalid_snapshot", `The snapshot file ${path} could not be read: ${messageOf(error)}`);
  });
  try {
    return {
      snapshot: decodeSnapshot(parse(path, text)),
      version: null,
      quorate: true,
      // Who captured a snapshot vouches for it; there is nobody to ask.
      allGuestsVisible: true,
      auditCommand: "",
      storages: [],
      publishedUptimes: new Map(),
      warnings: [],
    };
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new InventoryError("invalid_snapshot", `The snapshot file ${path} is not valid: ${error.message}`);
  }
};

/** Returns access to a cluster captured in a file: it can be planned on, but nothing can be executed. */
export const capturedCluster = (path: string): ClusterAccess => {
  let loaded: Promise<Inventory> | undefined;
  const inventory = async (signal: AbortSignal): Promise<Inventory> => {
    loaded ??= load(path, signal);
    try {
      return await loaded;
    } catch (error) {
      // The failure may be the end of whoever asked first; the next one shall try for itself.
      loaded = undefined;
      throw error;
    }
  };
  return { client: null, inventory, freshInventory: inventory };
};
