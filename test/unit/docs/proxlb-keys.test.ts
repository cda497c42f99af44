import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leftOutKeys } from "../../../provider/src/config/proxlb-yaml/left-out-keys.js";
import { PROXLB_KEYS } from "../../../provider/src/config/proxlb-yaml/proxlb-keys.js";
import { createProvider } from "../../../provider/src/provider.js";
import { repositoryRoot } from "../../support/cli-paths.js";

const guide = readFileSync(join(repositoryRoot, "docs", "guides", "coming-from-proxlb.md"), "utf8");

/** What the table of the guide says of each key; names behind the first of a row are of the same section. */
const told = new Map(
  [...guide.matchAll(/^\| (`[a-z_]+\.[a-z_]+`[^|]*) \| ([^|]*) \|$/gm)].flatMap(([, names = "", text = ""]) => {
    const [first = "", ...others] = [...names.matchAll(/`([a-z_.]+)`/g)].map(([, name = ""]) => name);
    const [section = ""] = first.split(".");
    return [first, ...others.map((name) => `${section}.${name}`)].map((key) => [key, text] as const);
  }),
);

const keys = Object.entries(PROXLB_KEYS).flatMap(([section, kind]) =>
  kind.type === "section" ? Object.keys(kind.keys).map((key) => `${section}.${key}`) : [],
);

const isLeftOut = (key: string): boolean =>
  [true, false, { enable: true }].some((value) => {
    const [section = "", name = ""] = key.split(".");
    return leftOutKeys({ [section]: { [name]: value } }).length > 0;
  });

/** Names of attributes as the guide writes them. */
const namesIn = (text: string): readonly string[] => [...text.matchAll(/`([a-z_]+)(?:`| = )/g)].map(([, name = ""]) => name);

const { attributes } = createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });

const known = new Set([...Object.keys(attributes), ...Object.keys(attributes["policy"]?.shape.nested?.attributes ?? {})]);

describe("the guide for those who come from ProxLB", () => {
  it("tells of every key that a proxlb.yaml may have, and of no other", () => {
    expect([...told.keys()].sort()).toEqual([...keys].sort());
  });

  it("leads from every key that is honoured to an attribute that exists", () => {
    const honoured = keys.filter((key) => !isLeftOut(key));
    expect(honoured.length).toBeGreaterThan(20);
    expect(honoured.filter((key) => !namesIn(told.get(key) ?? "").some((name) => known.has(name)))).toEqual([]);
  });

  it("says of the switch for balancing that it empties plans", () => {
    expect(told.get("balancing.enable")).toMatch(/^`enabled`: .*plans are empty/);
  });
});
