import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { Candidate, Placement } from "../planning/model/placement.js";
import { type CliIo, EXIT_ERROR, EXIT_OK, warnAll } from "./cli-io.js";
import { textTable } from "./text-table.js";

/** A guest that exists, and why its node takes no new ones, as in `is offline`; undefined where it does. */
interface Home {
  readonly guest: Guest;
  readonly trouble: string | undefined;
}

/**
 * Prints the node of a guest that exists.
 *
 * @returns the exit code
 */
export function printHome({ guest: { vmid, name, node }, trouble }: Home, json: boolean, io: CliIo): number {
  io.stdout(json ? `${JSON.stringify({ node, existing: true, candidates: [] })}\n` : `${node}\n`);
  io.stderr(`Guest ${vmid} (${name}) exists already and is on ${node}.\n`);
  if (trouble !== undefined) {
    warnAll(io, [
      `${node} ${trouble}. It is answered nevertheless, because the answer never moves a guest that exists.`,
    ]);
  }
  return EXIT_OK;
}

/** Where a new guest goes. */
interface Answer {
  readonly placement: Placement;
  /** What has to move before the guest comes. */
  readonly migrations: readonly PlannedMigration[];
}

/**
 * Prints the node of a new guest, and on stderr how the nodes compare; with JSON, all in one document.
 *
 * @returns the exit code: 0, or 1 when no node fits
 */
export function printPlacement({ placement, migrations }: Answer, json: boolean, io: CliIo): number {
  const { node, candidates } = placement;
  if (json) {
    const moves = migrations.length === 0 ? {} : { migrations };
    io.stdout(`${JSON.stringify({ node, existing: false, candidates, ...moves })}\n`);
  } else if (node !== null) {
    io.stdout(`${node}\n`);
  }
  if (node === null) {
    io.stderr(
      candidates.length === 0
        ? "No node can take the guest: the cluster has no node.\n"
        : `No node can take the guest.\n${candidateTable(candidates)}`,
    );
    return EXIT_ERROR;
  }
  if (!json) {
    io.stderr(candidateTable(candidates) + migrationLines(migrations));
  }
  return EXIT_OK;
}

function migrationLines(migrations: readonly PlannedMigration[]): string {
  const lines = migrations.map(
    ({ step, vmid, name, from, to, reason }) => `  ${step}. guest ${vmid} (${name}) ${from} -> ${to}: ${reason}\n`,
  );
  return lines.length === 0 ? "" : `Before the guest comes, these have to move:\n${lines.join("")}`;
}

function candidateTable(candidates: readonly Candidate[]): string {
  const rows = candidates.map((candidate) => [
    String(candidate.rank),
    candidate.node,
    candidate.fits ? "yes" : "no",
    `${candidate.memoryPercentAfter.toFixed(1)} %`,
    `${candidate.cpuPercentAfter.toFixed(1)} %`,
    candidate.reasons.join(" "),
  ]);
  return textTable(["RANK", "NODE", "FITS", "MEMORY AFTER", "CPU AFTER", "REASONS"], rows);
}
