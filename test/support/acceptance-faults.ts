import { join } from "node:path";
import { expect } from "vitest";
import type { ClusterInput } from "../simulator/src/description/cluster-description.js";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { balanceInState } from "./acceptance-balance.js";
import { expectNoChanges } from "./acceptance-checks.js";
import { clusterOf, node, vm } from "./acceptance-clusters.js";
import { reportOf } from "./acceptance-json.js";
import { expectNoSecret, keptIn, TICKETS } from "./acceptance-secrets.js";
import type { Stage, StageOptions } from "./acceptance-stage.js";
import { onStage, placesIn } from "./acceptance-stage.js";
import type { TerraformCli } from "./cli-find.js";
import { findClis } from "./cli-find.js";
import { repositoryRoot } from "./cli-paths.js";
import type { CliResult } from "./cli-process.js";
import type { ApplyOptions, Workspace } from "./terraform-cli.js";

/**
 * How much faster than real time provider and cluster live where things go wrong: minutes of waiting pass in a second,
 * and a busy machine is still quick enough for every limit that the provider keeps.
 */
export const FAULT_SPEED = 100;

/** The project's own OpenTofu, and every other CLI as well with PROXLB_SOAK: what a fault does to a run is no matter of the CLI. */
export const faultClis = (): readonly TerraformCli[] =>
  process.env["PROXLB_SOAK"] === undefined ? findClis().slice(0, 1) : findClis();

/** The password of root in every simulated cluster. */
const ROOT_PASSWORD = "secret";

// In quotes, as folders may have blanks in their names.
const preload = JSON.stringify(join(repositoryRoot, "test", "support", "fast-clock.cjs"));

