import { encodeSnapshot } from "../planning/model/encode-snapshot.js";
import { type CliIo, EXIT_OK, reportErrors, warnAll } from "./cli-io.js";
import { CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { parseOptions } from "./parse-options.js";
import { requireFile, writeText } from "./read-inputs.js";
import { surveyCluster } from "./survey.js";

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  output: { type: "string", short: "o" },
  json: { type: "boolean", default: false },
} as const;

/**
 * Runs `snapshot [--config FILE] [--policy FILE] [--output FILE]`: captures the cluster, with what the policy plans with beyond the
 * load of the moment, as the file that `snapshot_file` and `--snapshot` take. Without `--output` it is printed.
 *
 * @returns the exit code: 0, or 1 for errors
 */
export async function runSnapshot(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    requireFile("--output", values.output);
    return withCluster(io, values, async (session) => {
      const { snapshot, warnings } = await surveyCluster(session, io.interruption());
      warnAll(io, warnings);
      const text = `${JSON.stringify(encodeSnapshot(snapshot), null, 1)}\n`;
      const { output } = values;
      if (output === undefined) {
        io.stdout(text);
        return EXIT_OK;
      }
      await writeText(io, output, text, "snapshot file");
      const { nodes, guests } = snapshot;
      const counts = { nodes: nodes.length, guests: guests.length };
      if (values.json) io.stdout(`${JSON.stringify({ output, ...counts })}\n`);
      else io.stderr(`Captured ${counts.nodes} nodes and ${counts.guests} guests in ${output}.\n`);
      return EXIT_OK;
    });
  });
}
