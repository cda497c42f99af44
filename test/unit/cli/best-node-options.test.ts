import { describe, expect, it } from "vitest";
import { runBestNode } from "../../../provider/src/cli/best-node.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import type { CliRun } from "../../support/cli-run.js";
import { runCommand } from "../../support/cli-run.js";
import { cluster } from "../../support/snapshot-builders.js";

const FILES = {
  "s.json": encodeSnapshot(
    cluster({
      a: { guests: [{ used: 10, pool: "dev", type: "ct" }] },
      b: { guests: [20], maintenance: true },
      c: { guests: [30] },
      d: { guests: [{ used: 40, status: "unknown" }], online: false },
    }),
  ),
  "apart.json": { pools: [{ pool_id: "dev", type: "anti-affinity" }] },
  "leaving.json": { maintenance_nodes: ["c"] },
};

const SIZE = ["--cpu-cores", "2", "--memory-mib", "1024"];

const bestNode = (...argv: string[]): Promise<CliRun> =>
  runCommand(runBestNode, ["--snapshot", "s.json", ...argv], FILES);

describe("proxlb best-node for a guest that exists", () => {
  it.each([
    ["101", "b", "is in maintenance", []],
    ["102", "c", "is in maintenance", ["--policy", "leaving.json"]],
    ["103", "d", "is offline", []],
  ])("warns that the node of guest %s, %s, %s, and answers with it", async (vmid, node, why, argv) => {
    const { code, stdout, stderr } = await bestNode("--vmid", vmid, ...argv);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${node}\n` });
    expect(stderr).toContain(`Warning: ${node} ${why}. It is answered nevertheless, `);
  });

  it("does not warn of a node that new guests get", async () => {
    expect((await bestNode("--vmid", "102")).stderr).not.toContain("Warning");
  });
});

describe("proxlb best-node for a new guest", () => {
  it("heeds the rules of its pool", async () => {
    expect((await bestNode(...SIZE, "--policy", "apart.json")).stdout).toBe("a\n");
    const { stdout, stderr } = await bestNode(...SIZE, "--pool", "dev", "--policy", "apart.json");
    expect(stdout).toBe("c\n");
    expect(stderr).toContain("a already runs guest 100 of the pool dev, ");
  });

  it("takes containers and VMs", async () => {
    for (const type of ["ct", "vm"]) expect((await bestNode(...SIZE, "--type", type)).stdout).toBe("a\n");
  });
});
