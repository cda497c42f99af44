import * as highsModule from "highs";
import type { ClusterSnapshot, Guest, Node } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";

/** What the exact solver knows of the fewest migrations that reach the target and obey every tag rule. */
export interface Optimum {
  /** False when the time ran out: `moves` is then the best that is known, and `bound` what is proven. */
  readonly proven: boolean;
  /** Null when nothing was found, or nothing exists. */
  readonly moves: number | null;
  readonly bound: number;
}

/** The types of the package describe it as CommonJS; what is loaded is an ES module whose default is the loader. */
const loadHighs = highsModule.default as unknown as typeof highsModule.default.default;

/** Seconds after which a proof is given up. */
const TIME_LIMIT_S = 60;

/**
 * Computes the optimum as a mixed-integer program: one binary per guest and node, rows for room, tag rules and the
 * spread of every balanced resource (mode `used`, weight 1, no reserves). Shares no code with the planner.
 */
export async function fewestMoves(
  snapshot: ClusterSnapshot,
  policy: Policy,
  timeLimitS = TIME_LIMIT_S,
): Promise<Optimum> {
  const highs = await loadHighs();
  const solution = highs.solve(writeModel(snapshot, policy), {
    time_limit: timeLimitS,
    mip_abs_gap: 0.99,
    mip_rel_gap: 0,
  });
  const objective = Math.round(solution.ObjectiveValue);
  if (solution.Status === "Optimal") {
    return { proven: true, moves: objective, bound: objective };
  }
  return { proven: solution.Status === "Infeasible", moves: null, bound: 0 };
}

interface Term {
  readonly factor: number;
  readonly name: string;
}

const variable = (guest: Guest, node: number): string => `x${guest.vmid}_${node}`;

/** Writes the model in the LP format. */
function writeModel({ nodes, guests }: ClusterSnapshot, policy: Policy): string {
  const free = guests.filter((guest) => !guest.tags.some((tag) => tag.startsWith("plb_ignore")));
  const rows = [
    ...free.map((guest) =>
      row(
        nodes.map((_, j) => ({ factor: 1, name: variable(guest, j) })),
        "=",
        1,
      ),
    ),
    ...free.flatMap((guest) => pinRows(guest, nodes)),
    ...nodes.flatMap((node, j) => roomRows(node, j, { guests, free, policy })),
    ...policy.methods.flatMap((method) => spreadRows(method, { nodes, guests, free, policy })),
    ...groupRows(nodes, guests, free),
  ];
  const cost = free.flatMap((guest) =>
    nodes.flatMap((node, j) => (node.name === guest.node ? [] : [{ factor: 1, name: variable(guest, j) }])),
  );
  const binaries = free.flatMap((guest) => nodes.map((_, j) => variable(guest, j)));
  const bounds = policy.methods.map((method) => ` 0 <= low_${method}\n 0 <= high_${method}`);
  return `Minimize\n obj: ${sum(cost)}\nSubject To\n${rows.map((text, i) => ` r${i}: ${text}`).join("\n")}\nBounds\n${bounds.join("\n")}\nBinary\n ${binaries.join("\n ")}\nEnd\n`;
}

