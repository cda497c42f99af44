// SPDX-License-Identifier: MPL-2.0
// Asks the provider for its own schema, from its sources as they are now. Needs neither a build, a CLI nor a network.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const provider = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "provider");

/** Returns the document that `proxlb schema --json` prints. */
export async function providerSchema() {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-schema-"));
  const program = join(folder, "proxlb.cjs");
  try {
    await build({
      entryPoints: [join(provider, "src", "main.ts")],
      outfile: program,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      logLevel: "warning",
      define: { "import.meta.url": "undefined" },
      alias: { "@grpc/proto-loader": join(provider, "scripts", "empty-module.cjs") },
    });
    const text = execFileSync(process.execPath, [program, "schema", "--json"], { maxBuffer: 2 ** 26 });
    return JSON.parse(text.toString("utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
