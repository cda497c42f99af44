import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { Judgement } from "./judge-move.js";
import type { RequestedMigration, RunReport } from "./run-report.js";

/** Why a run stopped or never started. */
export type RunProblem = RunReport["problems"][number];

/** Judgements that keep a migration from being started. */
export type ObjectionKind = Exclude<Judgement["kind"], "possible" | "already there"> | "blocked";

/** A migration that cannot be started, and why: full sentences that speak of the guest as "It". */
export interface Objection {
  readonly request: RequestedMigration;
  readonly kind: ObjectionKind;
  readonly reason: string;
}

/** Names a guest in messages: `guest 104 (db2)`. */
export function guestText(vmid: number, name: string | null): string {
  return name === null || name === "" ? `guest ${vmid}` : `guest ${vmid} (${name})`;
}

/** How objections of one kind are put: what is wrong, after which the effect on the run follows, and what to do. */
interface Wording {
  readonly summary: string;
  readonly cause: string;
  readonly advice: string;
}

const STALE: Wording = {
  summary: "Plan Is Stale",
  cause: "The cluster is not any more as the plan says",
  advice: "Run plan again to see what is to be moved now, and apply that plan.",
};

const WORDINGS: Readonly<Record<ObjectionKind, Wording>> = {
  changed: STALE,
  crowded: STALE,
  "against a rule": {
    summary: "Migration Breaks a Rule",
    cause: "A rule that must be kept stands against what the list asks for",
    advice:
      "Change a list that you wrote yourself, or the rule. If a plan made the list, the rule is newer than the plan: run plan " +
      "again and apply that plan.",
  },
  "left alone": {
    summary: "Guest or Node Is to Be Left Alone",
    cause: "The list names guests or nodes that are not to be touched",
    advice:
      "Take them off a list that you wrote yourself, or remove the tag or the setting that protects them. If a plan made the " +
      "list, the protection is newer than the plan: run plan again and apply that plan.",
  },
  blocked: {
    summary: "Migration Is Blocked",
    cause: "Guests of the list cannot move as it asks for",
    advice:
      "Remove what is in the way, or take these guests off a list that you wrote yourself. If a plan made the list and no privilege " +
      "is missing, what is in the way is newer than the plan: run plan again and apply that plan.",
  },
  "not allowed": {
    summary: "Migration Not Allowed",
    cause: "The policy does not allow what the list asks for",
    advice: "Change the policy or the list as said above, and apply again.",
  },
};

/** Words objections, one problem for all that call for the same advice. */
export function objectionProblems(objections: readonly Objection[], begun: boolean): readonly RunProblem[] {
  const wordings = [...new Set(Object.values(WORDINGS))];
  const effect = begun ? "no further migration was started" : "Nothing was moved";
  return wordings.flatMap(({ summary, cause, advice }) => {
    const lines = objections.filter(({ kind }) => WORDINGS[kind].summary === summary).map(objectionLine);
    const [first] = lines;
    return first === undefined
      ? []
      : [{ summary, detail: `${cause}. ${capital(effect)}:\n${lines.join("\n")}\n${advice}` }];
  });
}

/** Others are moving guests and do not come to an end. */
export function foreignMigrations(tasks: readonly string[], begun: boolean): RunProblem {
  const effect = begun ? "no further migration was started" : "nothing was moved";
  return {
    summary: "Other Migrations Are Running",
    detail:
      `Somebody else is moving guests in this cluster, and two plans at once would undo each other, so ${effect}: ` +
      `${tasks.join("; ")}. Wait for these migrations to end, or stop them, then run plan again.`,
  };
}

/** Guests hold the lock of a migration that nobody carries out. */
export function locksLeftBehind(guests: readonly Guest[], begun: boolean): RunProblem {
  const effect = begun ? "no further migration was started" : "nothing was moved";
  const names = guests.map(({ vmid, name }) => guestText(vmid, name)).join(", ");
  const commands = guests.map(
    ({ vmid, type, node }) => `\`${type === "vm" ? "qm" : "pct"} unlock ${vmid}\` on ${node}`,
  );
  return {
    summary: "Lock Was Left Behind",
    detail:
      `${capital(names)} ${guests.length === 1 ? "is" : "are"} locked (migrate), but no migration task is to be seen, so ${effect}. ` +
      `A migration that broke off leaves its lock. Make sure that none is running, remove the lock with ${commands.join(", ")}, ` +
      "then run plan again.",
  };
}

/** A guest is on its target, but its migration ended with an error or it does not run any more; `damage` are full sentences. */
export function arrivedDamaged({ vmid, name }: Pick<Guest, "vmid" | "name">, to: string, damage: string): RunProblem {
  return {
    summary: "Guest Arrived Damaged",
    detail:
      `The migration of ${guestText(vmid, name)} to ${to} did not end well. ${damage}\n` +
      "No further migration was started. Look at the guest and at the log of its migration task, then run plan again.",
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
export function runCancelled(reason: unknown, fates: Fates): RunProblem {
  const why =
    reason instanceof Error && reason.name === "OperationTimeoutError" ? reason.message : "It was asked to stop.";
  return {
    summary: "Run Cancelled",
    detail: `The run ended before all migrations were done, and starts no more. ${why} ${fateText(fates)} Run plan again to see what is left.`,
  };
}

/** How many migrations ran when a run was cancelled, by what became of them. */
export interface Fates {
  readonly leftRunning: number;
  readonly stopped: number;
}

function fateText({ leftRunning, stopped }: Fates): string {
  if (leftRunning + stopped === 0) return "No migration was running at that moment.";
  const sentences = [
    ...(stopped > 0
      ? ["Migrations that were running were stopped (`on_interrupt`); their guests stay where they are."]
      : []),
    ...(leftRunning > 0
      ? ["Migrations that had been started go on in Proxmox VE, which needs nobody to wait for them."]
      : []),
  ];
  return sentences.join(" ");
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
