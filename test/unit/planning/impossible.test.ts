import { describe, expect, it } from "vitest";
import type { ClusterSnapshot, Guest } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { type ClusterShape, generateCluster } from "../../support/planning-cluster-generator.js";
import { findFlaws } from "../../support/planning-judge-claims.js";
import { afterMigrations } from "../../support/planning-replay.js";
import { policyOf } from "../../support/snapshot-builders.js";

/*
 * Random clusters in which no placement keeps every rule: one thing that cannot be is added to a cluster whose rules can
 * all be kept. The plan does the rest, and says of the one thing why not.
 */

const SOAK = process.env["PROXLB_SOAK"] === "1";
const SHAPES: readonly Omit<ClusterShape, "rules">[] = (SOAK ? [1, 2, 3, 4, 5, 6] : [1, 2]).flatMap((seed) =>
  (SOAK ? [80, 300] : [80]).map((guests) => ({ nodes: 8, guests, seed, legal: seed % 2 === 1 })),
);
const OPTIONS = SOAK ? {} : { iterations: 400 };
const TIMEOUT_MS = 600_000;

interface Twist {
  readonly what: string;
  /** Makes what cannot be out of guests without rules, largest first. */
  readonly twist: (free: readonly Guest[], snapshot: ClusterSnapshot) => ReadonlyMap<number, Partial<Guest>>;
  readonly policy?: (snapshot: ClusterSnapshot) => Readonly<Record<string, unknown>>;
  /** Violations that are left at best. */
  readonly violations: number;
  readonly subject: RegExp;
  readonly reason: RegExp;
}

const tagAll = (guests: readonly Guest[], ...tags: string[]): ReadonlyMap<number, Partial<Guest>> =>
  new Map(guests.map((guest) => [guest.vmid, { tags: [...guest.tags, ...tags] }]));

const first = (guests: readonly Guest[]): Guest => guests[0]!;

const otherNode = ({ nodes }: ClusterSnapshot, { node }: Guest): string =>
  nodes.find(({ name }) => name !== node)?.name ?? "";

const TWISTS: readonly Twist[] = [
  {
    what: "more guests that keep apart than nodes",
    twist: (free, { nodes }) => tagAll(free.slice(0, nodes.length + 2), "plb_anti_affinity_huge"),
    violations: 2,
    subject: /^tag plb_anti_affinity_huge$/,
    reason: /Only 8 nodes take guests/,
  },
  {
    what: "guests that belong together on different nodes",
    twist: (free, { nodes }) =>
      new Map(
        free
          .slice(0, 2)
          .map((guest, i) => [guest.vmid, { tags: ["plb_affinity_torn", `plb_pin_${nodes[i]?.name ?? ""}`] }]),
      ),
    violations: 1,
    subject: /^(tag plb_affinity_torn|guest \d+ .*)$/,
    reason: /node-000/,
  },
  {
    what: "a locked guest off its nodes",
    twist: (free, snapshot) => {
      const guest = first(free);
      return new Map([[guest.vmid, { lock: "backup", tags: [`plb_pin_${otherNode(snapshot, guest)}`] }]]);
    },
    violations: 1,
    subject: /^guest \d+ /,
    reason: /It is locked \(backup\)/,
  },
  {
    what: "a guest that no node but its own has room for, off its nodes",
    twist: (free, snapshot) => {
      const guest = first(free);
      return new Map([[guest.vmid, { cpuCores: 10_000, tags: [`plb_pin_${otherNode(snapshot, guest)}`] }]]);
    },
    policy: () => ({ cpu_overcommit: 100 }),
    violations: 1,
    subject: /^guest \d+ /,
    reason: /cpu_overcommit, 10000 virtual CPUs are needed/,
  },
  {
    what: "a node to be emptied of a guest that is pinned to it",
    twist: (free) => new Map([[first(free).vmid, { tags: [`plb_pin_${first(free).node}`] }]]),
    policy: ({ guests }) => ({ maintenance_nodes: [first(freeGuests(guests)).node] }),
    violations: 0,
    subject: /^guest \d+ /,
    reason: /which is in maintenance\. .*(allows only node-000|plb_ignore_me)/,
  },
];

/** Guests on which no other rule hangs. */
function freeGuests(guests: readonly Guest[]): readonly Guest[] {
  return guests
    .filter(({ tags }) => tags.length === 0)
    .sort((a, b) => b.memoryUsedBytes - a.memoryUsedBytes || a.vmid - b.vmid);
}

describe.each(TWISTS)("clusters with $what", ({ twist, policy: json, violations, subject, reason }) => {
  it.each(SHAPES)("do all else, and say why not: $guests guests, seed $seed", { timeout: TIMEOUT_MS }, (shape) => {
    const whole = generateCluster({ ...shape, rules: true });
    const changes = twist(freeGuests(whole.guests), whole);
    const guests = whole.guests.map((guest) => ({ ...guest, ...changes.get(guest.vmid) }));
    const snapshot = { ...whole, guests };
    const policy = policyOf({ balanciness: 100, ...json?.(whole) });
    const plan = planMigrations(snapshot, policy, OPTIONS);
    expect(findFlaws(snapshot, policy, plan)).toEqual([]);
    expect(plan.violationsAfter).toBe(violations);
    expect(plan.unresolved.length).toBeGreaterThan(0);
    for (const entry of plan.unresolved.filter(({ kind }) => kind !== "balance")) {
      expect(entry.subject).toMatch(subject);
      expect(entry.reason).toMatch(reason);
    }
    const after = afterMigrations(snapshot, plan.migrations, policy);
    expect(planMigrations(after, policy, OPTIONS).migrations).toEqual([]);
  });
});
