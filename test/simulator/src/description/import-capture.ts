import * as z from "zod";
import type { ClusterInput } from "./cluster-description.js";

/** Bodies of captured answers, as text or parsed; all but the resources may be missing. */
export interface Capture {
  /** `GET /cluster/resources` without a filter. */
  readonly resources: unknown;
  /** `GET /cluster/options`. */
  readonly options?: unknown;
  /** `GET /cluster/replication`. */
  readonly replication?: unknown;
  /** `GET /cluster/ha/resources`. */
  readonly haResources?: unknown;
  /** `GET /cluster/ha/rules`. */
  readonly haRules?: unknown;
  /** `GET .../config` by guest id. */
  readonly configs?: Readonly<Record<number, unknown>>;
  /** Version of every node; default: what the rows look like. */
  readonly version?: string;
}

const row = z.looseObject({ id: z.string(), type: z.string() });
const guestRow = z.looseObject({
  type: z.enum(["qemu", "lxc"]),
  vmid: z.coerce.number(),
  node: z.string(),
  name: z.string().optional(),
  status: z.string().optional(),
  template: z.number().optional(),
  uptime: z.number().optional(),
  maxcpu: z.number().optional(),
  cpu: z.number().optional(),
  maxmem: z.number().optional(),
  mem: z.number().optional(),
  memhost: z.number().optional(),
  maxdisk: z.number().optional(),
  disk: z.number().optional(),
  netin: z.number().optional(),
  netout: z.number().optional(),
  diskread: z.number().optional(),
  diskwrite: z.number().optional(),
  pool: z.string().optional(),
  tags: z.string().optional(),
  lock: z.string().optional(),
  hastate: z.string().optional(),
});
const nodeRow = z.looseObject({
  node: z.string(),
  status: z.string().optional(),
  level: z.string().optional(),
  maxcpu: z.number().optional(),
  cpu: z.number().optional(),
  maxmem: z.number().optional(),
  mem: z.number().optional(),
  maxdisk: z.number().optional(),
  disk: z.number().optional(),
  uptime: z.number().optional(),
  hastate: z.string().optional(),
});
const storageRow = z.looseObject({
  storage: z.string(),
  node: z.string(),
  plugintype: z.string().default("dir"),
  content: z.string().default(""),
  shared: z.number().default(0),
  disk: z.number().optional(),
  maxdisk: z.number().optional(),
});
const jsonObject = z.record(z.string(), z.json());
const haResource = z.looseObject({
  sid: z.string(),
  state: z.enum(["started", "stopped", "disabled", "ignored", "enabled"]).default("started"),
  group: z.string().optional(),
  max_restart: z.number().optional(),
  max_relocate: z.number().optional(),
  failback: z.number().optional(),
  "auto-rebalance": z.number().optional(),
  comment: z.string().optional(),
});
const haRule = z.looseObject({
  rule: z.string(),
  type: z.enum(["node-affinity", "resource-affinity"]),
  resources: z.string(),
  nodes: z.string().optional(),
  affinity: z.enum(["positive", "negative"]).optional(),
  strict: z.number().optional(),
  disable: z.number().optional(),
  comment: z.string().optional(),
  errors: jsonObject.optional(),
});
const configBody = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.array(z.string()))]));

type GuestRow = z.output<typeof guestRow>;
type NodeRow = z.output<typeof nodeRow>;
type StorageRow = z.output<typeof storageRow>;
type HaRow = z.output<typeof haResource>;

/** Makes a description of the cluster that gave these answers. Throws when an answer does not have the form of one. */
export function importCapture(capture: Capture): ClusterInput {
  const rows = dataOf(capture.resources, z.array(row));
  const ofType = (...types: readonly string[]): unknown[] => rows.filter((each) => types.includes(each.type));
  const guests = z.array(guestRow).parse(ofType("qemu", "lxc"));
  const nodes = z.array(nodeRow).parse(ofType("node"));
  const storages = z.array(storageRow).parse(ofType("storage"));
  const managed = capture.haResources === undefined ? [] : dataOf(capture.haResources, z.array(haResource));
  const pools = new Set(rows.flatMap((each) => (each.type === "pool" ? [String(each["pool"])] : [])));
  for (const guest of guests) if (guest.pool !== undefined) pools.add(guest.pool);
  return {
    name: "captured",
    version: capture.version ?? (guests.some((guest) => guest.memhost !== undefined) ? "9.2.3" : "8.4.5"),
    clock: { mode: "manual" },
    nodes: nodes.map((node) => nodeInput(node, guests)),
    storages: storageInputs(storages),
    pools: [...pools].map((name) => ({ name })),
    guests: guests.map((guest) => ({
      ...guestInput(guest, managed),
      ...diskInput(guest, capture.configs?.[guest.vmid], storages),
    })),
    ha: { rules: capture.haRules === undefined ? [] : dataOf(capture.haRules, z.array(haRule)).map(ruleInput) },
    options: capture.options === undefined ? {} : dataOf(capture.options, jsonObject),
    replication: capture.replication === undefined ? [] : dataOf(capture.replication, z.array(jsonObject)),
    extraResources: z.array(jsonObject).parse(ofType("sdn", "network")),
  };
}

function dataOf<T>(body: unknown, schema: z.ZodType<T>): T {
  const parsed: unknown = typeof body === "string" ? JSON.parse(body) : body;
  return z.object({ data: schema }).parse(parsed).data;
}

type NodeInput = ClusterInput["nodes"][number];
type GuestInput = NonNullable<ClusterInput["guests"]>[number];

