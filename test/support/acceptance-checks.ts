import { expect } from "vitest";
import type { Report, ReportedDiagnostic } from "./acceptance-json.js";
import { applyReport } from "./acceptance-json.js";
import type { CliResult } from "./cli-process.js";
import { prose } from "./cli-process.js";
import type { ApplyOptions, Workspace } from "./terraform-cli.js";

/** Expects that a command succeeded, and shows everything that it printed when it did not. */
export const expectSuccess = <Result extends CliResult>(result: Result): Result => {
  expect(result.exitCode, prose(result)).toBe(0);
  return result;
};

/** Expects that a plan made now finds nothing to do. */
export const expectNoChanges = async (
  ws: Workspace,
  args: readonly string[] = [],
  env: ApplyOptions["env"] = {},
): Promise<void> => {
  const plan = await ws.plan({ detailedExitCode: true, args, env });
  expect(plan.exitCode, `The second plan is not empty: ${prose(plan)}`).toBe(0);
  expect(prose(plan)).toContain("No changes.");
};

/** Applies, expects success, and that the second plan is empty. */
export const applyAndSettle = async (ws: Workspace, options: ApplyOptions = {}): Promise<Report> => {
  const applied = await applyReport(ws, options);
  expect(applied.exitCode, applied.text).toBe(0);
  await expectNoChanges(ws, [], options.env);
  return applied;
};

/** What a diagnostic must look like; a text must be contained. */
export interface ExpectedDiagnostic {
  readonly summary: string;
  readonly detail: readonly (string | RegExp)[];
  readonly address?: string;
  /** Part of the configuration that the diagnostic points at. */
  readonly code?: string;
}

const matches = (diagnostic: ReportedDiagnostic, expected: ExpectedDiagnostic): boolean =>
  diagnostic.summary === expected.summary &&
  expected.detail.every((part) =>
    typeof part === "string" ? diagnostic.detail.includes(part) : part.test(diagnostic.detail),
  ) &&
  (expected.address === undefined || diagnostic.address === expected.address) &&
  (expected.code === undefined || diagnostic.code?.includes(expected.code) === true);

/** Expects that a list of diagnostics consists of exactly these, in any order. */
export const expectDiagnostics = (
  diagnostics: readonly ReportedDiagnostic[],
  expected: readonly ExpectedDiagnostic[],
): void => {
  for (const item of expected)
    expect(diagnostics, `No diagnostic like ${JSON.stringify(item)}`).toSatisfy((all: typeof diagnostics) =>
      all.some((diagnostic) => matches(diagnostic, item)),
    );
  const others = diagnostics.filter((diagnostic) => !expected.some((item) => matches(diagnostic, item)));
  expect(others).toEqual([]);
};

/** Expects that a command failed with exactly these errors. */
export const expectErrors = (report: Report, ...expected: readonly ExpectedDiagnostic[]): void => {
  expect(report.exitCode, report.text).toBe(1);
  expectDiagnostics(report.errors, expected);
};
