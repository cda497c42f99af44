import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { MigrationPlan, PlannedMigration } from "../../planning/model/migration-plan.js";
import type { PlanMetrics } from "../../planning/model/plan-metrics.js";
import type { Policy } from "../../planning/model/policy.js";
import { formatDuration, planHeadline } from "../plan-output.js";
import { snapshotAfter } from "../snapshot-after.js";
import { html, type Markup } from "./html-text.js";
import { loadTable } from "./load-table.js";
import { pressureTable } from "./pressure-table.js";
import { REPORT_STYLE } from "./report-style.js";

/** What a report is about. */
export interface ReportInput {
  readonly plan: MigrationPlan;
  /** The cluster that the plan was made for. */
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
}

const GIB = 2 ** 30;

/** Writes a plan as one HTML page that loads nothing and runs nothing: loads before and after, moves, reasons and figures. */
export function planReport({ plan, snapshot, policy }: ReportInput): string {
  const after = snapshotAfter(snapshot, policy, plan.migrations);
  const taken = snapshot.takenAt === null ? "" : ` of ${snapshot.takenAt}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Migration plan${taken}</title>
        <style>
          ${REPORT_STYLE}
        </style>
      </head>
      <body>
        <header>
          <h1>Migration plan</h1>
          <p class="quiet">
            ${snapshot.nodes.length} nodes, ${snapshot.guests.length} guests${taken === "" ? "" : `, as${taken}`}
          </p>
          <p>${planHeadline(plan)} ${verdict(plan)}</p>
          ${figures(plan)}
        </header>
        <main>
          ${pressureTable({ before: snapshot, after, policy })}${loadTable({ before: snapshot, after, policy })}${migrationTable(plan)}${unresolvedTable(plan)}${warningList(plan)}${metricsTable(plan.metrics)}
        </main>
      </body>
    </html> `.text;
}

function verdict({ balanced, migrations, unresolved }: MigrationPlan): Markup {
  if (balanced) return html`<span class="good">The cluster is within the policy.</span>`;
  if (unresolved.length > 0) return html`<span class="bad">The plan does not reach all its goals.</span>`;
  return migrations.length > 0
    ? html`<span class="good">They bring the cluster within the policy.</span>`
    : html`<span class="bad">The cluster is outside the policy.</span>`;
}

function figures(plan: MigrationPlan): Markup {
  const { migrations, violationsBefore, violationsAfter, estimatedSeconds, movesLowerBound } = plan;
  const entries: readonly (readonly [string, string])[] = [
    [
      "Migrations",
      movesLowerBound === 0 ? `${migrations.length}` : `${migrations.length}, at least ${movesLowerBound}`,
    ],
    ...spreads(plan),
    ["Broken rules", `${violationsBefore} → ${violationsAfter}`],
    ["Takes about", formatDuration(estimatedSeconds)],
  ];
  return html`<dl class="figures">
    ${entries.map(
      ([title, value]) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl> `;
}

function spreads({ imbalanceBefore, imbalanceAfter }: MigrationPlan): readonly (readonly [string, string])[] {
  const after = new Map(Object.entries(imbalanceAfter));
  return Object.entries(imbalanceBefore).map(([method, points]) => [
    `Spread of ${method}`,
    `${points.toFixed(1)} → ${(after.get(method) ?? points).toFixed(1)} points`,
  ]);
}

function migrationTable({ migrations }: MigrationPlan): Markup {
  if (migrations.length === 0)
    return html`<h2>Migrations</h2>
      <p>Nothing has to move.</p> `;
  return html`<h2 id="migrations">Migrations</h2>
    <div class="scroll" role="region" aria-labelledby="migrations" tabindex="0">
      <table>
        <caption>
          Migrations of the same step may run at the same time.
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number">Step</th>
            <th scope="col">Guest</th>
            <th scope="col">From &rarr; to</th>
            <th scope="col" class="number">Memory</th>
            <th scope="col" class="number">Local disk</th>
            <th scope="col" class="number">Takes</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          ${migrations.map(migrationRow)}
        </tbody>
      </table>
    </div> `;
}

function migrationRow(migration: PlannedMigration): Markup {
  const { step, vmid, name, type, from, to, memoryBytes, localDiskBytes, estimatedSeconds, downtime, reason } =
    migration;
  const restart = downtime ? html` <span class="bad">restarts</span>` : html``;
  return html`<tr>
    <td class="number">${step}</td>
    <th scope="row">${name} <span class="quiet">${type} ${vmid}</span>${restart}</th>
    <td class="way">${from} &rarr; ${to}</td>
    <td class="number">${gib(memoryBytes)}</td>
    <td class="number">${gib(localDiskBytes)}</td>
    <td class="number">${formatDuration(estimatedSeconds)}</td>
    <td class="reason">${reason.replaceAll(" %", "\u00a0%")}</td>
  </tr> `;
}

function gib(bytes: number): string {
  return bytes === 0 ? "–" : `${(bytes / GIB).toFixed(1)} GiB`;
}

function unresolvedTable({ unresolved }: MigrationPlan): Markup {
  if (unresolved.length === 0) return html``;
  return html`<h2 id="unresolved">Unresolved</h2>
    <div class="scroll" role="region" aria-labelledby="unresolved" tabindex="0">
      <table>
        <caption>
          Goals that the plan does not reach, and what is in the way.
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Kind</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          ${unresolved.map(
            ({ subject, kind, reason }) =>
              html`<tr>
                <th scope="row">${subject}</th>
                <td>${kind}</td>
                <td>${reason}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div> `;
}

function warningList({ warnings }: MigrationPlan): Markup {
  if (warnings.length === 0) return html``;
  return html`<h2>Warnings</h2>
    <ul>
      ${[...new Set(warnings)].map((warning) => html`<li>${warning}</li>`)}
    </ul> `;
}

function metricsTable({ before, after, cost, proof }: PlanMetrics): Markup {
  const rows: readonly (readonly [string, string, string])[] = [
    ["Broken rules (must)", String(before.mustViolations), String(after.mustViolations)],
    ["Broken rules (should)", String(before.shouldViolations), String(after.shouldViolations)],
    ["Guests left on nodes in maintenance", String(before.evacuationsLeft), String(after.evacuationsLeft)],
    [
      "Imbalance as Proxmox VE counts it",
      `${before.crsImbalancePercent.toFixed(1)} %`,
      `${after.crsImbalancePercent.toFixed(1)} %`,
    ],
    ["Survives the loss of the largest node", yesNo(before.nodeLoss.survivable), yesNo(after.nodeLoss.survivable)],
    ["Room for more guests of a usual size", String(before.roomForMore.guests), String(after.roomForMore.guests)],
  ];
  return html`<h2 id="figures">Figures</h2>
    <div class="scroll" role="region" aria-labelledby="figures" tabindex="0">
      <table>
        <caption>
          ${costText(cost)} ${proof.evaluations.toLocaleString("en")} moves were looked
          at${proof.truncated ? ", and the search ended at its limit" : ""}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" class="number">Before</th>
            <th scope="col" class="number">After</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([title, from, to]) =>
              html`<tr>
                <th scope="row">${title}</th>
                <td class="number">${from}</td>
                <td class="number">${to}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div> `;
}

function costText({ memoryGib, localDiskGib, downtimeSeconds }: PlanMetrics["cost"]): string {
  return `${memoryGib.toFixed(1)} GiB of memory and ${localDiskGib.toFixed(1)} GiB of local disks are copied; guests stand still for about ${formatDuration(downtimeSeconds)} in all.`;
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
