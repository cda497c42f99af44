import { describe, expect, it } from "vitest";
import { rulesFromHaGroups, rulesFromHaRules } from "../../../provider/src/inventory/ha-rules.js";
import type { RuleSurroundings } from "../../../provider/src/inventory/ha-rules.js";
import { decodeHaGroups, decodeHaResources, decodeHaRules } from "../../../provider/src/pve/schemas/ha-rules.js";
import type { HaRuleWire } from "../../../provider/src/pve/schemas/ha-rules.js";
import { fixtureBody } from "../../support/http-fixtures.js";

const NODES = ["n1", "n2", "n3"];

const SURROUNDINGS: RuleSurroundings = {
  guests: new Set([100, 101, 102]),
  nodes: NODES,
};

function convert(wire: Partial<HaRuleWire>, surroundings: RuleSurroundings = SURROUNDINGS) {
  return rulesFromHaRules([{ rule: "r", type: "node-affinity", resources: "vm:100,ct:101", ...wire }], surroundings);
}

describe("rulesFromHaRules", () => {
  it("reads a cluster's rules, without those that are disabled or in conflict", () => {
    const wires = decodeHaRules(fixtureBody("ha/rules.pve9.recreated.json").data);
    const nodes = ["rk1a", "rk1b", "rk2a", "rk2b"];
    const guests = new Set([4101, 4102, 4103, 4104, 4201, 4202]);
    const { rules, warnings } = rulesFromHaRules(wires, { guests, nodes });
    expect(rules).toEqual([
      {
        kind: "node-affinity",
        name: "prefer-rack1",
        origin: "HA rule prefer-rack1",
        strength: "should",
        vmids: [4101, 4201],
        nodes: ["rk1a", "rk1b", "rk2a"],
        priorities: { rk1a: 2, rk1b: 2, rk2a: 1 },
      },
      {
        kind: "node-affinity",
        name: "licence-hosts",
        origin: "HA rule licence-hosts",
        strength: "must",
        vmids: [4102],
        nodes: ["rk2a", "rk2b"],
      },
      {
        kind: "anti-affinity",
        name: "keep-apart-dns",
        origin: "HA rule keep-apart-dns",
        strength: "must",
        vmids: [4201, 4202],
      },
    ]);
    expect(warnings).toEqual([expect.stringContaining("HA rule impossible is in conflict") as string]);
  });

  it("keeps guests together that a positive rule joins", () => {
    const { rules } = convert({ type: "resource-affinity", affinity: "positive" });
    expect(rules).toMatchObject([{ kind: "affinity", strength: "must", vmids: [100, 101] }]);
  });

  it("drops guests that do not exist, and a rule that then joins nobody", () => {
    const { rules } = convert({ type: "resource-affinity", affinity: "negative", resources: "vm:100,vm:999" });
    expect(rules).toEqual([]);
    expect(convert({ resources: "vm:999", nodes: "n1" }).rules).toEqual([]);
  });

  it("binds a strict rule to all its nodes, with their priorities", () => {
    expect(convert({ nodes: "n1:2,n2", strict: true }).rules).toMatchObject([
      { strength: "must", nodes: ["n1", "n2"], priorities: { n1: 2, n2: 0 } },
    ]);
  });

  it("prefers the nodes of a rule that is not strict, with their priorities", () => {
    expect(convert({ nodes: "n1:2,n2:1" }).rules).toMatchObject([{ strength: "should", priorities: { n1: 2, n2: 1 } }]);
  });

  it("has no priorities where all nodes are equal", () => {
    expect(convert({ nodes: "n1:3,n2:3" }).rules[0]).not.toHaveProperty("priorities");
  });

  it("turns a rule to avoid nodes into one for the others", () => {
    const { rules } = convert({ nodes: "n1:5,n2", affinity: "negative", strict: true });
    expect(rules).toMatchObject([{ kind: "node-affinity", strength: "must", nodes: ["n3"] }]);
  });

  it("warns of a kind of rule that it does not know", () => {
    expect(convert({ type: "moon-affinity" })).toEqual({
      rules: [],
      warnings: [expect.stringContaining("HA rule r is of the unknown type moon-affinity") as string],
    });
  });

  it("does not take empty errors for a conflict", () => {
    expect(convert({ nodes: "n1", strict: true, errors: {} }).rules).toHaveLength(1);
  });
});

describe("rulesFromHaGroups", () => {
  it("binds the members of a restricted group, and prefers its best nodes", () => {
    const groups = decodeHaGroups(fixtureBody("ha/groups.pve8.recreated.json").data);
    const resources = decodeHaResources(fixtureBody("ha/resources.pve8.recreated.json").data);
    const nodes = ["old1", "old2", "old3"];
    expect(rulesFromHaGroups(groups, resources, { guests: new Set([410, 420]), nodes })).toMatchObject([
      { origin: "HA group left-half", strength: "must", vmids: [410], priorities: { old1: 2, old2: 1 } },
    ]);
  });
});
