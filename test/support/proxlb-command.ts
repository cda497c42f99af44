import { join } from "node:path";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { environmentFor } from "./acceptance-stage.js";
import { builtProviderFolder } from "./cli-paths.js";
import type { CliResult, RunningCommand } from "./cli-process.js";
import { startCommand } from "./cli-process.js";

/** The built executable, which is also the command line. */
export const proxlbExecutable = join(builtProviderFolder, "terraform-provider-proxlb");

/** Where and how a command runs. */
export interface ProxlbOptions {
  readonly cwd: string;
  /** Besides PATH and what names the cluster. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built executable as a person would, with the cluster named by the variables of the bpg provider. */
export const startProxlb = (
  cluster: Simulator | null,
  args: readonly string[],
  { cwd, env = {} }: ProxlbOptions,
): RunningCommand =>
  startCommand({
    executable: proxlbExecutable,
    args,
    cwd,
    env: { PATH: process.env["PATH"], ...(cluster === null ? {} : environmentFor(cluster)), ...env },
  });

/** Runs the built executable to its end. */
export const runProxlb = (
  cluster: Simulator | null,
  args: readonly string[],
  options: ProxlbOptions,
): Promise<CliResult> => startProxlb(cluster, args, options).result;
