import type { Pressures } from "../model/cluster-snapshot.js";
import type { BalanceMethod } from "../model/policy.js";
import type { Move } from "../moves/move.js";
import type { PressurePrediction } from "../objectives/predict-pressure.js";
import { pressureLevel } from "../objectives/psi-heat.js";
import type { PsiStage } from "./psi-stage.js";

/** What a move is about and what it is expected to do. */
interface Expectation {
  readonly methods: readonly BalanceMethod[];
  readonly prediction: PressurePrediction;
}

/** Says why a guest leaves a hot node. */
export function describeNodeRelief(stage: PsiStage, { from, to }: Move, expected: Expectation): string {
  const { nodeNames } = stage.search.layout.index;
  const { nodes } = stage.state;
  const parts = expected.methods.map((method) => {
    const [source, target] = [nodeNames[from] ?? "", nodeNames[to] ?? ""];
    const left = `${source} from ${percentOf(nodes[from], method)} to an expected ${percentOf(expected.prediction.from, method)}`;
    return `${method} pressure of ${left} and of ${target} from ${percentOf(nodes[to], method)} to ${percentOf(expected.prediction.to, method)}`;
  });
  return `Relieves ${nodeNames[from] ?? ""}, which is hot: ${parts.join("; ")}.`;
}

/** Makes the description of a move for the sake of a hot guest. */
export function describeGuestRelief(guest: number): typeof describeNodeRelief {
  return (stage, { from, to }, { methods }) => {
    const { vmids, nodeNames } = stage.search.layout.index;
    const { nodes, guests } = stage.state;
    const parts = methods.map(
      (method) =>
        `its ${method} pressure is ${percentOf(guests.get(guest), method)}, that of ${nodeNames[from] ?? ""} ` +
        `${percentOf(nodes[from], method)}, that of ${nodeNames[to] ?? ""} ${percentOf(nodes[to], method)}`,
    );
    return `Relieves guest ${vmids[guest] ?? "?"}, which is hot: ${parts.join("; ")}.`;
  };
}

/** Words a level of pressure: small ones matter, so two decimals. */
export function percentOf(pressures: Pressures | undefined, method: BalanceMethod): string {
  const level = pressureLevel(pressures, method);
  return level === null ? "unknown" : `${Number(level.toFixed(2))} %`;
}
