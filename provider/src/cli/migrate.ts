import { parseArgs } from "node:util";
import { Prechecks } from "../advice/prechecks.js";
import { requireAllGuests } from "../inventory/hidden-guests.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { Guest } from "../planning/model/cluster-snapshot.js";
import { isVmid } from "../planning/model/snapshot-fields.js";
import { type CliIo, reportErrors, UsageError } from "./cli-io.js";
import { type ClusterSession, CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { execute, exitCodeOf, guestText, runDocument } from "./execute.js";

const OPTIONS = { ...CLUSTER_OPTIONS, json: { type: "boolean", default: false } } as const;

/**
 * Runs `migrate VMID NODE [--config FILE] [--policy FILE] [--json]`: migrates one guest by hand, with the checks that a plan
 * and its execution make: rules, capacity, and what Proxmox has against it.
 *
 * @returns the exit code: 0 when the guest is on the node, else 1
 */
export async function runMigrate(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    const { vmid, to } = readJourney(positionals);
    return withCluster(io, values, async (session) => {
      const inventory = await session.cluster.inventory(io.interruption());
      requireAllGuests(inventory);
      const guest = inventory.snapshot.guests.find((candidate) => candidate.vmid === vmid);
      if (guest === undefined) throw new UsageError(`The cluster has no guest ${vmid}. "proxlb guests" lists them.`);
      await refuseBlocked(io, session, { inventory, guest, to });
      const { name, node: from } = guest;
      const report = await execute(io, session, [{ vmid, name, from, to, step: null }]);
      if (values.json) io.stdout(`${JSON.stringify(runDocument(report))}\n`);
      return exitCodeOf(report);
    });
  });
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

/** Asks Proxmox what a plan would ask before it lets the guest move; what the execution checks anyway is left to it. */
async function refuseBlocked(
  io: CliIo,
  { cluster: { client }, policy }: ClusterSession,
  { inventory, guest, to }: { readonly inventory: Inventory; readonly guest: Guest; readonly to: string },
): Promise<void> {
  const { snapshot, storages } = inventory;
  const isKnown = snapshot.nodes.some(({ name }) => name === to);
  if (client === null || !isKnown || guest.node === to) return;
  const prechecks = new Prechecks(client, { snapshot, policy, storages });
  await prechecks.askAbout([{ ...guest, ...UNPLANNED, from: guest.node, to }], io.interruption());
  const finding = prechecks.findings.get(guest.vmid);
  const reasons = [...(finding?.everywhere ?? []), ...(finding?.atNodes.get(to) ?? [])];
  if (reasons.length === 0) return;
  const whom = guestText(guest);
  throw new UsageError(
    `${whom.charAt(0).toUpperCase()}${whom.slice(1)} cannot move to ${to}, and was not. ${reasons.join(" ")}`,
  );
}

/** What only a plan knows of a migration. */
const UNPLANNED = { step: 1, reason: "", estimatedSeconds: 0, downtime: false };
