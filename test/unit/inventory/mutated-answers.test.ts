import fc from "fast-check";
import { expect, it } from "vitest";
import { InventoryError } from "../../../provider/src/inventory/inventory-error.js";
import type { Inventory } from "../../../provider/src/inventory/take-snapshot.js";
import { takeSnapshot } from "../../../provider/src/inventory/take-snapshot.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { PveApiError } from "../../../provider/src/pve/errors.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { startCannedCluster } from "../../support/http-cluster.js";
import { fixtureBody } from "../../support/http-fixtures.js";
import { MUTATIONS, MUTATIONS_TIMEOUT_MS, ODDITIES, replaceAt } from "../../support/mutate-json.js";
import { policyOf } from "../../support/snapshot-builders.js";

const CAPTURED: Readonly<Record<string, unknown>> = {
  "/version": { version: "9.2.3", release: "9.2", repoid: "0" },
  "/access/permissions": fixtureBody("access/permissions.observer-plus-migrate.pve9.recreated.json").data,
  "/cluster/resources": fixtureBody("cluster/resources.pve9.recreated.json").data,
  "/cluster/options": fixtureBody("cluster/options.pve9.recreated.json").data,
  "/cluster/ha/status/manager_status": fixtureBody("ha/manager-status.maintenance.pve9.recreated.json").data,
  "/cluster/ha/rules": fixtureBody("ha/rules.pve9.recreated.json").data,
  "/cluster/ha/resources": fixtureBody("ha/resources.pve9.recreated.json").data,
  "/nodes/hv1/rrddata": fixtureBody("nodes/rrddata.hour.pve9.recreated.json").data,
  "/nodes/hv2/rrddata": fixtureBody("nodes/rrddata.hour.pve9.recreated.json").data,
};

/** Numbers that a planner can work with, and no online node without memory or cores. */
function expectSane({ snapshot }: Inventory): void {
  for (const node of snapshot.nodes) {
    const figures = [node.cpuCores, node.memoryBytes, node.cpuUsedCores, node.memoryUsedBytes];
    expect(figures.every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
    if (node.online) expect(Math.min(node.cpuCores, node.memoryBytes)).toBeGreaterThan(0);
  }
  for (const { cpuCores, memoryBytes, cpuUsedCores, memoryUsedBytes } of snapshot.guests) {
    const figures = [cpuCores, memoryBytes, cpuUsedCores, memoryUsedBytes];
    expect(figures.every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
  }
}

it(
  "names the answer and the field, or gives a sane inventory, when a captured answer is changed anywhere",
  async () => {
    const answers: Record<string, unknown> = { ...CAPTURED };
    const server = await startCannedCluster(answers);
    const client = openTestClient({ endpoints: [server.origin] });
    const untouched = await takeSnapshot(client, { takenAt: null }, noSignal());
    expectSane(untouched);
    const oddity = fc.oneof(fc.constantFrom(...ODDITIES), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(CAPTURED)), fc.nat(), oddity, async (path, seed, value) => {
        Object.assign(answers, CAPTURED, { [path]: replaceAt(CAPTURED[path], seed, value) });
        const outcome = await takeSnapshot(client, { takenAt: null }, noSignal()).catch((failure: unknown) => failure);
        if (outcome instanceof PveApiError) {
          expect(outcome.message).toMatch(/^GET \/.*(data[.[:]|not with an answer|not implemented)/s);
        } else if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(InventoryError);
        } else {
          expectSane(outcome as Inventory);
          expect(() => planMigrations((outcome as Inventory).snapshot, policyOf(), { iterations: 10 })).not.toThrow();
        }
      }),
      { numRuns: MUTATIONS },
    );
  },
  MUTATIONS_TIMEOUT_MS,
);
