import { bindService } from "../grpc/bind-service.js";
import type { BoundService } from "../grpc/bind-service.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "./gen/goplugin_pb.js";
import { Health, HealthCheckResponse_ServingStatus } from "./gen/health_pb.js";

/** A stream of the host that is expected to stay open and has nothing to say. */
// eslint-disable-next-line require-yield
async function* silence(signal: AbortSignal): AsyncGenerator<never> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve, { once: true });
  });
}

/** Binds the service through which the host ends the process. */
export function controller(onShutdown: () => void): BoundService {
  return bindService(GRPCController, {
    shutdown: () => {
      onShutdown();
      return {};
    },
  });
}

/** Binds the output service: the stream stays open and empty, because everything is logged on stderr. */
export function stdio(): BoundService {
  return bindService(GRPCStdio, { streamStdio: (_request, { signal }) => silence(signal) });
}

/** Binds the broker: the stream stays open and empty, because this provider opens no further connections. */
export function broker(): BoundService {
  return bindService(GRPCBroker, { startStream: (_requests, { signal }) => silence(signal) });
}

/** Binds the health service; a process that answers is healthy. */
export function health(): BoundService {
  return bindService(Health, { check: () => Promise.resolve({ status: HealthCheckResponse_ServingStatus.SERVING }) });
}
