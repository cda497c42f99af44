import { describeCluster } from "../../data-sources/cluster/cluster.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { BalanceMethod, Policy } from "../../planning/model/policy.js";
import { bar } from "./bar.js";
import { html, type Markup } from "./html-text.js";

type NodeRow = NonNullable<ReturnType<typeof describeCluster>["nodes"]>[number];

/** The cluster before and after a plan. */
export interface BeforeAndAfter {
  readonly before: ClusterSnapshot;
  readonly after: ClusterSnapshot;
  readonly policy: Policy;
}

/** Shows the load of every node before and after, a column for each balanced method. */
export function loadTable({ before, after, policy }: BeforeAndAfter): Markup {
  const rows = describeCluster(before, policy).nodes ?? [];
  const later = new Map((describeCluster(after, policy).nodes ?? []).map((row) => [row.node_name, row]));
  const { methods, mode, nodeReserve } = policy;
  return html`<h2 id="load">Load per node</h2>
    <div class="scroll" role="region" aria-labelledby="load" tabindex="0">
      <table>
        <caption>
          <span class="key before"></span
          >before<span class="key after"></span
          >after the migrations; ${MODES[mode]}, in percent of
          ${nodeReserve.length > 0 ? "what node_reserve leaves of the node" : "the node"}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">State</th>
            ${methods.map((method) => html`<th scope="col">${TITLES[method]}</th>`)}
            <th scope="col" class="number">Guests</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => nodeRow(row, later.get(row.node_name) ?? row, methods))}
        </tbody>
      </table>
    </div> `;
}

function nodeRow(before: NodeRow, after: NodeRow, methods: readonly BalanceMethod[]): Markup {
  const states = [
    before.status ?? "",
    ...(before.maintenance === true ? ["maintenance"] : []),
    ...(before.ignored === true ? ["ignored"] : []),
  ];
  const loads = methods.map((method) => {
    const [from, to] = [percentOf(before, method), percentOf(after, method)];
    return html`<td class="load">${bar("before", from)}${bar("after", to)}</td>`;
  });
  return html`<tr>
    <th scope="row">${before.node_name ?? ""}</th>
    <td>${states.join(", ")}</td>
    ${loads}
    <td class="number">${before.guests ?? 0} &rarr; ${after.guests ?? 0}</td>
  </tr> `;
}

function percentOf(row: NodeRow, method: BalanceMethod): number {
  return { memory: row.memory_percent, cpu: row.cpu_percent, disk: row.disk_percent }[method] ?? 0;
}

/** What the columns of the balanced methods are called. */
export const TITLES = { memory: "Memory", cpu: "CPU", disk: "Disk" } as const;

const MODES = { used: "what is used", assigned: "what is assigned", psi: "what is used" } as const;
