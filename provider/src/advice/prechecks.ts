import { mapBounded, REQUESTS_AT_ONCE } from "../inventory/bounded.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import { grantCommand } from "../inventory/privileges.js";
import type { NodeStorage } from "../inventory/take-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { readReplicationJobs } from "../pve/endpoints/cluster.js";
import type { PveIdentity } from "../pve/session.js";
import type { ReplicationJobWire } from "../pve/schemas/replication.js";
import { askAboutGuest } from "./ask-about-guest.js";
import { checkTargets, learnTargets } from "./check-targets.js";
import { isTelling, nothingFound, withReason } from "./finding.js";
import type { Finding } from "./finding.js";
import { withReplication } from "./replication-findings.js";
import { withSizes } from "./size-findings.js";
import { hiddenBridges } from "./hidden-bridges.js";
import { noFacts } from "./target-facts.js";
import { firstTravels } from "./travel.js";
import type { Travel } from "./travel.js";
import { withTargetStorage } from "./target-storage-findings.js";

/** What the planning works on. */
export interface PlanningInput {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly storages: readonly NodeStorage[];
}

/** What to do about credentials that may migrate no guest at all, so that nothing is asked in vain. */
function migrateAdvice(identity: PveIdentity): string {
  return (
    `${identity.name} lacks the privilege VM.Migrate on all guests. Grant it with: pveum role add ProxlbMigrate --privs VM.Migrate; ` +
    grantCommand(identity, "/vms", "ProxlbMigrate")
  );
}

/** The questions that one planning asks about guests, each once, and the answers so far. */
export class Prechecks {
  readonly findings = new Map<number, Finding>();
  /** What was learnt about nodes and guests on the way. */
  readonly facts = noFacts();
  readonly #client: PveClient;
  readonly #input: PlanningInput;
  #jobs: readonly ReplicationJobWire[] | null = null;

  constructor(client: PveClient, input: PlanningInput) {
    this.#client = client;
    this.#input = input;
  }

  /**
   * Asks about the guests of a plan that were not asked about before, and about the nodes concerned, all at once: for each guest
   * one request or two, for each node one or two (see learnTargets); then one for all when local disks turned up. Returns whether
   * anything was found that calls for another plan.
   *
   * @throws PveError when the cluster does not answer; the signal's reason.
   */
  async askAbout(migrations: readonly Travel[], signal: AbortSignal): Promise<boolean> {
    const news = firstTravels(migrations).filter(({ vmid }) => !this.findings.has(vmid));
    const [found] = await Promise.all([
      mapBounded(news, REQUESTS_AT_ONCE, (migration) => this.#ask(migration, signal)),
      learnTargets(this.#client, { migrations, facts: this.facts }, signal),
    ]);
    const hasDisks = found.some(({ localDiskBytes }) => localDiskBytes > 0);
    if (hasDisks) this.#jobs ??= await readReplicationJobs(this.#client, signal);
    for (const [at, finding] of found.entries()) {
      const { type = "vm", isOff = false } = news[at] ?? {};
      this.findings.set(finding.vmid, this.#widened(finding, { type, isOff }));
    }
    const isTargetUnfit = await this.#checkTargets(migrations, signal);
    return isTargetUnfit || news.some(({ vmid, to }) => isTelling(this.findings.get(vmid) ?? nothingFound(vmid), to));
  }

  /** Adds what follows from what is known already, without a request. */
  #widened(finding: Finding, { type, isOff = false }: Pick<Travel, "type" | "isOff">): Finding {
    const { snapshot, policy, storages } = this.#input;
    const nodes = snapshot.nodes.map(({ name }) => name);
    const replicated = withReplication(finding, { type, isOff }, { jobs: this.#jobs ?? [], nodes });
    const stored = withTargetStorage(replicated, { type, policy, storages, nodes });
    return withSizes(stored, snapshot);
  }

  async #checkTargets(migrations: readonly Travel[], signal: AbortSignal): Promise<boolean> {
    const free = migrations.filter(({ vmid }) => this.findings.get(vmid)?.everywhere.length === 0);
    const problems = await checkTargets(this.#client, { migrations: free, facts: this.facts }, signal);
    for (const { vmid, node, reason } of problems) {
      const finding = this.findings.get(vmid) ?? nothingFound(vmid);
      this.findings.set(vmid, withReason(finding, node, reason));
    }
    for (const travel of firstTravels(free)) {
      const finding = this.findings.get(travel.vmid) ?? nothingFound(travel.vmid);
      this.findings.set(travel.vmid, { ...finding, hiddenBridges: hiddenBridges(this.facts, travel) });
    }
    return problems.some(({ vmid, node }) => free.some((travel) => travel.vmid === vmid && travel.to === node));
  }

  #ask({ vmid, type, from }: Travel, signal: AbortSignal): Promise<Finding> {
    const { policy, snapshot, storages } = this.#input;
    if (snapshot.permissions?.mayMigrate === false) {
      return Promise.resolve({ ...nothingFound(vmid), unchecked: migrateAdvice(this.#client.identity) });
    }
    const guest = { vmid, type, node: from };
    const query = { guest, policy, rules: snapshot.rules, storages, facts: this.facts };
    return askAboutGuest(this.#client, query, signal);
  }
}
