import { describe, expect, it } from "vitest";
import { isUnknown, UNKNOWN } from "../../../provider/src/cty/value.js";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import { isImported, markImported } from "../../../provider/src/framework/import-mark.js";
import { PrivateState } from "../../../provider/src/framework/private-state.js";
import type { GuestModel } from "../../../provider/src/placing/guest-attributes.js";
import { importPlacement } from "../../../provider/src/resources/placement/import-placement.js";
import type { PlacementDraft, PlacementModel } from "../../../provider/src/resources/placement/placement-attributes.js";
import { planPlacement } from "../../../provider/src/resources/placement/plan-placement.js";
import { cluster } from "../../support/snapshot-builders.js";
import { silentLogger } from "../../support/test-provider/silent-logger.js";

const aGuest = (changes: Partial<GuestModel> = {}): GuestModel => ({
  type: null,
  name: null,
  vm_id: null,
  cpu_cores: 1,
  memory_mib: 1024,
  disk_gib: null,
  storage: null,
  tags: null,
  pool: null,
  allowed_nodes: null,
  excluded_nodes: null,
  ...changes,
});

const guestsOf = (...keys: readonly string[]) => new Map(keys.map((key) => [key, aGuest({ name: key })]));

const aState = (changes: Partial<PlacementModel> = {}): PlacementModel => ({
  guests: guestsOf("a", "b"),
  keepers: null,
  policy: null,
  assignments: new Map([
    ["a", "pve1"],
    ["b", "pve2"],
  ]),
  current: new Map([["a", "pve3"]]),
  timeouts: null,
  ...changes,
});

const aPrivateState = ({ imported }: { readonly imported: boolean }): PrivateState => {
  const privateState = PrivateState.decode(new Uint8Array());
  if (imported) markImported(privateState, true);
  return privateState;
};

const plan = (
  prior: PlacementModel | null,
  changes: Partial<PlacementDraft>,
  privateState = aPrivateState({ imported: false }),
) => {
  const config: PlacementDraft = { ...aState(), assignments: null, current: null, ...changes };
  const diagnostics = new Diagnostics();
  const planned = planPlacement(
    { prior, config, planned: config, changed: true, privateState },
    { diagnostics, log: silentLogger },
  );
  return { planned, warnings: diagnostics.items.map(({ summary }) => summary) };
};

describe("planning proxlb_placement", () => {
  it("leaves every node open when it is created, but not the keys", () => {
    const { planned } = plan(null, {});
    expect(planned.assignments).toEqual(
      new Map([
        ["a", UNKNOWN],
        ["b", UNKNOWN],
      ]),
    );
    expect(isUnknown(planned.current)).toBe(true);
  });

  it("keeps old nodes known and opens new ones only", () => {
    const { planned } = plan(aState(), { guests: guestsOf("b", "c") });
    expect(planned.assignments).toEqual(
      new Map<string, unknown>([
        ["b", "pve2"],
        ["c", UNKNOWN],
      ]),
    );
    expect(isUnknown(planned.current)).toBe(true);
  });

  it("forgets a removed key without asking anybody", () => {
    const { planned } = plan(aState(), { guests: guestsOf("a") });
    expect(planned.assignments).toEqual(new Map([["a", "pve1"]]));
    expect(planned.current).toEqual(new Map([["a", "pve3"]]));
  });

  it("keeps the node of a key whose guest is described anew, and looks where it is when its id changes", () => {
    const resized = plan(aState(), { guests: new Map([["a", aGuest({ name: "a", memory_mib: 2048 })]]) }).planned;
    expect(resized).toMatchObject({ assignments: new Map([["a", "pve1"]]), current: new Map([["a", "pve3"]]) });
    const renamed = plan(aState(), { guests: new Map([["a", aGuest({ name: "a", vm_id: 700 })]]) }).planned;
    expect(renamed.assignments).toEqual(new Map([["a", "pve1"]]));
    expect(isUnknown(renamed.current)).toBe(true);
    const later = plan(aState(), { guests: new Map([["a", { ...aGuest({ name: "a" }), vm_id: UNKNOWN }]]) }).planned;
    expect(isUnknown(later.current)).toBe(true);
  });

  it("leaves everything open while the keys are not known, and warns of it where nodes were given already", () => {
    const { planned, warnings } = plan(aState(), { guests: UNKNOWN });
    expect([planned.assignments, planned.current].every(isUnknown)).toBe(true);
    expect(warnings).toEqual(["Every Node Known Only After Apply"]);
    expect(plan(null, { guests: UNKNOWN }).warnings).toEqual([]);
  });

  it("warns when keepers change or may change, and only then", () => {
    expect(plan(null, { keepers: new Map([["x", "1"]]) }).warnings).toEqual([]);
    const prior = aState({ keepers: new Map([["x", "1"]]) });
    expect(plan(prior, { keepers: new Map([["x", "1"]]) }).warnings).toEqual([]);
    for (const keepers of [null, new Map([["x", "2"]]), UNKNOWN])
      expect(plan(prior, { keepers }).warnings).toEqual(["Placement Is Replaced"]);
  });

  it("takes the first keepers after an import over without a warning, and keeps the nodes known", () => {
    const privateState = aPrivateState({ imported: true });
    const { planned, warnings } = plan(aState(), { keepers: new Map([["x", "1"]]) }, privateState);
    expect(warnings).toEqual([]);
    expect(planned.assignments).toEqual(aState().assignments);
    // Only an apply that succeeds completes the import; after one that fails, the same plan is due again.
    expect(isImported(privateState)).toBe(true);
  });
});

describe("importing proxlb_placement", () => {
  const snapshot = cluster({ a: { guests: [{ used: 1, vmid: 101 }] }, b: { guests: [{ used: 1, vmid: 102 }] } });

  const imported = (id: string) => {
    const diagnostics = new Diagnostics();
    return {
      state: importPlacement(id, snapshot, diagnostics),
      details: diagnostics.items.map(({ detail }) => detail),
    };
  };

  it("takes each guest where it is", () => {
    const { state, details } = imported("web=101, my=key=102");
    expect(details).toEqual([]);
    expect(state?.assignments).toEqual(
      new Map([
        ["web", "a"],
        ["my=key", "b"],
      ]),
    );
    expect(state?.guests.get("web")).toMatchObject({ vm_id: 101, name: null });
  });

  it.each(["", "web", "=101", "web=", "web=x", "web=101,", "web=101,web=102", "a=101,b=101"])(
    "refuses the id %j",
    (id) => {
      const { state, details } = imported(id);
      expect(state).toBeNull();
      expect(details).toEqual([expect.stringContaining(`but it is "${id}".`)]);
    },
  );

  it("names every guest that does not exist", () => {
    const { state, details } = imported("a=101,b=900,c=901");
    expect(state).toBeNull();
    expect(details).toEqual([expect.stringContaining("no guest 900"), expect.stringContaining("no guest 901")]);
  });
});
