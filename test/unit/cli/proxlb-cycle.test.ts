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
import { FORBIDDEN, runCommand } from "../../support/cli-run.js";

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

  it("names the best node, with -j in a document", async () => {
    expect(await cycle("{}", ["-b"])).toMatchObject({ code: 0, stdout: "pve2\n" });
    const { code, stdout } = await cycle("{}", ["-b", "-j"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ node: "pve2" });
  });

  it("says that no node takes guests, with -j in a document", async () => {
    const nowhere = { "p.json": { ignore_nodes: ["pve1", "pve2"] } };
    expect(await cycle("{}", ["-b", "--policy", "p.json"], nowhere)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "No node takes guests.\n",
    });
    const { code, stdout } = await cycle("{}", ["-bj", "--policy", "p.json"], nowhere);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ error: "No node takes guests." });
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

describe("the flags of ProxLB", () => {
  const config = { "c.json": { endpoint: "http://127.0.0.1:9", api_token: "no token" } };

  it.each([[["-v"]], [["-d", "-v"]], [["-c", "c.json", "-v"]], [["-jv"]], [["--dry-run", "--version"]]])(
    "know -v wherever it stands: %j",
    async (argv) => {
      expect(await runCommand(proxlb, argv)).toMatchObject({ code: 0, stdout: "proxlb 1.2.3\n", stderr: "" });
    },
  );

  it("print errors of -b as JSON, too", async () => {
    const { code, stdout } = await runCommand(proxlb, ["-c", "c.json", "-b", "-j"], config);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ error: expect.stringContaining("API token") as string });
  });

  it.each([
    [["-c", "c.json", "plan"], "plan"],
    [["-d", "plan", "-c", "c.json"], "plan"],
    [["-c", "c.json", "plan", "--html", "r.html"], "plan"],
    [["--insecure", "migrate", "101", "pve2"], "migrate"],
  ])("do not come before a command: %j", async (argv, command) => {
    expect(await runCommand(proxlb, argv, config)).toEqual({
      code: 1,
      stdout: "",
      stderr: `The command comes first, and its options behind it: proxlb ${command} …\n`,
      written: new Map(),
    });
  });

  it("stop at a usual configuration that may not be read", async () => {
    const env = { PROXMOX_VE_ENDPOINT: "http://127.0.0.1:9", PROXMOX_VE_API_TOKEN: "no token" };
    const missing = await runCommand(proxlb, ["-d"], {}, { env });
    expect(missing.stderr).toContain("API token");
    const unreadable = await runCommand(proxlb, ["-d"], { "/etc/proxlb/proxlb.yaml": FORBIDDEN }, { env });
    expect(unreadable).toMatchObject({ code: 1, stdout: "" });
    expect(unreadable.stderr).toContain("/etc/proxlb/proxlb.yaml cannot be read: EACCES: permission denied");
  });
});
