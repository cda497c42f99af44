import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectSuccess } from "../support/acceptance-checks.js";
import { lopsidedCluster } from "../support/acceptance-clusters.js";
import type { Stage } from "../support/acceptance-stage.js";
import { changesAskedOf, migrationsAskedOf, onStage } from "../support/acceptance-stage.js";
import type { TerraformCli } from "../support/cli-find.js";
import { findClis } from "../support/cli-find.js";
import { builtProviderFolder, repositoryRoot } from "../support/cli-paths.js";
import type { CliResult } from "../support/cli-process.js";
import { prose } from "../support/cli-process.js";
import { runProxlb } from "../support/proxlb-command.js";
import type { ClusterAccess } from "../support/pveum.js";
import { accessAfter } from "../support/pveum.js";
import { startSimulator } from "../simulator/src/start-simulator.js";

const documentOf = (...path: readonly string[]): string => readFileSync(join(repositoryRoot, ...path), "utf8");

const readme = documentOf("README.md");

/** The part of a document below a heading of the second level. */
const sectionOf = (text: string, heading: string): string =>
  text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";

/** The blocks of one language, without the indentation that they have in a list. */
const blocksIn = (text: string, language: string): readonly string[] =>
  [...text.matchAll(/^( *)```(\w+)\n(.*?)^ *```$/gms)].flatMap(([, indentation = "", found, block = ""]) =>
    found === language ? [block.replaceAll(new RegExp(`^${indentation}`, "gm"), "")] : [],
  );

/** Stands in for the build, which is done before any test runs; it would install packages. */
const MAKE = `#!/bin/sh
case "$*" in
  build) echo "built already" ;;
  mirror) exec "${process.execPath}" provider/scripts/mirror.mjs ;;
  *) exit 1 ;;
esac
`;

type Shell = (script: string) => Promise<CliResult>;

interface Newcomer {
  readonly stage: Stage;
  /** Runs lines as in one terminal: from the folder of the clone, with a home that was empty before. */
  readonly shell: Shell;
  /** Where the configuration is written. */
  readonly folder: string;
}

/** Somebody with a clone, a home and a CLI, and a cluster on which the `pveum` lines of a script were run. */
const asNewcomer = async (cli: TerraformCli, pveum: string, body: (who: Newcomer) => Promise<void>): Promise<void> => {
  const bash = { ...cli, executable: "/bin/bash" };
  await onStage(bash, lopsidedCluster(accessAfter(pveum)), async (stage) => {
    const { ws } = stage;
    const [programs, folder, home] = ["programs", "configuration", "newcomer"].map((name) =>
      join(ws.folder, "..", name),
    );
    if (programs === undefined || folder === undefined || home === undefined)
      throw new Error("There are three folders.");
    for (const each of [programs, folder, home]) mkdirSync(each);
    symlinkSync(cli.executable, join(programs, "tofu"));
    writeFileSync(join(programs, "make"), MAKE);
    chmodSync(join(programs, "make"), 0o755);
    const shell: Shell = (script) =>
      ws.run(["-e", "-o", "pipefail", "-c", `cd ${repositoryRoot}\n${script}`], {
        env: {
          PATH: [programs, process.env["PATH"] ?? ""].join(delimiter),
          HOME: home,
          TF_CLI_CONFIG_FILE: undefined,
          TF_DATA_DIR: undefined,
        },
      });
    await body({ stage, shell, folder });
  });
};

/** Lines with the cluster of the test in place of the example's. */
const filledIn = (lines: string, { cluster }: Stage): string =>
  lines
    .replace("https://pve1.example.com:8006/", cluster.url)
    .replace("<secret>", cluster.token("proxlb").split("=")[1] ?? "");

