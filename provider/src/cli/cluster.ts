import { describeCluster } from "../data-sources/cluster/cluster.js";
import { type CliIo, EXIT_OK, reportErrors, warnAll } from "./cli-io.js";
import { CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { parseOptions } from "./parse-options.js";
import { surveyCluster } from "./survey.js";
import { textTable } from "./text-table.js";

const OPTIONS = { ...CLUSTER_OPTIONS, json: { type: "boolean", default: false } } as const;

/** A cluster in the words of the data source `proxlb_cluster`. */
type Description = ReturnType<typeof describeCluster>;

/**
 * Runs `cluster [--config FILE | --snapshot FILE] [--policy FILE] [--json]`: shows nodes with their loads, the rules and what is
 * wrong with them. The document has the attributes of the data source `proxlb_cluster`.
 *
 * @returns the exit code: 0, or 1 for errors
 */
export async function runCluster(argv: readonly string[], io: CliIo): Promise<number> {
  return describe(argv, io, {
    document: ({ imbalance, ...rest }) => ({ ...rest, imbalance: Object.fromEntries(imbalance ?? []) }),
    text: (description) => nodeTable(description) + ruleTable(description) + conflictLines(description),
  });
}

/**
 * Runs `guests [--config FILE | --snapshot FILE] [--policy FILE] [--json]`: lists the guests, each with what keeps it where it is. The
 * document holds the `guests` of the data source `proxlb_cluster`.
 *
 * @returns the exit code: 0, or 1 for errors
 */
export async function runGuests(argv: readonly string[], io: CliIo): Promise<number> {
  return describe(argv, io, { document: ({ guests }) => ({ guests }), text: guestTable });
}

interface Form {
  readonly document: (description: Description) => Record<string, unknown>;
  readonly text: (description: Description) => string;
}

async function describe(argv: readonly string[], io: CliIo, { document, text }: Form): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    return withCluster(io, values, async (session) => {
      const { snapshot, warnings } = await surveyCluster(session, io.interruption());
      warnAll(io, warnings);
      const description = describeCluster(snapshot, session.policy);
      io.stdout(values.json ? `${JSON.stringify(document(description))}\n` : text(description));
      return EXIT_OK;
    });
  });
}

function nodeTable({ nodes }: Description): string {
  const rows = (nodes ?? []).map((node) => [
    textOf(node.node_name),
    [
      textOf(node.status),
      ...(node.maintenance === true ? ["maintenance"] : []),
      ...(node.ignored === true ? ["ignored"] : []),
    ].join(", "),
    percentText(node.memory_percent),
    percentText(node.cpu_percent),
    percentText(node.disk_percent),
    textOf(node.guests),
  ]);
  return textTable(["NODE", "STATUS", "MEMORY", "CPU", "DISK", "GUESTS"], rows);
}

function ruleTable({ rules }: Description): string {
  const rows = (rules ?? []).map(({ name, type, strength, vm_ids: vmids, nodes, broken }) => [
    textOf(name),
    textOf(type),
    textOf(strength),
    broken === true ? "broken" : "kept",
    (vmids ?? []).join(", "),
    (nodes ?? []).join(", "),
  ]);
  return rows.length === 0 ? "" : `\n${textTable(["RULE", "TYPE", "STRENGTH", "STATE", "GUESTS", "NODES"], rows)}`;
}

function conflictLines({ conflicts }: Description): string {
  return (conflicts ?? []).map((conflict) => `\nConflict: ${conflict}\n`).join("");
}

function guestTable({ guests }: Description): string {
  const rows = (guests ?? []).map((guest) => [
    textOf(guest.vm_id),
    textOf(guest.name),
    textOf(guest.type),
    textOf(guest.node_name),
    textOf(guest.status),
    `${textOf(guest.memory_used_mib)} of ${textOf(guest.memory_mib)} MiB`,
    `${textOf(guest.cpu_used_cores)} of ${textOf(guest.cpu_cores)}`,
    textOf(guest.immovable_reason),
  ]);
  return textTable(["ID", "NAME", "TYPE", "NODE", "STATUS", "MEMORY", "CPU", "STAYS BECAUSE"], rows);
}

/** The words of a data source can be null, although those of a cluster never are. */
function textOf(value: string | number | null): string {
  return value === null ? "" : String(value);
}

function percentText(value: number | null): string {
  return value === null ? "" : `${value.toFixed(1)} %`;
}
