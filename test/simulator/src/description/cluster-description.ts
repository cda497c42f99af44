import * as z from "zod";
import { fault } from "../faults/fault.js";
import { milliseconds, size } from "./quantities.js";

const nodeName = z
  .string()
  .regex(/^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/, "a node name has letters, digits and hyphens");
const vmid = z.int().min(100).max(999_999_999);
const configValue = z.union([z.string(), z.number(), z.array(z.array(z.string()))]);
const jsonObject = z.record(z.string(), z.json());

const node = z.strictObject({
  name: nodeName,
  version: z.string().optional(),
  online: z.boolean().default(true),
  maintenance: z.boolean().default(false),
  cpus: z.int().min(1).default(16),
  sockets: z.int().min(1).default(1),
  memory: size.default(64 * 1024 ** 3),
  rootSize: size.default(100 * 1024 ** 3),
  rootUsed: size.default(12 * 1024 ** 3),
  uptimeSeconds: z.int().min(0).default(1_800_000),
  cpuModel: z.string().default("AMD EPYC 7313P 16-Core Processor"),
  cpuVendor: z.string().default("AuthenticAMD"),
  cpuFlags: z.string().default("fpu vme de pse tsc msr pae mce cx8 apic sep sse sse2 ssse3 sse4_1 sse4_2 aes avx avx2"),
  overhead: z
    .strictObject({ cpu: z.number().default(0.2), memory: z.union([size, z.number()]).default(2 * 1024 ** 3) })
    .prefault({}),
  /** Cache of ZFS, which counts as used memory. */
  arc: size.default(0),
  /** Memory saved by merging equal pages of guests (KSM). */
  sharedPages: size.default(0),
  /** Whether guests are started for which there is no memory left, as real nodes with swap do. */
  overcommit: z.boolean().default(true),
  /** How much its clock is ahead of that of the cluster: tickets of other nodes are too old, or not valid yet. */
  clockSkewSeconds: z.number().default(0),
  bridges: z.array(z.string()).default(["vmbr0"]),
  address: z.string().optional(),
  /** Bytes per second that migrations from or to this node share. */
  linkBytesPerSecond: size.default(800 * 1024 ** 2),
  level: z.string().default(""),
  /** Exact values of a captured row that the simulator does not compute (`cgroup-mode`, `hastate`). */
  row: jsonObject.default({}),
});

const storage = z.strictObject({
  name: z.string(),
  type: z.string().default("dir"),
  content: z.array(z.string()).default(["images", "rootdir"]),
  shared: z.boolean().optional(),
  nodes: z.array(nodeName).optional(),
  disabled: z.boolean().default(false),
  size: size.default(1024 ** 4),
  used: size.default(0),
  /** Sizes that differ per node, for local storages. */
  perNode: z.record(z.string(), z.strictObject({ size: size.optional(), used: size.optional() })).default({}),
});

const disk = z.strictObject({
  storage: z.string(),
  size,
  key: z.string().optional(),
  cdrom: z.boolean().default(false),
});

const haState = z.enum(["started", "stopped", "disabled", "ignored", "enabled"]);

const haResource = z.strictObject({
  state: haState.default("started"),
  group: z.string().optional(),
  maxRestart: z.int().optional(),
  maxRelocate: z.int().optional(),
  failback: z.boolean().optional(),
  autoRebalance: z.boolean().optional(),
  comment: z.string().optional(),
});

const share = z.number().min(0).max(1).default(0);

