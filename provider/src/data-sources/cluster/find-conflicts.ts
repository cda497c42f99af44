import type { ClusterIndex, GuestGroup, NodeRule } from "../../planning/model/cluster-index.js";

const isMust = ({ strength }: { readonly strength: string }): boolean => strength === "must";

const guestsText = (index: ClusterIndex, guests: readonly number[]): string => {
  const ids = guests.map((guest) => index.vmids[guest] ?? "?");
  return ids.length === 1 ? `guest ${ids.join("")}` : `guests ${ids.join(", ")}`;
};

/** Guests that one rule wants together and another apart. */
const togetherAndApart = (index: ClusterIndex, groups: readonly GuestGroup[]): readonly string[] => {
  const apart = groups.filter(({ kind }) => kind === "anti-affinity");
  return groups
    .filter(({ kind }) => kind === "affinity")
    .flatMap((together) =>
      apart.flatMap((group) => {
        const shared = group.members.filter((guest) => together.members.includes(guest));
        return shared.length < 2
          ? []
          : [
              `The ${together.origin} wants ${guestsText(index, shared)} on one node, but the ${group.origin} wants them on ` +
                "different nodes. Remove one of the two.",
            ];
      }),
    );
};

const allowsCommonNode = (rules: readonly NodeRule[]): boolean =>
  rules[0]?.allowed.some((_, node) => rules.every(({ allowed }) => allowed[node] === 1)) ?? true;

const originsOf = (rules: readonly NodeRule[]): string => {
  const origins = [...new Set(rules.map(({ origin }) => `the ${origin}`))];
  return origins.join(" and ");
};

const mustRulesOf = (index: ClusterIndex, guest: number): readonly NodeRule[] =>
  (index.nodeRulesOf[guest] ?? []).filter(isMust);

/** Guests whose node rules have no node in common. */
const nowhereToBe = (index: ClusterIndex): readonly string[] =>
  index.vmids.flatMap((vmid, guest) => {
    const rules = mustRulesOf(index, guest);
    return rules.length < 2 || allowsCommonNode(rules)
      ? []
      : [`Guest ${vmid} may be on no node: ${originsOf(rules)} have none in common. Change one of them.`];
  });

/** Guests that are to share a node although their node rules have none in common. */
const nowhereTogether = (index: ClusterIndex, groups: readonly GuestGroup[]): readonly string[] =>
  groups
    .filter(({ kind }) => kind === "affinity")
    .flatMap(({ origin, members }) => {
      const rules = [...new Set(members.flatMap((guest) => mustRulesOf(index, guest)))];
      const alone = members.every((guest) => allowsCommonNode(mustRulesOf(index, guest)));
      return !alone || allowsCommonNode(rules)
        ? []
        : [
            `The ${origin} wants ${guestsText(index, members)} on one node, but ${originsOf(rules)} have none in common. ` +
              "Change one of them.",
          ];
    });

/** Groups that are to keep apart but have more guests than there are nodes. */
const tooManyToKeepApart = ({ activeNodes }: ClusterIndex, groups: readonly GuestGroup[]): readonly string[] =>
  groups
    .filter(({ kind, members }) => kind === "anti-affinity" && members.length > activeNodes.length)
    .map(
      ({ origin, members }) =>
        `The ${origin} wants ${members.length} guests on different nodes, but only ${activeNodes.length} ${activeNodes.length === 1 ? "node takes" : "nodes take"} guests.`,
    );

/** Says in full sentences which `must` rules cannot hold together, and what of the rules and the policy was left out. */
export const findConflicts = (index: ClusterIndex): readonly string[] => {
  const groups = index.groups.filter(isMust);
  return [
    ...togetherAndApart(index, groups),
    ...nowhereToBe(index),
    ...nowhereTogether(index, groups),
    ...tooManyToKeepApart(index, groups),
    ...index.warnings,
  ];
};
