import type { ClusterSnapshot, Guest } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../provider/src/planning/model/migration-plan.js";
import type { ClusterMetrics } from "../../provider/src/planning/model/plan-metrics.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";
import { judgeCluster, judgeLoads, judgePlan, type Standing } from "./planning-judge.js";
import { drainedNodes } from "./planning-judge-rules.js";
import { afterMigrations } from "./planning-replay.js";

/*
 * Judges what a plan says of itself: figures, bounds, and what it leaves undone. It shares nothing with the planner but
 * types.
 */

const GIB = 2 ** 30;

/** Sums of floating-point numbers in another order differ by less. */
const ALIKE = 1e-6;

/** CPU is counted in thousandths of a core, so use that is given more finely is rounded. */
const CPU_ALIKE = 0.05;

/** Lists everything that is wrong with a plan: its steps, its figures and what it leaves untold. Empty when nothing is. */
export function findFlaws(snapshot: ClusterSnapshot, policy: Policy, plan: MigrationPlan): readonly string[] {
  const before = judgeCluster(snapshot, policy);
  const verdict = judgePlan(snapshot, policy, plan.migrations);
  const after = afterMigrations(snapshot, plan.migrations, policy);
  return [
    ...verdict.faults,
    ...figureFlaws({ policy, plan, before, after: verdict }),
    ...loadFlaws(plan.metrics.before, judgeLoads(snapshot, policy), "before"),
    ...loadFlaws(plan.metrics.after, judgeLoads(after, policy), "after"),
    ...costFlaws(snapshot, policy, plan),
    ...progressFlaws({ policy, plan, before, after: verdict }),
    ...brakeFlaws({ policy, plan, before, after: verdict }, snapshot),
    ...untoldFlaws({ policy, plan, before, after: verdict }, after),
  ];
}

interface Case {
  readonly policy: Policy;
  readonly plan: MigrationPlan;
  readonly before: Standing;
  readonly after: Standing;
}

const differ = (claimed: number | undefined, counted: number, tolerance = ALIKE): boolean =>
  claimed === undefined || Math.abs(claimed - counted) > tolerance * Math.max(1, Math.abs(counted));

const flaw = (what: string, claimed: number | undefined, counted: number, tolerance = ALIKE): string[] =>
  differ(claimed, counted, tolerance) ? [`${what} is said to be ${claimed ?? "nothing"}, but is ${counted}`] : [];

const violationsOf = ({ mustViolations, shouldViolations }: Standing): number => mustViolations + shouldViolations;

function figureFlaws({ policy, plan, before, after }: Case): string[] {
  const spreads = policy.methods.flatMap((method) => {
    const tolerance = method === "cpu" ? CPU_ALIKE : ALIKE;
    return policy.mode === "psi"
      ? []
      : [
          ...flaw(`imbalanceBefore of ${method}`, plan.imbalanceBefore[method], before.spread[method], tolerance),
          ...flaw(`imbalanceAfter of ${method}`, plan.imbalanceAfter[method], after.spread[method], tolerance),
        ];
  });
  return [
    ...spreads,
    ...flaw("violationsBefore", plan.violationsBefore, violationsOf(before)),
    ...flaw("violationsAfter", plan.violationsAfter, violationsOf(after)),
    ...countFlaws(plan.metrics.before, before, "before"),
    ...countFlaws(plan.metrics.after, after, "after"),
    ...(plan.movesLowerBound > plan.migrations.length ? ["the lower bound is above the plan"] : []),
    ...(plan.metrics.proof.movesLowerBound === plan.movesLowerBound ? [] : ["there are two lower bounds"]),
  ];
}

function countFlaws(metrics: ClusterMetrics, standing: Standing, when: string): string[] {
  return [
    ...flaw(`mustViolations ${when}`, metrics.mustViolations, standing.mustViolations),
    ...flaw(`shouldViolations ${when}`, metrics.shouldViolations, standing.shouldViolations),
    ...flaw(`evacuationsLeft ${when}`, metrics.evacuationsLeft, standing.evacuationsLeft),
  ];
}

