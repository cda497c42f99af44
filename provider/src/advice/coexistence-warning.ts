import type { MigrationPlan } from "../planning/model/migration-plan.js";

const VM_SENTENCE =
  "A VM of the bpg/proxmox provider must have lifecycle { ignore_changes = [node_name] }: without it, its next plan destroys " +
  "and recreates the VM, or, with migrate = true, moves it back. One declared as proxmox_vm or proxmox_cloned_vm is lost from its " +
  "state when it is moved, whatever ignore_changes says; list such VMs in ignore_guests.";

const CT_SENTENCE =
  "A container of the bpg/proxmox provider up to 0.111 is lost from its state when it is moved, whatever ignore_changes says, " +
  "and the next plan creates it anew; list such containers in ignore_guests.";

/**
 * Says what the providers that manage the guests of a plan make of it when these move, one sentence for each type of guest
 * that the plan moves; null when it moves none.
 */
export function coexistenceWarning({ migrations }: Pick<MigrationPlan, "migrations">): string | null {
  return coexistenceSentences(migrations.map(({ type }) => type));
}

/** Says the same of guests of these types; null in place of a type stands for either. */
export function coexistenceSentences(types: readonly (string | null)[]): string | null {
  const moves = (type: "vm" | "ct"): boolean => types.some((each) => each === type || each === null);
  const sentences = [...(moves("vm") ? [VM_SENTENCE] : []), ...(moves("ct") ? [CT_SENTENCE] : [])];
  return sentences.length === 0 ? null : sentences.join(" ");
}
