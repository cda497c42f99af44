import { parseArgs } from "node:util";
import type { RunReport } from "../execution/run-report.js";
import { placeGuests } from "../planning/search/placement.js";
import { requestsOf } from "./apply.js";
import { type CliIo, EXIT_OK, messageOf, reportErrors, UsageError, warnAll } from "./cli-io.js";
import { type ClusterSession, CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { execute, exitCodeOf, runDocument } from "./execute.js";
import { parseOptions } from "./parse-options.js";
import { planDocument, planTable } from "./plan-output.js";
import { proxlbState } from "./proxlb-state.js";
import { planCluster, surveyCluster } from "./survey.js";

/** Where ProxLB looks for its configuration. */
const DEFAULT_CONFIG = "/etc/proxlb/proxlb.yaml";

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  "dry-run": { type: "boolean", short: "d", default: false },
  json: { type: "boolean", short: "j", default: false },
  "best-node": { type: "boolean", short: "b", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

/** The program that the flags are given to. */
interface Program {
  readonly version: string;
  /** What its commands are called. */
  readonly commands: readonly string[];
}

/**
 * Runs one cycle as ProxLB does for its flags: `[-c FILE] [-d] [-j] [-b] [-v]`. It plans, executes what it has planned if the configuration
 * says `balancing.enable: true` and `-d` is not given, and prints the plan, or with `-j` one document with ProxLB's keys, also when
 * it fails. With `-b` it prints the name of the best node for a new guest, and nothing else; with `-v` the version.
 *
 * @returns the exit code: 0, or 1 when something failed
 */
export async function runProxlbCycle(
  argv: readonly string[],
  io: CliIo,
  { version, commands }: Program,
): Promise<number> {
  // Until the options are understood: what looks like -j, alone or among other letters.
  let isJson = argv.some((arg) => arg === "--json" || /^-[bdjv]*j[bdjv]*$/.test(arg));
  const cycle = async (): Promise<number> => {
    refuseCommand(argv, commands);
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    isJson = values.json;
    if (values.version) {
      io.stdout(`proxlb ${version}\n`);
      return EXIT_OK;
    }
    const config = values.config ?? (await usualConfig(io));
    return withCluster(io, { ...values, config }, (session) =>
      values["best-node"] ? printBestNode(io, session, values.json) : runCycle(io, session, values),
    );
  };
  return reportErrors(io, async () => {
    try {
      return await cycle();
    } catch (error) {
      if (isJson) io.stdout(`${JSON.stringify({ error: messageOf(error) })}\n`);
      throw error;
    }
  });
}

/** Behind options, the name of a command would count for nothing, and a cycle would run instead. */
function refuseCommand(argv: readonly string[], commands: readonly string[]): void {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const first = tokens.find((token) => token.kind === "positional");
  if (first === undefined || !commands.includes(first.value)) return;
  throw new UsageError(`The command comes first, and its options behind it: proxlb ${first.value} …`);
}

/** Where there is no such file, the environment says how to connect. */
async function usualConfig(io: CliIo): Promise<string | undefined> {
  try {
    await io.readFile(DEFAULT_CONFIG);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  }
  return DEFAULT_CONFIG;
}

async function runCycle(
  io: CliIo,
  session: ClusterSession,
  { "dry-run": isDryRun, json }: { readonly "dry-run": boolean; readonly json: boolean },
): Promise<number> {
  const startedAt = io.now();
  // ProxLB plans even where it must not execute.
  const policy = { ...session.policy, enabled: true };
  const { plan, survey } = await planCluster({ ...session, policy }, io.interruption());
  const elapsedMs = io.now() - startedAt;
  warnAll(io, plan.warnings);
  if (!json) io.stdout(planTable(plan));
  if (!session.saysEnabled && !isDryRun) warnAll(io, [NOT_ENABLED]);
  const executes = session.saysEnabled && !isDryRun;
  const report = executes ? await execute(io, session, requestsOf(plan)) : NOTHING_DONE;
  if (json) {
    const state = proxlbState({ snapshot: survey.snapshot, policy, plan });
    io.stdout(`${JSON.stringify({ ...state, ...planDocument(plan, elapsedMs), ...runDocument(report) }, null, 2)}\n`);
  }
  return exitCodeOf(report);
}

/** Nobody is asked here, so that the configuration alone can agree; that of ProxLB does not unless it says so. */
const NOT_ENABLED =
  "Nothing is executed, because balancing.enable of the proxlb.yaml (enabled in a policy) is not set to true. Set it, or run " +
  '"proxlb apply", which asks first.';

const NOTHING_DONE: RunReport = { begun: false, outcomes: [], finals: [], problems: [] };

/** Asks for the node of a guest that needs nothing, which is the one with most room. */
async function printBestNode(io: CliIo, session: ClusterSession, json: boolean): Promise<number> {
  const { snapshot, warnings } = await surveyCluster(session, io.interruption());
  warnAll(io, warnings);
  const { placements } = placeGuests(snapshot, session.policy, [SMALLEST_GUEST]);
  const node = placements[0]?.node ?? null;
  if (node === null) throw new UsageError("No node takes guests.");
  io.stdout(json ? `${JSON.stringify({ node })}\n` : `${node}\n`);
  return EXIT_OK;
}

const SMALLEST_GUEST = {
  key: "guest",
  type: "vm",
  name: null,
  vmid: null,
  cpuCores: 0,
  memoryBytes: 0,
  diskBytes: 0,
  tags: [],
  pool: null,
  allowedNodes: null,
  excludedNodes: [],
} as const;
