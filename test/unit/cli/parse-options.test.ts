import { describe, expect, it } from "vitest";
import { runBestNode } from "../../../provider/src/cli/best-node.js";
import type { CliIo } from "../../../provider/src/cli/cli-io.js";
import { runGate } from "../../../provider/src/cli/gate.js";
import { runPlan } from "../../../provider/src/cli/plan.js";
import { runSnapshot } from "../../../provider/src/cli/snapshot.js";
import { runCommand } from "../../support/cli-run.js";

type Command = (argv: readonly string[], io: CliIo) => Promise<number>;

/** Nobody listens there, so that only what needs no cluster can be told. */
const FILES = {
  "c.json": { endpoint: "http://127.0.0.1:9", api_token: `a@pve!b=${"1".repeat(8)}-2222-3333-4444-555555555555` },
};

const CASES: readonly (readonly [Command, readonly string[], string])[] = [
  [runBestNode, ["--cpu-cores", "two"], 'The option --cpu-cores must be a number greater than 0, found "two".\n'],
  [runBestNode, ["--type", "lxc"], 'The option --type must be "vm" or "ct", found "lxc".\n'],
  [
    runBestNode,
    ["--memory-mib", "-3"],
    "The option --memory-mib needs a value; one that begins with a hyphen is written --memory-mib=-VALUE.\n",
  ],
  [runBestNode, ["--memory-mib=-3"], 'The option --memory-mib must be a number greater than 0, found "-3".\n'],
  [runBestNode, ["--cpu-cors", "2"], "There is no option --cpu-cors here. Did you mean --cpu-cores?\n"],
  [runGate, ["--migrations", "2"], "There is no option --migrations here. Did you mean --max-migrations?\n"],
  [
    runGate,
    ["--volume=2"],
    "There is no option --volume here. The options are --ca-certificate, --config, --insecure, --json, --max-imbalance, " +
      "--max-migrations, --max-violations, --policy, --snapshot, --tls-fingerprint.\n",
  ],
  [runGate, ["-x"], "There is no option -x here. The options are --ca-certificate, "],
  [runGate, ["--json=yes"], "The option --json takes no value.\n"],
  [runGate, ["--policy"], "The option --policy needs a value; "],
  [runGate, ["now"], 'The argument "now" belongs to no option.\n'],
  [runPlan, ["--target", "gone.json"], "The target file gone.json cannot be read: "],
  [runPlan, ["--markdown", "-"], 'The option --markdown takes the name of a file, and "-" is none: '],
  [runPlan, ["--html", "-"], 'The option --html takes the name of a file, and "-" is none: '],
  [runSnapshot, ["--output", "-"], 'The option --output takes the name of a file, and "-" is none: '],
];

describe("options", () => {
  it.each(CASES)("are checked before a cluster is asked: %o %j", async (command, argv, message) => {
    const { code, stdout, stderr, written } = await runCommand(command, ["--config", "c.json", ...argv], FILES);
    expect({ code, stdout, written: written.size }).toEqual({ code: 1, stdout: "", written: 0 });
    expect(stderr.startsWith(message) ? message : stderr).toBe(message);
  });
});
