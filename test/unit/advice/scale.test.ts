import { expect, it, onTestFinished } from "vitest";
import { planWithPrechecks } from "../../../provider/src/advice/plan-with-prechecks.js";
import { liveCluster } from "../../../provider/src/inventory/live-cluster.js";
import { PveClient } from "../../../provider/src/pve/client.js";
import { generateCluster } from "../../simulator/src/description/generate-cluster.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import { noSignal } from "../../support/http-client.js";
import { policyOf } from "../../support/snapshot-builders.js";

const PRECHECK = /^\/nodes\/[^/]+\/(qemu|lxc)\/\d+\/migrate$/;

it("refreshes 5,000 guests on 50 nodes in few requests, and asks about moved guests alone", async () => {
  const { storages = [], ...generated } = generateCluster({ nodes: 50, guests: 5000, seed: 7 });
  const cluster = { ...generated, storages: [...storages, { name: "local-zfs", type: "zfspool" }] };
  const simulator = await startSimulator({ cluster });
  onTestFinished(() => simulator.stop());
  const client = new PveClient({
    endpoints: [simulator.url],
    auth: { kind: "token", token: simulator.token("sim") },
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: simulator.ca, fingerprintSha256: null },
    requestTimeoutMs: 20_000,
  });
  onTestFinished(() => client.close());
  const access = liveCluster(client, () => new Date(simulator.state().nowMs));
  const inventory = await access.freshInventory(noSignal());
  const plan = await planWithPrechecks(access, inventory, policyOf({ balanciness: 25 }), noSignal());
  const paths = simulator.requests().map(({ path }) => path);
  const prechecks = paths.filter((path) => PRECHECK.test(path)).length;
  const ofNodes = paths.filter((path) => /^\/nodes\/[^/]+\/(network|status)$/.test(path)).length;
  const caches = paths.filter((path) => path.endsWith("/rrddata")).length;
  expect(plan.migrations.length).toBeGreaterThan(0);
  expect(caches).toBe(50);
  expect(paths.length - prechecks - ofNodes - caches).toBeLessThanOrEqual(10);
  expect(prechecks + ofNodes).toBeLessThanOrEqual(3 * plan.migrations.length);
  expect(new Set(simulator.requests().map(({ status }) => status))).toEqual(new Set([200]));
}, 60_000);
