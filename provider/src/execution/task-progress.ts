/** How far a migration is, as its task log last said. */
export interface TaskProgress {
  /** `memory`, or the key of a disk such as `scsi0`. */
  readonly part: string;
  readonly transferredBytes: number;
  readonly totalBytes: number;
  /** 0 to 100. */
  readonly percent: number;
}

const MEMORY = /migration active, transferred (?<done>\S+ \w+) of (?<total>\S+ \w+) VM-state/;
const DISK = /^(?:\S+ \S+ )?(?:mirror|drive)-(?<disk>\w+): transferred (?<done>\S+ \w+) of (?<total>\S+ \w+) \(/;
const AMOUNT = /^(?<value>\d+(?:\.\d+)?) (?<unit>[KMGTP]iB|B)$/;

const UNIT_BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  PiB: 1024 ** 5,
};

/** Reads the last progress that lines of a migration's log tell; null when they tell none. */
export function lastProgress(lines: readonly string[]): TaskProgress | null {
  for (const line of [...lines].reverse()) {
    const progress = progressOf(line);
    if (progress !== null) return progress;
  }
  return null;
}

function progressOf(line: string): TaskProgress | null {
  const found = (MEMORY.exec(line) ?? DISK.exec(line))?.groups;
  const transferredBytes = bytesOf(found?.["done"]);
  const totalBytes = bytesOf(found?.["total"]);
  if (found === undefined || transferredBytes === null || totalBytes === null) return null;
  // Memory that is written again is sent again, so more than the total can have been sent before the end.
  const percent = totalBytes === 0 ? 100 : Math.min(100, (transferredBytes / totalBytes) * 100);
  return { part: found["disk"] ?? "memory", transferredBytes, totalBytes, percent: Math.floor(percent) };
}

function bytesOf(text: string | undefined): number | null {
  const { value, unit } = AMOUNT.exec(text ?? "")?.groups ?? {};
  const factor = UNIT_BYTES[unit ?? ""];
  return value === undefined || factor === undefined ? null : Math.round(Number(value) * factor);
}
