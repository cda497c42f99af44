import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expectSuccess } from "../support/acceptance-checks.js";
import { CLOCK_SPEED } from "../support/acceptance-clusters.js";
import type { Stage } from "../support/acceptance-stage.js";
import { changesAskedOf, migrationsAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { packagedProxlb } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import type { CliResult } from "../support/cli-process.js";
import { prose } from "../support/cli-process.js";
import { proxlbExecutable } from "../support/proxlb-command.js";
import { readClusterFile } from "../simulator/src/description/read-cluster-file.js";

const folder = join(repositoryRoot, "examples", "ci");

const gating = join(repositoryRoot, "examples", "gating");

const [cli] = findClis();

interface GithubStep {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Github {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly concurrency: { readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<"plan" | "apply", { readonly if: string; readonly steps: readonly GithubStep[] }>>;
}

interface Gitlab {
  readonly default: { readonly before_script: readonly string[] };
  readonly variables: Readonly<Record<string, string>>;
  readonly plan: { readonly script: readonly string[]; readonly resource_group: string };
  readonly apply: { readonly script: readonly string[]; readonly resource_group: string };
}

const yamlOf = (file: string): unknown => parse(readFileSync(join(folder, file), "utf8"));

const github = yamlOf("github-actions.yml") as Github;

const gitlab = yamlOf("gitlab-ci.yml") as Gitlab;

/** Programs of the runner that talk to the platform: each notes how it was called and with which file. */
const RECORDER = '#!/bin/sh\n{ echo "$0 $*"; cat plan.md; } >> "$RECORD"\n';

/** Stands in for jq, of which the pipelines use one filter: the attribute of a resource in a list. */
const JQ = `#!/usr/bin/env node
const [, , flag, filter, file] = process.argv;
const [, list, address, path] = /^(\\S+)\\[\\] \\| select\\(\\.address == "(.+)"\\)(\\S+)$/.exec(filter);
const at = (value, names) => names.split(".").slice(1).reduce((inner, name) => inner[name], value);
const found = at(JSON.parse(require("node:fs").readFileSync(file, "utf8")), list).find((item) => item.address === address);
if (flag === "-r") process.stdout.write(at(found, path) + "\\n");
`;

type Shell = (script: string, env?: Readonly<Record<string, string>>) => Promise<CliResult>;

/** A runner with the files of the example, in which scripts run as they do there. */
const onRunner = async (cluster: string, body: (stage: Stage, shell: Shell) => Promise<void>): Promise<void> => {
  const description = {
    ...readClusterFile(cluster),
    clock: { mode: "accelerated" as const, speed: CLOCK_SPEED },
  };
  const bash = { ...cli!, executable: "/bin/bash" };
  await onStage(
    bash,
    description,
    async (stage) => {
      const { ws, cluster: simulated } = stage;
      const programs = join(ws.folder, "..", "programs");
      mkdirSync(programs);
      symlinkSync(cli!.executable, join(programs, "tofu"));
      for (const [name, text] of Object.entries({ gh: RECORDER, curl: RECORDER, jq: JQ })) {
        writeFileSync(join(programs, name), text);
        chmodSync(join(programs, name), 0o755);
      }
      rmSync(ws.path("terraform.tf"));
      const shell: Shell = (script, env = {}) =>
        ws.run(["-e", "-o", "pipefail", "-c", script], {
          env: {
            PATH: [programs, process.env["PATH"] ?? ""].join(delimiter),
            PROXMOX_VE_ENDPOINT: simulated.url,
            PROXMOX_VE_API_TOKEN: simulated.token("sim"),
            TF_VAR_ca_file: ws.path("ca.pem"),
            RECORD: ws.path("record"),
            GITHUB_OUTPUT: ws.path("output"),
            GITHUB_STEP_SUMMARY: ws.path("summary"),
            ...env,
          },
        });
      await body(stage, shell);
    },
    { installation: packagedProxlb },
  );
};

const TABLE = /^\*\*1 migration planned\.\*\*\n\n\| Step \|/m;

describe("the pipeline for GitHub Actions", () => {
  /** What the platform would put in place of its expressions. */
  const filledIn = { PULL_REQUEST: "7", GH_TOKEN: "x" };
  const runJob = async (shell: Shell, job: "plan" | "apply"): Promise<void> => {
    for (const { run, env } of github.jobs[job].steps) {
      if (run !== undefined) expectSuccess(await shell(run, { ...env, ...filledIn }));
    }
  };

  it("plans, comments the table, hands on that something is pending, and applies that very plan", async () => {
    await onRunner(join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
      copyFileSync(join(folder, "main.tf"), ws.path("main.tf"));
      await runJob(shell, "plan");
      expect(ws.read("output")).toBe("pending=true\n");
      expect(ws.read("summary")).toMatch(TABLE);
      expect(ws.read("record")).toMatch(/\/gh pr comment 7 --edit-last --create-if-none --body-file plan\.md\n/);
      expect(ws.read("record")).toMatch(TABLE);
      expect(changesAskedOf(cluster)).toEqual([]);
      await runJob(shell, "apply");
      expect(migrationsAskedOf(cluster)).toHaveLength(1);

      await runJob(shell, "plan");
      expect(ws.read("output")).toBe("pending=true\npending=false\n");
    });
  });

  it("fails where the plan fails, and never hands on that nothing is pending", async () => {
    await onRunner(join(folder, "cluster.yaml"), async ({ ws }, shell) => {
      copyFileSync(join(folder, "main.tf"), ws.path("main.tf"));
      const [init = "", plan = ""] = github.jobs.plan.steps.flatMap(({ run }) => run ?? []);
      expectSuccess(await shell(init));
      expect(
        (await shell(plan, { PROXMOX_VE_API_TOKEN: "root@pam!sim=00000000-0000-0000-0000-000000000000" })).exitCode,
      ).toBe(1);
      expect(() => ws.read("output")).toThrow("ENOENT");
    });
  });

  it("runs on a schedule, one run at a time, and applies nothing from pull requests", () => {
    expect(github.on.schedule).toHaveLength(1);
    expect(github.concurrency["cancel-in-progress"]).toBe(false);
    expect(github.jobs.apply.if).toBe("github.event_name != 'pull_request' && needs.plan.outputs.pending == 'true'");
  });
});

describe("the pipeline for GitLab CI", () => {
  it("plans, comments the table on a merge request, and applies that very plan", async () => {
    await onRunner(join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
      copyFileSync(join(folder, "main.tf"), ws.path("main.tf"));
      const { variables } = gitlab;
      const mergeRequest = {
        ...variables,
        CI_MERGE_REQUEST_IID: "9",
        CI_API_V4_URL: "https://gitlab.example.com/api/v4",
        CI_PROJECT_ID: "5",
        COMMENT_TOKEN: "x",
      };
      expectSuccess(await shell(gitlab.plan.script.join("\n"), mergeRequest));
      expect(ws.read("record")).toContain("https://gitlab.example.com/api/v4/projects/5/merge_requests/9/notes");
      expect(ws.read("record")).toMatch(TABLE);
      expect(changesAskedOf(cluster)).toEqual([]);
      expectSuccess(await shell(gitlab.apply.script.join("\n"), variables));
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
      rmSync(ws.path("record"));
      expectSuccess(await shell(gitlab.plan.script.join("\n"), variables));
      expect(() => ws.read("record")).toThrow("ENOENT");
    });
  });

  it("lets one job at a time work on the cluster", () => {
    expect(gitlab.apply.resource_group).toBe(gitlab.plan.resource_group);
    expect(gitlab.default.before_script.join("\n")).toContain("jq");
  });
});

describe("the pipeline without Terraform and OpenTofu", () => {
  it("plans with a table and a report, and applies that very plan", async () => {
    const lines = /^```sh\n(.*?)^```$/ms.exec(readFileSync(join(folder, "README.md"), "utf8"))?.[1] ?? "";
    const [plan = "", apply = ""] = lines.split("\n");
    await onRunner(join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
      const [user = "", token = "", secret = ""] = cluster.token("sim").split(/[!=]/);
      ws.write(
        `proxmox_api: { hosts: ["${new URL(cluster.url).host}"], user: "${user}", token_id: ${token}, token_secret: "${secret}", ssl_verification: False }\n`,
        "proxlb.yaml",
      );
      const inJob = (line: string) => shell(`proxlb() { ${proxlbExecutable} "$@"; }\n${line}`);
      expectSuccess(await inJob(plan));
      expect(ws.read("plan.md")).toMatch(TABLE);
      expect(ws.read("plan.html")).toContain("<html");
      expect(changesAskedOf(cluster)).toEqual([]);
      expectSuccess(await inJob(apply));
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    });
  });
});

