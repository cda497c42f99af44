import { describe, expect, it } from "vitest";
import { titleOfWarning } from "../../../provider/src/advice/explain-findings.js";
import { precheckList } from "../../../provider/src/advice/precheck-list.js";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { noSignal } from "../../support/http-client.js";
import { policyOf } from "../../support/snapshot-builders.js";
import { moved, NODES, planOn, reasonsOf, vm } from "./stage.js";

const LOOK = ["Sys.Audit", "VM.Audit", "Datastore.Audit"];

const MOVE = [...LOOK, "VM.Migrate"];

/** A user with these privileges everywhere, and more on some paths. */
const userWith = (
  privileges: readonly string[],
  more: Readonly<Record<string, readonly string[]>> = {},
): Pick<ClusterInput, "users" | "acl"> => ({
  users: [{ id: "mover@pve", tokens: [{ id: "move" }] }],
  acl: Object.entries({ "/": privileges, ...more }).map(([path, own]) => ({
    path,
    subject: "mover@pve",
    privileges: [...own],
  })),
});

const POLICY = { maintenance_nodes: ["pve1"], balanciness: 90 };

const HIDDEN = "it was not checked whether the nodes have them";

const BRIDGES = ["vmbr0", "vmbr7"];

describe("bridges that Proxmox VE hides from the caller", () => {
  it.each([
    ["one guest", 1],
    ["more guests than nodes", 6],
  ])("are not taken for missing when %s moves, and a warning tells how to see them", async (_, count) => {
    const guests = Array.from({ length: count }, (__, at) => vm(101 + at, "pve1", 2));
    const answer = await planOn({ guests, ...userWith(MOVE) }, POLICY, { token: "move" });
    expect(moved(answer)).toHaveLength(count);
    expect(answer.plan.unresolved).toEqual([]);
    const told = answer.plan.warnings.filter((warning) => warning.includes(HIDDEN));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("vmbr0");
    expect(told.map((warning) => titleOfWarning(answer.plan, warning))).toEqual(["Missing Proxmox VE Privilege"]);
    expect(told[0]).toContain("SDN.Audit");
    expect(told[0]).toContain("pveum acl modify /sdn --roles PVEAuditor --tokens 'mover@pve!move'");
  });

  it("are not held against a list that somebody wrote", async () => {
    const { inventory, client } = await planOn(
      { guests: [vm(101, "pve1", 2)], ...userWith(MOVE) },
      {},
      { token: "move" },
    );
    const query = { inventory, policy: policyOf({}), migrations: [{ vmid: 101, to: "pve2" }] };
    const { verdicts } = await precheckList(client, query, noSignal());
    expect(verdicts).toEqual([{ reasons: [], movesAlong: [] }]);
  });

  it("do not keep a container from moving", async () => {
    const guests = [vm(101, "pve1", 2, { kind: "ct" })];
    const answer = await planOn({ guests, ...userWith(MOVE) }, { ...POLICY, balance_types: ["ct"] }, { token: "move" });
    expect(reasonsOf(answer)).toBe("");
    expect(moved(answer)).toEqual([101]);
    expect(answer.plan.warnings.join()).toContain(HIDDEN);
  });

  it("are judged one by one where only some are hidden", async () => {
    const access = userWith(MOVE, { "/sdn/zones/localnetwork/vmbr0": ["SDN.Use"] });
    const nodes = NODES.map((node) => ({ ...node, bridges: BRIDGES }));
    const guests = [vm(101, "pve1", 4, { bridge: "vmbr7" }), vm(102, "pve3", 4)];
    const answer = await planOn({ nodes, guests, ...access }, POLICY, { token: "move" });
    expect(moved(answer)).toEqual([101]);
    expect(answer.plan.warnings.join()).toMatch(/vmbr7.*Grant it/s);
    expect(answer.plan.warnings.join()).not.toContain("vmbr0");
  });

  it.each([
    ["SDN.Audit", { "/sdn": ["SDN.Audit"] }],
    ["SDN.Use of the bridge", { "/sdn/zones/localnetwork/vmbr7": ["SDN.Use"] }],
  ])("are none where the caller has %s, so that one that a node lacks is missing there", async (_, more) => {
    const nodes = NODES.map((node) => ({ ...node, bridges: node.name === "pve1" ? BRIDGES : ["vmbr0"] }));
    const guests = [vm(101, "pve1", 4, { bridge: "vmbr7" })];
    const answer = await planOn({ nodes, guests, ...userWith(MOVE, more) }, POLICY, { token: "move" });
    expect(moved(answer)).toEqual([]);
    expect(reasonsOf(answer)).toContain("Bridge vmbr7 of the guest does not exist on pve2.");
    expect(answer.plan.warnings.join()).not.toContain(HIDDEN);
  });

  it("are not spoken of where nothing moves", async () => {
    const answer = await planOn(
      { guests: [vm(101, "pve1", 4)], ...userWith(LOOK) },
      { balanciness: 90 },
      { token: "move" },
    );
    expect(moved(answer)).toEqual([]);
    expect(answer.plan.warnings).toEqual([]);
  });
});
