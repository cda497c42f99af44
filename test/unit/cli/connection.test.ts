import { describe, expect, it } from "vitest";
import { runApply } from "../../../provider/src/cli/apply.js";
import type { CliIo } from "../../../provider/src/cli/cli-io.js";
import { runGate } from "../../../provider/src/cli/gate.js";
import { runMigrate } from "../../../provider/src/cli/migrate.js";
import { runPlan } from "../../../provider/src/cli/plan.js";
import { runCli } from "../../../provider/src/cli/run-cli.js";
import { parseConnectionFile } from "../../../provider/src/config/connection-file.js";
import { runCommand } from "../../support/cli-run.js";
import type { CliRun, CliSurroundings } from "../../support/cli-run.js";

const SECRET = "11111111-2222-3333-4444-555555555555";

const TOKEN = `balancer@pve!plan=${SECRET}`;

/** Nobody listens there. */
const NOWHERE = "http://127.0.0.1:9";

type Command = (argv: readonly string[], io: CliIo) => Promise<number>;

const proxlb: Command = (argv, io) => runCli(argv, "1.2.3", io);

const run = (
  command: Command,
  argv: readonly string[],
  config: unknown,
  surroundings: CliSurroundings = {},
): Promise<CliRun> => runCommand(command, ["--config", "c.json", ...argv], { "c.json": config }, surroundings);

describe("--config with the attributes of the provider as JSON", () => {
  it("takes every attribute and the policy", () => {
    const text = JSON.stringify({ endpoints: ["pve1"], api_token: TOKEN, insecure: true, policy: { balanciness: 5 } });
    expect(parseConnectionFile(text, "c.json")).toEqual({
      attributes: { endpoints: ["pve1"], api_token: TOKEN, insecure: true },
      policy: { balanciness: 5 },
    });
  });

  it.each([
    [{ endpont: "pve1" }, 'The provider has no attribute "endpont". It has endpoint, endpoints,'],
    [{ endpoint: 5 }, '"endpoint" must be text.'],
    [{ endpoints: "pve1" }, '"endpoints" must be a list of texts.'],
    [{ insecure: "yes" }, '"insecure" must be true or false.'],
    [{ policy: [] }, '"policy" must be an object.'],
    [{ endpoint: "pve1", api_token: TOKEN, policy: { balancines: 5 } }, 'The policy has no attribute "balancines".'],
    [{ endpoint: "pve1", api_token: SECRET }, "The API token is not of the form"],
    [{ endpoint: "pve1" }, "No credentials are set."],
    [`{ "api_token": "${TOKEN}" `, "It is not valid JSON."],
  ])("refuses %j and shows no secret", async (config, message) => {
    const { code, stdout, stderr } = await run(runPlan, [], config);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(SECRET);
  });

  it("says in a full sentence that the cluster does not answer", async () => {
    const { code, stderr } = await run(runGate, [], { endpoint: NOWHERE, api_token: TOKEN });
    expect(code).toBe(1);
    expect(stderr).toMatch(/127\.0\.0\.1:9.*\.\n$/s);
    expect(stderr).not.toContain(SECRET);
  });

  it("prints JSON for ProxLB's -j also when it fails", async () => {
    const { code, stdout } = await run(proxlb, ["-j"], { endpoint: NOWHERE, api_token: TOKEN });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ error: expect.stringContaining("127.0.0.1:9") as string });
    const misspelt = await run(proxlb, ["-dj", "--dry"], {});
    expect(JSON.parse(misspelt.stdout)).toEqual({ error: expect.stringContaining("--dry") as string });
  });

  it("ends when it is interrupted", async () => {
    const interruption = AbortSignal.abort(new Error("The command was interrupted."));
    const config = { endpoint: NOWHERE, api_token: TOKEN };
    expect(await run(runApply, [], config, { interruption })).toMatchObject({
      code: 1,
      stderr: "The command was interrupted.\n",
    });
  });
});

describe("commands called wrongly", () => {
  it.each([
    [runGate, ["--max-imbalance", "-3"], "--max-imbalance"],
    [runGate, ["--max-migrations", "many"], 'must be a number of at least 0, found "many"'],
    [runGate, ["--max-migrations", "1.5"], '--max-migrations must be a whole number, found "1.5"'],
    [runGate, ["--max-violations", "0.5"], '--max-violations must be a whole number, found "0.5"'],
    [runMigrate, ["101"], "proxlb migrate VMID NODE"],
    [runMigrate, ["web", "pve2"], 'The id of a guest is expected, found "web".'],
    [proxlb, ["-x"], "-x"],
  ] as const)("say what is wrong: %j %j", async (command, argv, message) => {
    const { code, stdout, stderr } = await run(command, argv, { endpoint: NOWHERE, api_token: TOKEN });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });
});
