const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;

const PART = /(\d+(?:\.\d+)?)(ms|s|m|h)/g;

/** Reads a duration such as `90s`, `1h30m` or `500ms` as milliseconds, or returns undefined when it is none. */
export const parseDuration = (text: string): number | undefined => {
  if (!WHOLE.test(text)) return undefined;
  let total = 0;
  for (const [, amount = "0", unit = "ms"] of text.matchAll(PART)) {
    total += Number(amount) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
  }
  return total;
};
