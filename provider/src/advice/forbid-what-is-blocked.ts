import type { ClusterSnapshot, Guest, Rule } from "../planning/model/cluster-snapshot.js";
import type { Finding } from "./finding.js";

/** What rules made of prechecks are called in reasons. */
const ORIGIN = "Proxmox precheck";

/** The findings so far, and whether guests without one may still be planned with. */
export interface Findings {
  readonly byGuest: ReadonlyMap<number, Finding>;
  readonly onlyChecked: boolean;
}

const NOT_CHECKED = "It was not checked, because the prechecks of other guests took all rounds.";

/** Returns the snapshot in which nothing can be planned that the findings rule out, with the disks that they told of. */
export function forbidWhatIsBlocked(snapshot: ClusterSnapshot, findings: Findings): ClusterSnapshot {
  return {
    ...snapshot,
    guests: snapshot.guests.map((guest) => withFinding(guest, findings)),
    rules: [...snapshot.rules, ...[...findings.byGuest.values()].flatMap((finding) => rulesFrom(finding, snapshot))],
  };
}

/** Returns the snapshot with the disks that the findings told of, and nothing ruled out. */
export function withKnownDisks(snapshot: ClusterSnapshot, findings: ReadonlyMap<number, Finding>): ClusterSnapshot {
  const guests = snapshot.guests.map((guest) => {
    const finding = findings.get(guest.vmid);
    return finding === undefined ? guest : withDisks(guest, finding);
  });
  return { ...snapshot, guests };
}

function withFinding(guest: Guest, { byGuest, onlyChecked }: Findings): Guest {
  const finding = byGuest.get(guest.vmid);
  if (finding === undefined)
    return onlyChecked && guest.immovable === undefined ? { ...guest, immovable: NOT_CHECKED } : guest;
  const { everywhere } = finding;
  const known = withDisks(guest, finding);
  return everywhere.length === 0 ? known : { ...known, immovable: everywhere.join(" ") };
}

function withDisks(guest: Guest, { localDiskBytes, disks }: Finding): Guest {
  const known = disks.length === 0 ? {} : { disks };
  return { ...guest, localDiskBytes: Math.max(guest.localDiskBytes, localDiskBytes), ...known };
}

function rulesFrom({ vmid, atNodes, movesAlong }: Finding, { guests, nodes }: ClusterSnapshot): readonly Rule[] {
  const common = { name: `guest ${vmid}`, origin: ORIGIN, strength: "must" } as const;
  const home = guests.find((guest) => guest.vmid === vmid)?.node;
  const allowed = nodes.map(({ name }) => name).filter((name) => name === home || !atNodes.has(name));
  // Guests that are elsewhere are brought together by the rule that they have anyway.
  const company = movesAlong.filter((other) => guests.some((guest) => guest.vmid === other && guest.node === home));
  return [
    ...(atNodes.size === 0 ? [] : [{ kind: "node-affinity", ...common, vmids: [vmid], nodes: allowed } as const]),
    ...(company.length === 0 ? [] : [{ kind: "affinity", ...common, vmids: [vmid, ...company] } as const]),
  ];
}
