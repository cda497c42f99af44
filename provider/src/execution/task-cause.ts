/** More than any diagnosis needs, and little enough to read. */
const MOST_LINES = 5;

const TIME_STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /;
const ERROR_LINE = /^(?!TASK )(?:.*? )?ERROR: (?<text>.+)$/;

/** Says only that there was an error, which the other lines say better. */
const EMPTY_TALK = "migration finished with problems";

/** What the target node says itself, such as `[pve2] bridge 'vmbr7' does not exist`. */
const REMOTE_LINE = /^\[[\w.-]+\] \S/;

/**
 * Finds in the log of a failed migration what went wrong: its error lines, led by what the target node said just before
 * the first of them. Null when the log holds no error.
 */
export function causeInLog(lines: readonly string[]): string | null {
  const plain = lines.map((line) => line.replace(TIME_STAMP, "").trim());
  const errors = plain.map((line) => ERROR_LINE.exec(line)?.groups?.["text"] ?? null);
  const first = errors.findIndex((text) => text !== null);
  if (first < 0) return null;
  const telling = errors.filter((text) => text !== null && !text.startsWith(EMPTY_TALK));
  const fallback = errors.filter((text) => text !== null);
  const cause = [...remoteWords(plain, first), ...(telling.length > 0 ? telling : fallback)];
  return [...new Set(cause)].slice(0, MOST_LINES).join("; ");
}

function remoteWords(lines: readonly string[], end: number): readonly string[] {
  let start = end;
  while (start > 0 && REMOTE_LINE.test(lines[start - 1] ?? "")) start -= 1;
  return lines.slice(Math.max(start, end - MOST_LINES + 1), end);
}
