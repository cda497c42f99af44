import type { CliResult } from "./cli-process.js";
import type { ApplyOptions, PlanOptions, Workspace } from "./terraform-cli.js";

/** One error or warning as the CLI reports it to programs, neither wrapped nor boxed. */
export interface ReportedDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Resource or data source, such as `data.proxlb_best_node.web`; undefined for the provider block. */
  readonly address?: string;
  /** The lines of the configuration that the diagnostic points at; undefined when it points nowhere. */
  readonly code?: string;
}

/** What a command with `-json` reported. */
export interface Report {
  readonly exitCode: number | null;
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly errors: readonly ReportedDiagnostic[];
  readonly warnings: readonly ReportedDiagnostic[];
  /** Outputs by name; only an apply reports them. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Everything, for messages of failed expectations. */
  readonly text: string;
}

interface WireDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly snippet?: { readonly code?: string };
}

interface WireLine {
  readonly type?: string;
  readonly diagnostic?: WireDiagnostic;
  /** `validate` prints one document with all of them. */
  readonly diagnostics?: readonly WireDiagnostic[];
  readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>>;
}

const OVERRIDES_IN_USE = "Provider development overrides are in effect";

const diagnosticOf = ({ severity, summary, detail, address, snippet }: WireDiagnostic): ReportedDiagnostic => ({
  severity,
  summary,
  detail,
  ...(address === undefined ? {} : { address }),
  ...(snippet?.code === undefined ? {} : { code: snippet.code }),
});

const linesOf = (stdout: string): readonly WireLine[] => {
  // `validate` prints its document over several lines, the others one document per line.
  if (stdout.startsWith("{\n")) return [JSON.parse(stdout) as WireLine];
  return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as WireLine] : []));
};

/** Reads what a command with `-json` printed. */
export const reportOf = ({ exitCode, stdout, stderr }: CliResult): Report => {
  const lines = linesOf(stdout);
  const diagnostics = lines
    .flatMap(({ diagnostic, diagnostics: several = [] }) => (diagnostic === undefined ? several : [diagnostic]))
    .filter(({ summary }) => summary !== OVERRIDES_IN_USE)
    .map(diagnosticOf);
  const outputs = lines.flatMap((line) => (line.type === "outputs" ? Object.entries(line.outputs ?? {}) : []));
  return {
    exitCode,
    diagnostics,
    errors: diagnostics.filter(({ severity }) => severity === "error"),
    warnings: diagnostics.filter(({ severity }) => severity === "warning"),
    outputs: Object.fromEntries(outputs.map(([name, { value }]) => [name, value])),
    text: JSON.stringify(diagnostics, null, 2) + stderr,
  };
};

/** Validates and reports. */
export const validateReport = async (ws: Workspace): Promise<Report> =>
  reportOf(await ws.validate({ args: ["-json"] }));

/** Plans and reports; nothing is saved. */
export const planReport = async (ws: Workspace, { args = [], ...options }: PlanOptions = {}): Promise<Report> =>
  reportOf(await ws.plan({ ...options, args: ["-json", ...args] }));

/** Applies without asking and reports. */
export const applyReport = async (ws: Workspace, { args = [], ...options }: ApplyOptions = {}): Promise<Report> =>
  reportOf(await ws.apply({ ...options, args: ["-json", ...args] }));