const load = z.strictObject({
  /** Cores used, not a fraction. */
  cpu: z.number().min(0).default(0.1),
  memory: size.optional(),
  memoryOnHost: size.optional(),
  /** Share of time that it waits for its disks, in percent. */
  io: z.number().min(0).max(100).default(0),
  /** Share of the used memory that is written again, and so sent again, while it is transferred. */
  dirtyShare: z.number().min(0).default(0.1),
  /** Memory written anew per second; from the bandwidth on a live migration does not converge. Instead of dirtyShare. */
  dirtyBytesPerSecond: size.optional(),
  /** A sine about the mean; cpu and memory are its height as a share of the mean. */
  wave: z
    .strictObject({
      cpu: share,
      memory: share,
      periodSeconds: z.number().positive().default(86_400),
      phaseSeconds: z.number().default(0),
    })
    .optional(),
  /** Seeded noise of this height, as a share of the mean, that is another in every interval. */
  noise: z.strictObject({ cpu: share, memory: share, intervalSeconds: z.number().positive().default(60) }).optional(),
  /** Additional demand for some seconds in every period, counted from the start of the cluster. */
  spikes: z
    .array(
      z.strictObject({
        everySeconds: z.number().positive(),
        forSeconds: z.number().positive(),
        offsetSeconds: z.number().default(0),
        cpu: z.number().min(0).default(0),
        memory: size.default(0),
      }),
    )
    .default([]),
  /** New means from so many virtual milliseconds after the start on, in order of time. */
  steps: z
    .array(z.strictObject({ atMs: milliseconds, cpu: z.number().min(0).optional(), memory: size.optional() }))
    .default([]),
});

const guest = z.strictObject({
  id: vmid,
  kind: z.enum(["vm", "ct"]).default("vm"),
  name: z.string().optional(),
  node: nodeName,
  status: z.enum(["running", "stopped", "paused"]).default("running"),
  template: z.boolean().default(false),
  cores: z.int().min(1).optional(),
  memory: size.default(2 * 1024 ** 3),
  load: load.prefault({}),
  disks: z.array(disk).optional(),
  diskUsed: size.default(0),
  snapshots: z.array(z.string()).default([]),
  tags: z.union([z.string(), z.array(z.string()).transform((list) => list.join(";"))]).optional(),
  pool: z.string().optional(),
  lock: z.string().optional(),
  uptimeSeconds: z.int().min(0).optional(),
  counters: z
    .strictObject({ netin: z.number(), netout: z.number(), diskread: z.number(), diskwrite: z.number() })
    .partial()
    .default({}),
  bridge: z.string().default("vmbr0"),
  ha: haResource.optional(),
  /** Configuration keys with their values as on the wire; they replace what is derived from the fields above. */
  config: z.record(z.string(), configValue).default({}),
});

const haRule = z.strictObject({
  rule: z.string(),
  type: z.enum(["node-affinity", "resource-affinity"]),
  resources: z.string(),
  nodes: z.string().optional(),
  affinity: z.enum(["positive", "negative"]).optional(),
  strict: z.boolean().optional(),
  disable: z.boolean().optional(),
  comment: z.string().optional(),
  errors: jsonObject.optional(),
});

const haGroup = z.strictObject({
  group: z.string(),
  nodes: z.string(),
  restricted: z.boolean().default(false),
  nofailback: z.boolean().default(false),
  comment: z.string().optional(),
});

const token = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9.\-_]+$/, "a token id starts with a letter and has two characters or more"),
  secret: z.string().optional(),
  privilegeSeparation: z.boolean().default(false),
});

const user = z.strictObject({
  id: z.string().regex(/^[^\s:/@]+@[A-Za-z][A-Za-z0-9.\-_]+$/, "a user is written name@realm"),
  password: z.string().optional(),
  tokens: z.array(token).default([]),
});

const aclEntry = z.strictObject({
  path: z.string().startsWith("/"),
  /** A user (`name@realm`) or a token (`name@realm!id`). */
  subject: z.string(),
  role: z.string().optional(),
  privileges: z.array(z.string()).default([]),
  propagate: z.boolean().default(true),
});

const clock = z.strictObject({
  mode: z.enum(["manual", "real", "accelerated"]).default("real"),
  speed: z.number().positive().default(60),
  start: z.iso.datetime().optional(),
});

const migration = z.strictObject({
  startMs: milliseconds.default(3000),
  tunnelMs: milliseconds.default(1000),
  cleanupMs: milliseconds.default(2000),
  containerShutdownMs: milliseconds.default(6000),
  containerStartMs: milliseconds.default(3000),
  offlineMs: milliseconds.default(1000),
  haQueueMs: milliseconds.default(10_000),
});

