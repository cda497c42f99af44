import type { Provider } from "../framework/provider-definition.js";
import { type CliIo, EXIT_OK, reportErrors, UsageError } from "./cli-io.js";
import { parseOptions } from "./parse-options.js";
import { schemaDocument } from "./schema-document.js";

/** A schema does not depend on what surrounds the process, so the provider is given nothing. */
const loadProvider = async (): Promise<Provider> => {
  const { createProvider } = await import("../provider.js");
  return createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });
};

/**
 * Runs `schema --json`: prints the document of `terraform providers schema -json` for this provider, from the objects that
 * serve the schema to the CLI. Needs neither a CLI nor a cluster.
 *
 * @returns the exit code: 0, or 1 when it is called wrongly
 */
export async function runSchema(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: { json: { type: "boolean", default: false } } });
    if (!values.json) throw new UsageError("The option --json is missing; the schema is printed in no other form.");
    io.stdout(`${JSON.stringify(schemaDocument(await loadProvider()))}\n`);
    return EXIT_OK;
  });
}
