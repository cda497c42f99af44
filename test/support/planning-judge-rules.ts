import type { ClusterSnapshot, Guest, Rule } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";

/*
 * Reads the rules of tags, pools, the policy and the cluster out of a snapshot and a policy. It shares no code with the
 * planner: what both do alike, both read in the documentation.
 */

/** A rule with its members and nodes found. */
export interface JudgedRule {
  readonly label: string;
  readonly kind: Rule["kind"];
  readonly must: boolean;
  readonly vmids: readonly number[];
  /** Nodes that a node rule allows. */
  readonly nodes: ReadonlySet<string>;
}

/** Lists every rule that binds or wishes anything. */
export function rulesOf(snapshot: ClusterSnapshot, policy: Policy): readonly JudgedRule[] {
  const found = [
    ...groupsOfTags(snapshot.guests, policy),
    ...pinsOfTags(snapshot.guests),
    ...rulesOfPools(snapshot.guests, policy),
    ...rulesOfPolicy(snapshot.guests, policy),
    ...snapshot.rules.flatMap((rule) => ruleOfCluster(rule, snapshot, policy)),
  ];
  const known = new Set(snapshot.guests.map(({ vmid }) => vmid));
  return found.flatMap((rule) => settle(rule, known, snapshot));
}

interface Draft extends Omit<JudgedRule, "nodes"> {
  readonly nodes: readonly string[];
}

/** Drops guests and nodes that do not exist, and rules that say nothing then. */
function settle(draft: Draft, known: ReadonlySet<number>, { nodes }: ClusterSnapshot): JudgedRule[] {
  const vmids = [...new Set(draft.vmids)].filter((vmid) => known.has(vmid));
  const allowed = draft.nodes.flatMap((wanted) => {
    const found =
      nodes.find(({ name }) => name === wanted) ??
      nodes.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    return found === undefined ? [] : [found.name];
  });
  const saysSomething = draft.kind === "node-affinity" ? vmids.length > 0 && allowed.length > 0 : vmids.length > 1;
  return saysSomething ? [{ ...draft, vmids, nodes: new Set(allowed) }] : [];
}

const realGuests = (guests: readonly Guest[]): readonly Guest[] => guests.filter(({ template }) => !template);

function groupsOfTags(guests: readonly Guest[], { tagDialects }: Policy): Draft[] {
  const kinds = [
    { prefix: "plb_affinity", kind: "affinity" },
    { prefix: "plb_anti_affinity", kind: "anti-affinity" },
    ...(tagDialects.includes("proxbalance") ? [{ prefix: "exclude_", kind: "anti-affinity" } as const] : []),
  ] as const;
  const groups = new Map<string, { readonly kind: "affinity" | "anti-affinity"; readonly vmids: number[] }>();
  for (const guest of realGuests(guests)) {
    for (const tag of guest.tags) {
      const kind = kinds.find(({ prefix }) => tag.startsWith(prefix))?.kind;
      if (kind !== undefined) {
        const group = groups.get(tag) ?? { kind, vmids: [] };
        group.vmids.push(guest.vmid);
        groups.set(tag, group);
      }
    }
  }
  return [...groups].map(([tag, { kind, vmids }]) => ({ label: `tag ${tag}`, kind, must: true, vmids, nodes: [] }));
}

function pinsOfTags(guests: readonly Guest[]): Draft[] {
  return realGuests(guests).flatMap(({ vmid, tags }) => {
    const nodes = tags.flatMap((tag) => (tag.startsWith("plb_pin_") ? [tag.slice("plb_pin_".length)] : []));
    return nodes.length === 0
      ? []
      : [{ label: `pin of ${vmid}`, kind: "node-affinity" as const, must: true, vmids: [vmid], nodes }];
  });
}

function rulesOfPools(guests: readonly Guest[], { pools }: Policy): Draft[] {
  return pools.flatMap(({ pool, type, pin, strict }) => {
    const vmids = realGuests(guests).flatMap((guest) => (guest.pool === pool ? [guest.vmid] : []));
    const common = { label: `pool ${pool}`, must: strict, vmids };
    return [
      ...(type === null ? [] : [{ ...common, kind: type, nodes: [] }]),
      ...(pin.length === 0 ? [] : [{ ...common, kind: "node-affinity" as const, nodes: pin }]),
    ];
  });
}

function rulesOfPolicy(guests: readonly Guest[], { rules }: Policy): Draft[] {
  return rules.map((rule) => ({
    label: `policy rule ${rule.name}`,
    kind: rule.type,
    must: rule.strength === "must",
    vmids: realGuests(guests).flatMap(({ vmid, name, tags }) =>
      rule.vmids.includes(vmid) ||
      rule.names.some((pattern) => fitsPattern(pattern, name)) ||
      rule.tags.some((tag) => tags.includes(tag))
        ? [vmid]
        : [],
    ),
    nodes: rule.nodes,
  }));
}