const sum = (terms: readonly Term[]): string =>
  terms.map(({ factor, name }) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`).join("\n  ");

const row = (terms: readonly Term[], sign: "=" | "<=" | ">=", right: number): string =>
  `${sum(terms)} ${sign} ${right}`;

interface Parts {
  readonly nodes?: readonly Node[];
  readonly guests: readonly Guest[];
  readonly free: readonly Guest[];
  readonly policy: Policy;
}

function pinRows(guest: Guest, nodes: readonly Node[]): string[] {
  const pins = guest.tags.filter((tag) => tag.startsWith("plb_pin_")).map((tag) => tag.slice("plb_pin_".length));
  if (!nodes.some((node) => pins.includes(node.name))) return [];
  return nodes.flatMap((node, j) =>
    pins.includes(node.name) ? [] : [row([{ factor: 1, name: variable(guest, j) }], "=", 0)],
  );
}

/** Sizes in thousandths of the node, so that all rows are of one scale. */
function roomRows(node: Node, j: number, { guests, free, policy }: Parts): string[] {
  const limit = (size: (guest: Guest) => number, capacity: number): string => {
    const fixed = guests.filter((guest) => guest.node === node.name && !free.includes(guest));
    const left = capacity - fixed.reduce((total, guest) => total + size(guest), 0);
    const terms = free.flatMap((guest) =>
      size(guest) > 0 ? [{ factor: (1000 * size(guest)) / capacity, name: variable(guest, j) }] : [],
    );
    return row(terms, "<=", (1000 * left) / capacity);
  };
  return [
    limit((guest) => guest.memoryUsedBytes, node.memoryBytes),
    ...(policy.memoryOvercommit === null
      ? []
      : [limit((guest) => guest.memoryBytes, node.memoryBytes * policy.memoryOvercommit)]),
    ...(policy.cpuOvercommit === null ? [] : [limit((guest) => guest.cpuCores, node.cpuCores * policy.cpuOvercommit)]),
  ];
}

const MEASURES: Readonly<Record<string, { size: (guest: Guest) => number; capacity: (node: Node) => number }>> = {
  memory: { size: (guest) => guest.memoryUsedBytes, capacity: (node) => node.memoryBytes },
  cpu: { size: (guest) => guest.cpuUsedCores, capacity: (node) => node.cpuCores },
  disk: { size: (guest) => guest.localDiskBytes, capacity: (node) => node.diskBytes },
};

function spreadRows(method: string, { nodes = [], guests, free, policy }: Parts): string[] {
  const measure = MEASURES[method];
  if (measure === undefined) throw new Error(`The oracle does not know the method ${method}.`);
  const { size, capacity } = measure;
  const rows = nodes.flatMap((node, j) => {
    const percent = (guest: Guest): number => (100 * size(guest)) / capacity(node);
    const fixed = guests
      .filter((guest) => guest.node === node.name && !free.includes(guest))
      .reduce((total, guest) => total + percent(guest), 0);
    const terms = free.map((guest) => ({ factor: percent(guest), name: variable(guest, j) }));
    return [
      row([...terms, { factor: -1, name: `high_${method}` }], "<=", -fixed),
      row([...terms, { factor: -1, name: `low_${method}` }], ">=", -fixed),
    ];
  });
  const width = row(
    [
      { factor: 1, name: `high_${method}` },
      { factor: -1, name: `low_${method}` },
    ],
    "<=",
    policy.balancinessTarget,
  );
  return [...rows, width];
}

function groupRows(nodes: readonly Node[], guests: readonly Guest[], free: readonly Guest[]): string[] {
  const groups = new Map<string, Guest[]>();
  for (const guest of guests) {
    for (const tag of guest.tags.filter((candidate) => /^plb_(anti_)?affinity/.test(candidate))) {
      groups.set(tag, [...(groups.get(tag) ?? []), guest]);
    }
  }
  return [...groups].flatMap(([tag, members]) =>
    nodes.flatMap((node, j) =>
      tag.startsWith("plb_affinity") ? togetherRows(members, j) : apartRow(members, free, { node, j }),
    ),
  );
}

function apartRow(members: readonly Guest[], free: readonly Guest[], at: { node: Node; j: number }): string[] {
  const fixed = members.filter((guest) => !free.includes(guest) && guest.node === at.node.name).length;
  const moving = members.filter((guest) => free.includes(guest));
  return moving.length === 0
    ? []
    : [
        row(
          moving.map((guest) => ({ factor: 1, name: variable(guest, at.j) })),
          "<=",
          1 - fixed,
        ),
      ];
}

/** Tied guests are all free in the clusters that the oracle is asked about. */
function togetherRows(members: readonly Guest[], j: number): string[] {
  const [leader, ...others] = members;
  return leader === undefined
    ? []
    : others.map((guest) =>
        row(
          [
            { factor: 1, name: variable(leader, j) },
            { factor: -1, name: variable(guest, j) },
          ],
          "=",
          0,
        ),
      );
}
