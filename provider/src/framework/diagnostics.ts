import type { Path } from "../cty/path.js";

/** How much a diagnostic matters: an error ends the operation, a warning does not. */
export type Severity = "error" | "warning";

/** A message to the practitioner, shown by the CLI beside the configuration it concerns. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Short general title in title case, on one line. */
  readonly summary: string;
  /** Full sentences: what happened, with which value, and what to do next. */
  readonly detail: string;
  /** The attribute at fault, or empty for the whole block. */
  readonly path: Path;
}

/** The text of a diagnostic, before it is known where it belongs. */
export interface DiagnosticText {
  readonly summary: string;
  readonly detail: string;
}

const WHOLE: Path = [];

/** Collects the diagnostics of one operation in the order in which they are found. */
export class Diagnostics {
  readonly #items: Diagnostic[] = [];

  /** Adds an error. */
  error(summary: string, detail: string, path: Path = WHOLE): void {
    this.#items.push({ severity: "error", summary, detail, path });
  }

  /** Adds a warning. */
  warning(summary: string, detail: string, path: Path = WHOLE): void {
    this.#items.push({ severity: "warning", summary, detail, path });
  }

  /** Adds diagnostics that were collected elsewhere. */
  append(diagnostics: Iterable<Diagnostic>): void {
    this.#items.push(...diagnostics);
  }

  /** True when at least one error was added. */
  get hasErrors(): boolean {
    return this.#items.some((item) => item.severity === "error");
  }

  /** The diagnostics so far. */
  get items(): readonly Diagnostic[] {
    return this.#items;
  }
}