function loadFlaws(
  { load }: ClusterMetrics,
  judged: ReturnType<typeof judgeLoads>,
  when: "before" | "after",
): string[] {
  return (["memory", "cpu", "disk"] as const).flatMap((method) => {
    const claimed = load[method];
    const loads = judged[method];
    if (claimed === undefined) {
      return [];
    }
    const tolerance = method === "cpu" ? CPU_ALIKE : ALIKE;
    const mean = loads.reduce((sum, value) => sum + value, 0) / Math.max(1, loads.length);
    const variance = loads.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, loads.length);
    const deviation = Math.sqrt(variance);
    const say = (what: string): string => `${what} of ${method} ${when}`;
    return [
      ...flaw(say("standardDeviation"), claimed.standardDeviation, deviation, tolerance),
      ...flaw(
        say("coefficientOfVariation"),
        claimed.coefficientOfVariation,
        mean > 0 ? deviation / mean : 0,
        tolerance,
      ),
      ...flaw(say("hottestPercent"), claimed.hottestPercent, Math.max(0, ...loads), tolerance),
      ...flaw(
        say("spread"),
        claimed.spread,
        loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads),
        tolerance,
      ),
    ];
  });
}

function costFlaws(
  { guests }: ClusterSnapshot,
  { migration }: Policy,
  { migrations, metrics, estimatedSeconds }: MigrationPlan,
) {
  const guestOf = new Map(guests.map((guest) => [guest.vmid, guest]));
  const sum = (value: (guest: Guest | undefined) => number): number =>
    migrations.reduce((total, { vmid }) => total + value(guestOf.get(vmid)), 0);
  const { cost } = metrics;
  const total = migrations.reduce((seconds, move) => seconds + move.estimatedSeconds, 0);
  const steps = [...new Set(migrations.map(({ step }) => step))].sort((a, b) => a - b);
  const longest = steps.reduce((seconds, step) => {
    const own = migrations.filter((move) => move.step === step).map((move) => move.estimatedSeconds);
    return seconds + Math.max(...own);
  }, 0);
  return [
    ...flaw("the number of migrations", cost.migrations, migrations.length),
    ...flaw("parking", cost.parking, migrations.length - new Set(migrations.map(({ vmid }) => vmid)).size),
    ...flaw("memoryGib", cost.memoryGib, sum((guest) => guest?.memoryUsedBytes ?? 0) / GIB),
    ...flaw("localDiskGib", cost.localDiskGib, sum((guest) => guest?.localDiskBytes ?? 0) / GIB),
    ...flaw("totalSeconds", cost.totalSeconds, total),
    ...flaw("makespanSeconds", cost.makespanSeconds, estimatedSeconds),
    ...(estimatedSeconds < longest - ALIKE || estimatedSeconds > total + ALIKE
      ? [`${estimatedSeconds} s is no time between ${longest} and ${total}`]
      : []),
    ...(cost.maxConcurrentPerNode > migration.maxParallelPerNode ? ["maxConcurrentPerNode is above the limit"] : []),
    ...(steps.every((step, i) => step === i + 1) ? [] : ["the steps are not counted from 1 without gaps"]),
    ...migrations.flatMap(({ vmid, name, type, reason }) => {
      const guest = guestOf.get(vmid);
      return guest?.name === name && guest.type === type && reason.endsWith(".")
        ? []
        : [`guest ${vmid} is not told rightly`];
    }),
  ];
}

function worst({ policy }: Case, { spread }: Standing): number {
  return Math.max(...policy.methods.map((method) => policy.weights[method] * spread[method]));
}

/** Violations of what must be outweigh guests to evacuate, which outweigh wishes, which outweigh the load. */
function progressFlaws(judged: Case): string[] {
  const { plan, before, after } = judged;
  const keys = ["mustViolations", "evacuationsLeft", "shouldViolations"] as const;
  const key = keys.find((candidate) => before[candidate] !== after[candidate]);
  if (key !== undefined) {
    return after[key] > before[key] ? [`the plan makes ${key} worse: ${after[key]} for ${before[key]}`] : [];
  }
  return plan.migrations.length > 0 &&
    judged.policy.methods.length === 1 &&
    judged.policy.mode !== "psi" &&
    worst(judged, after) > worst(judged, before) + ALIKE
    ? ["the plan repairs nothing and makes the load less even"]
    : [];
}

