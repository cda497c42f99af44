import { describeCluster } from "../../data-sources/cluster/cluster.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { BalanceMethod, Policy } from "../../planning/model/policy.js";
import { bar } from "./bar.js";
import { html, type Markup } from "./html-text.js";
import { pressureCell, type PressuresOfNode } from "./pressure-cell.js";

type NodeRow = NonNullable<ReturnType<typeof describeCluster>["nodes"]>[number];

/** The cluster before and after a plan. */
export interface BeforeAndAfter {
  readonly before: ClusterSnapshot;
  readonly after: ClusterSnapshot;
  readonly policy: Policy;
}

/** What is shown of one node. */
interface NodeComparison {
  readonly before: NodeRow;
  readonly after: NodeRow;
  readonly pressures: PressuresOfNode;
}

/**
 * Shows the load of every node before and after, a column for each balanced method. Where the plan goes by pressure, the
 * pressures come before the loads.
 */
export function loadTable({ before, after, policy }: BeforeAndAfter): Markup {
  const { methods, mode, nodeReserve } = policy;
  return html`<h2 id="load">Load per node</h2>
    <div class="scroll" role="region" aria-labelledby="load" tabindex="0">
      <table>
        <caption>
          <span class="key before"></span
          >before<span class="key after"></span
          >after the migrations; ${mode === "psi" ? PRESSURES : ""}${MODES[mode]}, in percent of
          ${nodeReserve.length > 0 ? "what node_reserve leaves of the node" : "the node"}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">State</th>
            ${pressured(policy).map((method) => html`<th scope="col">${TITLES[method]} pressure</th>`)}
            ${methods.map((method) => html`<th scope="col">${TITLES[method]}</th>`)}
            <th scope="col" class="number">Guests</th>
          </tr>
        </thead>
        <tbody>
          ${compareNodes({ before, after, policy }).map((node) => nodeRow(node, policy))}
        </tbody>
      </table>
    </div> `;
}

function pressured({ methods, mode }: Policy): readonly BalanceMethod[] {
  return mode === "psi" ? methods : [];
}

function compareNodes({ before, after, policy }: BeforeAndAfter): readonly NodeComparison[] {
  const later = new Map((describeCluster(after, policy).nodes ?? []).map((row) => [row.node_name, row]));
  const [from, to] = [before, after].map(({ nodes }) => new Map(nodes.map(({ name, pressure }) => [name, pressure])));
  return (describeCluster(before, policy).nodes ?? []).map((row) => {
    const name = row.node_name ?? "";
    return {
      before: row,
      after: later.get(name) ?? row,
      pressures: { before: from?.get(name), after: to?.get(name) },
    };
  });
}

function nodeRow({ before, after, pressures }: NodeComparison, policy: Policy): Markup {
  const states = [
    before.status ?? "",
    ...(before.maintenance === true ? ["maintenance"] : []),
    ...(before.ignored === true ? ["ignored"] : []),
  ];
  const loads = policy.methods.map((method) => {
    const [from, to] = [percentOf(before, method), percentOf(after, method)];
    return html`<td class="load">${bar("before", from)}${bar("after", to)}</td>`;
  });
  return html`<tr>
    <th scope="row">${before.node_name ?? ""}</th>
    <td>${states.join(", ")}</td>
    ${pressured(policy).map((method) => pressureCell(method, pressures, policy.psi.nodes))} ${loads}
    <td class="number">${before.guests ?? 0} &rarr; ${after.guests ?? 0}</td>
  </tr> `;
}

function percentOf(row: NodeRow, method: BalanceMethod): number {
  return { memory: row.memory_percent, cpu: row.cpu_percent, disk: row.disk_percent }[method] ?? 0;
}

const TITLES = { memory: "Memory", cpu: "CPU", disk: "Disk" } as const;

const MODES = { used: "what is used", assigned: "what is assigned", psi: "what is used" } as const;

/** The plan goes by the pressures, and use decides what they leave open. */
const PRESSURES =
  "pressure as measured before and expected after, in percent of the time in which everything waited (for the CPU, in which " +
  "anything did); load is ";