/** The lines `# export NAME=value` of a configuration. */
const exportsOf = (configuration: string, stage: Stage): string => {
  const lines = [...configuration.matchAll(/^# (export \w+=.*)$/gm)].map(([, line = ""]) => line);
  return filledIn(lines.join("\n"), stage);
};

const COMMANDS = ["tofu plan", "tofu apply"];

const section = sectionOf(readme, "Quick start against a real cluster");

const [build = "", mirror = "", pveum = ""] = blocksIn(section, "sh");

const [configuration = ""] = blocksIn(section, "hcl");

const gettingStarted = documentOf("docs", "guides", "getting-started.md");

/** The first block of a language in a step of the guide. */
const stepOf = (heading: string, language: string): string =>
  blocksIn(sectionOf(gettingStarted, heading), language)[0] ?? "";

const mayLook = stepOf("1. Create a token", "shell");

const mayMove = stepOf("4. Move", "shell");

/** Where the same lines are told to somebody else. */
const otherPlaces: readonly (readonly [string, string])[] = [
  ["cdktf-lib", documentOf("cdktf-lib", "README.md")],
  ["getting started", gettingStarted],
];

describe("the quick start of the README", () => {
  it.each(findClis())("leads from an empty folder to guests that have moved, line by line, on $label", async (cli) => {
    for (const command of COMMANDS) expect(section).toContain(`\`${command}\``);
    await asNewcomer(cli, pveum, async ({ stage, shell, folder }) => {
      expect(readdirSync(folder)).toEqual([]);
      writeFileSync(join(folder, "pve-root-ca.pem"), stage.cluster.ca);
      writeFileSync(join(folder, "main.tf"), configuration);
      const terminal = `${build}\ncd ${folder}\n${exportsOf(configuration, stage)}\n`;
      const plan = prose(expectSuccess(await shell(`${terminal}tofu plan`)));
      expect(plan).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
      expect(plan).toMatch(/to_node += "pve2"/);
      expect(changesAskedOf(stage.cluster)).toEqual([]);
      expectSuccess(await shell(`${terminal}echo yes | TF_INPUT=1 tofu apply`));
      expect(migrationsAskedOf(stage.cluster)).toHaveLength(2);
      expect(prose(expectSuccess(await shell(`${terminal}tofu plan`)))).toContain("No changes.");
      expect(existsSync(join(folder, "terraform.tfstate"))).toBe(true);
    });
  });

  it.each(findClis())(
    "installs from a folder where `init` is needed, such as with a backend, on $label",
    async (cli) => {
      await asNewcomer(cli, pveum, async ({ stage, shell, folder }) => {
        writeFileSync(join(folder, "pve-root-ca.pem"), stage.cluster.ca);
        const backend = 'terraform {\n  backend "local" {\n    path = "elsewhere.tfstate"\n  }\n}\n';
        writeFileSync(join(folder, "main.tf"), `${configuration}\n${backend}`);
        const enter = `cd ${folder}\n${exportsOf(configuration, stage)}\n`;
        const overrides = prose(await shell(`${build}\n${enter}tofu plan`));
        expect(overrides).toContain("Backend initialization required");
        const terminal = `${mirror}\n${enter}`;
        expectSuccess(await shell(`${terminal}tofu init`));
        expect(prose(expectSuccess(await shell(`${terminal}tofu plan`)))).toContain("Plan: 1 to add");
        for (const [where, text] of otherPlaces) expect(text, where).toContain(mirror.trim());
      });
    },
  );

  it("lets whoever leaves the second role out look, and not migrate", async () => {
    const looking = pveum.replaceAll(/^.*ProxlbMigrate.*\n/gm, "");
    await asNewcomer(findClis()[0]!, looking, async ({ stage, shell, folder }) => {
      writeFileSync(join(folder, "pve-root-ca.pem"), stage.cluster.ca);
      writeFileSync(join(folder, "main.tf"), configuration);
      const terminal = `${build}\ncd ${folder}\n${exportsOf(configuration, stage)}\n`;
      expect(prose(expectSuccess(await shell(`${terminal}tofu plan`)))).toContain("Plan: 1 to add");
      const refused = await shell(`${terminal}tofu apply -auto-approve`);
      expect(refused.exitCode).toBe(1);
      expect(prose(refused)).toContain("VM.Migrate");
      expect(migrationsAskedOf(stage.cluster).length).toBeLessThan(2);
    });
  });
});

describe("the steps of getting-started.md", () => {
  it.each(findClis())(
    "lead from an empty folder to guests that have moved, one after the other, on $label",
    async (cli) => {
      await asNewcomer(cli, `${mayLook}${mayMove}`, async ({ stage, shell, folder }) => {
        writeFileSync(join(folder, "pve-root-ca.pem"), stage.cluster.ca);
        const main = stepOf("3. Look", "hcl");
        writeFileSync(join(folder, "main.tf"), main);
        const connection = filledIn(stepOf("2. Tell the provider where the cluster is", "shell"), stage);
        const terminal = `${mirror}\ncd ${folder}\n${connection}\n`;
        expectSuccess(await shell(`${terminal}tofu init`));
        const looked = prose(expectSuccess(await shell(`${terminal}tofu plan`)));
        expect(looked).toContain("**2 migrations planned.**");
        expect(changesAskedOf(stage.cluster)).toEqual([]);

        writeFileSync(join(folder, "main.tf"), `${main}\n${stepOf("4. Move", "hcl")}`);
        expectSuccess(await shell(`${terminal}echo yes | TF_INPUT=1 tofu apply`));
        expect(migrationsAskedOf(stage.cluster)).toHaveLength(2);
        const after = prose(expectSuccess(await shell(`${terminal}tofu plan`)));
        expect(after).not.toContain("proxlb_balance.this will be");
      });
    },
  );
});

describe("the README without a CLI", () => {
  it("has commands that plan on a captured cluster", () => {
    const folder = mkdtempSync(join(tmpdir(), "proxlb-readme-"));
    try {
      mkdirSync(join(folder, "provider"));
      symlinkSync(builtProviderFolder, join(folder, "provider", "dist"));
      const [cluster = ""] = blocksIn(gettingStarted, "json");
      writeFileSync(join(folder, "cluster.json"), cluster);
      const lines = blocksIn(sectionOf(readme, "Without a CLI run"), "sh").flatMap((block) => block.trim().split("\n"));
      expect(lines).toHaveLength(2);
      const answers = lines.map((line) => execFileSync("/bin/sh", ["-c", line], { cwd: folder, encoding: "utf8" }));
      expect(JSON.parse(answers[0] ?? "")).toMatchObject({ migrations: [{ from: "pve1", to: "pve2" }] });
      expect(answers[1]).toContain("pve2");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** What `pveum` lines of a guide let somebody do: look at everything, and migrate. */
const canPlanAndApply = async (access: ClusterAccess): Promise<readonly (number | null)[]> => {
  const cluster = await startSimulator({ cluster: lopsidedCluster(access) });
  const folder = mkdtempSync(join(tmpdir(), "proxlb-guide-"));
  try {
    writeFileSync(join(folder, "ca.pem"), cluster.ca);
    const env = { PROXMOX_VE_ENDPOINT: cluster.url, PROXMOX_VE_API_TOKEN: cluster.token("proxlb") };
    const run = (command: string, ...args: readonly string[]): Promise<CliResult> =>
      runProxlb(null, [command, "--ca-certificate", "ca.pem", ...args], { cwd: folder, env });
    const plan = await run("plan");
    const apply = await run("apply", "--yes");
    return [plan.exitCode, apply.exitCode];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};

describe("the rights that guides tell to grant", () => {
  const [all = "", separated = ""] = blocksIn(documentOf("docs", "guides", "permissions.md"), "shell");
  const user = all.split("\n").filter((line) => !line.includes("--privsep"));

  it.each([
    ["permissions.md, for a token without rights of its own", all, 0],
    ["permissions.md, for a token with rights of its own", [...user, separated].join("\n"), 0],
    ["getting-started.md, which are for looking only", mayLook, 1],
    ["getting-started.md, after its last step", `${mayLook}${mayMove}`, 0],
  ])("suffice: %s", async (_where, script, apply) => {
    expect(await canPlanAndApply(accessAfter(script))).toEqual([0, apply]);
  });
});
