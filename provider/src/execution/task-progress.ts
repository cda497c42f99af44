/** How far a migration is, as its task log last said. */
export interface TaskProgress {
  /** `memory`, or the key of a disk such as `scsi0`. */
  readonly part: string;
  readonly transferredBytes: number;
  readonly totalBytes: number;
  /** 0 to 100. */
  readonly percent: number;
}

/** What a migration has sent in all, as far as its log tells. */
export interface Transfer {
  readonly bytes: number;
  /** 0 to 100, of the parts that have begun. */
  readonly percent: number;
}

const MEMORY = /migration active, transferred (?<done>\S+ \w+) of (?<total>\S+ \w+) VM-state/;
const DISK = /^(?:\S+ \S+ )?(?:mirror|drive)-(?<disk>\w+): transferred (?<done>\S+ \w+) of (?<total>\S+ \w+) \(/;
const MEMORY_SENT = /migration completed, transferred (?<done>\S+ \w+) VM-state/;
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

/** Sums up what the log of a migration tells about memory and disks; null when it tells nothing. */
export function transferIn(lines: readonly string[]): Transfer | null {
  const parts = new Map<string, TaskProgress>();
  for (const line of lines) {
    const progress = progressOf(line) ?? allMemory(line);
    if (progress !== null) parts.set(progress.part, progress);
  }
  if (parts.size === 0) return null;
  const sum = (amount: (part: TaskProgress) => number): number =>
    [...parts.values()].reduce((total, part) => total + amount(part), 0);
  const done = sum(({ transferredBytes, totalBytes }) => Math.min(transferredBytes, totalBytes));
  return { bytes: sum(({ transferredBytes }) => transferredBytes), percent: percentOf(done, sum(totalOf)) };
}

const totalOf = ({ totalBytes }: TaskProgress): number => totalBytes;

/** Newer servers say at the end how much it was; pages without content are never sent, so it may be less than the total. */
function allMemory(line: string): TaskProgress | null {
  const bytes = bytesOf(MEMORY_SENT.exec(line)?.groups?.["done"]);
  return bytes === null ? null : { part: "memory", transferredBytes: bytes, totalBytes: bytes, percent: 100 };
}

function progressOf(line: string): TaskProgress | null {
  const found = (MEMORY.exec(line) ?? DISK.exec(line))?.groups;
  const transferredBytes = bytesOf(found?.["done"]);
  const totalBytes = bytesOf(found?.["total"]);
  if (found === undefined || transferredBytes === null || totalBytes === null) return null;
  const percent = percentOf(transferredBytes, totalBytes);
  return { part: found["disk"] ?? "memory", transferredBytes, totalBytes, percent };
}

/** Memory that is written again is sent again, so more than the total can have been sent before the end. */
function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor(Math.min(100, (done / total) * 100));
}

function bytesOf(text: string | undefined): number | null {
  const { value, unit } = AMOUNT.exec(text ?? "")?.groups ?? {};
  const factor = UNIT_BYTES[unit ?? ""];
  return value === undefined || factor === undefined ? null : Math.round(Number(value) * factor);
}
