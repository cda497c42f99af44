import { formatDuration } from "../../planning/model/duration.js";
import type { Imbalance, MigrationPlan, PlannedMigration, Unresolved } from "../../planning/model/migration-plan.js";

const GIB = 2 ** 30;

/** Keeps text from ending a table cell or starting markup. */
const cell = (text: string): string => text.replaceAll(/[\\|`*_<>[\]]/g, (char) => `\\${char}`).replaceAll(/\s+/g, " ");

const row = (migration: PlannedMigration): string => {
  const { step, vmid, name, from, to, memoryBytes, reason, downtime } = migration;
  const memory = `${(memoryBytes / GIB).toFixed(1)} GiB${downtime ? ", restarts" : ""}`;
  return `| ${step} | ${vmid} ${cell(name)} | ${cell(from)} → ${cell(to)} | ${memory} | ${cell(reason)} |`;
};

const spread = (before: Imbalance, after: Imbalance): string =>
  Object.entries(before)
    .map(
      ([method, points]) =>
        `${method} ${points.toFixed(1)} → ${(after[method as keyof Imbalance] ?? 0).toFixed(1)} points`,
    )
    .join(", ");

const remark = ({ subject, reason }: Unresolved): string => `- ${cell(subject)}: ${cell(reason)}`;

const cost = ({ estimatedSeconds, metrics: { cost: of } }: MigrationPlan): string => {
  const copied = `${of.memoryGib.toFixed(1)} GiB of memory and ${of.localDiskGib.toFixed(1)} GiB of local disks`;
  const restarts =
    of.downtimeSeconds > 0 ? ` Guests stand still for ${formatDuration(Math.round(of.downtimeSeconds))}.` : "";
  return `Takes about ${formatDuration(Math.round(estimatedSeconds))} and copies ${copied}.${restarts}`;
};

/** Shows a plan as Markdown: a table of migrations, the spread before and after, and what stays unresolved. */
export const planMarkdown = (plan: MigrationPlan): string => {
  const count = plan.migrations.length;
  const headline =
    count === 0 ? "**No migrations needed.**" : `**${count} ${count === 1 ? "migration" : "migrations"} planned.**`;
  const table =
    count === 0
      ? []
      : [
          "",
          "| Step | Guest | Nodes | Memory | Reason |",
          "| ---: | --- | --- | ---: | --- |",
          ...plan.migrations.map(row),
        ];
  const unresolved = plan.unresolved.length === 0 ? [] : ["", "Unresolved:", "", ...plan.unresolved.map(remark)];
  const figures = [
    "",
    `Spread: ${spread(plan.imbalanceBefore, plan.imbalanceAfter)}. Broken rules: ${plan.violationsBefore} → ${plan.violationsAfter}.`,
    ...(count === 0 ? [] : ["", cost(plan)]),
  ];
  return [headline, ...table, ...figures, ...unresolved, ""].join("\n");
};
