import { describe, expect, it } from "vitest";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { isUnknown, UNKNOWN } from "../../../provider/src/cty/value.js";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import { PrivateState } from "../../../provider/src/framework/private-state.js";
import type { BalanceDraft, BalanceModel } from "../../../provider/src/resources/balance/balance-attributes.js";
import { markImported } from "../../../provider/src/framework/import-mark.js";
import { formOf, rememberForm } from "../../../provider/src/resources/balance/balance-form.js";
import { planBalance } from "../../../provider/src/resources/balance/plan-balance.js";

const move = (vmid: number, to: string) => ({
  step: 1,
  vm_id: vmid,
  name: `vm${vmid}`,
  type: "vm",
  from_node: "pve1",
  to_node: to,
  reason: "Evens out the load.",
  memory_mib: 4096,
  local_disk_gib: 0,
  estimated_seconds: 20,
  downtime: false,
});

const aState = (over: Partial<BalanceModel> = {}): BalanceModel => ({
  id: "default",
  policy: null,
  migrations: [],
  allow_unreviewed: null,
  balanced: true,
  imbalance: new Map([["memory", 4]]),
  applied: true,
  pending_migrations: [],
  executed: [],
  last_run: null,
  timeouts: null,
  ...over,
});

const nothing: CtyValue = null;

const aConfig = (over: Partial<BalanceDraft> = {}): BalanceDraft => ({
  id: nothing,
  policy: null,
  migrations: null,
  allow_unreviewed: null,
  balanced: null,
  imbalance: null,
  applied: null,
  pending_migrations: null,
  executed: null,
  last_run: null,
  timeouts: null,
  ...over,
});

const log = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore, child: () => log };

function ignore(): void {
  // Nothing is logged here.
}

/** What an earlier plan of the same form left behind. */
const rememberedBy = (config: BalanceDraft): PrivateState => {
  const privateState = PrivateState.decode(new Uint8Array());
  rememberForm(privateState, formOf(config));
  return privateState;
};

const plan = (prior: BalanceModel | null, config: BalanceDraft, privateState = rememberedBy(config)) => {
  const diagnostics = new Diagnostics();
  const planned = planBalance({ prior, config, planned: config, changed: true, privateState }, { diagnostics, log });
  return { planned, diagnostics };
};

const runs = (planned: BalanceDraft): boolean => isUnknown(planned.executed);

