import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../../support/cli-paths.js";

const changelog = readFileSync(join(repositoryRoot, "CHANGELOG.md"), "utf8");

/** What entries may begin with, in the order in which they stand; those of one kind are in the order of the alphabet. */
const KINDS = ["provider", "data-source/", "functions", "resource/", "command line", "cdktf-proxlb", "docs"];

const NAMES = /^(provider|(data-source|resource)\/proxlb_[a-z_]+|functions|command line|cdktf-proxlb|docs)$/;

/** The lists of a version that tell what has changed; notes are free. */
const lists = [...changelog.matchAll(/^([A-Z ]+):\n\n((?:(?:-| ) .*\n)+)/gm)].filter(([, title]) => title !== "NOTES");

/** Everything before the colon of an entry, such as two resources that it is about. */
const prefixesIn = (list: string): readonly string[] =>
  [...list.matchAll(/^- (?:([^:`]+): )?/gm)].map(([, prefix = ""]) => prefix);

const rankOf = (prefix: string): string => {
  const [first = ""] = prefix.split(", ");
  return `${KINDS.findIndex((kind) => first.startsWith(kind))} ${first}`;
};

describe("the changelog", () => {
  it("says of every entry what it is about", () => {
    const prefixes = lists.flatMap(([, , list = ""]) => prefixesIn(list));
    expect(prefixes.length).toBeGreaterThan(50);
    expect(prefixes.filter((prefix) => !prefix.split(", ").every((name) => NAMES.test(name)))).toEqual([]);
  });

  it("names what is the provider's as a whole first, then data sources, functions, resources and the rest", () => {
    for (const [, title, list = ""] of lists) {
      const prefixes = prefixesIn(list);
      const sorted = [...prefixes].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0));
      expect(prefixes, title).toEqual(sorted);
    }
  });
});
