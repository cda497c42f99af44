import type { Guest } from "./cluster-snapshot.js";

/** Some providers hold all tags of a guest in one text, joined as Proxmox VE does. */
const SEPARATORS = /[;,\s]+/;

/** Takes texts apart that hold several tags each. */
export function splitTags(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(SEPARATORS).filter((tag) => tag !== ""));
}

/** Returns tags as Proxmox VE stores them unless the cluster is told otherwise: in lower case, each once. */
export function storedTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.toLowerCase()))];
}

/**
 * Reads the tags that a new guest is to have as they will be stored. A cluster in which guests bear tags with capitals is told
 * to keep them, and there they stay as written.
 */
export function readAskedTags(texts: readonly string[], guests: readonly Pick<Guest, "tags">[]): readonly string[] {
  const tags = splitTags(texts);
  return guests.some((guest) => guest.tags.some(hasCapitals)) ? [...new Set(tags)] : storedTags(tags);
}

function hasCapitals(tag: string): boolean {
  return tag !== tag.toLowerCase();
}
