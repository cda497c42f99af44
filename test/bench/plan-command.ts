import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { decodeSnapshot } from "../../provider/src/planning/model/decode-snapshot.js";
import { generateDocument } from "../support/planning-cluster-generator.js";
import { proxlbExecutable } from "../support/proxlb-command.js";
import { policyOf } from "../support/snapshot-builders.js";
import type { Figure } from "./figure.js";
import { runMeasured } from "./measured-process.js";
import { median } from "./median.js";
import { requireValid } from "./valid-plan.js";

const REPETITIONS = 3;
const PARSES = 5;

/** Planning may take this many times what parsing the snapshot takes. */
const TIME_LIMIT = 20;

/** What a plan takes at its peak may be this many times what reading and parsing the snapshot takes. */
const MEMORY_LIMIT = 3;

const MIB = 2 ** 20;

const planJson = z.object({
  migrations: z.array(z.object({ step: z.number(), vmid: z.number(), from: z.string(), to: z.string() })),
  movesLowerBound: z.number(),
  unresolved: z.array(z.object({ reason: z.string() })),
  metrics: z.object({ proof: z.object({ evaluations: z.number() }) }),
  elapsedMs: z.number(),
});

type Plan = z.infer<typeof planJson>;

/** Prints how long each of some parses takes. */
const TIME_PARSING = `
  const text = require("node:fs").readFileSync(process.argv[1], "utf8");
  const times = [];
  for (let i = 0; i < ${PARSES}; i += 1) {
    const startedAt = performance.now();
    JSON.parse(text);
    times.push(performance.now() - startedAt);
  }
  console.log(JSON.stringify(times));`;

const ONLY_PARSE = `JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));`;

/** Prints how many bytes of heap the document takes, the text left aside. */
const WEIGH = `
  const text = require("node:fs").readFileSync(process.argv[1], "utf8");
  gc();
  const before = process.memoryUsage().heapUsed;
  globalThis.held = JSON.parse(text);
  gc();
  console.log(process.memoryUsage().heapUsed - before);`;

interface Subject {
  readonly folder: string;
  /** A file with the large snapshot, and one with three guests. */
  readonly large: string;
  readonly small: string;
  readonly what: string;
  readonly document: unknown;
  readonly parseMs: number;
  /** What reading and parsing the large file takes at its peak, less an empty process. */
  readonly parseBytes: number;
  readonly heapBytes: number;
}

const runPlan = ({ folder }: Subject, snapshot: string, policy: string) => {
  const args = ["plan", "--snapshot", snapshot, "--policy", policy, "--json"];
  const { stdout, peakBytes } = runMeasured([proxlbExecutable, ...args], folder);
  return { plan: planJson.parse(JSON.parse(stdout)), peakBytes };
};

const timeFigures = (subject: Subject, methods: readonly string[], plans: readonly Plan[]): readonly Figure[] => {
  const elapsedMs = median(plans.map((plan) => plan.elapsedMs));
  const [plan] = plans;
  if (plan === undefined) throw new Error("There is no plan to measure.");
  const { migrations, movesLowerBound, metrics } = plan;
  const what = `${subject.what}, ${methods.join(" and ")}`;
  const note = `median of ${plans.length} runs of the command`;
  return [
    {
      what: `plan for ${what}`,
      baseline: `JSON.parse of the snapshot, median of ${PARSES} in a process of its own`,
      ratio: elapsedMs / subject.parseMs,
      limit: TIME_LIMIT,
      note: `elapsedMs, ${note}; ${elapsedMs.toFixed(0)} ms`,
    },
    {
      what: `moves for ${what}`,
      baseline: "certified lower bound",
      ratio: migrations.length / Math.max(1, movesLowerBound),
      note: `${migrations.length} moves, at least ${movesLowerBound} needed`,
    },
    {
      what: `time per evaluated move, ${what}`,
      baseline: "1 ns",
      ratio: (elapsedMs * 1e6) / Math.max(1, metrics.proof.evaluations),
      unit: "ns",
      note: `${note}; decoding, proving and shortening counted in`,
    },
  ];
};

const measureMethods = (subject: Subject, methods: readonly string[]): readonly Figure[] => {
  const policyFile = join(subject.folder, "policy.json");
  writeFileSync(policyFile, JSON.stringify({ methods }));
  const runs = Array.from({ length: REPETITIONS }, () => runPlan(subject, subject.large, policyFile));
  const snapshot = decodeSnapshot(subject.document);
  for (const { plan } of runs) requireValid(snapshot, policyOf({ methods }), plan, subject.what);
  const empty = runPlan(subject, subject.small, policyFile);
  if (empty.plan.migrations.length > 0) throw new Error("The empty run plans migrations.");
  const bytes = median(runs.map(({ peakBytes }) => peakBytes)) - empty.peakBytes;
  return [
    ...timeFigures(
      subject,
      methods,
      runs.map(({ plan }) => plan),
    ),
    {
      what: `peak memory of a plan for ${subject.what}, ${methods.join(" and ")}`,
      baseline: `process that only parses the snapshot, less an empty one, ${(subject.parseBytes / MIB).toFixed(0)} MiB`,
      ratio: bytes / subject.parseBytes,
      limit: MEMORY_LIMIT,
      note: `${(bytes / MIB).toFixed(0)} MiB, median of ${runs.length}, less ${(empty.peakBytes / MIB).toFixed(0)} MiB of a plan for three guests; ${(bytes / subject.heapBytes).toFixed(2)} × the parsed document's heap`,
    },
  ];
};

/** An even cluster, so that what is subtracted holds no search. */
const THREE_GUESTS = {
  version: 1,
  nodes: [1, 2, 3].map((i) => ({ name: `node-${i}`, cpuCores: 8, memoryBytes: 2 ** 36 })),
  guests: [1, 2, 3].map((i) => ({
    vmid: 100 + i,
    name: `guest-${i}`,
    type: "vm",
    node: `node-${i}`,
    cpuCores: 1,
    memoryBytes: 2 ** 32,
  })),
};

/** Measures plans of a large cluster as a user makes them: with the built command, on the file of a snapshot. */
export const measurePlanCommand = (size: { readonly nodes: number; readonly guests: number }): readonly Figure[] => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-bench-"));
  try {
    const [large, small] = [join(folder, "large.json"), join(folder, "small.json")];
    const document = generateDocument({ ...size, seed: 1, rules: true, legal: false });
    writeFileSync(large, JSON.stringify(document));
    writeFileSync(small, JSON.stringify(THREE_GUESTS));
    const run = (...args: readonly string[]) => runMeasured([...args, large], folder);
    const peakOf = (program: string): number =>
      median(Array.from({ length: REPETITIONS }, () => run("-e", program).peakBytes));
    const times = z.array(z.number()).parse(JSON.parse(run("-e", TIME_PARSING).stdout));
    const subject: Subject = {
      folder,
      large,
      small,
      what: `${size.nodes} nodes and ${size.guests} guests with broken rules`,
      document,
      parseMs: median(times),
      parseBytes: peakOf(ONLY_PARSE) - peakOf("0"),
      heapBytes: Number(run("--expose-gc", "-e", WEIGH).stdout),
    };
    return [["memory"], ["memory", "cpu"]].flatMap((methods) => measureMethods(subject, methods));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
