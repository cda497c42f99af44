import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { TerraformCli } from "./cli-find.js";
import type { Installation } from "./cli-installation.js";
import { builtProxlb, cliConfiguration, requiredProviders } from "./cli-installation.js";
import type { ShownOutput, ShownPlan, ShownSchemas, ShownState } from "./cli-json.js";
import type { CliResult, RunningCommand, RunOptions } from "./cli-process.js";
import { startCommand, succeeded } from "./cli-process.js";

/** How a command of a workspace is run. */
export interface CommandOptions extends RunOptions {
  /** Further arguments, such as `-refresh=false` or `-var=x=1`. */
  readonly args?: readonly string[];
}

/** How `plan` is run. */
export interface PlanOptions extends CommandOptions {
  /** File of the workspace to which the plan is saved. */
  readonly out?: string;
  readonly destroy?: boolean;
  /** Lets the exit code tell: 0 no changes, 1 error, 2 changes. */
  readonly detailedExitCode?: boolean;
}

/** How `apply` is run. */
export interface ApplyOptions extends CommandOptions {
  /** A saved plan; without one, a plan is made and approved at once. */
  readonly plan?: string;
}

/** What a workspace is made of. */
export interface WorkspaceOptions {
  /** Where the providers come from; by default the built provider of this project. */
  readonly installation?: Installation | ((folder: string) => Installation);
  /** Environment of every command, on top of PATH and the settings that keep the CLI to the workspace. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Takes everything that finished commands printed. */
  readonly transcript?: string[];
}

/**
 * A folder of its own in which one CLI runs. Every command answers with exit code, stdout and stderr and never throws
 * because of them; those that answer with decoded JSON throw when the command fails.
 */
export interface Workspace {
  readonly cli: TerraformCli;
  readonly folder: string;
  /** Returns the absolute path of a file of the workspace. */
  path(name: string): string;
  /** Writes main.tf, or a file of another name. `required_providers` is there already. */
  write(text: string, name?: string): void;
  read(name: string): string;
  /** Runs any command; `args` begin with its name. */
  run(args: readonly string[], options?: RunOptions): Promise<CliResult>;
  /** Starts any command and returns while it runs. */
  start(args: readonly string[], options?: RunOptions): RunningCommand;
  init(options?: CommandOptions): Promise<CliResult>;
  validate(options?: CommandOptions): Promise<CliResult>;
  plan(options?: PlanOptions): Promise<CliResult>;
  /** Applies without asking. */
  apply(options?: ApplyOptions): Promise<CliResult>;
  /** Destroys without asking. */
  destroy(options?: CommandOptions): Promise<CliResult>;
  refresh(options?: CommandOptions): Promise<CliResult>;
  import(address: string, id: string, options?: CommandOptions): Promise<CliResult>;
  showState(options?: RunOptions): Promise<ShownState>;
  showPlan(file: string, options?: RunOptions): Promise<ShownPlan>;
  stateList(options?: RunOptions): Promise<readonly string[]>;
  outputs(options?: RunOptions): Promise<Readonly<Record<string, ShownOutput>>>;
  providersSchema(options?: RunOptions): Promise<ShownSchemas>;
}

/** Only what the CLI and the providers need: settings and credentials of whoever runs the tests stay outside. */
const environmentOf = (folder: string, { value }: { readonly value: string | undefined }): NodeJS.ProcessEnv => ({
  PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
  TMPDIR: process.env["TMPDIR"],
  HOME: join(folder, "home"),
  TF_CLI_CONFIG_FILE: join(folder, "cli.tfrc"),
  TF_DATA_DIR: join(folder, "data"),
  TF_IN_AUTOMATION: "1",
  TF_INPUT: "0",
  TF_CLI_ARGS: "-no-color",
  CHECKPOINT_DISABLE: "1",
  TF_REATTACH_PROVIDERS: value,
});