describe("the gates of a configuration", () => {
  const plan = (shell: Shell, guests = "{}") => shell("tofu plan -input=false", { TF_VAR_new_guests: guests });

  it("stop at guests that fit nowhere, and at a broken rule", async () => {
    await onRunner(join(gating, "cluster.yaml"), async ({ ws, cluster }, shell) => {
      copyFileSync(join(gating, "main.tf"), ws.path("main.tf"));
      expectSuccess(await shell("tofu init -input=false"));
      expect(prose(expectSuccess(await plan(shell)))).not.toContain("Warning");
      const full = await plan(shell, "{ huge = { cpu_cores = 2, memory_mib = 999999 } }");
      expect(full.exitCode).toBe(1);
      expect(prose(full)).toContain("The new guests do not fit.");
      cluster.addFault({ kind: "guest", vmid: 101, change: { kind: "move", to: "pve1" } });
      const broken = await plan(shell);
      expect(broken.exitCode).toBe(1);
      expect(prose(broken)).toContain("Rules of the cluster are broken.");
    });
  });

  it("warn of an uneven load", async () => {
    await onRunner(join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
      copyFileSync(join(gating, "main.tf"), ws.path("main.tf"));
      expectSuccess(await shell("tofu init -input=false"));
      expect(prose(expectSuccess(await plan(shell)))).toContain("Warning: Check block assertion failed");
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });
});
