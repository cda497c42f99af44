import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { Transfer } from "./task-progress.js";

/** A migration that was asked for and is now followed. */
export interface StartedMigration {
  /** As it was just before the start; `node` is the source. */
  readonly guest: Guest;
  readonly to: string;
  readonly startedAtMs: number;
  /** When its time is up. */
  readonly deadlineMs: number;
  /** True when somebody else started it: it is not for this run to stop. */
  readonly isForeign: boolean;
  /** What has been sent, as far as is known; changed in place, so that it is known whatever ends the following. */
  readonly sent: { latest: Transfer | null };
}

/** How a followed migration ended; `error` is null when the guest is on its target. */
export interface Verdict {
  readonly error: string | null;
  /** True when Proxmox VE goes on with the migration although it is not followed any longer. */
  readonly goesOn?: boolean;
  /** True when it ended because an interrupted run stopped it. */
  readonly stopped?: boolean;
  /** What the task of the migration said was wrong; absent when it ended well or its end is not known. */
  readonly taskError?: string;
}

/** The fields that every log line about a migration carries. */
export function migrationFields({ guest, to }: Pick<StartedMigration, "guest" | "to">) {
  return { vmid: guest.vmid, guest: guest.name, from: guest.node, to };
}