const planArguments = ({ out, destroy, detailedExitCode, args = [] }: PlanOptions): readonly string[] => [
  "plan",
  ...(out === undefined ? [] : [`-out=${out}`]),
  ...(destroy === true ? ["-destroy"] : []),
  ...(detailedExitCode === true ? ["-detailed-exitcode"] : []),
  ...args,
];

const applyArguments = ({ plan, args = [] }: ApplyOptions): readonly string[] =>
  plan === undefined ? ["apply", "-auto-approve", ...args] : ["apply", ...args, plan];

type Run = Workspace["run"];

const commandsOf = (run: Run) => ({
  init: (options: CommandOptions = {}) => run(["init", ...(options.args ?? [])], options),
  validate: (options: CommandOptions = {}) => run(["validate", ...(options.args ?? [])], options),
  plan: (options: PlanOptions = {}) => run(planArguments(options), options),
  apply: (options: ApplyOptions = {}) => run(applyArguments(options), options),
  destroy: (options: CommandOptions = {}) => run(["destroy", "-auto-approve", ...(options.args ?? [])], options),
  refresh: (options: CommandOptions = {}) => run(["refresh", ...(options.args ?? [])], options),
  import: (address: string, id: string, options: CommandOptions = {}) =>
    run(["import", ...(options.args ?? []), address, id], options),
});

const queriesOf = (run: Run) => {
  const json = async <T>(args: readonly string[], options?: RunOptions): Promise<T> =>
    JSON.parse(succeeded(await run(args, options)).stdout) as T;
  return {
    showState: (options?: RunOptions) => json<ShownState>(["show", "-json"], options),
    showPlan: (file: string, options?: RunOptions) => json<ShownPlan>(["show", "-json", file], options),
    stateList: async (options?: RunOptions) => {
      const { stdout } = succeeded(await run(["state", "list"], options));
      return stdout.split("\n").filter((line) => line !== "");
    },
    outputs: (options?: RunOptions) => json<Readonly<Record<string, ShownOutput>>>(["output", "-json"], options),
    providersSchema: (options?: RunOptions) => json<ShownSchemas>(["providers", "schema", "-json"], options),
  };
};

const openWorkspace = (cli: TerraformCli, folder: string, options: WorkspaceOptions): Workspace => {
  const { installation: chosen = builtProxlb } = options;
  const installation = typeof chosen === "function" ? chosen(join(folder, "packages")) : chosen;
  const work = join(folder, "work");
  for (const name of ["home", "empty", "work"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "cli.tfrc"), cliConfiguration(installation, join(folder, "empty")));
  writeFileSync(join(work, "terraform.tf"), requiredProviders(installation));
  const value = installation.kind === "reattached" ? installation.value : undefined;
  const env = { ...environmentOf(folder, { value }), ...options.env };
  const start: Workspace["start"] = (args, commandOptions = {}) => {
    const command = startCommand({
      ...commandOptions,
      executable: cli.executable,
      args,
      cwd: work,
      env: { ...env, ...commandOptions.env },
    });
    const record = (result: CliResult): CliResult => {
      options.transcript?.push(result.stdout, result.stderr);
      return result;
    };
    return { ...command, result: command.result.then(record) };
  };
  const run: Run = (args, commandOptions) => start(args, commandOptions).result;
  return {
    cli,
    folder: work,
    path: (name) => join(work, name),
    write: (text, name = "main.tf") => {
      writeFileSync(join(work, name), text);
    },
    read: (name) => readFileSync(join(work, name), "utf8"),
    run,
    start,
    ...commandsOf(run),
    ...queriesOf(run),
  };
};

/**
 * Runs `body` in a fresh workspace and removes it afterwards. By default the built provider is used through
 * development overrides, so that no `init` is needed.
 */
export const withWorkspace = async <T>(
  cli: TerraformCli,
  body: (workspace: Workspace) => Promise<T>,
  options: WorkspaceOptions = {},
): Promise<T> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "proxlb-cli-")));
  try {
    return await body(openWorkspace(cli, folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
