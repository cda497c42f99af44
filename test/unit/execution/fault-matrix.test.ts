import { describe, expect, it } from "vitest";
import type { RunReport } from "../../../provider/src/execution/run-report.js";
import { createRandom } from "../../../provider/src/planning/search/random.js";
import type { FaultInput } from "../../simulator/src/faults/fault.js";
import { GIB, setStage, SMALL_CLUSTER, vm } from "./stage.js";
import type { Stage, StageOptions } from "./stage.js";

const LIST = [
  { vmid: 101, from: "pve1", to: "pve2", step: 1 },
  { vmid: 103, from: "pve3", to: "pve1", step: 2 },
  { vmid: 102, from: "pve2", to: "pve3", step: 3 },
];

const PATIENT = { migration_timeout: "6h" };

interface Scenario {
  readonly what: string;
  readonly cluster?: Parameters<typeof setStage>[0];
  readonly options?: StageOptions;
  readonly prepare?: (stage: Stage) => void;
  /** What happens while the first guest is on its way, or, if said, just before the second is sent. */
  readonly fault: FaultInput;
  readonly at?: "Migration progress" | "Migrated guest";
  readonly results: readonly string[];
  /** The words that tell the user what happened, in a problem or in the error of a migration. */
  readonly words: RegExp;
}

const SCENARIOS: readonly Scenario[] = [
  {
    what: "the entry node dies and another answers",
    options: { entryNodes: ["pve3", "pve1"] },
    cluster: { guests: [vm(101, "pve1"), vm(103, "pve1"), vm(102, "pve2")] },
    fault: { kind: "node-down", node: "pve3" },
    results: ["moved", "not started", "not started"],
    words: /Plan Is Stale.*pve3 is offline/s,
  },
  {
    what: "the source node dies",
    options: { entryNodes: ["pve3"] },
    fault: { kind: "node-down", node: "pve1" },
    results: ["left running", "not started", "not started"],
    words: /could not be followed any longer/,
  },
  {
    what: "the target node dies",
    options: { entryNodes: ["pve3"] },
    fault: { kind: "node-down", node: "pve2" },
    results: ["failed", "not started", "not started"],
    words: /online migrate failure/,
  },
  {
    what: "the next guest is deleted",
    fault: { kind: "guest", vmid: 103, change: { kind: "delete" } },
    results: ["moved", "not started", "not started"],
    words: /Plan Is Stale.*103.*does not exist any more/s,
  },
  {
    what: "the next guest is moved by hand",
    fault: { kind: "guest", vmid: 103, change: { kind: "move", to: "pve2" } },
    results: ["moved", "not started", "not started"],
    words: /Plan Is Stale.*103.*It is on pve2 now/s,
  },
  {
    what: "a backup locks the next guest",
    fault: { kind: "guest", vmid: 103, change: { kind: "lock", lock: "backup" } },
    results: ["moved", "not started", "not started"],
    words: /Plan Is Stale.*103.*It is locked \(backup\)/s,
  },
  {
    what: "the cluster loses its quorum",
    fault: { kind: "quorum-lost" },
    at: "Migrated guest",
    results: ["moved", "not started", "not started"],
    words: /Cluster Has No Quorum.*no further migration was started/s,
  },
  {
    what: "the right to migrate is taken away",
    fault: {
      kind: "answer",
      match: { method: "POST", path: "/nodes/*/qemu/103/migrate" },
      answer: { kind: "status", status: 403, text: "Permission check failed (/vms/103, VM.Migrate)" },
    },
    results: ["moved", "failed", "not started"],
    words: /VM\.Migrate on \/vms\/103/,
  },
  {
    what: "the token is revoked",
    options: { token: "plan" },
    cluster: {
      users: [{ id: "mover@pve", tokens: [{ id: "plan" }] }],
      acl: [{ path: "/", subject: "mover@pve", role: "Administrator" }],
    },
    fault: { kind: "token-revoked", token: "mover@pve!plan" },
    at: "Migrated guest",
    results: ["moved", "not started", "not started"],
    words: /Cluster Cannot Be Checked.*invalid token.*Check the credentials/s,
  },
  {
    what: "all tickets expire",
    options: { password: { username: "mover@pve", password: "walk-the-line" } },
    cluster: {
      users: [{ id: "mover@pve", password: "walk-the-line" }],
      acl: [{ path: "/", subject: "mover@pve", role: "Administrator" }],
    },
    fault: { kind: "tickets-expired" },
    results: ["moved", "moved", "moved"],
    words: /^$/,
  },
];

function spokenBy({ problems, outcomes }: RunReport): string {
  const told = problems.flatMap(({ summary, detail }) => [summary, detail]);
  return [...told, ...outcomes.flatMap(({ error }) => (error === null ? [] : [error]))].join("\n");
}

