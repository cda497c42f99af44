import type { RunLog } from "../execution/run-log.js";
import type { CliIo } from "./cli-io.js";
import { guestLabel } from "./guest-text.js";
import { formatDuration } from "./plan-output.js";

type Fields = Readonly<Record<string, unknown>>;

/** Tells the steps of a run on stderr as lines for people; what would say nothing new of a guest is left out. */
export function progressLog(io: Pick<CliIo, "stderr">): RunLog {
  const lastOf = new Map<unknown, string>();
  const tell = (message: string, fields: Fields = {}): void => {
    const line = `${message}${fieldsText(fields)}\n`;
    const { vmid } = fields;
    if (vmid !== undefined && lastOf.get(vmid) === line) return;
    lastOf.set(vmid, line);
    io.stderr(line);
  };
  return { debug: () => undefined, info: tell, warn: tell };
}

/** Words the fields of a log line: the guest and its way first, then whatever else it tells. */
function fieldsText({ vmid, guest, from, to, seconds, ...rest }: Fields): string {
  const isAboutGuest = typeof vmid === "number" && typeof guest === "string";
  const way = isAboutGuest ? ` ${guestLabel({ vmid, name: guest })} from ${String(from)} to ${String(to)}` : "";
  const after = typeof seconds === "number" ? ` after ${formatDuration(seconds)}` : "";
  const { error, cause } = rest;
  const why = typeof error === "string" ? error : typeof cause === "string" ? cause : sharesText(rest);
  return `${way}${after}${why === null ? "." : `: ${why}`}`;
}

/** How much of the memory or of a disk has been sent; null when nothing tells. */
function sharesText({ part, percent }: Fields): string | null {
  return typeof part === "string" && typeof percent === "number" ? `${part} ${Math.floor(percent)} %.` : null;
}
