import { runBestNode } from "./best-node.js";
import type { CliIo } from "./cli-io.js";
import { EXIT_ERROR, EXIT_OK } from "./cli-io.js";
import { runPlan } from "./plan.js";
import { runSchema } from "./schema.js";

type Command = (argv: readonly string[], io: CliIo) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["plan", runPlan],
  ["best-node", runBestNode],
  ["schema", runSchema],
]);

const USAGE = `Usage: proxlb COMMAND [options]

  plan       --snapshot FILE [--policy FILE] [--target FILE] [--json] [--detailed-exitcode]
             Plans the migrations that bring a captured cluster within the policy, or to the placement of the
             target file: {"100": "pve2"}, or the migrations of a plan.
  best-node  --snapshot FILE --cpu-cores N --memory-mib N [--type vm|ct] [--vmid N] [--name NAME]
             [--tags A,B] [--pool POOL] [--policy FILE] [--make-room] [--json]
             Names the node where a new guest should run, or where an existing one is. With --make-room, existing
             guests may move out of the way, and the answer lists their migrations.
  schema     --json
             Prints the schema of the provider as "terraform providers schema -json" does.

  --debug    Serves the provider for a debugger and prints TF_REATTACH_PROVIDERS.
  --version  Prints the version.
  --help     Prints this text.

Without a command, Terraform or OpenTofu starts this program as a provider.
`;

/**
 * Runs a command of the command line.
 *
 * @returns the exit code: 0 fine, 1 error, 2 changes pending where a command was asked to tell
 */
export const runCli = async (args: readonly string[], version: string, io: CliIo): Promise<number> => {
  const [name = "", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    io.stdout(USAGE);
    return EXIT_OK;
  }
  if (name === "--version" || name === "-v") {
    io.stdout(`proxlb ${version}\n`);
    return EXIT_OK;
  }
  const command = COMMANDS.get(name);
  if (command !== undefined) return command(rest, io);
  io.stderr(`There is no command "${name}".\n\n${USAGE}`);
  return EXIT_ERROR;
};
