import fc from "fast-check";
import { expect, it } from "vitest";
import { completeFor } from "../../../provider/src/inventory/complete-inventory.js";
import { InventoryError } from "../../../provider/src/inventory/inventory-error.js";
import { takeSnapshot } from "../../../provider/src/inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import type { PveClient } from "../../../provider/src/pve/client.js";
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
  "/cluster/tasks": fixtureBody("cluster/tasks.pve9.recreated.json").data,
  "/cluster/metrics/export": fixtureBody("cluster/metrics-export.pve8.json").data,
  ...Object.fromEntries(
    ["hv1", "hv2"].flatMap((node) => [
      [`/nodes/${node}/qemu`, [fixtureBody("qemu/status-current.pve9.recreated.json").data]],
      [`/nodes/${node}/lxc`, fixtureBody("lxc/list.pressure-strings.pve9.recreated.json").data],
    ]),
  ),
};

/** A policy for which everything is read. */
const CURIOUS = policyOf({
  mode: "psi",
  psi: { nodes: { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 5 } } },
  usage_window: "30m",
  usage_statistic: "p95",
  cooldown: "1h",
});

async function readAll(client: PveClient): Promise<ClusterSnapshot> {
  const inventory = await takeSnapshot(client, { takenAt: "2026-08-06T10:00:00Z" }, noSignal());
  expectSane(inventory.snapshot);
  return (await completeFor({ client }, inventory, CURIOUS, noSignal())).snapshot;
}

/** Numbers that a planner can work with, and no online node without memory or cores. */
function expectSane(snapshot: ClusterSnapshot): void {
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
    expectSane(await readAll(client));
    const oddity = fc.oneof(fc.constantFrom(...ODDITIES), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(CAPTURED)), fc.nat(), oddity, async (path, seed, value) => {
        Object.assign(answers, CAPTURED, { [path]: replaceAt(CAPTURED[path], seed, value) });
        const outcome = await readAll(client).catch((failure: unknown) => failure);
        if (outcome instanceof PveApiError) {
          expect(outcome.message).toMatch(/^GET \/.*(data[.[:]|not with an answer|not implemented)/s);
        } else if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(InventoryError);
        } else {
          expectSane(outcome as ClusterSnapshot);
          for (const policy of [policyOf(), CURIOUS])
            expect(() => planMigrations(outcome as ClusterSnapshot, policy, { iterations: 10 })).not.toThrow();
        }
      }),
      { numRuns: MUTATIONS },
    );
  },
  MUTATIONS_TIMEOUT_MS,
);
