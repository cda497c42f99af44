import type { BalanceMethod, PsiPolicy, PsiThreshold, PsiThresholds } from "./policy.js";
import type { Contradiction, PlainObject } from "./read-policy-value.js";

const METHODS: readonly BalanceMethod[] = ["memory", "cpu", "disk"];

/** Builds the thresholds from a plain object that was checked against the policy's keys. */
export function buildPsi(plain: PlainObject | null): PsiPolicy {
  return { nodes: buildThresholds(plain, "nodes"), guests: buildThresholds(plain, "guests") };
}

function buildThresholds(plain: PlainObject | null, subject: keyof PsiPolicy): PsiThresholds {
  const methods = (plain?.[subject] ?? {}) as Readonly<Partial<Record<BalanceMethod, PlainObject | null>>>;
  const known = METHODS.flatMap((method) => {
    const entry = methods[method] ?? null;
    return entry === null ? [] : [[method, buildThreshold(entry)] as const];
  });
  return Object.fromEntries(known);
}

function buildThreshold(plain: PlainObject): PsiThreshold {
  return {
    full: plain["pressure_full"] as number | null,
    some: plain["pressure_some"] as number | null,
    spikes: plain["pressure_spikes"] as number | null,
  };
}

/** Encodes the thresholds as the plain object that `buildPsi` reads back unchanged; null when there are none. */
export function encodePsi(psi: PsiPolicy): PlainObject | null {
  const nodes = encodeThresholds(psi.nodes);
  const guests = encodeThresholds(psi.guests);
  return nodes === null && guests === null ? null : { nodes, guests };
}

function encodeThresholds(thresholds: PsiThresholds): PlainObject | null {
  const encoded = METHODS.map((method) => {
    const threshold = thresholds[method];
    return [method, threshold === undefined ? null : encodeThreshold(threshold)] as const;
  });
  return encoded.every(([, threshold]) => threshold === null) ? null : Object.fromEntries(encoded);
}

function encodeThreshold({ full, some, spikes }: PsiThreshold): PlainObject {
  return { pressure_full: full, pressure_some: some, pressure_spikes: spikes };
}

/** Finds thresholds that say nothing, and a mode `psi` that no threshold could ever make plan anything. */
export function findPsiContradictions(
  psi: PsiPolicy,
  { mode, methods }: { readonly mode: string; readonly methods: readonly BalanceMethod[] },
): Contradiction[] {
  const problems: Contradiction[] = [];
  for (const subject of ["nodes", "guests"] as const) {
    for (const method of METHODS) {
      const threshold = psi[subject][method];
      if (threshold !== undefined && !saysSomething(threshold)) {
        const message = "The entry says nothing; give it pressure_full, pressure_some or pressure_spikes.";
        problems.push({ path: ["psi", subject, method], message, keys: ["psi"] });
      }
    }
  }
  if (mode === "psi" && !methods.some((method) => psi.nodes[method] ?? psi.guests[method])) {
    const names = methods.map((method) => `"${method}"`).join(", ");
    const message = `The mode "psi" needs at least one threshold, in psi.nodes or psi.guests, for one of the methods (${names}); without one nothing would ever be hot.`;
    problems.push({ path: ["psi"], message, keys: ["mode", "psi", "methods"] });
  }
  return problems;
}

function saysSomething({ full, some, spikes }: PsiThreshold): boolean {
  return full !== null || some !== null || spikes !== null;
}
