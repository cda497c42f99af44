import { readFileSync } from "node:fs";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { decodeSnapshot } from "../../../../provider/src/planning/model/decode-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { afterMigrations } from "../../../support/planning-replay.js";
import { policyOf } from "../../../support/snapshot-builders.js";

const FIXTURE = new URL("../../../fixtures/planning/disk-of-unknown-size.json", import.meta.url);

const { snapshot: document, policy: settings } = z
  .object({ snapshot: z.unknown(), policy: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(FIXTURE, "utf8")));

/** What two searches look at, with room to spare; in a circle it is eight times that of a whole one. */
const MOST_EVALUATIONS = 40_000_000;

describe("a cluster in which the size of one disk is not known, so that the mean load of the others moves", () => {
  const snapshot = decodeSnapshot(document);
  const policy = policyOf(settings);

  it("is searched to a standstill and not in a circle", () => {
    const plan = planMigrations(snapshot, policy);
    expect(plan.metrics.proof.evaluations).toBeLessThan(MOST_EVALUATIONS);
    expect(planMigrations(afterMigrations(snapshot, plan.migrations), policy).migrations).toEqual([]);
  });
});