const isClean = ({ mustViolations, shouldViolations, evacuationsLeft }: Standing): boolean =>
  mustViolations + shouldViolations + evacuationsLeft === 0;

/** What holds a plan back that has only load to balance. */
function brakeFlaws(judged: Case, snapshot: ClusterSnapshot): string[] {
  const { policy, plan, before, after } = judged;
  if (!policy.enabled) {
    return plan.migrations.length > 0 ? ["there is a plan although enabled is false"] : [];
  }
  if (!isClean(before) || plan.migrations.length === 0 || policy.mode === "psi") {
    return [];
  }
  const resting = snapshot.guests.filter((guest) => rests(guest, snapshot, policy)).map(({ vmid }) => vmid);
  return [
    ...(wantsBalance(judged, snapshot) ? [] : ["load is balanced although the policy does not want it"]),
    ...(isShort(judged) && worst(judged, before) - worst(judged, after) < policy.minGain - ALIKE
      ? ["the gain is below min_gain"]
      : []),
    ...plan.migrations
      .filter(({ vmid }) => resting.includes(vmid))
      .map(({ vmid }) => `guest ${vmid} moves although cooldown lets it rest`),
  ];
}

/** What counts is the gain of the whole plan, also where `max_migrations` shows only its beginning. */
const isShort = ({ policy, plan }: Case): boolean => plan.migrations.length < (policy.maxMigrations ?? Infinity);

function rests({ lastMovedAt }: Guest, { takenAt }: ClusterSnapshot, { cooldownSeconds }: Policy): boolean {
  return lastMovedAt !== undefined && takenAt !== null && cooldownSeconds > 0
    ? Date.parse(lastMovedAt) > Date.parse(takenAt) - 1000 * cooldownSeconds
    : false;
}

function wantsBalance(judged: Case, snapshot: ClusterSnapshot): boolean {
  const { policy, before } = judged;
  const loads = judgeLoads(snapshot, policy);
  const guarded = policy.methods.filter((method) => policy.thresholds[method] !== undefined);
  const reached = guarded.some((method) => Math.max(...loads[method]) >= (policy.thresholds[method] ?? 0) - ALIKE);
  const apart = worst(judged, before) > policy.balanciness - ALIKE;
  return policy.thresholdMode === "trigger" ? apart || reached : apart && (reached || guarded.length === 0);
}

/** What a plan leaves undone it must tell; what it tells must be so. */
function untoldFlaws(judged: Case, end: ClusterSnapshot): string[] {
  const { policy, plan, after } = judged;
  const told = (kind: string): readonly string[] =>
    plan.unresolved.filter((entry) => entry.kind === kind).map(({ subject }) => subject);
  const left = violationsOf(after);
  const draining = drainedNodes(end, policy);
  const atRisk = end.guests.filter(
    ({ node, template, status }) => draining.includes(node) && !template && status !== "stopped",
  );
  const names = new Set(atRisk.map(({ vmid, name }) => `guest ${vmid} (${name})`));
  return [
    ...(left > 0 === told("rule").length > 0
      ? []
      : [`${left} violations are left, of which ${told("rule").length} are told`]),
    ...[...names].filter((name) => !told("evacuation").includes(name)).map((name) => `nobody says that ${name} stays`),
    ...told("evacuation")
      .filter((name) => !names.has(name))
      .map((name) => `${name} is said to stay, but does not`),
    ...(policy.mode === "psi" ? [] : balanceFlaws(judged, told("balance"))),
    ...plan.unresolved.filter(({ reason }) => !reason.endsWith(".")).map(({ subject }) => `${subject} lacks a reason`),
  ];
}

function balanceFlaws({ policy, after }: Case, told: readonly string[]): string[] {
  return policy.methods.flatMap((method) => {
    const points = policy.weights[method] * after.spread[method];
    const isTold = told.includes(`method ${method}`);
    const mustTell =
      points > policy.balanciness + CPU_ALIKE && Object.keys(policy.thresholds).length === 0 && policy.enabled;
    return [
      ...(mustTell && !isTold ? [`nobody says that ${method} stays ${points} points apart`] : []),
      ...(isTold && points <= policy.balancinessTarget - CPU_ALIKE
        ? [`${method} is said to miss a target it meets`]
        : []),
    ];
  });
}
