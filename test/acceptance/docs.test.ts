import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectSuccess } from "../support/acceptance-checks.js";
import { findClis } from "../support/cli-find.js";
import { builtProviderFolder, repositoryRoot } from "../support/cli-paths.js";
import { withWorkspace } from "../support/terraform-cli.js";

const guidesFolder = join(repositoryRoot, "docs", "guides");

const guides = readdirSync(guidesFolder).sort();

const textOf = (guide: string): string => readFileSync(join(guidesFolder, guide), "utf8");

const blocksOf = (guide: string, language: string): readonly string[] =>
  [...textOf(guide).matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, text = ""]) =>
    found === language ? [text] : [],
  );

/** Resources of other providers, which no test installs. */
const isForeign = (block: string): boolean => /^resource "proxmox_/m.test(block);

/** What a configuration reads from its folder. */
const CA_FILE = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";

const proxlb = (args: readonly string[], cwd: string) =>
  spawnSync(join(builtProviderFolder, "terraform-provider-proxlb"), args, { cwd, encoding: "utf8" });

const [cli] = findClis();

describe("the guides", () => {
  it.each(guides)("%s has configurations that are formatted, and valid on their own", async (guide) => {
    await withWorkspace(cli!, async (ws) => {
      writeFileSync(ws.path("pve-root-ca.pem"), CA_FILE);
      const declared = ws.read("terraform.tf");
      for (const block of blocksOf(guide, "hcl")) {
        ws.write(block);
        ws.write(block.includes("required_providers") ? "" : declared, "terraform.tf");
        expect((await ws.run(["fmt", "-check", "-diff", "main.tf"])).stdout, block).toBe("");
        if (!isForeign(block)) expectSuccess(await ws.validate());
      }
    });
  });
});

describe("getting-started.md", () => {
  it("plans on the captured cluster that it shows, with a CLI and on the command line", async () => {
    await withWorkspace(cli!, async (ws) => {
      const guide = "getting-started.md";
      ws.write(blocksOf(guide, "json")[0] ?? "", "cluster.json");
      ws.write(blocksOf(guide, "hcl").find((block) => block.includes("snapshot_file")) ?? "");
      ws.write("", "terraform.tf");
      expect(expectSuccess(await ws.plan()).stdout).toContain('+ node_name = "pve2"');
      const lines = blocksOf(guide, "shell")
        .flatMap((block) => block.split("\n"))
        .filter((line) => line.startsWith("proxlb "));
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(proxlb(line.split(" ").slice(1), ws.folder)).toMatchObject({ status: 0 });
    });
  });
});

/** 2 says that something is pending, which it is on the cluster of the guide. */
const WORKED = [0, 2];

describe("every command of the provider's executable in a guide", () => {
  it.each(guides)("%s names only commands and options that exist", (guide) => {
    const used = [...textOf(guide).matchAll(/(?:^|`)proxlb ([a-z][\w-]*)([^`\n]*)/gm)];
    const { stdout } = proxlb(["--help"], repositoryRoot);
    for (const [, command = "", rest = ""] of used) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
      for (const [option] of rest.matchAll(/--[a-z][a-z-]*/g)) expect(stdout).toMatch(new RegExp(`${option}\\b`));
    }
  });

  it("does what it says on the captured cluster of getting-started.md, wherever it asks one", async () => {
    await withWorkspace(cli!, (ws) => {
      ws.write(blocksOf("getting-started.md", "json")[0] ?? "", "cluster.json");
      const lines = guides
        .flatMap((guide) => blocksOf(guide, "shell").flatMap((block) => block.split("\n")))
        .filter((line) => line.startsWith("proxlb ") && line.includes("--snapshot cluster.json"));
      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines) expect(WORKED, line).toContain(proxlb(line.split(" ").slice(1), ws.folder).status);
      return Promise.resolve();
    });
  });
});
