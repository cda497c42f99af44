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

/**
 * The configurations of a guide. One that declares its provider is built up step by step: later blocks are added to it, until
 * another one begins. Elsewhere every block stands for itself.
 */
const configurationsOf = (guide: string): readonly string[] => {
  const blocks = blocksOf(guide, "hcl");
  if (blocks[0]?.includes("required_providers") !== true) return blocks;
  return blocks.map((_block, index) => {
    const start = blocks.findLastIndex((block, at) => at <= index && block.includes("required_providers"));
    return blocks.slice(start, index + 1).join("\n");
  });
};

/** Resources of other providers, which no test installs. */
const isForeign = (block: string): boolean => /^resource "proxmox_/m.test(block);

/** What a configuration reads from its folder. */
const CA_FILE = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";

const proxlb = (args: readonly string[], cwd: string) =>
  spawnSync(join(builtProviderFolder, "terraform-provider-proxlb"), args, { cwd, encoding: "utf8" });

describe.each(findClis())("the guides on $label", (cli) => {
  it.each(guides)("%s has configurations that are formatted and valid", async (guide) => {
    await withWorkspace(cli, async (ws) => {
      writeFileSync(ws.path("pve-root-ca.pem"), CA_FILE);
      const declared = ws.read("terraform.tf");
      for (const block of configurationsOf(guide)) {
        ws.write(block);
        ws.write(block.includes("required_providers") ? "" : declared, "terraform.tf");
        expect((await ws.run(["fmt", "-check", "-diff", "main.tf"])).stdout, block).toBe("");
        if (!isForeign(block)) expectSuccess(await ws.validate());
      }
    });
  });

  it("getting-started.md plans on the captured cluster that it shows, with the CLI and on the command line", async () => {
    await withWorkspace(cli, async (ws) => {
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

/** Options whose value `--help` names, such as `--markdown FILE`. */
const optionsWithValue = (help: string): ReadonlySet<string> =>
  new Set([...help.matchAll(/(--[a-z][a-z-]*)(?:, -\w)? (?:[A-Z]+\b|vm\|ct)/g)].map(([, option = ""]) => option));

describe("every command of the provider's executable in a guide", () => {
  it.each(guides)("%s names only commands and options that exist, with their values", (guide) => {
    const used = [...textOf(guide).matchAll(/(?:^|`)proxlb ([a-z][\w-]*)([^`\n]*)/gm)];
    const { stdout } = proxlb(["--help"], repositoryRoot);
    for (const [, command = "", rest = ""] of used) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
      for (const [, option = "", value] of rest.matchAll(/(--[a-z][a-z-]*)(?:[ =]([^-\s]\S*))?/g)) {
        expect(stdout).toMatch(new RegExp(`${option}\\b`));
        if (optionsWithValue(stdout).has(option)) expect(value, `${command}${rest}`).toBeDefined();
      }
    }
  });

  it("does what it says on the captured cluster of getting-started.md, wherever it asks one", async () => {
    expect([...optionsWithValue(proxlb(["--help"], repositoryRoot).stdout)]).toContain("--snapshot");
    await withWorkspace(findClis()[0]!, (ws) => {
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
