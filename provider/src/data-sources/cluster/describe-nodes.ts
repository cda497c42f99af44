import {
  CPU_ASSIGNED,
  CPU_USED,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  QUANTITIES,
} from "../../planning/model/cluster-index.js";
import type { Node } from "../../planning/model/cluster-snapshot.js";
import type { Layout } from "../../planning/model/layout.js";
import type { BalanceMethod } from "../../planning/model/policy.js";
import { loadPercent, quantityOf } from "../../planning/objectives/balance-goal.js";
import type { NodeRow } from "./cluster-attributes.js";

const MIB = 2 ** 20;

const GIB = 2 ** 30;

/** The index counts CPU in thousandths of a core. */
const MILLI = 1000;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const loadsOf = ({ load }: Layout, node: number) => {
  const at = (quantity: number): number => load[node * QUANTITIES + quantity] ?? 0;
  return {
    cpu_used_cores: round(at(CPU_USED) / MILLI, 2),
    cpu_assigned_cores: round(at(CPU_ASSIGNED) / MILLI, 2),
    memory_used_mib: round(at(MEMORY_USED) / MIB, 0),
    memory_assigned_mib: round(at(MEMORY_ASSIGNED) / MIB, 0),
  };
};

const nodeRow = (layout: Layout, node: Node, position: number): NodeRow => {
  const { index, load } = layout;
  const { mode, maintenanceNodes, ignoreNodes } = index.policy;
  const percent = (method: BalanceMethod): number =>
    round(loadPercent(index, load, position, quantityOf(method, mode)), 1);
  return {
    node_name: node.name,
    status: node.online ? "online" : "offline",
    maintenance: node.maintenance || maintenanceNodes.includes(node.name),
    ignored: ignoreNodes.includes(node.name),
    cpu_cores: node.cpuCores,
    memory_mib: round(node.memoryBytes / MIB, 0),
    disk_gib: round(node.diskBytes / GIB, 1),
    disk_used_gib: round(node.diskUsedBytes / GIB, 1),
    ...loadsOf(layout, position),
    memory_percent: percent("memory"),
    cpu_percent: percent("cpu"),
    disk_percent: percent("disk"),
    guests: layout.guestsOn[position]?.length ?? 0,
  };
};

/** Words the nodes of a cluster for the user, in the order of their names. */
export const describeNodes = (layout: Layout): readonly NodeRow[] => {
  const { nodeNames, snapshot } = layout.index;
  const byName = new Map(snapshot.nodes.map((node) => [node.name, node]));
  return nodeNames.flatMap((name, position) => {
    const node = byName.get(name);
    return node === undefined ? [] : [nodeRow(layout, node, position)];
  });
};
