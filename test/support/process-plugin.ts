// A plugin with a minimal provider service, for tests of the process contract. It is bundled and started on its own.
import { guardStandardStreams } from "../../provider/src/protocol/goplugin/standard-streams.js";
import { servePlugin } from "../../provider/src/protocol/goplugin/serve-plugin.js";
import { createHclogLogger } from "../../provider/src/protocol/goplugin/hclog.js";
import { logThreshold } from "../../provider/src/protocol/goplugin/log-level.js";
import { createRedactor } from "../../provider/src/protocol/goplugin/redactor.js";
import { providerShape } from "../../provider/src/protocol/tfplugin6/gen/service-shapes.js";

const streams = guardStandardStreams();
// Stands for a dependency that greets its user while it is being loaded.
// eslint-disable-next-line no-console
if (process.env["PROCESS_PLUGIN_NOISE"] !== undefined) console.log("hello from a dependency");

servePlugin({
  name: "process",
  directRunHint: 'Run "process-plugin --help" instead.',
  services: [
    { shape: providerShape, load: async () => (await import("./process-plugin-service.js")).processPluginService() },
  ],
  env: process.env,
  streams,
  log: createHclogLogger({
    module: "provider.process",
    threshold: logThreshold(process.env, "process"),
    write: streams.writeLog,
    now: () => new Date(),
    redactor: createRedactor(),
  }),
  now: () => new Date(),
  exit: (code) => process.exit(code),
}).catch((error: unknown) => {
  streams.writeLog(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
