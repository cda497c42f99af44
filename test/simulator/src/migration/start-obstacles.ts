import type { Cluster, ClusterNode, Guest } from "../cluster/cluster.js";
import { demandAt } from "../cluster/guest-demand.js";
import { demandByNode, maxCpuOf } from "../cluster/load.js";
import { mappedResourcesOf } from "./obstacles.js";

// What the processor of a host must have for the model that a guest is told to see, beyond what every host has.
const NEEDED_FLAGS: Readonly<Record<string, readonly string[]>> = {
  "x86-64-v2": ["sse4_2"],
  "x86-64-v2-AES": ["sse4_2", "aes"],
  "x86-64-v3": ["sse4_2", "aes", "avx2"],
  "x86-64-v4": ["sse4_2", "aes", "avx2", "avx512f"],
};

/** Finds what keeps a node from running a guest. */
export function startObstacle(cluster: Cluster, guest: Guest, node: ClusterNode): string | undefined {
  const missing = bridgesOf(guest).find((bridge) => !node.bridges.includes(bridge));
  if (missing !== undefined) return `bridge '${missing}' does not exist`;
  if (guest.kind === "lxc") return undefined;
  if (maxCpuOf(cluster, guest) > node.cpus) return `MAX ${node.cpus} vcpus allowed per VM on this node`;
  const [unmapped] = unmappedOn(cluster, mappedResourcesOf(guest), node.name);
  if (unmapped !== undefined) return `no mapping for '${unmapped}' on node '${node.name}'`;
  const flag = neededFlags(guest).find((each) => !node.cpu.flags.split(" ").includes(each));
  if (flag !== undefined) return `kvm: Host doesn't support requested feature: ${flag}`;
  return node.overcommits || fits(cluster, guest, node)
    ? undefined
    : "kvm: cannot set up guest memory 'pc.ram': Cannot allocate memory";
}

/** Finds what keeps a node from taking over a VM that runs on another. */
export function liveObstacle(guest: Guest, source: ClusterNode, target: ClusterNode): string | undefined {
  if (release(source) > release(target) && guest.config["machine"] === undefined)
    return `kvm: -machine type=${runningMachine(source)}: unsupported machine type`;
  if (cpuModel(guest) === "host" && source.cpu.vendor !== target.cpu.vendor)
    return `kvm: the processor of '${target.name}' is not the one that the guest has seen so far`;
  return undefined;
}

/** Names the machine that a VM gets that is started on a node and has none in its configuration. */
export function runningMachine(node: ClusterNode): string {
  return release(node) >= 900 ? "pc-q35-10.1+pve0" : "pc-q35-9.2+pve1";
}

/** Lists the devices that a guest takes from mappings, by configuration key, and that a node does not have. */
export function unmappedOn(cluster: Cluster, mapped: ReadonlyMap<string, string>, node: string): readonly string[] {
  if (mapped.size === 0) return [];
  const known = new Set(
    cluster.mappings.filter((mapping) => mapping.nodes.includes(node)).map((mapping) => mapping.id),
  );
  return [...new Set(mapped.values())].filter((id) => !known.has(id));
}

function neededFlags(guest: Guest): readonly string[] {
  return NEEDED_FLAGS[cpuModel(guest)] ?? [];
}

function cpuModel(guest: Guest): string {
  return String(guest.config["cpu"] ?? "")
    .replace(/^cputype=/, "")
    .split(",", 1)
    .join("");
}

// The emulator of a major release can run what the same or an older one has started.
function release(node: ClusterNode): number {
  return Number(node.version.split(".")[0]) * 100;
}

// A guest on its way there is already part of the demand.
function fits(cluster: Cluster, guest: Guest, node: ClusterNode): boolean {
  const others = demandByNode(cluster).get(node.name)?.memoryBytes ?? 0;
  const counted = guest.incomingOn === node.name ? demandAt(cluster, guest, cluster.clock.nowMs).memoryOnHostBytes : 0;
  return others - counted + guest.memoryBytes <= node.memoryBytes;
}

function bridgesOf(guest: Guest): readonly string[] {
  return Object.entries(guest.config).flatMap(([key, value]) => {
    const bridge = /^net\d+$/.test(key) ? /(?:^|,)bridge=([^,]+)/.exec(String(value))?.[1] : undefined;
    return bridge === undefined ? [] : [bridge];
  });
}
