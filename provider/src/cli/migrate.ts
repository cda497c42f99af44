import type { RequestedMigration } from "../execution/run-report.js";
import { requireAllGuests } from "../inventory/hidden-guests.js";
import type { ClusterSnapshot, Guest } from "../planning/model/cluster-snapshot.js";
import { isVmid } from "../planning/model/snapshot-fields.js";
import { type CliIo, EXIT_OK, reportErrors, UsageError } from "./cli-io.js";
import { type ClusterSession, CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { execute, exitCodeOf, rehearse, runDocument } from "./execute.js";
import { guestText } from "./guest-text.js";
import { parseOptions } from "./parse-options.js";
import { warnOfMoves } from "./warn-of-moves.js";

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/**
 * Runs `migrate VMID NODE [--config FILE] [--policy FILE] [--dry-run] [--json]`: migrates one guest by hand, with the checks that a
 * plan and its execution make: rules, capacity, and what Proxmox has against it. With `--dry-run` it only checks.
 *
 * @returns the exit code: 0 when the guest is on the node, or could move there for all that is known, else 1
 */
export async function runMigrate(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values, positionals } = parseOptions({ args: [...argv], options: OPTIONS, allowPositionals: true });
    const { vmid, to } = readJourney(positionals);
    return withCluster(io, values, async (session) => {
      const inventory = await session.cluster.inventory(io.interruption());
      requireAllGuests(inventory);
      const guest = inventory.snapshot.guests.find((candidate) => candidate.vmid === vmid);
      if (guest === undefined) throw new UsageError(`The cluster has no guest ${vmid}. "proxlb guests" lists them.`);
      refuseUnknownNode(inventory.snapshot, to);
      if (guest.node !== to) warnOfMoves(io, session.cluster, [guest]);
      return values["dry-run"]
        ? tryOut(io, session, { guest, to, ...values })
        : carryOut(io, session, { guest, to, ...values });
    });
  });
}

function refuseUnknownNode({ nodes }: ClusterSnapshot, to: string): void {
  const names = nodes.map(({ name }) => name).sort();
  if (!names.includes(to)) throw new UsageError(`The cluster has no node "${to}"; its nodes are ${names.join(", ")}.`);
}

/** What is asked for. */
interface Wish {
  readonly guest: Guest;
  readonly to: string;
  readonly json: boolean;
}

async function carryOut(io: CliIo, session: ClusterSession, { guest, to, json }: Wish): Promise<number> {
  const report = await execute(io, session, [requestOf(guest, to)]);
  if (json) io.stdout(`${JSON.stringify(runDocument(report))}\n`);
  return exitCodeOf(report);
}

async function tryOut(io: CliIo, session: ClusterSession, { guest, to, json }: Wish): Promise<number> {
  const { exitCode, report } = await rehearse(io, session, [requestOf(guest, to)]);
  if (json) io.stdout(`${JSON.stringify({ dryRun: true, executed: [], problems: report.problems })}\n`);
  if (exitCode !== EXIT_OK) return exitCode;
  const text = guestText(guest);
  const verdict = guest.node === to ? `is on ${to} already` : `can move from ${guest.node} to ${to}`;
  io.stderr(`${text.charAt(0).toUpperCase()}${text.slice(1)} ${verdict}; nothing was moved.\n`);
  return exitCode;
}

function requestOf({ vmid, name, node }: Guest, to: string): RequestedMigration {
  return { vmid, name, from: node, to, step: null };
}

function readJourney(positionals: readonly string[]): { readonly vmid: number; readonly to: string } {
  const [id, to, ...rest] = positionals;
  if (id === undefined || to === undefined || rest.length > 0) {
    throw new UsageError("A guest and a node are expected: proxlb migrate VMID NODE.");
  }
  const vmid = Number(id);
  if (!isVmid(vmid)) throw new UsageError(`The id of a guest is expected, found "${id}".`);
  return { vmid, to };
}
