import { readFile } from "node:fs/promises";
import type { ProxlbProblem } from "./check-value.js";
import type { MappedConfig } from "./map-proxlb-config.js";
import { mapProxlbConfig } from "./map-proxlb-config.js";

const problem = (message: string): { readonly problems: readonly ProxlbProblem[] } => ({
  problems: [{ path: "", message }],
});

/** Returns the value of a document, or undefined where its aliases do not allow one. */
const plainValue = (document: { toJS(): unknown }): unknown => {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
};

/**
 * Reads the text of a ProxLB configuration. The parser is loaded only now, as few runs need it. Its messages may repeat
 * parts of the text, and with them secrets, so they are not shown; where it stumbled is.
 */
export const parseProxlbText = async (text: string, now: Date): Promise<MappedConfig> => {
  const { LineCounter, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  // ProxLB reads its file with a parser of YAML 1.1, in which yes and on are true.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, version: "1.1" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return problem(
      `It is not valid YAML at line ${line}, column ${col} (${error.code}). Put values with special characters in quotes.`,
    );
  }
  const value = plainValue(document);
  return value === undefined
    ? problem("An alias in it refers to no anchor, or to too many. Put values that begin with * in quotes.")
    : mapProxlbConfig(value ?? {}, now);
};

/** Reads a ProxLB configuration from a file. */
export const readProxlbFile = async (path: string, now: Date): Promise<MappedConfig> => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return problem(`It could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return parseProxlbText(text, now);
};
