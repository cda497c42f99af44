import { runApply } from "./apply.js";
import { runBestNode } from "./best-node.js";
import type { CliIo } from "./cli-io.js";
import { EXIT_ERROR, EXIT_OK } from "./cli-io.js";
import { runCluster, runGuests } from "./cluster.js";
import { runGate } from "./gate.js";
import { runMigrate } from "./migrate.js";
import { runPlan } from "./plan.js";
import { runProxlbCycle } from "./proxlb-cycle.js";
import { runSchema } from "./schema.js";
import { runSnapshot } from "./snapshot.js";
import { runStatus } from "./status.js";
import { USAGE } from "./usage.js";

type Command = (argv: readonly string[], io: CliIo) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["plan", runPlan],
  ["apply", runApply],
  ["gate", runGate],
  ["best-node", runBestNode],
  ["status", runStatus],
  ["cluster", runCluster],
  ["guests", runGuests],
  ["migrate", runMigrate],
  ["snapshot", runSnapshot],
  ["schema", runSchema],
]);

/**
 * Runs a command of the command line; options without a command run one cycle as ProxLB does.
 *
 * @returns the exit code: 0 fine, 1 error, 2 changes or imbalance pending where a command was asked to tell
 */
export const runCli = async (args: readonly string[], version: string, io: CliIo): Promise<number> => {
  const [name = "", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help" || rest.includes("--help") || rest.includes("-h")) {
    io.stdout(USAGE);
    return EXIT_OK;
  }
  if (name === "--version" || name === "-v") {
    io.stdout(`proxlb ${version}\n`);
    return EXIT_OK;
  }
  if (name.startsWith("-")) return runProxlbCycle(args, io, { version, commands: [...COMMANDS.keys()] });
  const command = COMMANDS.get(name);
  if (command !== undefined) return command(rest, io);
  io.stderr(`There is no command "${name}".\n\n${USAGE}`);
  return EXIT_ERROR;
};
