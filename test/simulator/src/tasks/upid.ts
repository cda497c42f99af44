/** The parts of a task id. */
export interface UpidParts {
  readonly node: string;
  readonly pid: number;
  /** Start of the process in hundredths of a second since the node booted. */
  readonly pstart: number;
  /** UNIX seconds. */
  readonly startSeconds: number;
  readonly type: string;
  /** Guest id, or empty. */
  readonly id: string;
  /** `name@realm` or `name@realm!token`. */
  readonly user: string;
}

const UPID = /^UPID:[a-zA-Z0-9-]+:[0-9A-F]{8}:[0-9A-F]{8,9}:[0-9A-F]{8}:[^:\s]+:[^:\s]*:[^:\s]+:$/;

/** Writes a task id. */
export function formatUpid(parts: UpidParts): string {
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, "0");
  return [
    "UPID",
    parts.node,
    hex(parts.pid),
    hex(parts.pstart),
    hex(parts.startSeconds),
    parts.type,
    parts.id,
    parts.user,
    "",
  ].join(":");
}

/** Says whether a text has the form of a task id. */
export function isUpid(text: string): boolean {
  return UPID.test(text);
}
