import type { MigrationPlan } from "../planning/model/migration-plan.js";
import { type CliIo, EXIT_OK, reportErrors, warnAll } from "./cli-io.js";
import { CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { parseOptions } from "./parse-options.js";
import { planCluster, type Survey } from "./survey.js";

const OPTIONS = { ...CLUSTER_OPTIONS, json: { type: "boolean", default: false } } as const;

/** A cluster at a glance; the document of `status --json`. */
interface Status {
  /** Null for a captured cluster. */
  readonly version: string | null;
  readonly quorate: boolean;
  readonly nodes: { readonly total: number; readonly online: number; readonly maintenance: number };
  readonly guests: { readonly total: number; readonly running: number };
  readonly balanced: boolean;
  /** Points per method. */
  readonly imbalance: MigrationPlan["imbalanceBefore"];
  readonly violations: number;
  readonly pendingMigrations: number;
  readonly unresolved: number;
}

/**
 * Runs `status [--config FILE | --snapshot FILE] [--policy FILE] [--json]`: shows a cluster at a glance, and how many migrations are
 * pending.
 *
 * @returns the exit code: 0, or 1 for errors
 */
export async function runStatus(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    return withCluster(io, values, async (session) => {
      const { plan, survey } = await planCluster(session, io.interruption());
      warnAll(io, plan.warnings);
      const status = statusOf(survey, plan);
      io.stdout(values.json ? `${JSON.stringify(status)}\n` : statusText(status));
      return EXIT_OK;
    });
  });
}

function statusOf({ snapshot, inventory }: Survey, plan: MigrationPlan): Status {
  const { nodes, guests } = snapshot;
  return {
    version: inventory.version?.text ?? null,
    quorate: inventory.quorate,
    nodes: {
      total: nodes.length,
      online: nodes.filter(({ online }) => online).length,
      maintenance: nodes.filter(({ maintenance }) => maintenance).length,
    },
    guests: { total: guests.length, running: guests.filter(({ status }) => status === "running").length },
    balanced: plan.balanced,
    imbalance: plan.imbalanceBefore,
    violations: plan.violationsBefore,
    pendingMigrations: plan.migrations.length,
    unresolved: plan.unresolved.length,
  };
}

function statusText(status: Status): string {
  const { nodes, guests } = status;
  const spreads = Object.entries(status.imbalance).map(([method, points]) => `${method} ${points.toFixed(1)} points`);
  const lines = [
    ["Proxmox VE", status.version ?? "captured snapshot"],
    ["Quorum", status.quorate ? "yes" : "no"],
    ["Nodes", `${nodes.total}, ${nodes.online} online, ${nodes.maintenance} in maintenance`],
    ["Guests", `${guests.total}, ${guests.running} running`],
    ["Balanced", status.balanced ? "yes" : "no"],
    ["Spread", spreads.join(", ")],
    ["Broken rules", String(status.violations)],
    ["Pending", pendingText(status)],
  ] as const;
  return lines.map(([title, value]) => `${title.padEnd(LABEL_WIDTH)}${value}\n`).join("");
}

function pendingText({ pendingMigrations: count, unresolved }: Status): string {
  return `${count} migration${count === 1 ? "" : "s"}, ${unresolved} unresolved`;
}

/** The widest label and two spaces. */
const LABEL_WIDTH = 14;
