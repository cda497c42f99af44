import { describe, expect, it } from "vitest";
import { NODES, planOn, vm } from "./stage.js";

describe("a plan for a cluster that is just being upgraded to version 9", () => {
  it.each(["pve1", "pve3"])("keeps to the HA groups, whichever node is asked: %s", async (entry) => {
    const nodes = NODES.map((node, at) => ({ ...node, version: at === 0 ? "9.2.3" : "8.4.5" }));
    const ha = { groups: [{ group: "left", nodes: "pve1,pve2", restricted: true }] };
    const guests = [101, 102].map((id) => vm(id, "pve2", 20, { ha: { group: "left" } }));
    const { inventory } = await planOn({ nodes, ha, guests }, {}, { entryNodes: [entry] });
    expect(inventory.snapshot.rules).toMatchObject([
      { kind: "node-affinity", origin: "HA group left", strength: "must", vmids: [101, 102], nodes: ["pve1", "pve2"] },
    ]);
  });

  it("keeps to the HA groups where somebody has written a rule for nodes already", async () => {
    const nodes = NODES.map((node, at) => ({ ...node, version: at === 0 ? "9.2.3" : "8.4.5" }));
    const ha = {
      groups: [{ group: "left", nodes: "pve1,pve2", restricted: true }],
      rules: [{ rule: "by-hand", type: "node-affinity", resources: "vm:102", nodes: "pve3", strict: true } as const],
    };
    const guests = [vm(101, "pve2", 20, { ha: { group: "left" } }), vm(102, "pve3", 20, { ha: {} })];
    const { inventory } = await planOn({ nodes, ha, guests }, {}, { entryNodes: ["pve1"] });
    expect(inventory.snapshot.rules.map(({ origin, vmids }) => ({ origin, vmids }))).toEqual([
      { origin: "HA rule by-hand", vmids: [102] },
      { origin: "HA group left", vmids: [101] },
    ]);
  });
});
