import { bindService } from "../../provider/src/protocol/grpc/bind-service.js";
import type { BoundService } from "../../provider/src/protocol/grpc/bind-service.js";
import type { CallContext } from "../../provider/src/protocol/grpc/call-tracker.js";
import { Diagnostic_Severity, Provider } from "../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";

const diagnostics = (error: unknown) => [
  {
    severity: Diagnostic_Severity.ERROR,
    summary: "Failed",
    detail: error instanceof Error ? error.message : String(error),
  },
];

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => {
      resolve();
    });
  });

function throwLater(message: string): void {
  setTimeout(() => {
    throw new Error(message);
  }, 1);
}

/** Behaves as the name of the data source says. */
async function behave(typeName: string, { signal }: CallContext): Promise<void> {
  switch (typeName) {
    case "echo":
      return;
    case "throw":
      throw new Error("thrown in the handler");
    case "stray_exception":
      throwLater("thrown in a timer");
      await new Promise(() => undefined);
      return;
    case "stray_rejection":
      void Promise.reject(new Error("rejected on the side"));
      await new Promise(() => undefined);
      return;
    case "print":
      // eslint-disable-next-line no-console
      console.log("a line on what was stdout");
      return;
    case "wait":
      await aborted(signal);
      return;
    default:
      throw new Error(`no such behaviour: ${typeName}`);
  }
}

/** Binds a provider service whose data sources misbehave on demand; the data source "echo" returns its configuration. */
export function processPluginService(): BoundService {
  return bindService(
    Provider,
    {
      getProviderSchema: () => ({ serverCapabilities: { getProviderSchemaOptional: true } }),
      readDataSource: async (request, context) => {
        await behave(request.typeName, context);
        return { state: request.config };
      },
    },
    ({ error }) => ({ diagnostics: diagnostics(error) }),
  );
}
