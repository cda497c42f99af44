import { mapBounded } from "../inventory/bounded.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import { readReplicationJobs } from "../pve/endpoints/cluster.js";
import type { ReplicationJobWire } from "../pve/schemas/replication.js";
import { askAboutGuest } from "./ask-about-guest.js";
import { findMissingBridges } from "./bridge-check.js";
import type { BridgesByNode } from "./bridge-check.js";
import { isTelling, nothingFound } from "./finding.js";
import type { Finding } from "./finding.js";
import { withReplication } from "./replication-findings.js";

/** Enough to ask about a hundred guests in a few round trips, and little for a node that answers for all. */
const REQUESTS_AT_ONCE = 24;

/** What the planning works on. */
export interface PlanningInput {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
}

/** The questions that one planning asks about guests, each once, and the answers so far. */
export class Prechecks {
  readonly findings = new Map<number, Finding>();
  readonly #client: PveClient;
  readonly #input: PlanningInput;
  readonly #bridges: BridgesByNode = new Map();
  #jobs: readonly ReplicationJobWire[] | null = null;

  constructor(client: PveClient, input: PlanningInput) {
    this.#client = client;
    this.#input = input;
  }

  /**
   * Asks about the guests of a plan that were not asked about before, one request each and one more for all when local
   * disks turn up, and about the bridges of the nodes concerned. Returns whether anything was found that calls for another plan.
   *
   * @throws PveError when the cluster does not answer; the signal's reason.
   */
  async askAbout(migrations: readonly PlannedMigration[], signal: AbortSignal): Promise<boolean> {
    const news = migrations.filter(({ vmid }) => !this.findings.has(vmid));
    const found = await mapBounded(news, REQUESTS_AT_ONCE, (migration) => this.#ask(migration, signal));
    const hasDisks = found.some(({ localDiskBytes }) => localDiskBytes > 0);
    if (hasDisks) this.#jobs ??= await readReplicationJobs(this.#client, signal);
    const nodes = this.#input.snapshot.nodes.map(({ name }) => name);
    for (const [at, finding] of found.entries()) {
      const type = news[at]?.type ?? "vm";
      const whole = withReplication(finding, type, { jobs: this.#jobs ?? [], nodes });
      this.findings.set(finding.vmid, whole);
    }
    const isBridgeMissing = await this.#checkBridges(migrations, signal);
    return isBridgeMissing || found.some(isTelling);
  }

  async #checkBridges(migrations: readonly PlannedMigration[], signal: AbortSignal): Promise<boolean> {
    const free = migrations.filter(({ vmid }) => this.findings.get(vmid)?.everywhere.length === 0);
    const missing = await findMissingBridges(this.#client, { migrations: free, bridges: this.#bridges }, signal);
    for (const { vmid, node, reason } of missing) {
      const finding = this.findings.get(vmid) ?? nothingFound(vmid);
      const reasons = [...(finding.atNodes.get(node) ?? []), reason];
      this.findings.set(vmid, { ...finding, atNodes: new Map([...finding.atNodes, [node, reasons]]) });
    }
    return missing.length > 0;
  }

  #ask({ vmid, type, from }: PlannedMigration, signal: AbortSignal): Promise<Finding> {
    const { policy, snapshot } = this.#input;
    return askAboutGuest(this.#client, { guest: { vmid, type, node: from }, policy, rules: snapshot.rules }, signal);
  }
}
