import { zipEntries } from "./zip-entries.js";

/** Unpacks an archive, such as a saved plan, into texts by name. Every byte stays itself, so that secrets are found in all. */
export const unzip = (archive: Buffer): Readonly<Record<string, string>> =>
  Object.fromEntries(zipEntries(archive).map(({ name, bytes }) => [name, bytes.toString("latin1")]));
