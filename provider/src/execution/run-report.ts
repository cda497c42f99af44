/** One migration that is to be executed. */
export interface RequestedMigration {
  readonly vmid: number;
  /** For messages; null takes the guest's own name. */
  readonly name: string | null;
  /** Node that the guest must still be on; null for wherever it is. */
  readonly from: string | null;
  readonly to: string;
  /** Migrations of one step may run together; null means after all before it in the list. */
  readonly step: number | null;
}

/** How one migration ended. */
export interface MigrationOutcome {
  readonly vmid: number;
  readonly name: string | null;
  /** Node that the guest was on when the run began, or null when it was gone. */
  readonly from: string | null;
  readonly to: string;
  /** `left running`: the run ended, or lost sight of it, while Proxmox VE may go on with the migration. `stopped`: the run was interrupted and stopped it. */
  // Earlier migrations of a guest that is further on its way already are `not started`.
  readonly result: "moved" | "already there" | "failed" | "stopped" | "left running" | "not started";
  /** What the task said was wrong, or why the guest does not run on its target; null when all is well. */
  readonly error: string | null;
  readonly durationSeconds: number;
  /** What was sent, as far as the task's log told; null when it told nothing. */
  readonly transferredBytes: number | null;
  /** How far it got, 0 to 100; null when nothing is known. */
  readonly percent: number | null;
}

/** What a run did. */
export interface RunReport {
  /** True once at least one migration was asked for: from then on the cluster may differ from before. */
  readonly begun: boolean;
  /** One per requested migration, in the order of the request. */
  readonly outcomes: readonly MigrationOutcome[];
  /** Of each guest the outcome of its last migration, which says whether the guest is where it was to go in the end. */
  readonly finals: readonly MigrationOutcome[];
  /** Why the run stopped or never started, besides failed migrations: what changed, or who cancelled it. */
  readonly problems: readonly { readonly summary: string; readonly detail: string }[];
}
