import { describe, expect, it } from "vitest";
import { runBestNode } from "../../../provider/src/cli/best-node.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { type CliRun, runCommand } from "../../support/cli-run.js";
import { cluster } from "../../support/snapshot-builders.js";

const FILES = {
  "s.json": encodeSnapshot(
    cluster({ a: { guests: [{ used: 10, tags: ["plb_anti_affinity_x"] }] }, b: { guests: [30] } }),
  ),
};

const SIZE = ["--cpu-cores", "2", "--memory-mib", "1024"];

const bestNode = (...argv: string[]): Promise<CliRun> =>
  runCommand(runBestNode, ["--snapshot", "s.json", ...argv], FILES);

describe("proxlb best-node", () => {
  it("prints the name of the node and nothing else on stdout", async () => {
    const { code, stdout, stderr } = await bestNode(...SIZE);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "a\n" });
    expect(stderr).toContain("RANK  NODE  FITS");
  });

  it("prints the ranking as JSON", async () => {
    const { stdout } = await bestNode(...SIZE, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      node: "a",
      candidates: [
        { node: "a", rank: 1, fits: true, memoryPercentAfter: 11 },
        { node: "b", rank: 2, fits: true, memoryPercentAfter: 31 },
      ],
    });
  });

  it("lets existing guests make room if asked, and lists what has to move first", async () => {
    const tight = cluster({ a: { guests: [40] }, b: { guests: [45] }, c: { guests: [50] } });
    const files = { "s.json": encodeSnapshot(tight) };
    const size = ["--snapshot", "s.json", "--cpu-cores", "2", "--memory-mib", String(65 * 1024), "--name", "big"];
    expect(await runCommand(runBestNode, size, files)).toMatchObject({ code: 1, stdout: "" });
    const made = await runCommand(runBestNode, [...size, "--make-room"], files);
    expect(made).toMatchObject({ code: 0, stdout: "a\n" });
    expect(made.stderr).toContain("Before the guest comes, these have to move:\n  1. guest 100 (guest100) a -> ");
    const { stdout } = await runCommand(runBestNode, [...size, "--make-room", "--json"], files);
    expect(JSON.parse(stdout)).toMatchObject({ node: "a", migrations: [{ vmid: 100, from: "a", step: 1 }] });
  });

  it("heeds tags", async () => {
    expect((await bestNode(...SIZE, "--tags", "plb_anti_affinity_x,web")).stdout).toBe("b\n");
    expect((await bestNode(...SIZE, "--tags", "web, plb_anti_affinity_X")).stdout).toBe("b\n");
    expect((await bestNode(...SIZE, "--tags", "PLB_PIN_B")).stdout).toBe("b\n");
  });

  it("answers an existing guest with the node it is on, by vmid or else by name", async () => {
    expect(await bestNode("--vmid", "101")).toMatchObject({ code: 0, stdout: "b\n" });
    const byName = await bestNode("--name", "guest101", "--json");
    expect(JSON.parse(byName.stdout)).toEqual({ node: "b", existing: true, candidates: [] });
    expect(byName.stderr).toBe("Guest 101 (guest101) exists already and is on b.\n");
    expect((await bestNode(...SIZE, "--vmid", "555", "--name", "guest101")).stdout).toBe("a\n");
  });

  it("warns on stderr of a pin to a node that does not exist", async () => {
    const { code, stderr } = await bestNode(...SIZE, "--tags", "plb_pin_gone");
    expect(code).toBe(0);
    expect(stderr).toContain('of the new guest names the node "gone", which the cluster does not have');
    const named = await bestNode(...SIZE, "--tags", "plb_pin_gone", "--name", "web");
    expect(named.stderr).toContain('of the new guest "web" names the node "gone"');
    const known = await bestNode(...SIZE, "--tags", "plb_pin_gone", "--vmid", "555");
    expect(known.stderr).toContain('of guest 555 names the node "gone"');
  });

  it("fails with the reason per node when none fits", async () => {
    const { code, stdout, stderr } = await bestNode("--cpu-cores", "2", "--memory-mib", "999999");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("No node can take the guest.");
    expect(stderr).toContain("b has 70.0 GiB of memory free");
  });

  it("names the guest that room is made for only by what it is called", async () => {
    const tight = cluster({ a: { guests: [40] }, b: { guests: [45] }, c: { guests: [50] } });
    const argv = ["--snapshot", "s.json", "--cpu-cores", "2", "--memory-mib", String(65 * 1024), "--make-room"];
    const { stderr } = await runCommand(runBestNode, argv, { "s.json": encodeSnapshot(tight) });
    expect(stderr).toMatch(/Makes room on a for the new guest by going to [bc]\./);
  });

  it("says so when the cluster has no node at all", async () => {
    const argv = ["--snapshot", "s.json", ...SIZE];
    const files = { "s.json": { version: 1, nodes: [], guests: [] } };
    expect(await runCommand(runBestNode, argv, files)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "No node can take the guest: the cluster has no node.\n",
    });
  });

  it.each([
    [["--memory-mib", "1"], "The option --cpu-cores N is missing"],
    [["--cpu-cores", "x", "--memory-mib", "1"], 'The option --cpu-cores must be a number greater than 0, found "x".'],
    [["--cpu-cores", "0", "--memory-mib", "1"], 'found "0"'],
    [["--vmid", "x"], 'The option --vmid must be the id of a guest, found "x".'],
    [[...SIZE, "--type", "lxc"], 'The option --type must be "vm" or "ct", found "lxc".'],
  ])("called with %j fails with a message that names the option", async (argv, message) => {
    const { code, stdout, stderr } = await bestNode(...argv);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });
});
