import { describe, expect, it } from "vitest";
import { hasBalance } from "../support/acceptance-balance.js";
import { expectNoChanges } from "../support/acceptance-checks.js";
import { expectTruth, faultClis, onFaultStage, PINNED, pinnedCluster, reviewed } from "../support/acceptance-faults.js";
import { applyReport } from "../support/acceptance-json.js";
import { placesIn } from "../support/acceptance-stage.js";

const SEEDS = process.env["PROXLB_SOAK"] === undefined ? 2 : 30;

/** Each attempt may meet an error that is not waited out, for instance where the answer to a start was lost. */
const MOST_ATTEMPTS = 8;

/** Half of one request in twenty each. */
const SHARE = 0.025;

describe.each(faultClis())("errors at random on $label", (cli) => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    "lead to the goal in the end, every state on the way is true, and nobody is moved twice (seed %i)",
    async (seed) => {
      await onFaultStage(cli, pinnedCluster({ seed }), async ({ ws, cluster, configure }) => {
        configure(reviewed());
        const faults = [{ kind: "status", status: 500, text: "got timeout" } as const, { kind: "reset" } as const].map(
          (answer) => cluster.addFault({ kind: "answer", match: {}, answer, probability: SHARE }),
        );
        for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
          const report = await applyReport(ws);
          if (hasBalance(ws)) expectTruth(ws, cluster);
          if (report.exitCode === 0) break;
          for (const { detail } of report.errors) expect(detail).toMatch(/got timeout|connection|run plan again/i);
          expect(attempt, report.text).toBeLessThan(MOST_ATTEMPTS);
        }
        for (const fault of faults) fault.remove();
        expect(placesIn(cluster)).toEqual(PINNED);
        await expectNoChanges(ws);
      });
    },
  );
});