function nodeInput(node: NodeRow, guests: readonly GuestRow[]): NodeInput {
  const running = guests.filter((guest) => guest.node === node.node && guest.status === "running");
  const cpus = node.maxcpu ?? 16;
  const guestCores = running.reduce((sum, guest) => sum + (guest.cpu ?? 0) * (guest.maxcpu ?? 0), 0);
  const guestMemory = running.reduce((sum, guest) => sum + memoryOnHost(guest), 0);
  return withoutUndefined({
    name: node.node,
    online: node.status !== "offline",
    maintenance: node.hastate === "maintenance",
    cpus,
    memory: node.maxmem,
    rootSize: node.maxdisk,
    rootUsed: node.disk,
    uptimeSeconds: node.uptime,
    level: node.level,
    // What guests do not explain is the host's own; with shared pages that can be less than nothing.
    overhead:
      node.mem === undefined ? undefined : { cpu: (node.cpu ?? 0) * cpus - guestCores, memory: node.mem - guestMemory },
    row: extraKeys(node, ["cgroup-mode", "host-arch"]),
  });
}

// Version 9 says what a VM uses of its host; a container uses what it says itself.
function memoryOnHost(guest: GuestRow): number {
  return (guest.type === "qemu" ? guest.memhost : undefined) ?? guest.mem ?? 0;
}

function guestInput(guest: GuestRow, managed: readonly HaRow[]): GuestInput {
  const kind = guest.type === "qemu" ? "vm" : "ct";
  const hasCpus = guest.maxcpu !== undefined && guest.maxcpu >= 1;
  return withoutUndefined({
    id: guest.vmid,
    kind,
    name: guest.name,
    node: guest.node,
    status: guest.status === "stopped" || guest.status === "paused" ? guest.status : "running",
    template: guest.template === 1,
    cores: hasCpus ? Math.round(guest.maxcpu ?? 1) : undefined,
    memory: guest.maxmem,
    load: withoutUndefined({
      cpu: (guest.cpu ?? 0) * (guest.maxcpu ?? 0),
      memory: guest.mem,
      memoryOnHost: guest.memhost,
    }),
    diskUsed: guest.disk,
    tags: guest.tags,
    pool: guest.pool,
    lock: guest.lock,
    uptimeSeconds: guest.uptime,
    counters: withoutUndefined({
      netin: guest.netin,
      netout: guest.netout,
      diskread: guest.diskread,
      diskwrite: guest.diskwrite,
    }),
    ha: haInput(guest, `${kind}:${guest.vmid}`, managed),
  });
}

// A capture of rows does not say where disks lie: a storage for disks on the guest's node is assumed, a shared one if there is any.
function diskInput(
  guest: GuestRow,
  config: unknown,
  storages: readonly StorageRow[],
): Pick<GuestInput, "disks" | "config"> {
  if (config !== undefined) return { disks: [], config: dataOf(config, configBody) };
  const wanted = guest.type === "qemu" ? "images" : "rootdir";
  const usable = storages.filter((each) => each.node === guest.node && each.content.split(",").includes(wanted));
  const storage = usable.find((each) => each.shared === 1) ?? usable[0];
  if (storage === undefined || guest.maxdisk === undefined || guest.maxdisk === 0) return { disks: [] };
  return { disks: [{ storage: storage.storage, size: guest.maxdisk }] };
}

function haInput(guest: GuestRow, sid: string, managed: readonly HaRow[]): GuestInput["ha"] {
  const resource = managed.find((each) => each.sid === sid);
  if (resource === undefined) return guest.hastate === undefined ? undefined : { state: "started" };
  return withoutUndefined({
    state: resource.state,
    group: resource.group,
    maxRestart: resource.max_restart,
    maxRelocate: resource.max_relocate,
    failback: asBoolean(resource.failback),
    autoRebalance: asBoolean(resource["auto-rebalance"]),
    comment: resource.comment,
  });
}

function ruleInput(rule: z.output<typeof haRule>): NonNullable<NonNullable<ClusterInput["ha"]>["rules"]>[number] {
  const { rule: name, type, resources, nodes, affinity, comment, errors } = rule;
  const flags = { strict: asBoolean(rule.strict), disable: asBoolean(rule.disable) };
  return withoutUndefined({ rule: name, type, resources, nodes, affinity, comment, errors, ...flags });
}

function storageInputs(rows: readonly StorageRow[]): NonNullable<ClusterInput["storages"]> {
  const names = [...new Set(rows.map((each) => each.storage))];
  return names.map((name) => {
    const own = rows.filter((each) => each.storage === name);
    const known = own.find((each) => each.maxdisk !== undefined) ?? own[0];
    return withoutUndefined({
      name,
      type: known?.plugintype,
      content: (known?.content ?? "").split(",").filter((each) => each !== ""),
      shared: known?.shared === 1,
      nodes: own.map((each) => each.node),
      size: known?.maxdisk,
      used: known?.disk,
      perNode: Object.fromEntries(
        own.map((each) => [each.node, withoutUndefined({ size: each.maxdisk, used: each.disk })]),
      ),
    });
  });
}

function asBoolean(flag: number | undefined): boolean | undefined {
  return flag === undefined ? undefined : flag === 1;
}

function extraKeys(source: Readonly<Record<string, unknown>>, keys: readonly string[]): z.output<typeof jsonObject> {
  return jsonObject.parse(
    Object.fromEntries(keys.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]]))),
  );
}

type WithoutUndefined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as WithoutUndefined<T>;
}
