import type { ListedMigration } from "../../attributes/migration-attributes.js";
import type { OperationContext } from "../../framework/context.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import { requireAllGuests } from "../../inventory/hidden-guests.js";
import type { Policy } from "../../planning/model/policy.js";
import type { BalanceForm } from "./balance-form.js";
import type { Observation } from "./observe-balance.js";
import { observeBalance } from "./observe-balance.js";
import type { RunResult } from "./run-balance.js";

/** What was applied and how to judge it. */
export interface Applied {
  readonly policy: Policy;
  readonly form: BalanceForm;
  readonly migrations: readonly ListedMigration[];
  /** Undefined when nothing was to be executed. */
  readonly run: RunResult | undefined;
}

/** How long the last look may take once the run itself was cancelled or timed out: the CLI is waiting to end. */
const LAST_LOOK_MS = 5000;

/** What the run itself proves when the cluster cannot be asked any more. */
const fromRunAlone = (run: RunResult): Observation => ({
  balanced: false,
  imbalance: new Map(),
  applied: run.settled,
  pending_migrations: [],
});

/**
 * Looks at the cluster once more after an apply. When that fails after guests were moved, the state must not be lost:
 * it then holds what the run proves, with a warning.
 */
export const observeAfterApply = async (
  { policy, form, migrations, run }: Applied,
  { services, diagnostics, signal }: OperationContext<ClusterServices>,
): Promise<Observation> => {
  try {
    const lastLook = signal.aborted ? AbortSignal.timeout(LAST_LOOK_MS) : signal;
    const { cluster } = services;
    const inventory = await cluster.freshInventory(lastLook);
    requireAllGuests(inventory);
    const { observation } = await observeBalance({ cluster, inventory, policy }, { form, migrations }, lastLook);
    return observation;
  } catch (error) {
    if (run === undefined) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    diagnostics.warning(
      "Cluster Not Read After the Run",
      `The run ended, but the cluster could not be read afterwards: ${cause} "executed" says what was done; the next refresh ` +
        "completes the rest of the state.",
    );
    return fromRunAlone(run);
  }
};
