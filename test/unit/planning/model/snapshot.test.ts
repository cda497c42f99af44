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
    ["a guest that is null", document({ guests: [null] }), "guests[0]"],
  ])("with %s is refused with the path", (_, json, path) => {
    const problems = problemsOf(json);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.every((problem) => problem.message.endsWith("."))).toBe(true);
  });

  it("is refused rather than planned without facts that would forbid moves", () => {
    expect(problemsOf(document({ storage: {} }))[0]?.message).toContain("does not use storage facts yet");
    expect(problemsOf(document({ guests: [{ ...GUEST, pressure: {} }] }))[0]?.path).toBe("guests[0].pressure");
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
