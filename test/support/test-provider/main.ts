// Serves the test provider as a plugin process, composed like the real one. It is bundled and started on its own.
import { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import { createHclogLogger } from "../../../provider/src/protocol/goplugin/hclog.js";
import { logThreshold } from "../../../provider/src/protocol/goplugin/log-level.js";
import { createRedactor } from "../../../provider/src/protocol/goplugin/redactor.js";
import { servePlugin } from "../../../provider/src/protocol/goplugin/serve-plugin.js";
import { guardStandardStreams } from "../../../provider/src/protocol/goplugin/standard-streams.js";
import { providerShape } from "../../../provider/src/protocol/tfplugin6/gen/service-shapes.js";
import { bindProviderService } from "../../../provider/src/protocol/tfplugin6/provider-service.js";
import { createTestProvider } from "./provider.js";

const streams = guardStandardStreams();
const redactor = createRedactor();
const now = (): Date => new Date();
const log = createHclogLogger({
  module: "provider.lab",
  threshold: logThreshold(process.env, "lab"),
  write: streams.writeLog,
  now,
  redactor,
});

servePlugin({
  name: "lab",
  directRunHint: "It has no command line.",
  services: [
    {
      shape: providerShape,
      load: () =>
        Promise.resolve(bindProviderService(new ProviderServer(createTestProvider(redactor.redact), log), log)),
    },
  ],
  env: process.env,
  streams,
  log,
  now,
  exit: (code) => process.exit(code),
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
