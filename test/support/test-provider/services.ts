import type { Logger } from "../../../provider/src/framework/logger.js";
import { ObjectStore } from "./object-store.js";

/** What the types of the test provider share once the provider is configured. */
export interface LabServices {
  /** Undefined while the provider block is not wholly known. */
  readonly store: ObjectStore | undefined;
  readonly token: string | null;
  readonly log: Logger;
  /** Remembers a secret that no log line may show. */
  readonly redact: (secret: string) => void;
}

/** Returns the store. @throws Error when the provider block was not known. */
export const storeOf = ({ store }: LabServices): ObjectStore => {
  if (store === undefined) throw new Error("The store is not known yet.");
  return store;
};

/** Opens the store of a folder. */
export const openStore = (folder: string): ObjectStore => new ObjectStore(folder);
