import type { Server } from "@grpc/grpc-js";
import type { BoundService, RawHandler } from "./bind-service.js";
import type { CallTracker, OpenCall } from "./call-tracker.js";
import { registerMethod } from "./register-method.js";
import type { ServiceShape } from "./service-shape.js";
import { unimplemented } from "./status-error.js";

/** Names a service at once and brings its handlers when the first call arrives. */
export interface LazyService {
  readonly shape: ServiceShape;
  /** Loads messages and handlers; called at most once. */
  readonly load: () => Promise<BoundService>;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function lazyHandler(name: string, load: () => Promise<BoundService>): RawHandler {
  return async function* answer(requests: AsyncIterable<Uint8Array>, call: OpenCall) {
    const { handlers } = await load();
    const handler = handlers.get(name);
    if (handler === undefined) throw unimplemented(call.method);
    yield* handler(requests, call);
  };
}

/** Registers all methods of a service; those without a handler answer UNIMPLEMENTED. */
export function addService(server: Server, calls: CallTracker, service: LazyService): void {
  const load = once(service.load);
  for (const [name, kind] of Object.entries(service.shape.methods)) {
    const path = `/${service.shape.typeName}/${name}`;
    registerMethod(server, calls, { path, kind, handler: lazyHandler(name, load) });
  }
}