/** Tells whether a text fits a pattern in which `*` stands for any text and `?` for one character. */
export function fitsPattern(pattern: string, text: string): boolean {
  const literal = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`).test(text);
}

type NodeAffinity = Extract<Rule, { kind: "node-affinity" }>;

function ruleOfCluster(rule: Rule, snapshot: ClusterSnapshot, policy: Policy): Draft[] {
  const must = rule.strength === "must";
  const common = { label: rule.origin, vmids: rule.vmids };
  if (rule.kind !== "node-affinity") {
    return [{ ...common, kind: rule.kind, must, nodes: [] }];
  }
  const kind = rule.kind;
  const held = nodesThatHold(rule, snapshot);
  const failing = new Set(snapshot.guests.flatMap(({ vmid, ha }) => (ha?.failback === true ? [vmid] : [])));
  const bound = held === null ? [] : rule.vmids.filter((vmid) => failing.has(vmid));
  const free = rule.vmids.filter((vmid) => !bound.includes(vmid));
  const preferred = preferredNodes(rule, snapshot, policy);
  // A guest on no node of a strict rule breaks that one; the wish is about the nodes of the rule.
  const outside = must ? snapshot.nodes.map(({ name }) => name).filter((name) => !rule.nodes.includes(name)) : [];
  const wish = { ...common, kind, must: false, vmids: free, nodes: [...preferred, ...outside] };
  return [
    ...(bound.length === 0 ? [] : [{ ...common, kind, must: true, vmids: bound, nodes: held ?? [] }]),
    ...(must ? [{ ...common, kind, must, vmids: free, nodes: rule.nodes }] : []),
    ...(must && preferred.length === rule.nodes.length ? [] : [wish]),
  ];
}

/** The nodes to which the HA manager moves guests with failback back; null when it has none to offer. */
function nodesThatHold(rule: NodeAffinity, { nodes }: ClusterSnapshot): readonly string[] | null {
  return highest(
    rule,
    nodes.filter(({ online, maintenance }) => online && !maintenance).map(({ name }) => name),
  );
}

function preferredNodes(rule: NodeAffinity, snapshot: ClusterSnapshot, policy: Policy): readonly string[] {
  return highest(rule, targetNodes(snapshot, policy)) ?? highest(rule, rule.nodes) ?? rule.nodes;
}

function highest({ nodes, priorities = {} }: NodeAffinity, usable: readonly string[]): readonly string[] | null {
  const offered = nodes.filter((name) => usable.includes(name)).map((name) => priorities[name] ?? 0);
  const best = Math.max(...offered);
  return offered.length === 0 ? null : nodes.filter((name) => (priorities[name] ?? 0) === best);
}

/** What a node offers to guests: its size less what the policy reserves; null when the reserve leaves nothing. */
export function offerOf(
  { name, memoryBytes, cpuCores }: ClusterSnapshot["nodes"][number],
  { nodeReserve }: Policy,
): { readonly memoryBytes: number; readonly cpuCores: number } | null {
  const reserve = nodeReserve.find(({ node }) => node === name) ?? nodeReserve.find(({ node }) => node === null);
  const offer = {
    memoryBytes: memoryBytes - (reserve?.memoryBytes ?? 0),
    cpuCores: cpuCores - (reserve?.cpuCores ?? 0),
  };
  return offer.memoryBytes > 0 && offer.cpuCores > 0 ? offer : null;
}

/** Lists the nodes that take guests, and whose loads are compared. */
export function targetNodes({ nodes }: ClusterSnapshot, policy: Policy): readonly string[] {
  return nodes
    .filter((node) => node.online && !node.maintenance && offerOf(node, policy) !== null)
    .map(({ name }) => name)
    .filter((name) => !policy.maintenanceNodes.includes(name) && !policy.ignoreNodes.includes(name));
}

/** Lists the nodes whose guests are to leave. */
export function drainedNodes({ nodes }: ClusterSnapshot, { maintenanceNodes, ignoreNodes }: Policy): readonly string[] {
  return nodes
    .filter(({ name, online, maintenance }) => online && (maintenance || maintenanceNodes.includes(name)))
    .map(({ name }) => name)
    .filter((name) => !ignoreNodes.includes(name));
}

/** Tells whether a guest may move at all; `home` is the node that it is on. */
export function mayMove(guest: Guest, home: ClusterSnapshot["nodes"][number] | undefined, policy: Policy): boolean {
  const isHeld = home?.online !== true || policy.ignoreNodes.includes(home.name);
  const keepsStill =
    guest.template || guest.lock !== null || guest.immovable !== undefined || guest.status !== "running";
  return !isHeld && !keepsStill && !isIgnored(guest, policy) && !isForbidden(guest, policy);
}

function isIgnored({ vmid, name, tags }: Guest, { tagDialects, ignoreTags, ignoreGuests }: Policy): boolean {
  const isIgnoredTag = (tag: string): boolean =>
    tag.startsWith("plb_ignore") ||
    (tagDialects.includes("proxbalance") && tag === "ignore") ||
    ignoreTags.some((pattern) => fitsPattern(pattern, tag));
  const names = [name, String(vmid)];
  return tags.some(isIgnoredTag) || ignoreGuests.some((pattern) => names.some((text) => fitsPattern(pattern, text)));
}

function isForbidden({ type, localDiskBytes }: Guest, { balanceTypes, migration }: Policy): boolean {
  const stopsOrStays = !migration.live || (localDiskBytes > 0 && !migration.withLocalDisks);
  return !balanceTypes.includes(type) || (type === "vm" && stopsOrStays);
}
