import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CliIo } from "../../../provider/src/cli/cli-io.js";
import { runCli } from "../../../provider/src/cli/run-cli.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import { tiltedCluster } from "../../support/acceptance-clusters.js";
import { changesAskedOf, environmentFor, migrationsAskedOf } from "../../support/acceptance-stage.js";
import { runCommand } from "../../support/cli-run.js";

const proxlb = (argv: readonly string[], io: CliIo): Promise<number> => runCli(argv, "1.2.3", io);

let cluster: Simulator;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-cycle-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a cycle with a configuration, which stands in a file because a proxlb.yaml is read from there. */
const cycle = (config: string, argv: readonly string[] = [], files: Readonly<Record<string, unknown>> = {}) => {
  const path = join(folder, "config");
  writeFileSync(path, config);
  return runCommand(proxlb, ["-c", path, ...argv], { [path]: config, ...files }, { env: environmentFor(cluster) });
};

describe("a cycle as ProxLB runs it", () => {
  beforeAll(async () => {
    cluster = await startSimulator({ cluster: tiltedCluster(), plainHttp: true });
  });

  afterEach(() => {
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  afterAll(() => cluster.stop());

  it.each([
    ["a proxlb.yaml that does not say so", "balancing:\n  method: memory\n", []],
    ["a proxlb.yaml that says the opposite", "balancing:\n  enable: False\n", []],
    ["a provider block that does not say so", "{}", []],
    ["a policy that says the opposite", "balancing:\n  enable: True\n", ["--policy", "never.json"]],
  ])("shows the plan and executes nothing by %s", async (_, config, argv) => {
    const { code, stdout, stderr } = await cycle(config, argv, { "never.json": { enabled: false } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("1 migration") as string });
    expect(stderr).toContain(
      "Nothing is executed, because balancing.enable of the proxlb.yaml (enabled in a policy) is not set to true.",
    );
  });

  it("says in the document, too, that it has executed nothing", async () => {
    const { code, stdout } = await cycle("balancing: {}\n", ["-j"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ migrations: [{ from: "pve1", to: "pve2" }], executed: [] });
  });

  it("does not speak of it where nothing is to be executed anyway", async () => {
    expect((await cycle("balancing: {}\n", ["-d"])).stderr).not.toContain("executed");
  });
});

describe("a cycle that its configuration allows to execute", () => {
  it.each([
    ["a proxlb.yaml", "balancing:\n  enable: True\n", []],
    ["a policy file over a provider block", "{}", ["--policy", "p.json"]],
  ])("moves guests: %s", async (_, config, argv) => {
    cluster = await startSimulator({ cluster: tiltedCluster(), plainHttp: true });
    try {
      expect(await cycle(config, argv, { "p.json": { enabled: true } })).toMatchObject({ code: 0 });
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    } finally {
      await cluster.stop();
    }
  });
});