/** What is booked must be so in the cluster, and no guest may have travelled twice. */
function expectTruth(stage: Stage, { outcomes }: RunReport): void {
  const known = new Set(stage.simulator.state().guests.map(({ vmid }) => vmid));
  for (const { vmid, to, result } of outcomes) {
    if (result === "moved" || result === "already there") expect(stage.nodeOf(vmid)).toBe(to);
    if (result === "not started" && known.has(vmid)) expect(stage.startedVmids()).not.toContain(vmid);
  }
  const arrived = stage.simulator.state().tasks.filter((task) => task.type === "qmigrate" && task.exitStatus === "OK");
  expect(new Set(arrived.map(({ id }) => id)).size).toBe(arrived.length);
}

describe("a run in which something goes wrong", () => {
  it.each(SCENARIOS)("reports the truth when $what", async (scenario) => {
    const stage = await setStage(scenario.cluster, scenario.options);
    let struck = false;
    stage.onLog = ({ message }) => {
      if (struck || message !== (scenario.at ?? "Migration progress")) return;
      struck = true;
      stage.simulator.addFault(scenario.fault);
    };
    const list = LIST.map((migration) => {
      const at = scenario.cluster?.guests?.find(({ id }) => id === migration.vmid)?.node;
      return at === undefined ? migration : { ...migration, from: at, ...(at === migration.to ? { to: "pve3" } : {}) };
    });
    const report = await stage.run(list, PATIENT);
    expect(struck).toBe(true);
    expect(report.outcomes.map(({ result }) => result)).toEqual(scenario.results);
    expect(spokenBy(report)).toMatch(scenario.words);
    expectTruth(stage, report);
  });

  it("renews its ticket in a rebalance of more than two hours", async () => {
    const stage = await setStage(
      {
        nodes: SMALL_CLUSTER.nodes.map((node) => ({ ...node, linkBytesPerSecond: 50 * 1024 ** 2 })),
        users: [{ id: "mover@pve", password: "walk-the-line" }],
        acl: [{ path: "/", subject: "mover@pve", role: "Administrator" }],
      },
      { password: { username: "mover@pve", password: "walk-the-line" } },
    );
    stage.onLog = ({ message }) => {
      // Everything but the ends of the migrations is left out, so that the test does not look at them for hours.
      if (message === "Migrated guest") stage.simulator.advance(55 * 60 * 1000);
    };
    const startedAtMs = stage.simulator.state().nowMs;
    const report = await stage.run(LIST, PATIENT);
    expect(stage.simulator.state().nowMs - startedAtMs).toBeGreaterThan(2 * 3600 * 1000);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved", "moved"]);
    const logins = stage.simulator.requests().filter(({ path }) => path === "/access/ticket");
    expect(logins.length).toBeGreaterThan(1);
    expect(stage.simulator.requests().filter(({ status }) => status === 401)).toEqual([]);
  });

  it("is taken up by the next run after its process was killed", async () => {
    const stage = await setStage({
      nodes: SMALL_CLUSTER.nodes.map((node) => ({ ...node, linkBytesPerSecond: 100 * 1024 ** 2 })),
    });
    const kill = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") kill.abort();
    };
    await stage.run(LIST, PATIENT, kill.signal);
    stage.onLog = () => undefined;
    const report = await stage.run(LIST, PATIENT);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved", "moved"]);
    expect(stage.startedVmids()).toEqual([101, 103, 102]);
    expectTruth(stage, report);
  });

  it.each([1, 2, 3, 4, 5])(
    "tells no lie when one answer in twenty is an error or breaks off (seed %i)",
    async (seed) => {
      const stage = await setStage({ guests: [...SMALL_CLUSTER.guests, vm(105, "pve1", { memory: 2 * GIB })] });
      const random = createRandom(seed);
      for (let nth = 1; nth <= 400; nth += 1) {
        if (random() >= 0.05) continue;
        const answer =
          random() < 0.5
            ? ({ kind: "status", status: 500, text: "got timeout" } as const)
            : ({ kind: "reset" } as const);
        const when = { beforeRequest: {}, nth };
        stage.simulator.addFault({ kind: "answer", match: {}, answer, times: 1, when });
      }
      const report = await stage.run(LIST, PATIENT).catch((failure: unknown) => failure as Error);
      if (report instanceof Error) {
        expect(report.message).toMatch(/got timeout|connection/i);
        expect(stage.startedVmids()).toEqual([]);
        return;
      }
      expectTruth(stage, report);
      const failed = report.outcomes.filter(({ result }) => result === "failed");
      for (const { error } of failed) expect(error).toMatch(/got timeout|connection|not known/i);
    },
  );
});
