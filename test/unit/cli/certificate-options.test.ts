import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runGuests } from "../../../provider/src/cli/cluster.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import { evenCluster } from "../../support/acceptance-clusters.js";
import { environmentFor } from "../../support/acceptance-stage.js";
import type { CliRun } from "../../support/cli-run.js";
import { runCommand } from "../../support/cli-run.js";

describe("a cluster whose certificate nobody knows", () => {
  let cluster: Simulator;

  beforeAll(async () => {
    cluster = await startSimulator({ cluster: evenCluster() });
  });

  afterAll(() => cluster.stop());

  const guests = (...argv: string[]): Promise<CliRun> =>
    runCommand(runGuests, argv, { "ca.pem": cluster.ca }, { env: environmentFor(cluster) });

  it("is not asked, and the message names the options that help", async () => {
    expect(await guests()).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/is not trusted.*\n.*--ca-certificate FILE, --tls-fingerprint/) as string,
    });
  });

  it("is asked when --tls-fingerprint names it, however it is written", async () => {
    for (const text of [cluster.fingerprint, cluster.fingerprint.toLowerCase().replaceAll(":", "")]) {
      expect(await guests("--tls-fingerprint", text)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("vm101") as string,
      });
    }
  });

  it("is not asked when --tls-fingerprint names another, which the message tells", async () => {
    const { code, stdout, stderr } = await guests("--tls-fingerprint", `${"AB:".repeat(31)}AB`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(cluster.fingerprint);
  });

  it("is asked with its authority, or unchecked, where options say so", async () => {
    expect((await guests("--ca-certificate", "ca.pem")).code).toBe(0);
    expect((await guests("--insecure")).code).toBe(0);
  });
});