const taskTimes = z.strictObject({
  createMs: milliseconds.default(3000),
  cloneMs: milliseconds.default(2000),
  /** Bytes per second of full clones and moved disks. */
  copyBytesPerSecond: size.default(500 * 1024 ** 2),
  startMs: milliseconds.default(2000),
  stopMs: milliseconds.default(1000),
  shutdownMs: milliseconds.default(5000),
  rebootMs: milliseconds.default(8000),
  resizeMs: milliseconds.default(1000),
  destroyMs: milliseconds.default(2000),
});

/** The description of a simulated cluster, as a YAML file or a test writes it. */
const clusterDescription = z.strictObject({
  name: z.string().default("lab"),
  version: z.string().default("9.2.3"),
  seed: z.int().default(1),
  clock: clock.prefault({}),
  /** Real delay of every 401 answer; the real server takes 3000. */
  unauthorizedDelayMs: milliseconds.default(0),
  /** How long tickets live in real time; default 2 h. Shorter where the client's time passes faster. */
  ticketLifetimeMs: milliseconds.optional(),
  /** Whether the keys of answers come in another order each time, by the seed. */
  shuffleKeys: z.boolean().default(false),
  /** How far the export of metrics reaches back; less keeps the answer small where there are thousands of guests. */
  metricsHistorySeconds: z.int().min(10).default(1800),
  migration: migration.prefault({}),
  /** How long the other workers take. */
  tasks: taskTimes.prefault({}),
  options: jsonObject.default({}),
  nodes: z.array(node).min(1),
  storages: z.array(storage).default([]),
  pools: z
    .array(
      z.strictObject({ name: z.string(), comment: z.string().optional(), storages: z.array(z.string()).default([]) }),
    )
    .default([]),
  guests: z.array(guest).default([]),
  ha: z.strictObject({ rules: z.array(haRule).default([]), groups: z.array(haGroup).default([]) }).prefault({}),
  users: z.array(user).default([]),
  acl: z.array(aclEntry).default([]),
  /** Rows of `/cluster/resources` that are served as they are (SDN, network). */
  extraResources: z.array(jsonObject).default([]),
  replication: z.array(jsonObject).default([]),
  /** Devices that guests may take from any of these nodes. */
  mappings: z
    .array(
      z.strictObject({ id: z.string(), kind: z.enum(["pci", "usb", "dir"]).default("pci"), nodes: z.array(nodeName) }),
    )
    .default([]),
  faults: z.array(fault).default([]),
});

/** A checked description with every default filled in. */
export type ClusterDescription = z.output<typeof clusterDescription>;

/** A description as a file or a test may write it, defaults left out. */
export type ClusterInput = z.input<typeof clusterDescription>;

/** Parts of a description that other modules name. */
export type NodeDescription = ClusterDescription["nodes"][number];
export type GuestDescription = ClusterDescription["guests"][number];
export type LoadDescription = GuestDescription["load"];
export type StorageDescription = ClusterDescription["storages"][number];
export type HaRuleDescription = ClusterDescription["ha"]["rules"][number];
export type HaGroupDescription = ClusterDescription["ha"]["groups"][number];
export type HaResourceDescription = NonNullable<GuestDescription["ha"]>;
export type AclEntry = ClusterDescription["acl"][number];
export type UserDescription = ClusterDescription["users"][number];
export type MigrationTimes = ClusterDescription["migration"];
export type TaskTimes = ClusterDescription["tasks"];

/** Checks a description and fills in the defaults. Throws with the path of everything that is wrong. */
export function parseClusterDescription(input: unknown): ClusterDescription {
  const result = clusterDescription.safeParse(input);
  if (!result.success) throw new Error(`The cluster description is not valid:\n${z.prettifyError(result.error)}`);
  checkReferences(result.data);
  return result.data;
}

function checkReferences(description: ClusterDescription): void {
  const nodes = new Set(description.nodes.map((each) => each.name));
  const ids = new Set<number>();
  for (const each of description.guests) {
    if (!nodes.has(each.node))
      throw new Error(`Guest ${each.id} is on node "${each.node}", which the description does not have.`);
    if (ids.has(each.id)) throw new Error(`Guest id ${each.id} occurs twice in the description.`);
    ids.add(each.id);
  }
}
