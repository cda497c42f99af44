import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NodeStorage } from "../../../provider/src/inventory/take-snapshot.js";
import { placeOnStorages } from "../../../provider/src/placing/place-on-storages.js";
import type { StoredRequest } from "../../../provider/src/placing/place-on-storages.js";
import { knownStorages, nodesWithoutRoom } from "../../../provider/src/placing/storage-room.js";
import { cluster, GIB, policyOf } from "../../support/snapshot-builders.js";

const NODES = ["a", "b", "c"];

const snapshot = cluster({ a: { guests: [50] }, b: { guests: [10] }, c: { guests: [] } });

const storage = (id: string, node: string, freeGib: number, changes: Partial<NodeStorage> = {}): NodeStorage => ({
  storage: id,
  node,
  available: true,
  shared: false,
  content: ["images", "rootdir"],
  sizeBytes: (freeGib + 100) * GIB,
  usedBytes: 100 * GIB,
  ...changes,
});

const onAll = (id: string, freeGib: number, changes: Partial<NodeStorage> = {}): readonly NodeStorage[] =>
  NODES.map((node) => storage(id, node, freeGib, changes));

const guest = (key: string, wished: string | null, diskGib: number): StoredRequest => ({
  request: {
    key,
    type: "vm",
    name: null,
    vmid: null,
    cpuCores: 1,
    memoryBytes: GIB,
    diskBytes: diskGib * GIB,
    tags: [],
    pool: null,
    allowedNodes: null,
    excludedNodes: [],
  },
  wish: wished === null ? null : { storage: wished, type: "vm", diskBytes: diskGib * GIB },
});

const place = (storages: readonly NodeStorage[], ...requests: readonly StoredRequest[]) =>
  placeOnStorages({ inventory: { snapshot, storages }, policy: policyOf() }, requests).placements;

const nodesOf = (...args: Parameters<typeof place>) => place(...args).map(({ node }) => node);

