import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import { serveReattached } from "../../../provider/src/protocol/goplugin/serve-reattached.js";
import { providerShape } from "../../../provider/src/protocol/tfplugin6/gen/service-shapes.js";
import { bindProviderService } from "../../../provider/src/protocol/tfplugin6/provider-service.js";
import { bundleProgram } from "../bundle-program.js";
import type { Installation } from "../cli-installation.js";
import { createTestProvider } from "./provider.js";
import { silentLogger } from "./silent-logger.js";

/** The address of the test provider. */
export const labSource = "proxlb/lab";

/** The test provider, served inside the process that runs the tests. */
export interface ReattachedLab {
  readonly installation: Installation;
  close(): Promise<void>;
}

/** Serves the test provider to any number of CLI runs; no process is started for it. */
export const serveTestProvider = async (): Promise<ReattachedLab> => {
  const load = () =>
    Promise.resolve(bindProviderService(new ProviderServer(createTestProvider(), silentLogger), silentLogger));
  const plugin = await serveReattached(labSource, [{ shape: providerShape, load }]);
  return {
    installation: { kind: "reattached", value: plugin.reattachProviders, sources: [labSource] },
    close: () => plugin.close(),
  };
};

/** Bundles the test provider into an executable inside `folder`, beside nothing else that a CLI could take for one. */
export const buildTestProvider = async (folder: string): Promise<Installation & { readonly executable: string }> => {
  const library = join(folder, "lib");
  mkdirSync(library, { recursive: true });
  const program = await bundleProgram(join(dirname(fileURLToPath(import.meta.url)), "main.ts"), library);
  const executable = join(folder, "terraform-provider-lab");
  writeFileSync(executable, `#!/usr/bin/env node\n${readFileSync(program, "utf8")}`);
  chmodSync(executable, 0o755);
  return { kind: "overrides", folders: { [labSource]: folder }, executable };
};
