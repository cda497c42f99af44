import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSnapshot } from "../../../../provider/src/planning/model/decode-snapshot.js";
import { encodeSnapshot } from "../../../../provider/src/planning/model/encode-snapshot.js";
import { SnapshotError } from "../../../../provider/src/planning/model/snapshot-error.js";
import { anyCluster } from "../../../support/planning-arbitraries.js";

const NODE = { name: "pve1", cpuCores: 32, memoryBytes: 1000 };
const GUEST = { vmid: 100, type: "vm", node: "pve1", cpuCores: 4, memoryBytes: 100 };

function document(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { version: 1, nodes: [NODE], guests: [GUEST], ...changes };
}

function problemsOf(json: unknown): readonly { path: string; message: string }[] {
  try {
    decodeSnapshot(json);
  } catch (error) {
    if (error instanceof SnapshotError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe("a snapshot document", () => {
  it("fills in the documented defaults", () => {
    const { nodes, guests, rules, takenAt } = decodeSnapshot(document());
    expect(nodes).toEqual([
      {
        ...NODE,
        online: true,
        maintenance: false,
        cpuUsedCores: 4,
        memoryUsedBytes: 100,
        diskBytes: 0,
        diskUsedBytes: 0,
      },
    ]);
    expect(guests).toEqual([
      {
        ...GUEST,
        name: "100",
        status: "running",
        template: false,
        lock: null,
        cpuUsedCores: 4,
        memoryUsedBytes: 100,
        diskBytes: 0,
        localDiskBytes: 0,
        tags: [],
        pool: null,
        haManaged: false,
      },
    ]);
    expect(rules).toEqual([]);
    expect(takenAt).toBeNull();
  });

  it("takes what is empty for absent, and what does not run for idle", () => {
    const idle = [
      { ...GUEST, lock: "", pool: "", status: "stopped" },
      { ...GUEST, vmid: 101, template: true },
    ];
    const { guests, nodes } = decodeSnapshot(document({ guests: idle }));
    expect(guests).toMatchObject([
      { lock: null, pool: null, memoryUsedBytes: 0, cpuUsedCores: 0 },
      { memoryUsedBytes: 0, cpuUsedCores: 0 },
    ]);
    expect(nodes[0]?.memoryUsedBytes).toBe(0);
  });

  it("takes a node that is down without knowing its size, and refuses a time that is none", () => {
    const down = { name: "pve2", online: false, cpuCores: 0, memoryBytes: 0 };
    const { nodes } = decodeSnapshot(document({ nodes: [NODE, down] }));
    expect(nodes[1]).toMatchObject({ online: false, cpuCores: 0, memoryBytes: 0 });
    expect(decodeSnapshot(encodeSnapshot(decodeSnapshot(document({ nodes: [NODE, down] })))).nodes).toEqual(nodes);
    expect(problemsOf(document({ nodes: [{ ...down, online: true }] }))[0]?.path).toBe("nodes[0].cpuCores");
    expect(problemsOf(document({ taken_at: "yesterday" }))[0]?.path).toBe("taken_at");
  });

  it("keeps the node's own figures where they are given", () => {
    const [node] = decodeSnapshot(document({ nodes: [{ ...NODE, memoryUsedBytes: 300 }] })).nodes;
    expect(node?.memoryUsedBytes).toBe(300);
  });

  it("survives encoding and decoding unchanged", () => {
    fc.assert(
      fc.property(anyCluster, (snapshot) => {
        expect(decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(snapshot))))).toEqual(snapshot);
      }),
    );
  });

  it("reads the rules that the cluster holds", () => {
    const rules = [
      { kind: "anti-affinity", name: "db", vmids: [100, 101], strength: "should", origin: "HA rule db" },
      { kind: "node-affinity", name: "gpu", vmids: [100], nodes: ["pve1"] },
    ];
    expect(decodeSnapshot(document({ rules })).rules).toMatchObject([
      { kind: "anti-affinity", strength: "should", origin: "HA rule db" },
      { kind: "node-affinity", strength: "must", origin: "snapshot rule gpu", nodes: ["pve1"] },
    ]);
  });

  it.each([
    ["no object", 7, "(document)"],
    ["another version", document({ version: 2 }), "version"],
    ["a missing list of nodes", document({ nodes: undefined }), "nodes"],
    ["guests that are no list", document({ guests: {} }), "guests"],
    ["an unknown key of the document", document({ extra: 1 }), "extra"],
    ["an unknown key of a node", document({ nodes: [{ ...NODE, maxmem: 1 }] }), "nodes[0].maxmem"],
    ["an unknown key of a guest", document({ guests: [{ ...GUEST, cpus: 1 }] }), "guests[0].cpus"],
    ["a time that is none", document({ guests: [{ ...GUEST, lastMovedAt: "noon" }] }), "guests[0].lastMovedAt"],
    [
      "a priority of a node that the rule does not name",
      document({ rules: [{ kind: "node-affinity", name: "r", vmids: [100], nodes: ["pve1"], priorities: { x: 1 } }] }),
      "rules[0].priorities.x",
    ],
    [
      "a priority that is no whole number",
      document({
        rules: [{ kind: "node-affinity", name: "r", vmids: [100], nodes: ["pve1"], priorities: { pve1: 1.5 } }],
      }),
      "rules[0].priorities.pve1",
    ],
    ["an id that is no whole number", document({ guests: [{ ...GUEST, vmid: 100.5 }] }), "guests[0].vmid"],
    ["a missing size", document({ nodes: [{ name: "pve1", cpuCores: 1 }] }), "nodes[0].memoryBytes"],
    ["a node of size zero", document({ nodes: [{ ...NODE, memoryBytes: 0 }] }), "nodes[0].memoryBytes"],
    ["a negative size", document({ guests: [{ ...GUEST, memoryBytes: -1 }] }), "guests[0].memoryBytes"],
    ["a size as text", document({ guests: [{ ...GUEST, memoryBytes: "1" }] }), "guests[0].memoryBytes"],
    ["a number that is none", document({ guests: [{ ...GUEST, cpuUsedCores: NaN }] }), "guests[0].cpuUsedCores"],
    ["a fractional vmid", document({ guests: [{ ...GUEST, vmid: 1.5 }] }), "guests[0].vmid"],
    ["an unknown type", document({ guests: [{ ...GUEST, type: "qemu" }] }), "guests[0].type"],
    ["an unknown status", document({ guests: [{ ...GUEST, status: "on" }] }), "guests[0].status"],
    ["an unknown node", document({ guests: [{ ...GUEST, node: "pve9" }] }), "guests[0].node"],
    ["a vmid listed twice", document({ guests: [GUEST, GUEST] }), "guests[1].vmid"],
    ["a node listed twice", document({ nodes: [NODE, NODE] }), "nodes[1].name"],
    ["a tag that is no text", document({ guests: [{ ...GUEST, tags: ["a", 1] }] }), "guests[0].tags[1]"],
    ["a rule of unknown kind", document({ rules: [{ kind: "x", name: "r", vmids: [] }] }), "rules[0].kind"],
    ["storages that are no list", document({ nodes: [{ ...NODE, storage: {} }] }), "nodes[0].storage"],
    [
      "a storage listed twice",
      document({ nodes: [{ ...NODE, storage: [0, 1].map(() => ({ id: "a", totalBytes: 1, usedBytes: 0 })) }] }),
      "nodes[0].storage[1].id",
    ],
    [
      "a storage without a size",
      document({ nodes: [{ ...NODE, storage: [{ id: "a" }] }] }),
      "nodes[0].storage[0].totalBytes",
    ],
    [
      "a disk on no storage",
      document({ guests: [{ ...GUEST, storage: [{ bytes: 1 }] }] }),
      "guests[0].storage[0].storage",
    ],
    ["an unknown resource", document({ nodes: [{ ...NODE, pressure: { io: {} } }] }), "nodes[0].pressure.io"],
    [
      "an unknown figure of pressure",
      document({ nodes: [{ ...NODE, pressure: { cpu: { avg: 1 } } }] }),
      "nodes[0].pressure.cpu.avg",
    ],
    [
      "a pressure above 100 percent",
      document({ guests: [{ ...GUEST, pressure: { memory: { full: 101 } } }] }),
      "guests[0].pressure.memory.full",
    ],
    ["failback as text", document({ guests: [{ ...GUEST, ha: { failback: "yes" } }] }), "guests[0].ha.failback"],
    ["an unknown permission", document({ permissions: { admin: true } }), "permissions.admin"],
    ["a guest that is null", document({ guests: [null] }), "guests[0]"],
  ])("with %s is refused with the path", (_, json, path) => {
    const problems = problemsOf(json);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.every((problem) => problem.message.endsWith("."))).toBe(true);
  });

  it("reads pressure, storages, HA settings and permissions", () => {
    const pressure = { memory: { some: 0.3, full: 0.1, fullSpike: 1.2 }, cpu: { some: 12, someSpike: 40 } };
    const storage = [{ id: "local-lvm", totalBytes: 1000, usedBytes: 400, shared: false }];
    const json = document({
      nodes: [{ ...NODE, pressure, storage }],
      guests: [
        {
          ...GUEST,
          pressure: { disk: { full: 7 } },
          storage: [{ storage: "local-lvm", bytes: 32 }],
          ha: { state: "started", failback: true },
        },
      ],
      permissions: { guestsMayBeHidden: true, mayMigrate: false },
    });
    const snapshot = decodeSnapshot(json);
    expect(snapshot.nodes[0]).toMatchObject({ pressure, storages: storage });
    expect(snapshot.guests[0]).toMatchObject({
      pressure: { disk: { full: 7 } },
      disks: [{ storage: "local-lvm", bytes: 32 }],
      ha: { state: "started", failback: true },
    });
    expect(snapshot.permissions).toEqual({ guestsMayBeHidden: true, mayMigrate: false });
    expect(decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(snapshot))))).toEqual(snapshot);
  });

  it.each([
    ["pressure", { memory: { full: 1 } }, "pressure"],
    ["storage", [{ storage: "local", bytes: 5 }], "disks"],
    ["ha", { failback: true }, "ha"],
    ["dirtyBytesPerSecond", 5, "dirtyBytesPerSecond"],
  ])("reads %s where it is all that is said of a guest beyond its size", (key, value, property) => {
    const { guests } = decodeSnapshot(document({ guests: [{ ...GUEST, [key]: value }] }));
    expect(guests[0]).toHaveProperty(property, value);
  });

  it("does not take a pressure that was not measured for none", () => {
    const [node] = decodeSnapshot(document({ nodes: [{ ...NODE, pressure: { cpu: { some: 1 }, memory: {} } }] })).nodes;
    expect(node?.pressure).toEqual({ cpu: { some: 1 }, memory: {} });
  });

  it("lists a limited number of problems and counts the rest", () => {
    const guests = Array.from({ length: 50 }, () => ({}));
    const error = expectError(() => decodeSnapshot(document({ guests })));
    expect(error.problems).toHaveLength(20);
    expect(error.message).toMatch(/and \d+ more problems/);
  });

  it("never makes the decoder throw anything but its own error", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(() => problemsOf(a)).not.toThrow();
        expect(() => problemsOf(document({ nodes: [a], guests: b }))).not.toThrow();
      }),
    );
  });
});

function expectError(action: () => unknown): SnapshotError {
  try {
    action();
  } catch (error) {
    if (error instanceof SnapshotError) {
      return error;
    }
  }
  throw new Error("A SnapshotError was expected.");
}
