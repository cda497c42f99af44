/** A measured ratio: ours against a named baseline of the same run. */
export interface Figure {
  readonly what: string;
  readonly baseline: string;
  readonly ratio: number;
  /** The largest ratio that is accepted, where there is one. */
  readonly limit?: number;
  /** What else a reader should know, such as the number of repetitions. */
  readonly note: string;
}

const row = ({ what, baseline, ratio, limit, note }: Figure): readonly string[] => [
  what,
  `${ratio.toFixed(2)} ×`,
  limit === undefined ? "–" : `${ratio <= limit ? "met" : "MISSED"} (≤ ${limit} ×)`,
  baseline,
  note,
];

/** Writes figures as a Markdown table. */
export const figureTable = (figures: readonly Figure[]): string =>
  [["figure", "ratio", "bar", "baseline", "how"], ["---", "---:", "---", "---", "---"], ...figures.map(row)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