describe("planning proxlb_balance with a reviewed list", () => {
  it("executes a new list on create and shows it in the plan", () => {
    const migrations = [move(101, "pve2")];
    const { planned } = plan(null, aConfig({ migrations }));
    expect(planned.migrations).toEqual(migrations);
    expect(runs(planned)).toBe(true);
  });

  it("warns of guests managed elsewhere where a list was written by hand, and leaves that to the data source where it was not", () => {
    const written = { ...move(101, "pve2"), name: null, reason: null, estimated_seconds: null, step: null };
    const warningsOf = (migrations: BalanceDraft["migrations"], prior: BalanceModel | null = null) =>
      plan(prior, aConfig({ migrations })).diagnostics.items.map(({ summary, detail }) => `${summary}: ${detail}`);
    expect(warningsOf([move(101, "pve2")])).toEqual([]);
    expect(warningsOf([written])).toEqual([expect.stringMatching(/^Guests Managed Elsewhere: A VM of the bpg/)]);
    const untyped = { ...written, type: null };
    expect(warningsOf([untyped])).toEqual([expect.stringMatching(/A VM of .* A container of /)]);
    expect(warningsOf([written], aState({ migrations: [written] }))).toEqual([]);
  });

  it.each([
    { what: "create", prior: null, timeouts: { create: "3h" }, warned: true },
    { what: "update", prior: aState(), timeouts: { update: "3h" }, warned: true },
    { what: "create within the default", prior: null, timeouts: null, warned: false },
    { what: "create with another limit", prior: null, timeouts: { update: "3h" }, warned: false },
    { what: "create with a limit that is not known yet", prior: null, timeouts: UNKNOWN, warned: false },
  ])("weighs how long the steps take against the timeout: $what", ({ prior, timeouts, warned }) => {
    const hours = (vmid: number, step: number, count: number) => ({
      ...move(vmid, "pve2"),
      step,
      estimated_seconds: count * 3600,
    });
    const migrations = [hours(101, 1, 2), hours(102, 1, 1), hours(103, 2, 1.5)];
    const { diagnostics } = plan(prior, aConfig({ migrations, timeouts }));
    const details = diagnostics.items.map(({ detail }) => detail);
    if (warned)
      expect(details).toEqual([expect.stringMatching(/at least 3h30m in all, but \w+ ends after 3h \(timeouts/)]);
    else expect(details).toEqual([]);
  });

  it("warns of what it can read of a list in which an entry is null, which the validation refuses", () => {
    const written = { ...move(101, "pve2"), reason: null };
    // The type has no room for what a configuration may still hold at that time.
    const { diagnostics } = plan(null, aConfig({ migrations: [null as never, written] }));
    expect(diagnostics.items.map(({ summary }) => summary)).toEqual(["Guests Managed Elsewhere"]);
  });

  it("executes nothing on create when the list is empty", () => {
    const { planned } = plan(null, aConfig({ migrations: [] }));
    expect(runs(planned)).toBe(false);
    expect(planned.executed).toEqual([]);
  });

  it("keeps the last list and changes nothing when the list goes back to empty", () => {
    const prior = aState({ migrations: [move(101, "pve2")], last_run: "2026-01-01T00:00:00Z" });
    const { planned } = plan(prior, aConfig({ migrations: [] }));
    expect(planned).toEqual(prior);
  });

  it("changes nothing when a literal list has been applied", () => {
    const prior = aState({ migrations: [move(101, "pve2")] });
    const { planned } = plan(prior, aConfig({ migrations: [move(101, "pve2")] }));
    expect(planned).toEqual(prior);
  });

  it("executes the same list again when a guest of it is elsewhere", () => {
    const prior = aState({ migrations: [move(101, "pve2")], applied: false });
    const { planned } = plan(prior, aConfig({ migrations: [move(101, "pve2")] }));
    expect(runs(planned)).toBe(true);
  });

  it("executes nothing for an empty list even when the last list is not in place", () => {
    const prior = aState({ migrations: [move(101, "pve2")], applied: false });
    expect(runs(plan(prior, aConfig({ migrations: [] })).planned)).toBe(false);
  });

  it("refuses a list that is unknown at plan time", () => {
    const { diagnostics } = plan(null, aConfig({ migrations: UNKNOWN }));
    expect(diagnostics.items).toMatchObject([{ severity: "error", path: [{ attribute: "migrations" }] }]);
    expect(diagnostics.items[0]?.detail).toContain("allow_unreviewed");
  });

  it("refuses a list of which only a part is unknown", () => {
    const { diagnostics } = plan(null, aConfig({ migrations: [{ ...move(101, "pve2"), to_node: UNKNOWN }] }));
    expect(diagnostics.hasErrors).toBe(true);
  });

  it("takes an unknown list when the user allowed it", () => {
    const { planned, diagnostics } = plan(null, aConfig({ migrations: UNKNOWN, allow_unreviewed: true }));
    expect(diagnostics.items).toEqual([]);
    expect(runs(planned)).toBe(true);
  });

  it("judges the cluster anew without moving anything when only the policy changes", () => {
    const prior = aState({ migrations: [move(101, "pve2")] });
    const { planned } = plan(prior, aConfig({ migrations: [move(101, "pve2")], policy: { balanciness: 5 } }));
    expect(runs(planned)).toBe(false);
    expect(isUnknown(planned.balanced)).toBe(true);
  });
});

describe("planning proxlb_balance without a list", () => {
  it("moves nothing on create", () => {
    const { planned } = plan(null, aConfig());
    expect(runs(planned)).toBe(false);
    expect(isUnknown(planned.pending_migrations)).toBe(true);
  });

  it("moves at once on create when the user allowed it", () => {
    expect(runs(plan(null, aConfig({ allow_unreviewed: true })).planned)).toBe(true);
  });

  it("shows and executes what the refresh found", () => {
    const prior = aState({ pending_migrations: [move(102, "pve3")], balanced: false });
    const { planned } = plan(prior, aConfig());
    expect(planned.migrations).toEqual([move(102, "pve3")]);
    expect(runs(planned)).toBe(true);
  });

  it("changes nothing when nothing is pending", () => {
    const prior = aState({ migrations: [move(102, "pve3")] });
    expect(plan(prior, aConfig()).planned).toEqual(prior);
  });

  it("comes out the same when it is made a second time", () => {
    const prior = aState({ pending_migrations: [move(102, "pve3")], balanced: false });
    expect(plan(prior, aConfig()).planned).toEqual(plan(prior, aConfig()).planned);
  });
});

describe("planning proxlb_balance without a list while its policy is unknown", () => {
  const pending = aState({ pending_migrations: [move(102, "pve3")] });
  const unknownPolicy = (over: Partial<BalanceDraft> = {}) => aConfig({ policy: UNKNOWN, ...over });

  it("is refused where migrations are pending, for nobody can tell whether they still hold", () => {
    const { diagnostics } = plan(pending, unknownPolicy(), rememberedBy(aConfig()));
    expect(diagnostics.items.map(({ summary }) => summary)).toEqual(["Policy Unknown at Plan Time"]);
    expect(plan(aState(), unknownPolicy(), rememberedBy(aConfig())).diagnostics.hasErrors).toBe(false);
  });

  it("leaves open what moves where the user allows that, and moves nothing after an import", () => {
    const { planned } = plan(pending, unknownPolicy({ allow_unreviewed: true }), rememberedBy(aConfig()));
    expect([isUnknown(planned.migrations), runs(planned)]).toEqual([true, true]);
    const privateState = rememberedBy(aConfig());
    markImported(privateState, true);
    const imported = plan(pending, unknownPolicy(), privateState);
    expect([imported.planned.migrations, runs(imported.planned)]).toEqual([[], false]);
  });
});

describe("planning proxlb_balance when its settings change", () => {
  const timeouts = { create: "1h", read: null, update: null };

  const weights = (memory: number, cpu: number) =>
    new Map([
      ["memory", memory],
      ["cpu", cpu],
    ]);

  it.each([
    ["timeouts", { timeouts }],
    ["allow_unreviewed", { allow_unreviewed: true }],
    ["policy", { policy: { balanciness: 5 } }],
  ])("looks at the cluster anew without moving anything when %s changes", (_name, change) => {
    const { planned } = plan(aState(), aConfig({ migrations: [], ...change }));
    expect(runs(planned)).toBe(false);
    expect([planned.balanced, planned.imbalance, planned.applied].every(isUnknown)).toBe(true);
  });

  it("does not execute what is pending under a policy that has changed, but finds it anew", () => {
    const prior = aState({ pending_migrations: [move(102, "pve3")], balanced: false });
    const { planned } = plan(prior, aConfig({ policy: { enabled: false } }));
    expect(runs(planned)).toBe(false);
    expect(planned.migrations).toEqual([]);
    expect(isUnknown(planned.pending_migrations)).toBe(true);
  });

  it("executes what is pending when the policy says the same in another order", () => {
    const rule = (name: string, tags: readonly string[]) => ({ name, type: "affinity", tags });
    const written = { ignore_nodes: ["a", "b"], weights: weights(2, 3), rules: [rule("r", ["x", "y"]), rule("s", [])] };
    const reordered = {
      rules: [rule("s", []), rule("r", ["y", "x"])],
      weights: weights(2, 3),
      ignore_nodes: ["b", "a"],
    };
    const prior = aState({ policy: written, pending_migrations: [move(102, "pve3")], balanced: false });
    const { planned } = plan(prior, aConfig({ policy: reordered }));
    expect(runs(planned)).toBe(true);
    expect(planned).toMatchObject({ policy: reordered, migrations: [{ vm_id: 102, to_node: "pve3" }] });
    for (const change of [{ ignore_nodes: ["a"] }, { weights: weights(3, 2) }, { rules: [rule("r", ["x", "z"])] }])
      expect(runs(plan(prior, aConfig({ policy: { ...reordered, ...change } })).planned)).toBe(false);
  });

  it("makes an update of it when the list is taken away, so that the refresh begins to look for migrations", () => {
    const reviewed = rememberedBy(aConfig({ migrations: [] }));
    const { planned } = plan(aState(), aConfig(), reviewed);
    expect(runs(planned)).toBe(false);
    expect(isUnknown(planned.pending_migrations)).toBe(true);
  });

  it("makes an update of it when an empty list is given to a balance without one", () => {
    const bare = rememberedBy(aConfig());
    const { planned } = plan(aState({ pending_migrations: [move(102, "pve3")] }), aConfig({ migrations: [] }), bare);
    expect(runs(planned)).toBe(false);
    expect(planned.pending_migrations).toEqual([]);
    expect(isUnknown(planned.balanced)).toBe(true);
  });
});

describe("planning proxlb_balance after an import", () => {
  const imported = () => {
    const privateState = PrivateState.decode(new Uint8Array());
    markImported(privateState, true);
    return privateState;
  };

  const importedState = aState({ migrations: null, executed: null, pending_migrations: [move(102, "pve3")] });

  it("takes a configured list over without moving anything", () => {
    const { planned } = plan(importedState, aConfig({ migrations: [move(102, "pve3")] }), imported());
    expect(runs(planned)).toBe(false);
    expect(planned.executed).toEqual([]);
  });

  it("moves nothing without a list either", () => {
    const { planned } = plan(importedState, aConfig(), imported());
    expect(runs(planned)).toBe(false);
    expect(planned.migrations).toEqual([]);
  });

  it("moves again from the second update on", () => {
    const privateState = imported();
    plan(importedState, aConfig(), privateState);
    const settled = aState({ pending_migrations: [move(102, "pve3")] });
    expect(runs(plan(settled, aConfig(), privateState).planned)).toBe(true);
  });
});
