import fc from "fast-check";
import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import { cluster, type GuestSketch } from "./snapshot-builders.js";

const TAG_SETS: readonly (readonly string[])[] = [
  [],
  [],
  [],
  [],
  ["plb_affinity_a"],
  ["plb_affinity_b"],
  ["plb_anti_affinity_x"],
  ["plb_anti_affinity_y"],
  ["plb_anti_affinity_x", "plb_affinity_a"],
  ["plb_ignore_me"],
  ["plb_pin_n0", "plb_pin_n1"],
  ["plb_pin_n2"],
  ["plb_pin_nowhere"],
];

const guestSketch: fc.Arbitrary<GuestSketch> = fc.record({
  used: fc.integer({ min: 0, max: 24 }),
  assigned: fc.integer({ min: 0, max: 32 }),
  cpuCores: fc.integer({ min: 1, max: 8 }),
  cpuUsedCores: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10),
  tags: fc.constantFrom(...TAG_SETS),
  status: fc.constantFrom("running", "running", "running", "running", "running", "stopped", "paused"),
  type: fc.constantFrom("vm", "vm", "vm", "vm", "ct"),
  lock: fc.constantFrom(null, null, null, null, null, null, "backup"),
  template: fc.constantFrom(false, false, false, false, false, false, false, true),
});

const nodeSketch = fc.record({
  gib: fc.constantFrom(64, 100, 128),
  maintenance: fc.constantFrom(false, false, false, false, true),
  online: fc.constantFrom(true, true, true, true, true, true, false),
  guests: fc.array(guestSketch, { maxLength: 7 }),
});

/** Clusters in any state, legal or not: broken rules, overfull nodes, maintenance, guests that must not move. */
export const anyCluster: fc.Arbitrary<ClusterSnapshot> = fc
  .array(nodeSketch, { minLength: 1, maxLength: 6 })
  .map((nodes) => cluster(Object.fromEntries(nodes.map((node, i) => [`n${i}`, node]))));

/** Policies that exercise the limits. */
export const anyPolicyJson: fc.Arbitrary<Record<string, unknown>> = fc.record({
  balanciness: fc.constantFrom(3, 10, 20),
  methods: fc.constantFrom(["memory"], ["memory", "cpu"]),
  mode: fc.constantFrom("used", "used", "assigned"),
  memory_overcommit: fc.constantFrom(null, 1, 1.5),
  cpu_overcommit: fc.constantFrom(null, 1),
  balance_types: fc.constantFrom(["vm"], ["vm", "ct"]),
  ignore_nodes: fc.constantFrom([], [], ["n1"]),
});
