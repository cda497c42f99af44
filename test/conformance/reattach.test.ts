import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planText } from "../support/cli-checks.js";
import { findClis } from "../support/cli-find.js";
import type { TerraformCli } from "../support/cli-find.js";
import type { Installation } from "../support/cli-installation.js";
import { proxlbSource } from "../support/cli-installation.js";
import { builtProviderFolder } from "../support/cli-paths.js";
import { succeeded } from "../support/cli-process.js";
import { withWorkspace } from "../support/terraform-cli.js";
import type { ReattachedLab } from "../support/test-provider/host.js";
import { serveTestProvider } from "../support/test-provider/host.js";
import { withLab } from "../support/test-provider/lab-workspace.js";

const SNAPSHOT = {
  version: 1,
  nodes: ["pve1", "pve2"].map((name) => ({ name, cpuCores: 8, memoryBytes: 2 ** 34 })),
  guests: [{ vmid: 100, type: "vm", node: "pve1", cpuCores: 1, memoryBytes: 2 ** 30 }],
};

const MAIN = `provider "proxlb" {
  snapshot_file = abspath("snapshot.json")
}
data "proxlb_best_node" "web" {
  cpu_cores  = 1
  memory_mib = 512
}
output "node" {
  value = data.proxlb_best_node.web.node_name
}
`;

describe("17 the provider, started for debugging", () => {
  const child = spawn(join(builtProviderFolder, "terraform-provider-proxlb"), ["--debug"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let installation: Installation;

  beforeAll(async () => {
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const value = /^TF_REATTACH_PROVIDERS='(.*)'$/.exec(line)?.[1] ?? line;
    installation = { kind: "reattached", value, sources: [proxlbSource] };
  });

  afterAll(async () => {
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    await exit;
  });

  it.each(findClis())("serves three plans in a row on $label and lives on", async (cli) => {
    await withWorkspace(
      cli,
      async (ws) => {
        ws.write(MAIN);
        ws.write(JSON.stringify(SNAPSHOT), "snapshot.json");
        for (let run = 0; run < 3; run += 1) expect(await planText(ws)).toContain('+ node = "pve2"');
        expect(child.exitCode).toBeNull();
      },
      { installation },
    );
  });
});

const atLeast = (version: string, major: number, minor: number): boolean => {
  const [a = 0, b = 0] = version.split(".").map(Number);
  return a > major || (a === major && b >= minor);
};

const knowsFunctions = ({ name, version }: TerraformCli): boolean => atLeast(version, 1, name === "Terraform" ? 8 : 7);

const knowsWriteOnly = ({ version }: TerraformCli): boolean => atLeast(version, 1, 11);

describe("what only newer CLIs know", () => {
  let lab: ReattachedLab;

  beforeAll(async () => {
    lab = await serveTestProvider();
  });

  afterAll(() => lab.close());

  it.each(findClis())("58 are functions, on $label", async (cli) => {
    await withLab(cli, { installation: lab.installation }, async (ws) => {
      ws.write(`output "results" {
  value = [
    provider::lab::join_words("-", "a", "b"),
    provider::lab::or_none(null),
    provider::lab::halves("x", 8),
    provider::lab::about(1 / 8),
  ]
}
`);
      const result = await ws.apply();
      if (!knowsFunctions(cli)) {
        expect(result.exitCode).toBe(1);
        return;
      }
      succeeded(result);
      expect((await ws.outputs())["results"]?.value).toEqual(["a-b", "none", [4, 4], { value: 0.125, text: "0.125" }]);
      ws.write('output "result" {\n  value = provider::lab::halves("x", 3)\n}\n');
      expect((await ws.plan()).stderr.replace(/\s+/g, " ")).toContain("The number must be even, but it is 3.");
    });
  });

  it.each(findClis())("60 are write-only values, refused or kept out of plan and state on $label", async (cli) => {
    await withLab(cli, { installation: lab.installation }, async (ws) => {
      ws.write('resource "lab_item" "a" {\n  name     = "web"\n  password = "hunter2"\n}\n');
      const result = await ws.apply();
      if (!knowsWriteOnly(cli)) {
        expect(result.exitCode).toBe(1);
        expect(result.stderr.replace(/\s+/g, " ")).toContain('"password" is write-only, which needs Terraform 1.11');
        return;
      }
      succeeded(result);
      expect(ws.read("terraform.tfstate")).not.toContain("hunter2");
      expect(await planText(ws)).toContain("No changes.");
    });
  });
});
