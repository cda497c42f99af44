type Fields = Readonly<Record<string, unknown>>;

/** Where a run tells what it does; one line per event. */
export interface RunLog {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
}
