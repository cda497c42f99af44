import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../support/cli-paths.js";

/** What a process printed, and how much memory it took at most. */
export interface MeasuredRun {
  readonly stdout: string;
  readonly peakBytes: number;
}

const MOST_OUTPUT_BYTES = 2 ** 28;

/** Runs a program of Node to its end; `folder` is for files that are not kept. */
export const runMeasured = (args: readonly string[], folder: string): MeasuredRun => {
  const peakFile = join(folder, "peak");
  // A process that ends without its figure must not pass for the one before.
  rmSync(peakFile, { force: true });
  const stdout = execFileSync(
    process.execPath,
    ["--require", join(repositoryRoot, "test", "bench", "report-peak.cjs"), ...args],
    {
      encoding: "utf8",
      env: { ...process.env, PROXLB_BENCH_PEAK_FILE: peakFile },
      maxBuffer: MOST_OUTPUT_BYTES,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return { stdout, peakBytes: Number(readFileSync(peakFile, "utf8")) };
};
