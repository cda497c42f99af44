import type { Guest } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX, IGNORE_PREFIX, PIN_PREFIX } from "../model/tag-prefixes.js";
import { compareText } from "./compile-rules.js";
import { compileTagGlob, isPattern } from "./glob.js";

/** Begins every tag that is meant for the planner. */
const TAG_PREFIX = "plb_";

const KNOWN_PREFIXES = [AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX, PIN_PREFIX, IGNORE_PREFIX];

/** Guests that a sentence about a tag names at most. */
const MOST_NAMED = 3;

/**
 * Says in full sentences which names of the policy no guest answers to, and which tags look like those of the planner but are
 * none. Patterns and tags in rules may well match nobody yet; ids may be those of guests to come.
 */
export function warnOfUnmatchedNames(guests: readonly Guest[], policy: Policy): readonly string[] {
  return [...new Set([...unmatchedInPolicy(guests, policy), ...unknownTags(guests, policy)])];
}

function unmatchedInPolicy(guests: readonly Guest[], { rules, ignoreGuests, pools }: Policy): readonly string[] {
  const named = rules.flatMap(({ name, names }) => names.map((guest) => ({ rule: name, guest })));
  if (named.length + ignoreGuests.length + pools.length === 0) return [];
  const names = new Set(guests.map(({ name }) => name));
  const ids = new Set(guests.map(({ vmid }) => String(vmid)));
  const members = new Set(guests.map(({ pool }) => pool));
  return [
    ...named
      .filter(({ guest }) => !isPattern(guest) && !names.has(guest))
      .map(
        ({ rule, guest }) =>
          `The policy rule ${rule} names the guest "${guest}", which the cluster does not have; correct or remove the name, unless ` +
          "this guest is still to come.",
      ),
    ...ignoreGuests
      .filter((guest) => !isPattern(guest) && !names.has(guest) && !ids.has(guest))
      .map(
        (guest) =>
          `ignore_guests names "${guest}", but no guest of the cluster has this name or id; correct or remove it, unless this guest ` +
          "is still to come.",
      ),
    ...pools
      .filter(({ pool }) => !members.has(pool))
      .map(
        ({ pool }) =>
          `pools names the pool "${pool}", of which no guest is a member; correct or remove it, unless its guests are still to come.`,
      ),
  ];
}

function unknownTags(guests: readonly Guest[], { rules, ignoreTags }: Policy): readonly string[] {
  const bearers = new Map<string, number[]>();
  for (const { vmid, tags, template } of guests) {
    if (template) continue;
    for (const tag of tags) {
      if (!isUnknownTag(tag)) continue;
      const vmids = bearers.get(tag);
      if (vmids === undefined) bearers.set(tag, [vmid]);
      else vmids.push(vmid);
    }
  }
  if (bearers.size === 0) return [];
  const ruled = new Set(rules.flatMap(({ tags }) => tags.map((tag) => tag.toLowerCase())));
  const ignored = ignoreTags.map(compileTagGlob);
  return [...bearers]
    .filter(([tag]) => !ruled.has(tag.toLowerCase()) && !ignored.some((test) => test(tag)))
    .sort(([a], [b]) => compareText(a, b))
    .map(([tag, vmids]) => unknownTagText(tag, vmids));
}

function isUnknownTag(tag: string): boolean {
  return tag.startsWith(TAG_PREFIX) && !KNOWN_PREFIXES.some((prefix) => tag.startsWith(prefix));
}

function unknownTagText(tag: string, vmids: readonly number[]): string {
  const sorted = [...vmids].sort((a, b) => a - b);
  const more = sorted.length - MOST_NAMED;
  const who = `${sorted.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return (
    `The tag ${tag} of ${sorted.length === 1 ? "guest" : "guests"} ${who} begins with none of ${KNOWN_PREFIXES.join(", ")}, so it ` +
    "says nothing to the planner; correct or remove it."
  );
}
