import { describe, expect, it } from "vitest";
import { placeGuests } from "../../../../provider/src/planning/search/placement.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { cluster, policyOf } from "../../../support/snapshot-builders.js";

const misspelt = (count: number, tag: string) => Array.from({ length: count }, () => ({ used: 1, tags: [tag] }));

const present = cluster({
  a: { guests: [{ used: 1, vmid: 100, name: "web1", pool: "prod" }] },
  b: { guests: [{ used: 1, vmid: 101, name: "golden", template: true, tags: ["plb_affinty_x"] }] },
});

const warnings = (json: Readonly<Record<string, unknown>>, snapshot = present): readonly string[] =>
  planMigrations(snapshot, policyOf(json)).warnings;

const apart = (names: readonly string[], tags: readonly string[] = []) => ({
  rules: [{ name: "apart", type: "anti-affinity", names, tags }],
});

describe("names that nobody answers to", () => {
  it("are named once where a rule lists a guest by its exact name", () => {
    expect(warnings(apart(["nobody", "web1", "nobody"]))).toEqual([
      'The policy rule apart names the guest "nobody", which the cluster does not have; correct or remove the name, unless this guest is still to come.',
    ]);
  });

  it("are named where a guest or a pool is listed that the cluster does not have", () => {
    expect(warnings({ ignore_guests: ["nope", "999"], pools: [{ pool_id: "nopool", pin: ["a"] }] })).toEqual([
      expect.stringContaining('ignore_guests names "nope"'),
      expect.stringContaining('ignore_guests names "999"'),
      expect.stringContaining('pools names the pool "nopool", of which no guest is a member'),
    ]);
  });

  it("are no matter where they are patterns or tags, or match", () => {
    const rules = apart(["none-*", "web?", "web1", "golden"], ["nowhere"]);
    const listed = { ignore_guests: ["x*", "100", "web1"], pools: [{ pool_id: "prod", pin: ["a"] }] };
    expect(warnings({ ...rules, ...listed })).toEqual([]);
  });

  it("are no matter to a guest that is only being placed", () => {
    const asked = { name: "nobody", type: "vm", memoryBytes: 2 ** 30, cpuCores: 1, diskBytes: 0, tags: [] } as const;
    const open = { key: "new", vmid: null, pool: null, allowedNodes: null, excludedNodes: [] };
    const { warnings: said } = placeGuests(present, policyOf(apart(["nobody"])), [{ ...asked, ...open }]);
    expect(said).toEqual([]);
  });
});

describe("tags that look like those of the planner", () => {
  it("are named once each with the guests that bear them, whatever the order of the guests", () => {
    const snapshot = cluster({ a: { guests: [...misspelt(5, "plb_affinty_x"), ...misspelt(1, "plb_pinned")] } });
    const said = warnings({}, snapshot);
    expect(said).toEqual([
      "The tag plb_affinty_x of guests 100, 101, 102 and 2 more begins with none of plb_affinity, plb_anti_affinity, plb_pin_, plb_ignore, so it says nothing to the planner; correct or remove it.",
      expect.stringContaining("The tag plb_pinned of guest 105 begins"),
    ]);
    expect(warnings({}, { ...snapshot, guests: [...snapshot.guests].reverse() })).toEqual(said);
  });

  it("are left alone where the policy reads them or a template bears them", () => {
    const snapshot = cluster({ a: { guests: [...misspelt(1, "plb_own"), ...misspelt(1, "plb_stay")] } });
    expect(warnings({ ...apart([], ["PLB_own"]), ignore_tags: ["plb_St*"] }, snapshot)).toEqual([]);
    expect(warnings({})).toEqual([]);
  });
});
