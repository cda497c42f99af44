import { expect, it } from "vitest";
import { explainUnplaced } from "../../../provider/src/placing/place-new-guests.js";
import { placeGuests } from "../../../provider/src/planning/search/placement.js";
import { cluster, GIB, policyOf } from "../../support/snapshot-builders.js";

const MODEL = {
  type: null,
  name: null,
  vm_id: null,
  cpu_cores: 2,
  memory_mib: 1024,
  disk_gib: null,
  storage: null,
  tags: null,
  pool: null,
  excluded_nodes: null,
} as const;

const explained = (allowed: readonly string[], memoryBytes: number): string => {
  const request = {
    key: "web",
    type: "vm",
    name: null,
    vmid: null,
    cpuCores: 2,
    memoryBytes,
    diskBytes: 0,
    tags: [],
    pool: null,
    allowedNodes: allowed,
    excludedNodes: [],
  } as const;
  const { placements } = placeGuests(cluster({ b: { guests: [] }, a: { guests: [10] } }), policyOf(), [request]);
  const [placement] = placements;
  if (placement === undefined) throw new Error("The planner gave no answer.");
  return explainUnplaced({ key: "web", path: [], model: { ...MODEL, allowed_nodes: [...allowed] } }, placement);
};

it("names allowed nodes that the cluster does not have, beside those that it has", () => {
  expect(explained(["pve9"], GIB)).toMatch(
    /\n"allowed_nodes" names "pve9", which the cluster does not have\. Its nodes are a, b\.$/,
  );
});

it("says nothing of allowed nodes that all exist", () => {
  expect(explained(["a"], 999 * GIB)).not.toContain("which the cluster does not have");
});
