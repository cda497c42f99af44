import type { LazyService } from "../grpc/add-service.js";
import { grpcBrokerShape, grpcControllerShape, grpcStdioShape, healthShape } from "./gen/service-shapes.js";

const handlers = () => import("./process-handlers.js");

/** Returns the services that a host expects next to the provider; `onShutdown` is called when the host ends the process. */
export function processServices(onShutdown: () => void): readonly LazyService[] {
  return [
    { shape: grpcControllerShape, load: async () => (await handlers()).controller(onShutdown) },
    { shape: grpcStdioShape, load: async () => (await handlers()).stdio() },
    { shape: grpcBrokerShape, load: async () => (await handlers()).broker() },
    { shape: healthShape, load: async () => (await handlers()).health() },
  ];
}
