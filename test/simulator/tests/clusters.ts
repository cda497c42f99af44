import { afterEach } from "vitest";
import type { ClusterInput } from "../src/description/cluster-description.js";
import { startSimulator } from "../src/start-simulator.js";
import type { Simulator, SimulatorOptions } from "../src/start-simulator.js";

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

/** Starts a simulator that is stopped after the test. */
export async function simulate(cluster: ClusterInput, options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ cluster, ...options });
  running.push(simulator);
  return simulator;
}

/** A small cluster with a manual clock: two nodes of version 9, one of 8.4, shared and local disks, a container, HA, pools, users. */
export function smallCluster(changes: Partial<ClusterInput> = {}): ClusterInput {
  return {
    clock: { mode: "manual" },
    nodes: [
      { name: "pve1", cpus: 32, memory: "128GiB", overhead: { cpu: 0.5, memory: "2GiB" } },
      { name: "pve2", cpus: 32, memory: "128GiB", overhead: { cpu: 0.5, memory: "2GiB" } },
      { name: "old3", version: "8.4.5", cpus: 16, memory: "64GiB" },
    ],
    storages: [
      { name: "ceph-vm", type: "rbd", size: "10TiB", used: "3TiB" },
      { name: "local-zfs", type: "zfspool", size: "1TiB", used: "100GiB" },
      { name: "fast", type: "lvmthin", nodes: ["pve1"], size: "1TiB" },
    ],
    pools: [{ name: "lab", comment: "Laboratory", storages: ["local-zfs"] }],
    guests: [
      {
        id: 100,
        name: "web",
        node: "pve1",
        cores: 4,
        memory: "8GiB",
        load: { cpu: 1, memory: "4GiB" },
        tags: ["prod", "plb_affinity_web"],
      },
      {
        id: 101,
        name: "db",
        node: "pve1",
        cores: 2,
        memory: "4GiB",
        disks: [{ storage: "local-zfs", size: "8GiB" }],
        pool: "lab",
      },
      { id: 102, name: "template", node: "pve1", template: true },
      { id: 103, name: "halted", node: "pve2", status: "stopped" },
      { id: 104, name: "pinned", node: "pve1", disks: [{ storage: "fast", size: "4GiB" }] },
      { id: 105, name: "legacy", node: "old3", memory: "2GiB" },
      { id: 110, kind: "vm", name: "ha-vm", node: "pve1", ha: { failback: true, maxRestart: 2 } },
      {
        id: 200,
        kind: "ct",
        name: "dns",
        node: "pve2",
        memory: "512MiB",
        load: { cpu: 0.1, memory: "100MiB" },
        diskUsed: "900MiB",
      },
      { id: 201, kind: "ct", name: "proxy", node: "old3", cores: 2 },
    ],
    ha: {
      rules: [
        { rule: "apart", type: "resource-affinity", affinity: "negative", resources: "vm:110,ct:200" },
        { rule: "rack", type: "node-affinity", resources: "vm:110", nodes: "pve1:2,pve2", strict: false },
      ],
      groups: [{ group: "left", nodes: "old3:1", restricted: true }],
    },
    options: {
      max_workers: 4,
      migration: { type: "secure" },
      "tag-style": { ordering: "alphabetical" },
      bwlimit: "migration=512000",
    },
    users: [
      {
        id: "balancer@pve",
        password: "correct horse",
        tokens: [{ id: "plan" }, { id: "narrow", privilegeSeparation: true }],
      },
    ],
    acl: [
      { path: "/", subject: "balancer@pve", role: "PVEAuditor" },
      { path: "/vms/100", subject: "balancer@pve", privileges: ["VM.Audit", "VM.Migrate"] },
      { path: "/vms", subject: "balancer@pve!narrow", privileges: ["VM.Audit"] },
      { path: "/pool/lab", subject: "balancer@pve", privileges: ["Pool.Audit", "VM.Migrate"] },
    ],
    ...changes,
  };
}