/** The environment in which the provider's time passes as fast as that of its cluster. */
export const fastProvider = (speed = FAULT_SPEED): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--require=${preload}`,
  PROXLB_TEST_CLOCK_SPEED: String(speed),
});

/**
 * Three guests of 8 GiB on pve1, each pinned to another node, so that every planner moves 101 to pve2, 102 to pve3 and 103 to
 * pve4, one after the other. Nobody has to be on pve5.
 */
export const pinnedCluster = (changes: Partial<ClusterInput> = {}): ClusterInput =>
  clusterOf(
    ["pve1", "pve2", "pve3", "pve4", "pve5"].map((name) => node(name)),
    [101, 102, 103].map((id) => vm(id, "pve1", 8, { tags: [`plb_pin_pve${id - 99}`] })),
    { clock: { mode: "accelerated", speed: FAULT_SPEED }, ...changes },
  );

const MOVER_PASSWORD = "walk-the-line-until-dawn";

/** A `pinnedCluster` with the user `mover@pve`, whose rights can be taken away, and its token `move`. */
export const moverCluster = (changes: Partial<ClusterInput> = {}): ClusterInput =>
  pinnedCluster({
    users: [{ id: "mover@pve", password: MOVER_PASSWORD, tokens: [{ id: "move" }] }],
    acl: [{ path: "/", subject: "mover@pve", role: "Administrator" }],
    ...changes,
  });

/** The environment of a `mover@pve` who uses the token. */
export const moverEnvironment = (cluster: Simulator): Readonly<Record<string, string>> => ({
  PROXMOX_VE_ENDPOINT: cluster.url,
  PROXMOX_VE_API_TOKEN: cluster.token("move"),
});

/** The environment of a `mover@pve` who logs in with the password; the endpoint is to be added. */
export const PASSWORD_LOGIN = { PROXMOX_VE_USERNAME: "mover@pve", PROXMOX_VE_PASSWORD: MOVER_PASSWORD };

/** Where the guests of `pinnedCluster` are to be. */
export const PINNED = { 101: "pve2", 102: "pve3", 103: "pve4" };

/** Just before the first look at the task of the first migration, which has just begun. */
export const MIDWAY = { beforeRequest: { method: "GET", path: "/nodes/pve1/tasks/*/status" } };

/** Just before the second migration is asked for, after everything was checked. */
export const BEFORE_SECOND = { beforeRequest: { method: "POST", path: "/nodes/*/qemu/102/migrate" } };

/** The reviewed form with a policy. */
export const reviewed = (policy = ""): string => `
data "proxlb_migration_plan" "this" {
  policy = { ${policy} }
}
resource "proxlb_balance" "this" {
  migrations = data.proxlb_migration_plan.this.migrations
  policy     = data.proxlb_migration_plan.this.effective_policy
}
`;

/**
 * Runs `body` like `onStage` with a fast provider, and expects afterwards that no secret of the cluster was printed, logged
 * at TRACE or kept.
 */
export const onFaultStage = async (
  cli: TerraformCli,
  description: ClusterInput,
  body: (stage: Stage) => Promise<void>,
  options: StageOptions = {},
): Promise<void> => {
  const transcript: string[] = [];
  await onStage(
    cli,
    description,
    async (stage) => {
      const { ws, cluster } = stage;
      await body(stage);
      const texts = { ...keptIn(ws), output: transcript.join("\n") };
      expect(ws.read("trace.log")).toContain("HTTP exchange");
      expectNoSecret(texts, [...secretsOf(cluster, description), ...TICKETS]);
    },
    {
      ...options,
      transcript,
      env: { ...fastProvider(), TF_LOG: "TRACE", TF_LOG_PATH: "trace.log", ...options.env },
    },
  );
};

const secretsOf = (cluster: Simulator, { users = [] }: ClusterInput): readonly string[] => [
  ...cluster.tokenIds.map((id) => cluster.token(id).split("=")[1] ?? ""),
  // The word "secret" itself occurs in harmless sentences.
  ...users.flatMap(({ password = ROOT_PASSWORD }) => (password === ROOT_PASSWORD ? [] : [password])),
];

/** Returns what the state says about each guest of the last run, such as `101 moved`. */
export const booked = (ws: Workspace): readonly string[] =>
  balanceInState(ws).executed.map(({ vm_id, result }) => `${vm_id} ${result}`);

/** Returns the ids of the guests that migrations have brought to another node, one for each arrival. Tasks that lie count as well. */
export const arrivalsIn = (cluster: Simulator): readonly number[] =>
  cluster
    .state()
    .tasks.filter(({ type, exitStatus }) => /^(q|vz)migrate$/.test(type) && /^(OK|WARNINGS)/.test(exitStatus ?? ""))
    .map(({ id }) => Number(id));

const STAYED: ReadonlySet<string> = new Set(["failed", "stopped", "not started"]);

/**
 * Expects that the state tells the truth about who was moved and who was not, that who ran still runs where its node does, and
 * that nobody was moved twice. Somebody else may have moved those in `movedByOthers`.
 */
export const expectTruth = (ws: Workspace, cluster: Simulator, movedByOthers: readonly number[] = []): void => {
  const places = placesIn(cluster);
  for (const { vm_id, from_node, to_node, result } of balanceInState(ws).executed) {
    if (result === "moved" || result === "already there") expect(places[vm_id]).toBe(to_node);
    if (STAYED.has(result) && !movedByOthers.includes(vm_id)) expect(places[vm_id]).toBe(from_node);
  }
  const stopped = cluster.state().guests.filter(({ status }) => status === "stopped");
  // In the clusters of these tests every guest runs from the start.
  expect(stopped.map(({ vmid }) => vmid)).toEqual([]);
  const arrivals = arrivalsIn(cluster);
  expect(new Set(arrivals).size, `arrivals: ${arrivals.join(", ")}`).toBe(arrivals.length);
};

interface PlannedChange {
  readonly type?: string;
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: string };
}

/** Returns what a command with `-json` planned to do to the balance: `noop` when nothing. */
export const plannedAction = ({ stdout }: CliResult): string => {
  const changes = stdout
    .split("\n")
    .flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as PlannedChange] : []))
    .filter(({ type, change }) => type === "planned_change" && change?.resource.addr === "proxlb_balance.this");
  return changes[0]?.change?.action ?? "noop";
};

/**
 * Plans and applies what is left after a fault: expects that the plan says so, that then nothing is left, and that nobody
 * was moved twice.
 */
export const finishRun = async (
  { ws, cluster }: Pick<Stage, "ws" | "cluster">,
  { env = {} }: Pick<ApplyOptions, "env"> = {},
): Promise<void> => {
  const applied = await ws.apply({ args: ["-json"], env });
  expect(applied.exitCode, reportOf(applied).text).toBe(0);
  expect(plannedAction(applied)).toMatch(/^(create|update|replace)$/);
  expectTruth(ws, cluster);
  await expectNoChanges(ws, [], env);
};
