import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runPlan } from "../../../provider/src/cli/plan.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { type CliRun, runCommand } from "../../support/cli-run.js";
import { cluster } from "../../support/snapshot-builders.js";

const PRESSURE = { nodes: { memory: { pressure_some: 5 } } };

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-layers-"));
  const snapshot = encodeSnapshot(cluster({ a: { guests: [45, 10] }, b: { guests: [30] } }));
  writeFileSync(join(folder, "s.json"), JSON.stringify(snapshot));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Layers {
  /** The section `balancing` of a proxlb.yaml. */
  readonly yaml?: unknown;
  /** The policy of the file of `--config`. */
  readonly config?: unknown;
  /** The file of `--policy`. */
  readonly policy?: unknown;
}

/** Plans on a captured cluster, so that nothing of the connection matters. */
const planned = ({ yaml, config = null, policy }: Layers): Promise<CliRun> => {
  const proxlbYaml = join(folder, "proxlb.yaml");
  if (yaml !== undefined) writeFileSync(proxlbYaml, JSON.stringify({ balancing: yaml }));
  const files = {
    "c.json": {
      snapshot_file: join(folder, "s.json"),
      config_file: yaml === undefined ? null : proxlbYaml,
      policy: config,
    },
    ...(policy === undefined ? {} : { "p.json": policy }),
  };
  const argv = ["--config", "c.json", "--json", ...(policy === undefined ? [] : ["--policy", "p.json"])];
  return runCommand(runPlan, argv, files);
};

describe("the policy of a command", () => {
  it.each<Layers>([
    { config: { balanciness: 20 }, policy: { balanciness_target: 15 } },
    { config: { usage_window: "1h", usage_statistic: "p95" }, policy: { usage_statistic: "current" } },
    { config: { psi: PRESSURE }, policy: { mode: "psi" } },
    { config: { mode: "psi" }, policy: { psi: PRESSURE } },
    { yaml: { balanciness: 20 }, config: { balanciness_target: 15 } },
    { yaml: { balanciness: 20 }, policy: { balanciness_target: 15 } },
    { yaml: { mode: "psi" }, config: { psi: PRESSURE } },
    { yaml: { mode: "psi" }, policy: { psi: PRESSURE } },
    { yaml: { balanciness: 5 }, config: { balanciness: 20 }, policy: { balanciness_target: 15 } },
  ])("is valid where its layers are only together: %j", async (layers) => {
    expect(await planned(layers)).toMatchObject({ code: 0 });
  });

  it.each<[Layers, string]>([
    [{ policy: { balanciness: 5, balanciness_target: 50 } }, "p.json cannot be used.\nbalanciness_target: The target"],
    [{ policy: { balanciness: -1 } }, "p.json cannot be used.\nbalanciness: A number between"],
    [
      { config: { balanciness: 5 }, policy: { balanciness_target: 9 } },
      "policy.balanciness_target: The target (9) must",
    ],
    [{ yaml: { balanciness: 5 }, policy: { balanciness_target: 9 } }, "policy.balanciness_target: The target (9) must"],
    [{ config: { balanciness: "5" } }, "policy.balanciness: A number between"],
    [{ policy: { mode: "psi" } }, 'policy.psi: The mode "psi" needs at least one threshold'],
  ])("is refused where they are wrong: %j", async (layers, message) => {
    const { code, stdout, stderr } = await planned(layers);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });
});
