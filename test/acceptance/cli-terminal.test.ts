import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tiltedCluster } from "../support/acceptance-clusters.js";
import { environmentFor, migrationsAskedOf } from "../support/acceptance-stage.js";
import type { CliResult } from "../support/cli-process.js";
import { startCommand } from "../support/cli-process.js";
import { proxlbExecutable } from "../support/proxlb-command.js";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { startSimulator } from "../simulator/src/start-simulator.js";

/** Runs a command on a terminal of its own; that of macOS takes other arguments. */
const SCRIPT = "/usr/bin/script";

/** A command line of a shell, started on a terminal where somebody types a line. */
const onTerminal = (cluster: Simulator, cwd: string, command: string, types: string): Promise<CliResult> =>
  startCommand({
    executable: "/bin/sh",
    args: ["-c", `printf '%s\\n' "$LINE" | ${SCRIPT} -qec "$COMMAND" /dev/null`],
    cwd,
    env: { PATH: process.env["PATH"], ...environmentFor(cluster), LINE: types, COMMAND: command },
  }).result;

describe.runIf(process.platform === "linux" && existsSync(SCRIPT))("the command line on a terminal", () => {
  it.each([
    ["no", 1, 0],
    ["yes", 0, 1],
  ])(
    "shows the plan before it asks, although stdout is for one document, and heeds %j",
    async (types, exitCode, moved) => {
      const cluster = await startSimulator({ cluster: tiltedCluster() });
      const folder = mkdtempSync(join(tmpdir(), "proxlb-terminal-"));
      try {
        const command = `'${proxlbExecutable}' apply --json --insecure > plan.json`;
        const result = await onTerminal(cluster, folder, command, types);
        expect(result.stdout).toMatch(/STEP +GUEST[^]*1 migration[^]*Move this guest\? Only "yes" is taken/);
        expect(result.exitCode).toBe(exitCode);
        const document = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as {
          executed: readonly unknown[];
        };
        expect(document.executed).toHaveLength(moved);
        expect(migrationsAskedOf(cluster)).toHaveLength(moved);
      } finally {
        rmSync(folder, { recursive: true });
        await cluster.stop();
      }
    },
  );
});
