import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expectSuccess } from "../support/acceptance-checks.js";
import { CLOCK_SPEED } from "../support/acceptance-clusters.js";
import type { Stage } from "../support/acceptance-stage.js";
import { changesAskedOf, migrationsAskedOf, onStage } from "../support/acceptance-stage.js";
import type { TerraformCli } from "../support/cli-find.js";
import { findClis } from "../support/cli-find.js";
import { packagedProxlb } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import type { CliResult } from "../support/cli-process.js";
import { prose } from "../support/cli-process.js";
import { proxlbExecutable } from "../support/proxlb-command.js";
import { readClusterFile } from "../simulator/src/description/read-cluster-file.js";

const folder = join(repositoryRoot, "examples", "ci");

const gating = join(repositoryRoot, "examples", "gating");

interface GithubStep {
  readonly name?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface GithubJob {
  readonly if: string;
  readonly concurrency?: { readonly "cancel-in-progress": boolean };
  readonly steps: readonly GithubStep[];
}

interface Github {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<"plan" | "apply", GithubJob>>;
}

interface GitlabJob {
  readonly script: readonly string[];
  readonly resource_group?: string;
  readonly rules: readonly {
    readonly if: string;
    readonly when?: string;
    readonly allow_failure?: boolean;
    readonly variables?: Readonly<Record<string, string>>;
  }[];
}

interface Gitlab {
  readonly default: { readonly before_script: readonly string[] };
  readonly variables: Readonly<Record<string, string>>;
  readonly plan: GitlabJob & { readonly artifacts: { readonly expire_in: string } };
  readonly apply: GitlabJob;
}

const yamlOf = (file: string): unknown => parse(readFileSync(join(folder, file), "utf8"));

const github = yamlOf("github-actions.yml") as Github;

const gitlab = yamlOf("gitlab-ci.yml") as Gitlab;

/** The program of the runner that talks to GitHub: it notes how it was called and with which file. */
const GH = '#!/bin/sh\n{ echo "$0 $*"; cat plan.md; } >> "$RECORD"\n';

const isOnPath = (program: string): boolean =>
  (process.env["PATH"] ?? "").split(delimiter).some((each) => existsSync(join(each, program)));

/** Stands in for jq where there is none, with the one filter that GitHub needs: the attribute of a resource in a list. */
const JQ = `#!/usr/bin/env node
const [, , flag, filter, file] = process.argv;
const [, list, address, path] = /^(\\S+)\\[\\] \\| select\\(\\.address == "(.+)"\\)(\\S+)$/.exec(filter);
const at = (value, names) => names.split(".").slice(1).reduce((inner, name) => inner[name], value);
const found = at(JSON.parse(require("node:fs").readFileSync(file, "utf8")), list).find((item) => item.address === address);
if (flag === "-r") process.stdout.write(at(found, path) + "\\n");
`;

type Shell = (script: string, env?: Readonly<Record<string, string>>) => Promise<CliResult>;

/** A runner with the files of the example, in which scripts run as they do there. */
const onRunner = async (
  cli: TerraformCli,
  cluster: string,
  body: (stage: Stage, shell: Shell) => Promise<void>,
): Promise<void> => {
  const description = {
    ...readClusterFile(cluster),
    clock: { mode: "accelerated" as const, speed: CLOCK_SPEED },
  };
  const bash = { ...cli, executable: "/bin/bash" };
  await onStage(
    bash,
    description,
    async (stage) => {
      const { ws, cluster: simulated } = stage;
      const programs = join(ws.folder, "..", "programs");
      mkdirSync(programs);
      symlinkSync(cli.executable, join(programs, "tofu"));
      for (const [name, text] of Object.entries({ gh: GH, ...(isOnPath("jq") ? {} : { jq: JQ }) })) {
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

describe.each(findClis())("the pipeline for GitHub Actions on $label", (cli) => {
  /** What the platform would put in place of its expressions in a run of a pull request. */
  const filledIn = { PULL_REQUEST: "7", GH_TOKEN: "x", LOCK: "false" };
  const runJob = async (shell: Shell, job: "plan" | "apply"): Promise<void> => {
    for (const { run, env } of github.jobs[job].steps) {
      if (run !== undefined) expectSuccess(await shell(run, { ...env, ...filledIn }));
    }
  };

  it("plans, comments the table, hands on that something is pending, and applies that very plan", async () => {
    await onRunner(cli, join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
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
    await onRunner(cli, join(folder, "cluster.yaml"), async ({ ws }, shell) => {
      copyFileSync(join(folder, "main.tf"), ws.path("main.tf"));
      const [init = "", plan = ""] = github.jobs.plan.steps.flatMap(({ run }) => run ?? []);
      expectSuccess(await shell(init));
      expect(
        (await shell(plan, { PROXMOX_VE_API_TOKEN: "root@pam!sim=00000000-0000-0000-0000-000000000000" })).exitCode,
      ).toBe(1);
      expect(() => ws.read("output")).toThrow("ENOENT");
    });
  });
});

describe("the pipeline for GitHub Actions", () => {
  const { plan, apply } = github.jobs;

  it("runs on a schedule, and applies nothing from pull requests", () => {
    expect(github.on.schedule).toHaveLength(1);
    expect(apply.if).toBe("github.event_name != 'pull_request' && needs.plan.outputs.pending == 'true'");
  });

  it("lets one run at a time apply, and no run that only plans wait for it", () => {
    expect(apply.concurrency?.["cancel-in-progress"]).toBe(false);
    expect([github.concurrency, plan.concurrency]).toEqual([undefined, undefined]);
    expect(plan.steps.find(({ name }) => name === "Plan")?.env).toEqual({
      LOCK: "${{ github.event_name != 'pull_request' }}",
    });
  });

  it("keeps a plan as long as GitHub waits for reviewers, which is 30 days", () => {
    expect(plan.steps.find((step) => step.with?.["path"] === "plan.bin")?.with).toMatchObject({ "retention-days": 30 });
  });
});

interface Note {
  readonly id: number;
  body: string;
}

/** The notes of a merge request as GitLab's API serves them, to whoever has the token. */
const withNotes = async (body: (url: string, notes: Note[]) => Promise<void>): Promise<void> => {
  const notes: Note[] = [{ id: 1, body: "Looks good to me." }];
  const answer = (request: IncomingMessage, text: string): readonly [number, unknown] => {
    const [, id] =
      /^\/api\/v4\/projects\/5\/merge_requests\/9\/notes(?:\/(\d+))?(?:\?.*)?$/.exec(request.url ?? "") ?? [];
    if (request.headers["private-token"] !== "x") return [401, { message: "401 Unauthorized" }];
    if (request.method === "GET") return [200, notes];
    const note = notes.find((each) => each.id === Number(id)) ?? { id: notes.length + 1, body: "" };
    note.body = new URLSearchParams(text).get("body") ?? "";
    if (request.method === "PUT") return [notes.includes(note) ? 200 : 404, note];
    notes.push(note);
    return [201, note];
  };
  const server = createServer((request, response) => {
    request.setEncoding("utf8");
    void request.toArray().then((parts: string[]) => {
      const [status, content] = answer(request, parts.join(""));
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  try {
    await body(`http://127.0.0.1:${port}/api/v4`, notes);
  } finally {
    server.close();
  }
};

/** Both are installed by the pipeline itself, where it runs. */
const hasPrograms = isOnPath("jq") && isOnPath("curl");

describe.skipIf(!hasPrograms).each(findClis())(
  "the pipeline for GitLab CI on $label (this needs jq and curl)",
  (cli) => {
    const { variables } = gitlab;

    it("plans, keeps one note with the table on a merge request, and applies that very plan", async () => {
      await onRunner(cli, join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
        copyFileSync(join(folder, "main.tf"), ws.path("main.tf"));
        await withNotes(async (url, notes) => {
          const mergeRequest = {
            ...variables,
            ...gitlab.plan.rules[0]?.variables,
            CI_MERGE_REQUEST_IID: "9",
            CI_API_V4_URL: url,
            CI_PROJECT_ID: "5",
            COMMENT_TOKEN: "x",
          };
          const plan = (env: Readonly<Record<string, string>>) => shell(gitlab.plan.script.join("\n"), env);
          expectSuccess(await plan(mergeRequest));
          expect(notes).toMatchObject([{ id: 1 }, { id: 2, body: expect.stringMatching(TABLE) as string }]);
          expect(changesAskedOf(cluster)).toEqual([]);
          expectSuccess(await shell(gitlab.apply.script.join("\n"), variables));
          expect(migrationsAskedOf(cluster)).toHaveLength(1);

          expectSuccess(await plan(mergeRequest));
          const [others, own, ...more] = notes.map(({ body }) => body);
          expect(others).toBe("Looks good to me.");
          expect(own).toMatch(/^<!-- proxlb -->\n\n\*\*No migrations/);
          expect(more).toEqual([]);

          const before = structuredClone(notes);
          const comment = (env: Readonly<Record<string, string>>) => shell(gitlab.plan.script.at(-1) ?? "", env);
          expect((await comment({ ...mergeRequest, COMMENT_TOKEN: "another" })).exitCode).not.toBe(0);
          expectSuccess(await comment(variables));
          expect(notes).toEqual(before);
        });
      });
    });
  },
);

describe("the pipeline for GitLab CI", () => {
  it("lets one job at a time apply, and no job that only plans wait for it", () => {
    expect(gitlab.apply.resource_group).toBe("proxmox-cluster");
    expect(gitlab.plan.resource_group).toBeUndefined();
    expect(gitlab.variables["LOCK"]).toBe("true");
    expect(gitlab.plan.rules[0]).toMatchObject({ variables: { LOCK: "false" } });
  });

  it("counts as passed while its apply waits for somebody, who has 30 days", () => {
    const manual = gitlab.apply.rules.filter(({ when }) => when === "manual");
    expect(manual).toMatchObject([{ allow_failure: true }]);
    expect(gitlab.plan.artifacts.expire_in).toBe("30 days");
  });

  it("holds nothing in its variables that GitLab would take for the name of another one", () => {
    expect(Object.values(gitlab.variables).join()).not.toContain("$");
  });

  it("installs what it uses", () => {
    expect(gitlab.default.before_script.join("\n")).toMatch(/ curl jq$/m);
  });
});

describe("the pipeline without Terraform and OpenTofu", () => {
  const [cli] = findClis();

  it("plans with a table and a report, and applies that very plan", async () => {
    const lines = /^```sh\n(.*?)^```$/ms.exec(readFileSync(join(folder, "README.md"), "utf8"))?.[1] ?? "";
    const [plan = "", apply = ""] = lines.split("\n");
    await onRunner(cli!, join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
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

describe.each(findClis())("the gates of a configuration on $label", (cli) => {
  const plan = (shell: Shell, guests = "{}") => shell("tofu plan -input=false", { TF_VAR_new_guests: guests });

  it("stop at guests that fit nowhere, and at a broken rule", async () => {
    await onRunner(cli, join(gating, "cluster.yaml"), async ({ ws, cluster }, shell) => {
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
    await onRunner(cli, join(folder, "cluster.yaml"), async ({ ws, cluster }, shell) => {
      copyFileSync(join(gating, "main.tf"), ws.path("main.tf"));
      expectSuccess(await shell("tofu init -input=false"));
      expect(prose(expectSuccess(await plan(shell)))).toContain("Warning: Check block assertion failed");
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });
});
