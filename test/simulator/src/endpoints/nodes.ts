import { may } from "../access/permissions.js";
import type { ClusterNode } from "../cluster/cluster.js";
import { isVersion9 } from "../cluster/cluster.js";
import { demandOn, nodeStatistics } from "../cluster/load.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { fingerprintOf } from "../tls/server-identity.js";
import { nodeRow } from "./rows.js";

const SWAP_BYTES = 8_589_930_496;
const RESERVED_ROOT_SHARE = 0.05;
const KERNEL_BUILD = "#1 SMP PREEMPT_DYNAMIC PMX 7.0.4-2 (2026-06-30T10:12Z)";
const KERNEL_BUILD_8 = "#1 SMP PREEMPT_DYNAMIC PMX 6.8.12-9 (2025-03-16T19:18Z)";

/** The nodes: list, live status, network, and what a planner asks now and then. */
export const nodeEndpoints: Endpoints = {
  "GET /nodes": listNodes,
  "GET /nodes/{node}/status": nodeStatus,
  "GET /nodes/{node}/network": network,
  "GET /nodes/{node}/config": () => ({ data: { digest: "da39a3ee5e6b4b0d3255bfef95601890afd80709" } }),
  "GET /nodes/{node}/replication": replication,
};

function listNodes({ cluster, caller }: Call): Answer {
  const rows = [...cluster.nodes.values()].map((node) => ({
    ...nodeRow(node, may(cluster, caller, `/nodes/${node.name}`, "Sys.Audit")),
    ssl_fingerprint: fingerprintOf(`${cluster.seed} ${node.name}`),
  }));
  return { data: rows };
}

function nodeStatus({ cluster, executor }: Call): Answer {
  const demand = demandOn(cluster, executor);
  const live = nodeStatistics(executor, demand, cluster.clock.nowMs);
  return {
    data: {
      cpu: live.cpuFraction,
      wait: 0.00114,
      idle: 0,
      loadavg: loadAverages(demand.cpuCores),
      memory: memory(executor, live.memoryBytes),
      swap: { total: SWAP_BYTES, used: 0, free: SWAP_BYTES },
      rootfs: rootFileSystem(executor),
      ksm: { shared: executor.sharedPagesBytes },
      cpuinfo: cpuInfo(executor),
      ...software(executor),
      uptime: live.uptimeSeconds,
    },
  };
}

function loadAverages(cores: number): readonly string[] {
  return [cores, cores * 0.98, cores * 0.95].map((load) => load.toFixed(2));
}

function memory(node: ClusterNode, used: number): JsonObject {
  const rest = node.memoryBytes - used;
  const free = Math.floor(rest * 0.6);
  return { total: node.memoryBytes, used, free, available: isVersion9(node) ? rest : undefined };
}

function rootFileSystem(node: ClusterNode): JsonObject {
  const free = node.rootSizeBytes - node.rootUsedBytes;
  const avail = Math.max(0, free - Math.floor(node.rootSizeBytes * RESERVED_ROOT_SHARE));
  return { total: node.rootSizeBytes, used: node.rootUsedBytes, free, avail };
}

function cpuInfo(node: ClusterNode): JsonObject {
  return {
    model: node.cpu.model,
    ...(isVersion9(node) ? { vendor: node.cpu.vendor, family: "25" } : {}),
    cpus: node.cpus,
    cores: Math.max(1, Math.floor(node.cpus / 2)),
    sockets: node.sockets,
    mhz: "2994.375",
    user_hz: 100,
    hvm: "1",
    flags: node.cpu.flags,
  };
}

function software(node: ClusterNode): JsonObject {
  const release = isVersion9(node) ? "7.0.4-2-pve" : "6.8.12-9-pve";
  const version = isVersion9(node) ? KERNEL_BUILD : KERNEL_BUILD_8;
  return {
    pveversion: `pve-manager/${node.version}/5f1a0c77d2e94b11`,
    kversion: `Linux ${release} ${version}`,
    "current-kernel": { sysname: "Linux", release, version, machine: "x86_64" },
    "boot-info": { mode: "efi", secureboot: 1 },
  };
}

function replication({ cluster, executor }: Call): Answer {
  return { data: cluster.replication.filter((job) => job["source"] === executor.name) };
}

/** Bridges are shown by the rights on each, whatever the caller may see of the node. */
function network(call: Call): Answer {
  const { cluster, caller, executor } = call;
  const physical: JsonObject = {
    iface: "eno1",
    type: "eth",
    method: "manual",
    method6: "manual",
    families: ["inet"],
    exists: 1,
    active: 1,
    priority: 3,
  };
  const bridges = executor.bridges
    .map((iface, index) => ({ iface, row: bridge(executor, iface, index) }))
    .filter(({ iface }) => may(cluster, caller, `/sdn/zones/localnetwork/${iface}`, "SDN.Audit", "SDN.Use"))
    .map(({ row }) => row);
  const type = textOf(call, "type");
  const rows = [physical, ...bridges];
  return { data: rows.filter((row) => type === undefined || row["type"] === kindOfFilter(type)) };
}

function kindOfFilter(type: string): string {
  return type === "any_bridge" || type === "any_local_bridge" ? "bridge" : type;
}

function bridge(node: ClusterNode, iface: string, index: number): JsonObject {
  const first = index === 0;
  return {
    iface,
    type: "bridge",
    method: first ? "static" : "manual",
    method6: "manual",
    families: ["inet"],
    active: 1,
    autostart: 1,
    priority: index + 4,
    bridge_ports: first ? "eno1" : "",
    bridge_stp: "off",
    bridge_fd: "0",
    ...(first ? { address: node.address, netmask: "24", cidr: `${node.address}/24` } : {}),
  };
}
