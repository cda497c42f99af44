const MILLISECONDS_PER_UNIT: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Parses a duration such as `30s`, `1m30s`, `1.5h` or `500ms` into milliseconds, or gives null when the text is none. */
export function parseMilliseconds(text: string): number | null {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) {
    return null;
  }
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g);
  return [...parts].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (MILLISECONDS_PER_UNIT[unit ?? ""] ?? 0),
    0,
  );
}

/** Parses a duration in whole hours, minutes and seconds such as `30m`, `1h30m` or `90s` into seconds, or gives null. */
export function parseDuration(text: string): number | null {
  const milliseconds = /^(\d{1,9}[hms])+$/.test(text) ? parseMilliseconds(text) : null;
  return milliseconds === null ? null : milliseconds / 1_000;
}

/** Writes seconds as the shortest duration that `parseDuration` reads back. */
export function formatDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const text = `${hours > 0 ? `${hours}h` : ""}${minutes > 0 ? `${minutes}m` : ""}${rest > 0 ? `${rest}s` : ""}`;
  return text === "" ? "0s" : text;
}
