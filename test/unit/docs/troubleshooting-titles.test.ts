import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const guide = readFileSync(join(root, "docs", "guides", "troubleshooting.md"), "utf8");

/** A message in title case: two words at least, on one line. */
const TITLE = /"((?:[A-Z][A-Za-z-]+)(?: (?:[A-Z][A-Za-z-]*|a|by|from|in|is|not|of|or|the|to|with|at))+)"/g;

/** These look alike: fonts, the name of the product, heads of tables, and what only a mistake in the schema brings. */
const NO_MESSAGE =
  /^(Segoe UI|Liberation Sans|Proxmox VE|[A-Z ]+|Null Element|Unsupported Type|Import Not Supported|Unable to Upgrade Resource State|Write-Only Attribute Not Supported)$/;

/** What the guide says of a group of messages: their titles name the attribute that is wrong. */
const GROUP = /^(Invalid|Conflicting|Duplicate|Missing Attribute)/;

const sources = readdirSync(join(root, "provider", "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

const titles = [
  ...new Set(
    sources.flatMap((name) =>
      [...readFileSync(join(root, "provider", "src", name), "utf8").matchAll(TITLE)].map(([, title = ""]) => title),
    ),
  ),
].filter((title) => !NO_MESSAGE.test(title) && !GROUP.test(title));

describe("the troubleshooting guide", () => {
  it("explains every message by its title", () => {
    expect(titles).toContain("Proxmox VE Unreachable");
    expect(titles.length).toBeGreaterThan(50);
    expect(titles.filter((title) => !guide.includes(title))).toEqual([]);
  });
});
