import type { ClusterSnapshot, Guest, GuestStatus, GuestType, Node, Rule, RuleStrength } from "./cluster-snapshot.js";
import { addProblem, createProblemList, describeValue, type ProblemList } from "./problem.js";
import { SnapshotError } from "./snapshot-error.js";
import { GUEST_FACT_KEYS, readGuestFacts, readNodeFacts, readPermissions } from "./snapshot-facts.js";
import {
  type FieldReader,
  fieldPath,
  isName,
  isVmid,
  openObject,
  readFlag,
  readInstant,
  readItems,
  readNumber,
  readObjects,
  readOptionalText,
  readPositive,
  readText,
  readWhole,
  readWord,
  rejectUnknownKeys,
} from "./snapshot-fields.js";

/** The one version of the snapshot format that is read and written. */
export const SNAPSHOT_VERSION = 1;

const DOCUMENT_KEYS = new Set(["version", "taken_at", "nodes", "guests", "rules", "permissions"]);
const NODE_KEYS = new Set([
  "name",
  "online",
  "maintenance",
  "cpuCores",
  "memoryBytes",
  "cpuUsedCores",
  "memoryUsedBytes",
  "diskBytes",
  "diskUsedBytes",
  "pressure",
  "storage",
  "migrationBytesPerSecond",
]);
const GUEST_KEYS = new Set([
  "vmid",
  "name",
  "type",
  "node",
  "status",
  "template",
  "lock",
  "immovable",
  "cpuCores",
  "cpuUsedCores",
  "memoryBytes",
  "memoryUsedBytes",
  "diskBytes",
  "localDiskBytes",
  "tags",
  "pool",
  "haManaged",
  "lastMovedAt",
  ...GUEST_FACT_KEYS,
]);
const RULE_KEYS = new Set(["kind", "name", "origin", "strength", "vmids", "nodes", "priorities"]);

const GUEST_TYPES: readonly [GuestType, ...GuestType[]] = ["vm", "ct"];
const STATUSES: readonly [GuestStatus, ...GuestStatus[]] = ["running", "stopped", "paused", "unknown"];
const STRENGTHS: readonly [RuleStrength, ...RuleStrength[]] = ["must", "should"];
const RULE_KINDS: readonly [Rule["kind"], ...Rule["kind"][]] = ["affinity", "anti-affinity", "node-affinity"];

/** What the guests of one node use, for nodes that do not say it themselves. */
interface Usage {
  cpuCores: number;
  memoryBytes: number;
  diskBytes: number;
}

/**
 * Decodes version 1 of the snapshot document. Defaults: nodes are online, not in maintenance, and use what their guests
 * use; guests run, use all that is assigned to them (stopped ones and templates nothing), have no lock, tags, pool or HA
 * manager and are named by their vmid; rules are `must` rules.
 *
 * @throws SnapshotError listing the path and cause of every problem, up to 20
 */
export function decodeSnapshot(json: unknown): ClusterSnapshot {
  const problems = createProblemList();
  const snapshot = readDocument(json, problems);
  if (problems.count > 0 || snapshot === null) {
    throw new SnapshotError(problems.problems, problems.count);
  }
  return snapshot;
}

function readDocument(json: unknown, problems: ProblemList): ClusterSnapshot | null {
  const reader = openObject(json, "", problems);
  if (reader === null) {
    return null;
  }
  if (reader.source["version"] !== SNAPSHOT_VERSION) {
    const found = describeValue(reader.source["version"]);
    addProblem(problems, "version", `Version ${SNAPSHOT_VERSION} of the snapshot format is expected, found ${found}.`);
    return null;
  }
  rejectUnknownKeys(reader, DOCUMENT_KEYS);
  const guests = readObjects(reader, "guests", readGuest, true);
  const usage = sumUsage(guests);
  const nodes = readObjects(reader, "nodes", (node) => readNode(node, usage), true);
  checkIdentities(nodes, guests, problems);
  return {
    takenAt: readInstant(reader, "taken_at"),
    nodes,
    guests,
    rules: readObjects(reader, "rules", readRule),
    ...readPermissions(reader),
  };
}

function readGuest(reader: FieldReader): Guest {
  rejectUnknownKeys(reader, GUEST_KEYS);
  const vmid = reader.source["vmid"];
  if (!isVmid(vmid)) {
    addProblem(reader.problems, fieldPath(reader, "vmid"), `A vmid is expected, found ${describeValue(vmid)}.`);
  }
  const cpuCores = readNumber(reader, "cpuCores", 0);
  const memoryBytes = readNumber(reader, "memoryBytes", 0);
  const status = readWord(reader, "status", STATUSES, "running");
  const template = readFlag(reader, "template", false);
  const lastMovedAt = readInstant(reader, "lastMovedAt");
  const isIdle = template || status === "stopped";
  const immovable = readOptionalText(reader, "immovable");
  const guest: Guest = {
    vmid: isVmid(vmid) ? vmid : 0,
    name: readText(reader, "name", String(vmid)),
    type: readWord(reader, "type", GUEST_TYPES),
    node: readText(reader, "node"),
    status,
    template,
    lock: readOptionalText(reader, "lock"),
    ...(immovable === null ? {} : { immovable }),
    cpuCores,
    cpuUsedCores: readNumber(reader, "cpuUsedCores", 0, isIdle ? 0 : cpuCores),
    memoryBytes,
    memoryUsedBytes: readNumber(reader, "memoryUsedBytes", 0, isIdle ? 0 : memoryBytes),
    diskBytes: readNumber(reader, "diskBytes", 0, 0),
    localDiskBytes: readNumber(reader, "localDiskBytes", 0, 0),
    tags: readItems(reader, "tags", { guard: isName, noun: "A tag" }),
    pool: readOptionalText(reader, "pool"),
    haManaged: readFlag(reader, "haManaged", false),
    ...(lastMovedAt === null ? null : { lastMovedAt }),
  };
  // Most guests have no facts, and in a large snapshot every property of every guest counts.
  const facts = readGuestFacts(reader);
  return facts === null ? guest : { ...guest, ...facts };
}

