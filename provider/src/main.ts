import type { LazyService } from "./protocol/grpc/add-service.js";
import { createHclogLogger } from "./protocol/goplugin/hclog.js";
import { logThreshold, protocolLogThreshold } from "./protocol/goplugin/log-level.js";
import { createRedactor } from "./protocol/goplugin/redactor.js";
import { servePlugin } from "./protocol/goplugin/serve-plugin.js";
import type { StandardStreams } from "./protocol/goplugin/standard-streams.js";
import { guardStandardStreams } from "./protocol/goplugin/standard-streams.js";
import { PluginStartError } from "./protocol/goplugin/start-error.js";
import { providerShape } from "./protocol/tfplugin6/gen/service-shapes.js";
import { VERSION } from "./version.js";

const NAME = "proxlb";

/** The address that `required_providers` names; the registry host is that of each CLI. */
const SOURCE = "proxlb/proxlb";

const HINT =
  'To use it on the command line, run it with a command, for example "proxlb plan --config FILE"; "--help" lists them.';

/** Everything beyond the handshake is loaded on the first call, because the CLI starts this process several times a run. */
const providerService = (streams: StandardStreams) => {
  const redactor = createRedactor();
  const now = () => new Date();
  const output = { write: streams.writeLog, now, redactor };
  const log = createHclogLogger({
    ...output,
    module: `provider.${NAME}`,
    threshold: logThreshold(process.env, NAME),
  });
  const protocolLog = createHclogLogger({
    ...output,
    module: "sdk.proto",
    threshold: protocolLogThreshold(process.env, NAME),
  });
  const service: LazyService = {
    shape: providerShape,
    load: async () => {
      const { loadProviderService } = await import("./load-provider-service.js");
      return loadProviderService({ env: process.env, now, redact: redactor.redact }, { log, protocolLog });
    },
  };
  return { service, log, now };
};

const serve = async (): Promise<void> => {
  const streams = guardStandardStreams();
  const { service, log, now } = providerService(streams);
  await servePlugin({
    name: NAME,
    directRunHint: HINT,
    services: [service],
    env: process.env,
    streams,
    log,
    now,
    exit: (code) => process.exit(code),
  });
};

const serveForDebugging = async (): Promise<void> => {
  const { serveReattached } = await import("./protocol/goplugin/serve-reattached.js");
  const { service } = providerService({
    writeHandshake: () => undefined,
    writeLog: (text) => void process.stderr.write(text),
  });
  const plugin = await serveReattached(SOURCE, [service]);
  process.stdout.write(`TF_REATTACH_PROVIDERS='${plugin.reattachProviders}'\n`);
  process.once("SIGINT", () => void plugin.close().then(() => process.exit(0)));
  process.once("SIGTERM", () => void plugin.close().then(() => process.exit(0)));
};

const runCommand = async (args: readonly string[]): Promise<void> => {
  const { runCli } = await import("./cli/run-cli.js");
  const { processIo } = await import("./cli/process-io.js");
  process.exitCode = await runCli(args, VERSION, processIo(createRedactor()));
};

const start = (args: readonly string[]): Promise<void> => {
  if (args.length === 0) return serve();
  return args[0] === "--debug" ? serveForDebugging() : runCommand(args);
};

start(process.argv.slice(2)).catch((error: unknown) => {
  const text =
    error instanceof PluginStartError
      ? error.message
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  process.stderr.write(text);
  process.exitCode = 1;
});
