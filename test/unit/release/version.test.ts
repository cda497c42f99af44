import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { VERSION } from "../../../provider/src/version.js";
import { repositoryRoot } from "../../support/cli-paths.js";

/** Every place that names the version, beside `provider/src/version.ts`, with how often it does. */
const PLACES: readonly (readonly [string, RegExp, number])[] = [
  ["CHANGELOG.md", /(?<!\n[^]*)^## (\S+)/gm, 1],
  ["Containerfile", /^ARG VERSION=(.*)$/gm, 1],
  ["package.json", /^ {2}"version": "(.*)"/gm, 1],
  ["provider/package.json", /^ {2}"version": "(.*)"/gm, 1],
  ["cdktf-lib/package.json", /^ +"version": "(.*)"/gm, 2],
  ["package-lock.json", /^ {4}"(?:|cdktf-lib|provider)": \{\n(?: {6}"name": .*\n)? {6}"version": "(.*)"/gm, 3],
  ["cdktf-lib/README.md", /cdktf-proxlb-(.*?)\.tgz/g, 2],
  ["docs/guides/getting-started.md", /terraform-provider-proxlb_(.*?)_/g, 1],
];

it.each(PLACES)("%s names the version of the release", (file, pattern, count) => {
  const text = readFileSync(join(repositoryRoot, file), "utf8");
  const named = [...text.matchAll(pattern)].map(([, version]) => version);
  expect(named).toEqual(Array.from({ length: count }, () => VERSION));
});
