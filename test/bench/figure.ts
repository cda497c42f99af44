/** A measured ratio: ours against a named baseline of the same run. */
export interface Figure {
  readonly what: string;
  readonly baseline: string;
  readonly ratio: number;
  /** What the figure is counted in; a multiple of the baseline unless said. */
  readonly unit?: string;
  /** The largest ratio that is accepted, where there is one. */
  readonly limit?: number;
  /** The smallest ratio that is accepted, where there is one. */
  readonly least?: number;
  /** What else a reader should know, such as the number of repetitions. */
  readonly note: string;
}

/** Tells whether a figure misses its bar. */
export const missesBar = ({ ratio, limit = Infinity, least = -Infinity }: Figure): boolean =>
  !(ratio <= limit && ratio >= least);

const barOf = (figure: Figure): string => {
  const { limit, least, unit = "×" } = figure;
  const sides = [
    ...(least === undefined ? [] : [`≥ ${least} ${unit}`]),
    ...(limit === undefined ? [] : [`≤ ${limit} ${unit}`]),
  ];
  return sides.length === 0 ? "–" : `${missesBar(figure) ? "MISSED" : "met"} (${sides.join(", ")})`;
};

const row = (figure: Figure): readonly string[] => [
  figure.what,
  `${figure.ratio.toFixed(2)} ${figure.unit ?? "×"}`,
  barOf(figure),
  figure.baseline,
  figure.note,
];

/** Writes figures as a Markdown table. */
export const figureTable = (figures: readonly Figure[]): string =>
  [["figure", "ratio", "bar", "baseline", "how"], ["---", "---:", "---", "---", "---"], ...figures.map(row)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
