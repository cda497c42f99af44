const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Parses a duration such as `30m`, `1h30m` or `90s` into seconds, or gives null when the text is none. */
export function parseDuration(text: string): number | null {
  if (!/^(\d{1,9}[hms])+$/.test(text)) {
    return null;
  }
  let seconds = 0;
  for (const part of text.matchAll(/(\d+)([hms])/g)) {
    seconds += Number(part[1]) * (SECONDS_PER_UNIT[part[2] ?? "s"] ?? 1);
  }
  return seconds;
}

/** Writes seconds as the shortest duration that `parseDuration` reads back. */
export function formatDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const text = `${hours > 0 ? `${hours}h` : ""}${minutes > 0 ? `${minutes}m` : ""}${rest > 0 ? `${rest}s` : ""}`;
  return text === "" ? "0s" : text;
}
