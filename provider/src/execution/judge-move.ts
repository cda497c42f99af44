import { rolePreventsArrival } from "../planning/constraints/node-roles.js";
import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { RequestedMigration } from "./run-report.js";
import { nodeOfGuest, reasonToStay, roleOf, roomLacking, rulesAgainst } from "./scene.js";
import type { Scene } from "./scene.js";

/** What a listed migration is worth in the cluster as it is. */
export type Judgement =
  | { readonly kind: "possible" }
  | { readonly kind: "already there" }
  /** Guest, source or target are not as the list says. */
  | { readonly kind: "changed"; readonly reason: string }
  /** Room is short; that may pass when other guests have moved. */
  | { readonly kind: "crowded"; readonly reason: string }
  /** A `must` rule stands against it; that may pass when other guests have moved. */
  | { readonly kind: "against a rule"; readonly reason: string }
  /** Guest or target are to be left alone, by the policy, by a tag, or by their nature. */
  | { readonly kind: "left alone"; readonly reason: string }
  /** The policy does not allow this kind of migration. */
  | { readonly kind: "not allowed"; readonly reason: string };

/** Judges a migration; `companions` are the guests that the list moves the same way. */
export function judgeMove(
  scene: Scene,
  { vmid, from, to }: RequestedMigration,
  companions: readonly number[],
): Judgement {
  const guest = scene.guests.get(vmid)?.guest;
  const node = nodeOfGuest(scene, vmid);
  if (guest === undefined || node === undefined)
    return changed("It does not exist any more, or it is hidden from the user (VM.Audit).");
  if (node === to) return { kind: "already there" };
  if (from !== null && node !== from) return changed(`It is on ${node} now.`);
  const refusal = policyRefusal(guest, scene.policy);
  if (refusal !== null) return { kind: "not allowed", reason: refusal };
  const stays = reasonToStay(scene, guest);
  if (stays !== null) return isPassing(scene, guest) ? changed(stays) : { kind: "left alone", reason: stays };
  return judgeTarget(scene, { vmid, to }, companions);
}

/** Says whether a guest that must stay may move again by itself, so that it is the plan that is out of date. */
function isPassing(scene: Scene, { lock, status, template, node }: Guest): boolean {
  return !template && (lock !== null || status === "unknown" || roleOf(scene, node) === "offline");
}

function judgeTarget(
  scene: Scene,
  { vmid, to }: Pick<RequestedMigration, "vmid" | "to">,
  companions: readonly number[],
): Judgement {
  if (!scene.nodes.has(to)) return changed(`The cluster has no node ${to}.`);
  const role = roleOf(scene, to);
  const closed = rolePreventsArrival(to, role);
  if (closed !== null) return role === "ignored" ? { kind: "left alone", reason: closed } : changed(closed);
  const rules = rulesAgainst(scene, vmid, to, companions);
  const room = roomLacking(scene, vmid, to);
  const reason = [...rules, ...(room === null ? [] : [room])].join(" ");
  if (reason === "") return { kind: "possible" };
  return { kind: rules.length > 0 ? "against a rule" : "crowded", reason };
}

/** Says why the policy does not let a guest migrate in the state it is in, or gives null. Stopped guests may always. */
function policyRefusal({ type, status }: Guest, { balanceTypes, migration }: Policy): string | null {
  if (status !== "running" && status !== "paused") return null;
  if (!balanceTypes.includes(type)) {
    const restart = type === "ct" ? ", and it runs: a migration would restart it" : "";
    return `\`balance_types\` does not list "${type}"${restart}. Add "${type}" to it, or take the guest off the list.`;
  }
  return type === "ct" || migration.live
    ? null
    : "It runs, and `live` is false. Shut it down first, so that it moves offline, or set `live` to true.";
}

const changed = (reason: string): Judgement => ({ kind: "changed", reason });
