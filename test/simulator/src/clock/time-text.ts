/** Prints a time the way migration logs do: `2026-08-06 09:00:20` (UTC). */
export function logTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

/** Prints a time the way the HA manager does: `Mon Jul 20 08:10:41 2026` (UTC). */
export function haTime(ms: number): string {
  const [weekday, day, month, year, time] = new Date(ms).toUTCString().replace(",", "").split(" ");
  return [weekday, month, day?.replace(/^0/, " "), time, year].join(" ");
}

/** Prints a duration as `00:01:46`. */
export function clockDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** Prints a duration the way disk progress lines do: `12s`, `1m 34s`, `1h 2m 3s`. */
export function shortDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const text = `${seconds % 60}s`;
  if (hours > 0) return `${hours}h ${minutes}m ${text}`;
  return minutes > 0 ? `${minutes}m ${text}` : text;
}

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** Prints bytes with one decimal and a binary unit: `515.4 MiB`. */
export function byteText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(1)} ${UNITS[unit] ?? "B"}`;
}
