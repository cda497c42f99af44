import { defineFunction, FunctionArgumentError } from "../framework/function.js";
import type { Model } from "../framework/schema/attribute.js";
import { computed } from "../framework/schema/attribute.js";
import { list, nestedObject } from "../framework/schema/collection-shapes.js";
import { bool, string } from "../framework/schema/primitive-shapes.js";
import { AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX, IGNORE_PREFIX, PIN_PREFIX } from "../planning/model/tag-prefixes.js";
import { splitTags, storedTags } from "../planning/model/tag-texts.js";
import { isProxmoxTag } from "./proxmox-tag.js";

const parsedAttributes = {
  affinity: computed(list(string), "Lists the tags that keep the guest together with others."),
  anti_affinity: computed(list(string), "Lists the tags that keep the guest apart from others."),
  pinned_nodes: computed(list(string), "Lists the nodes that the guest may run on; empty for any."),
  ignored: computed(bool, "Is true when a tag keeps the guest where it is."),
  other: computed(list(string), "Lists the tags that say nothing about placement."),
};

const isText = (text: string | null): text is string => text !== null;

const readTags = (texts: readonly (string | null)[]): readonly string[] => {
  if (!texts.every(isText)) throw new FunctionArgumentError("The list tags has an element that is null.", 0);
  const tags = splitTags(texts);
  const wrong = tags.find((tag) => !isProxmoxTag(tag));
  if (wrong !== undefined) {
    throw new FunctionArgumentError(
      `The list tags has the element "${wrong}", which is not a Proxmox VE tag. Tags begin with a letter, a digit or _ and go ` +
        "on with those and the characters - + and .",
      0,
    );
  }
  return storedTags(tags);
};

const pinnedNode = (tag: string): string => (tag.startsWith(PIN_PREFIX) ? tag.slice(PIN_PREFIX.length) : "");

const parse = (tags: readonly string[]): Model<typeof parsedAttributes> => {
  const beginningWith = (prefix: string) => tags.filter((tag) => tag.startsWith(prefix));
  const prefixes = [AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX, IGNORE_PREFIX];
  return {
    affinity: beginningWith(AFFINITY_PREFIX),
    anti_affinity: beginningWith(ANTI_AFFINITY_PREFIX),
    pinned_nodes: tags.map(pinnedNode).filter((node) => node !== ""),
    ignored: beginningWith(IGNORE_PREFIX).length > 0,
    other: tags.filter((tag) => pinnedNode(tag) === "" && !prefixes.some((prefix) => tag.startsWith(prefix))),
  };
};

/** `parse_tags`: what the tags of a guest say about its placement. */
export const parseTags = defineFunction({
  name: "parse_tags",
  summary: "Reads what tags say about placement",
  description:
    "Reads the tags of a guest as the planner does and returns an object with `affinity` and `anti_affinity` (the tags that " +
    "name groups), `pinned_nodes` (the nodes of its pins), `ignored` (whether a tag keeps it where it is) and `other` (all " +
    "other tags). Elements that hold several tags, joined by `;`, are taken apart. The function asks no cluster.",
  parameters: [{ name: "tags", description: "Lists the tags of a guest.", shape: list(string) }],
  returns: nestedObject(parsedAttributes),
  call: ([tags]) => parse(readTags(tags)),
});