describe("placing guests whose storage is named", () => {
  it("leaves the storage out of account where none is named", () => {
    expect(nodesOf([], guest("x", null, 500))).toEqual(["c"]);
  });

  it("takes the best node that has the storage, and says of the others why not", () => {
    const [placement] = place(
      [storage("fast", "a", 50), storage("fast", "b", 5, { available: false })],
      guest("x", "fast", 10),
    );
    expect(placement?.node).toBe("a");
    const reasons = new Map(placement?.candidates.map((candidate) => [candidate.node, candidate.reasons]));
    expect(reasons.get("a")).toEqual([]);
    expect(reasons.get("b")).toEqual(["The storage fast is not available on b."]);
    expect(reasons.get("c")).toEqual(["c does not have the storage fast."]);
  });

  it("rules out nodes where the storage is too full or made for something else", () => {
    const inventory = {
      snapshot,
      storages: [storage("s", "a", 9), storage("s", "b", 50, { content: ["rootdir"] }), storage("s", "c", 10)],
    };
    expect(nodesWithoutRoom(inventory, { storage: "s", type: "vm", diskBytes: 10 * GIB })).toEqual(
      new Map([
        ["a", "The storage s on a has 9.0 GiB free, 10.0 GiB are needed."],
        ["b", 'The storage s on b takes no disks of such guests: its content lacks "images".'],
      ]),
    );
    expect([...nodesWithoutRoom(inventory, { storage: "s", type: "ct", diskBytes: 0 }).keys()]).toEqual([]);
  });

  it("does not take a storage for full whose node does not tell how full it is", () => {
    const silent = [storage("s", "a", 5), storage("s", "b", 50, { sizeBytes: null }), storage("s", "c", 5)];
    expect(nodesOf(silent, guest("x", "s", 10))).toEqual(["b"]);
    expect(nodesOf([storage("s", "c", 0, { usedBytes: null })], guest("x", "s", 10))).toEqual(["c"]);
  });

  it("reads the storages of a captured cluster from its nodes", () => {
    const [a, ...others] = snapshot.nodes;
    const captured = { id: "zfs", totalBytes: 100 * GIB, usedBytes: 40 * GIB, shared: false };
    const nodes = a === undefined ? others : [{ ...a, storages: [captured] }, ...others];
    expect(knownStorages({ storages: [], snapshot: { ...snapshot, nodes } })).toEqual([
      { ...storage("zfs", "a", 0), content: [], sizeBytes: 100 * GIB, usedBytes: 40 * GIB },
    ]);
    expect(knownStorages({ storages: onAll("s", 1), snapshot })).toEqual(onAll("s", 1));
  });

  it("counts the disks of the batch: what one guest takes is gone for the next", () => {
    const batch = ["x", "y", "z"].map((key) => guest(key, "local", 30));
    expect(nodesOf(onAll("local", 50), ...batch).sort()).toEqual(["a", "b", "c"]);
    const twice = place(onAll("local", 50), ...batch, guest("w", "local", 30));
    expect(twice.map(({ node }) => node).filter((node) => node === null)).toHaveLength(1);
    expect(twice.find(({ node }) => node === null)?.candidates[0]?.reasons[0]).toContain(
      "has 20.0 GiB free beside the other new guests, 30.0 GiB are needed.",
    );
  });

  it("knows that a shared storage has the same room on every node", () => {
    const shared = onAll("ceph", 50, { shared: true });
    expect(nodesOf(shared, guest("x", "ceph", 30), guest("y", "ceph", 30))).toContain(null);
    expect(nodesOf(shared, guest("x", "ceph", 30), guest("y", "ceph", 20))).not.toContain(null);
  });

  it("never fills a storage beyond its room, whatever is asked for", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        sizes,
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 3, maxLength: 3 }),
        (disks, shared, free) => {
          const storages = NODES.map((node, i) =>
            storage("s", node, shared ? (free[0] ?? 0) : (free[i] ?? 0), { shared }),
          );
          const nodes = nodesOf(storages, ...disks.map((disk, i) => guest(`g${i}`, "s", disk)));
          const used = new Map<string, number>();
          for (const [i, node] of nodes.entries()) {
            if (node === null) continue;
            const room = shared ? "s" : node;
            used.set(room, (used.get(room) ?? 0) + (disks[i] ?? 0));
          }
          for (const [room, gib] of used) expect(gib).toBeLessThanOrEqual(free[shared ? 0 : NODES.indexOf(room)] ?? 0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("making room where storages are named", () => {
  const tight = cluster({
    a: { guests: [{ used: 40, disks: [{ storage: "local", bytes: 30 * GIB }] }] },
    b: { guests: [45] },
    c: { guests: [50] },
  });
  const storages = [storage("local", "a", 0), storage("local", "b", 50), storage("local", "c", 0)];
  const sized = (key: string, gib: number, asked: StoredRequest): StoredRequest => ({
    ...asked,
    request: { ...asked.request, key, memoryBytes: gib * GIB },
  });
  const big = sized("big", 65, guest("big", null, 0));
  const placeTight = (makeRoom: boolean, ...requests: readonly StoredRequest[]) =>
    placeOnStorages({ inventory: { snapshot: tight, storages }, policy: policyOf(), makeRoom }, requests);

  it("moves existing guests only if that is allowed", () => {
    expect(placeTight(false, big)).toMatchObject({ placements: [{ node: null }], migrations: [] });
    expect(placeTight(true, big)).toMatchObject({ placements: [{ node: "a" }], migrations: [{ vmid: 100, to: "b" }] });
  });

  it("counts the disks of guests that make room where they go", () => {
    expect(placeTight(true, big, guest("small", "local", 20)).placements).toMatchObject([{ node: "a" }, { node: "b" }]);
    const { placements } = placeTight(true, big, guest("small", "local", 40));
    expect(placements[1]).toMatchObject({ node: null });
  });
});