function readNode(reader: FieldReader, usage: ReadonlyMap<string, Usage>): Node {
  rejectUnknownKeys(reader, NODE_KEYS);
  const name = readText(reader, "name");
  const used = usage.get(name);
  const online = readFlag(reader, "online", true);
  // What a node that is down offers may not be known; Proxmox VE then tells nothing of it.
  const readSize = (key: string): number => (online ? readPositive(reader, key) : readNumber(reader, key, 0));
  return {
    name,
    online,
    maintenance: readFlag(reader, "maintenance", false),
    cpuCores: readSize("cpuCores"),
    memoryBytes: readSize("memoryBytes"),
    cpuUsedCores: readNumber(reader, "cpuUsedCores", 0, used?.cpuCores ?? 0),
    memoryUsedBytes: readNumber(reader, "memoryUsedBytes", 0, used?.memoryBytes ?? 0),
    diskBytes: readNumber(reader, "diskBytes", 0, 0),
    diskUsedBytes: readNumber(reader, "diskUsedBytes", 0, used?.diskBytes ?? 0),
    ...readNodeFacts(reader),
  };
}

function readRule(reader: FieldReader): Rule {
  rejectUnknownKeys(reader, RULE_KEYS);
  const kind = readWord(reader, "kind", RULE_KINDS);
  const name = readText(reader, "name");
  const common = {
    name,
    origin: readText(reader, "origin", `snapshot rule ${name}`),
    strength: readWord(reader, "strength", STRENGTHS, "must"),
    vmids: readItems(reader, "vmids", { guard: isVmid, noun: "A vmid", required: true }),
  };
  const nodes = readItems(reader, "nodes", { guard: isName, noun: "A node name", required: kind === "node-affinity" });
  if (kind === "node-affinity") {
    const priorities = readPriorities(reader, nodes);
    return { kind, ...common, nodes, ...(priorities === null ? null : { priorities }) };
  }
  if (reader.source["priorities"] !== undefined) {
    addProblem(
      reader.problems,
      fieldPath(reader, "priorities"),
      "Only rules of the kind node-affinity have priorities.",
    );
  }
  if (nodes.length > 0) {
    addProblem(reader.problems, fieldPath(reader, "nodes"), "Only rules of the kind node-affinity name nodes.");
  }
  return { kind, ...common };
}

function readPriorities(reader: FieldReader, nodes: readonly string[]): Record<string, number> | null {
  if (reader.source["priorities"] === undefined) {
    return null;
  }
  const path = fieldPath(reader, "priorities");
  const object = openObject(reader.source["priorities"], path, reader.problems);
  if (object === null) {
    return null;
  }
  rejectUnknownKeys(object, new Set(nodes));
  return Object.fromEntries(nodes.map((node) => [node, readWhole(object, node, 0)]));
}

function sumUsage(guests: readonly Guest[]): Map<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const guest of guests) {
    const sum = usage.get(guest.node);
    if (sum === undefined) {
      usage.set(guest.node, {
        cpuCores: guest.cpuUsedCores,
        memoryBytes: guest.memoryUsedBytes,
        diskBytes: guest.localDiskBytes,
      });
    } else {
      sum.cpuCores += guest.cpuUsedCores;
      sum.memoryBytes += guest.memoryUsedBytes;
      sum.diskBytes += guest.localDiskBytes;
    }
  }
  return usage;
}

function checkIdentities(nodes: readonly Node[], guests: readonly Guest[], problems: ProblemList): void {
  const names = new Set<string>();
  for (const [i, node] of nodes.entries()) {
    if (names.has(node.name)) {
      addProblem(problems, `nodes[${i}].name`, `The node "${node.name}" is listed twice.`);
    }
    names.add(node.name);
  }
  const vmids = new Set<number>();
  for (let i = 0; i < guests.length; i += 1) {
    const guest = guests[i];
    if (guest === undefined) {
      continue;
    }
    if (vmids.has(guest.vmid)) {
      addProblem(problems, `guests[${i}].vmid`, `The vmid ${guest.vmid} is listed twice.`);
    }
    vmids.add(guest.vmid);
    if (!names.has(guest.node)) {
      addProblem(problems, `guests[${i}].node`, `The node "${guest.node}" is not in the list of nodes.`);
    }
  }
}
