import type { RequestedMigration, RunReport } from "./run-report.js";

/** Why a run stopped or never started. */
export type RunProblem = RunReport["problems"][number];

/** A migration that cannot be started, and why: full sentences that speak of the guest as "It". */
export interface Objection {
  readonly request: RequestedMigration;
  readonly reason: string;
}

/** Names a guest in messages: `guest 104 (db2)`. */
export function guestText(vmid: number, name: string | null): string {
  return name === null || name === "" ? `guest ${vmid}` : `guest ${vmid} (${name})`;
}

/** The cluster is no longer as the plan saw it. */
export function stalePlan(objections: readonly Objection[], begun: boolean): RunProblem {
  const effect = begun ? "no further migration was started" : "nothing was moved";
  return {
    summary: "Plan Is Stale",
    detail:
      `The cluster is not any more as the plan says, so ${effect}:\n${objections.map(objectionLine).join("\n")}\n` +
      "Run plan again to see what is to be moved now, and apply that plan.",
  };
}

/** The list holds migrations that the policy does not allow. */
export function migrationNotAllowed(objections: readonly Objection[], begun: boolean): RunProblem {
  const effect = begun ? "No further migration was started" : "Nothing was moved";
  return {
    summary: "Migration Not Allowed",
    detail: `The policy does not allow what the list asks for. ${effect}:\n${objections.map(objectionLine).join("\n")}`,
  };
}

/** The cluster refuses all changes. */
export function noQuorum(begun: boolean): RunProblem {
  const effect = begun ? "no further migration was started" : "nothing was moved";
  return {
    summary: "Cluster Has No Quorum",
    detail:
      `The cluster has no quorum and refuses every migration, so ${effect}. ` +
      "Check the nodes and their network (pvecm status), and apply again when the cluster is quorate.",
  };
}

/** The cluster could not be checked before a migration. */
export function clusterNotReadable(cause: string): RunProblem {
  return {
    summary: "Cluster Cannot Be Checked",
    detail:
      `The cluster could not be read to check the next migration, so no further migration was started: ${cause} ` +
      "Run plan again when the cluster answers.",
  };
}

/** The run was stopped from outside. */
export function runCancelled(reason: unknown, leftRunning: number): RunProblem {
  const why =
    reason instanceof Error && reason.name === "OperationTimeoutError" ? reason.message : "It was asked to stop.";
  const rest =
    leftRunning === 0
      ? "No migration was running at that moment."
      : "Migrations that had been started go on in Proxmox VE; a live migration is not harmed by this.";
  return {
    summary: "Run Cancelled",
    detail: `The run ended before all migrations were done, and starts no more. ${why} ${rest} Run plan again to see what is left.`,
  };
}

/** The cluster is only a file. */
export const snapshotOnly: RunProblem = {
  summary: "Nothing Can Be Executed",
  detail:
    "The provider works on a captured snapshot (`snapshot_file`), which has no cluster to move guests in. Remove " +
    "`snapshot_file` and configure an endpoint to execute migrations.",
};

function objectionLine({ request: { vmid, name, from, to }, reason }: Objection): string {
  const start = from === null ? "" : ` from ${from}`;
  return `- The plan moves ${guestText(vmid, name)}${start} to ${to}. ${reason}`;
}
