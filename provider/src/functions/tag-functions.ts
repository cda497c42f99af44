import type { ProviderFunction } from "../framework/function.js";
import { defineFunction, FunctionArgumentError } from "../framework/function.js";
import { string } from "../framework/schema/primitive-shapes.js";
import { AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX, IGNORE_PREFIX, PIN_PREFIX } from "../planning/model/tag-prefixes.js";
import { objectionToEnding, objectionToNode } from "./proxmox-tag.js";

interface TagFunction {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly parameter: { readonly name: string; readonly description: string };
  /** Says why the argument cannot be used, or gives undefined. */
  readonly objection: (what: string, text: string) => string | undefined;
  readonly tagOf: (text: string) => string;
}

const tagFunction = ({ parameter, objection, tagOf, ...rest }: TagFunction): ProviderFunction =>
  defineFunction({
    ...rest,
    parameters: [{ ...parameter, shape: string }],
    returns: string,
    call: ([text]) => {
      const problem = objection(parameter.name, text);
      if (problem !== undefined) throw new FunctionArgumentError(problem, 0);
      return tagOf(text);
    },
  });

const GROUP_NAME = {
  name: "name",
  description: "Names the group: lower-case letters, digits and the characters `_`, `-`, `+` and `.`.",
};

/** `affinity_tag`: the tag of guests that share a node. */
export const affinityTag = tagFunction({
  name: "affinity_tag",
  summary: "Builds the tag that keeps guests together",
  description:
    "Returns the tag `plb_affinity_<name>`. All guests with the same tag run on one node. The function asks no cluster.",
  parameter: GROUP_NAME,
  objection: objectionToEnding,
  tagOf: (name) => `${AFFINITY_PREFIX}_${name}`,
});

/** `anti_affinity_tag`: the tag of guests that keep apart. */
export const antiAffinityTag = tagFunction({
  name: "anti_affinity_tag",
  summary: "Builds the tag that keeps guests apart",
  description:
    "Returns the tag `plb_anti_affinity_<name>`. All guests with the same tag run on different nodes. The function asks no cluster.",
  parameter: GROUP_NAME,
  objection: objectionToEnding,
  tagOf: (name) => `${ANTI_AFFINITY_PREFIX}_${name}`,
});

/** `pin_tag`: the tag that names a node on which a guest may run. */
export const pinTag = tagFunction({
  name: "pin_tag",
  summary: "Builds the tag that pins a guest to a node",
  description:
    "Returns the tag `plb_pin_<node>`. A guest with it runs on this node only; with several such tags, on one of their nodes. " +
    "Capitals are lowered, as Proxmox VE does in tags; the node is found nevertheless. The function asks no cluster.",
  parameter: { name: "node", description: "Names the node, without its domain." },
  objection: objectionToNode,
  tagOf: (node) => `${PIN_PREFIX}${node.toLowerCase()}`,
});

/** `ignore_tag`: the tag of guests that stay where they are. */
export const ignoreTag = tagFunction({
  name: "ignore_tag",
  summary: "Builds the tag that keeps a guest where it is",
  description:
    "Returns the tag `plb_ignore_<name>`. A guest with it never moves, but still counts as load. The function asks no cluster.",
  parameter: {
    name: "name",
    description: "Says why, or anything else: lower-case letters, digits and the characters `_`, `-`, `+` and `.`.",
  },
  objection: objectionToEnding,
  tagOf: (name) => `${IGNORE_PREFIX}_${name}`,
});
