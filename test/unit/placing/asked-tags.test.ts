import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import type { GuestModel } from "../../../provider/src/placing/guest-attributes.js";
import { placeNewGuests } from "../../../provider/src/placing/place-new-guests.js";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const model = (tags: readonly string[]): GuestModel => ({
  type: null,
  name: null,
  vm_id: null,
  cpu_cores: 2,
  memory_mib: 1024,
  disk_gib: null,
  storage: null,
  tags,
  pool: null,
  allowed_nodes: null,
  excluded_nodes: null,
});

const nodesFor = (snapshot: ClusterSnapshot, ...tagsOfGuests: readonly string[][]): readonly (string | null)[] => {
  const diagnostics = new Diagnostics();
  const asked = tagsOfGuests.map((tags, index) => ({ key: `g${index}`, path: [], model: model(tags) }));
  const batch = placeNewGuests({ inventory: { snapshot, storages: [] }, policy: policyOf() }, asked, diagnostics);
  expect(diagnostics.items).toEqual([]);
  return batch?.placements.map(({ node }) => node) ?? [];
};

describe("the tags of guests to be placed", () => {
  const snapshot = cluster({
    a: { guests: [{ used: 1, tags: ["plb_anti_affinity_web"] }] },
    b: { guests: [30] },
    c: { guests: [20] },
  });

  it.each([
    [["plb_anti_affinity_Web"], "c"],
    [["PLB_PIN_b"], "b"],
    [["prod;Plb_Pin_B"], "b"],
    [["plb_affinity_other"], "a"],
  ])("are heeded however they are written: %j", (tags, node) => {
    expect(nodesFor(snapshot, tags)).toEqual([node]);
  });

  it("hold in a batch, too", () => {
    const nodes = nodesFor(snapshot, ["plb_affinity_DB", "plb_pin_C"], ["PLB_affinity_db"]);
    expect(nodes).toEqual(["c", "c"]);
  });

  it("mean only what is written where the cluster keeps capitals", () => {
    const cased = cluster({
      a: { guests: [{ used: 1, tags: ["plb_anti_affinity_web"] }] },
      b: { guests: [{ used: 30, tags: ["plb_anti_affinity_Web"] }] },
    });
    expect(nodesFor(cased, ["plb_anti_affinity_Web"])).toEqual(["a"]);
    expect(nodesFor(cased, ["plb_anti_affinity_web"])).toEqual(["b"]);
  });
});
