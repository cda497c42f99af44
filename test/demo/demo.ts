// Balances a simulated cluster with a real CLI, as a user would: package directory, init, plan, apply, plan again.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readClusterFile } from "../simulator/src/description/read-cluster-file.js";
import { startSimulator } from "../simulator/src/start-simulator.js";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { findClis } from "../support/cli-find.js";
import { cliConfiguration, packagedProxlb } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { memoryBars } from "./bar-chart.js";
import { followLog } from "./follow-log.js";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const heading = (text: string): void => {
  say(`\n\u001b[1m▌ ${text}\u001b[0m\n`);
};

/** A folder with the demo configuration and the provider installed as from a release. */
interface Stage {
  readonly folder: string;
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
}

const prepare = (simulator: Simulator): Stage => {
  const root = mkdtempSync(join(tmpdir(), "proxlb-demo-"));
  const folder = join(root, "demo");
  for (const name of ["demo", "home", "empty"]) mkdirSync(join(root, name));
  cpSync(join(repositoryRoot, "examples", "scenarios", "demo", "main.tf"), join(folder, "main.tf"));
  writeFileSync(join(root, "cli.tfrc"), cliConfiguration(packagedProxlb(join(root, "packages")), join(root, "empty")));
  writeFileSync(join(root, "ca.pem"), simulator.ca);
  const [cli] = findClis();
  if (cli === undefined) throw new Error("There is no CLI to run the demo with.");
  const log = join(root, "provider.log");
  const env = {
    PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(":"),
    HOME: join(root, "home"),
    TF_CLI_CONFIG_FILE: join(root, "cli.tfrc"),
    TF_LOG_PROVIDER: "INFO",
    TF_LOG_PATH: log,
    TF_VAR_ca_file: join(root, "ca.pem"),
    CHECKPOINT_DISABLE: "1",
    PROXMOX_VE_ENDPOINT: simulator.url,
    PROXMOX_VE_API_TOKEN: simulator.token("terraform@pve!demo"),
    ...(process.stdout.isTTY ? {} : { TF_CLI_ARGS: "-no-color" }),
  };
  return { folder, executable: cli.executable, env, log };
};

const run = ({ executable, folder, env }: Stage, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    say(`\u001b[36m$ tofu ${args.join(" ")}\u001b[0m`);
    const child = spawn(executable, args, { cwd: folder, env, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  });

const expectExit = async (stage: Stage, args: readonly string[], expected: number): Promise<void> => {
  const code = await run(stage, args);
  if (code !== expected) throw new Error(`tofu ${args.join(" ")} ended with ${code} instead of ${expected}.`);
};

const MARKS: ReadonlyMap<string, string> = new Map([
  ["Migrating guest", "→"],
  ["Migrated guest", "✓"],
]);

const MIGRATION_LINE = /: (Migrat\w+ guest|Migration \w+): (.*)$/;

/** Shows what the provider logs about the migrations, while the CLI only says that it is still creating. */
const showProgress = (line: string): void => {
  const [, message, rest = ""] = MIGRATION_LINE.exec(line) ?? [];
  if (message === undefined) return;
  const field = (name: string): string => new RegExp(`\\b${name}=(\\S+)`).exec(rest)?.[1] ?? "";
  const percent = field("percent") === "" ? "" : `  ${field("percent")} %`;
  say(
    `  ${MARKS.get(message) ?? "…"} ${message} ${field("guest")} (${field("vmid")}): ${field("from")} → ${field("to")}${percent}`,
  );
};

const demonstrate = async (simulator: Simulator, stage: Stage): Promise<void> => {
  heading("A simulated Proxmox VE cluster: five unequal nodes, one far too full");
  say(memoryBars(simulator.state()));
  heading("Install the provider and look at the plan");
  await expectExit(stage, ["init"], 0);
  await expectExit(stage, ["plan", "-out=demo.tfplan"], 0);
  heading("Apply exactly that plan");
  say(
    "Lines with → and ✓ come from the provider's log (TF_LOG_PROVIDER=INFO), which the CLI does not show by itself.\n",
  );
  const stopFollowing = followLog(stage.log, showProgress);
  try {
    await expectExit(stage, ["apply", "demo.tfplan"], 0);
  } finally {
    stopFollowing();
  }
  heading("A second plan has nothing left to do");
  await expectExit(stage, ["plan", "-detailed-exitcode"], 0);
  heading("Memory per node, after");
  say(memoryBars(simulator.state()));
};

const main = async (): Promise<void> => {
  const cluster = readClusterFile(join(repositoryRoot, "examples", "scenarios", "demo", "cluster.yaml"));
  const simulator = await startSimulator({ cluster });
  const before = memoryBars(simulator.state());
  const stage = prepare(simulator);
  try {
    await demonstrate(simulator, stage);
    say(`\nIt was like this before:\n\n${before}\n`);
  } finally {
    await simulator.stop();
    rmSync(dirname(stage.folder), { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
