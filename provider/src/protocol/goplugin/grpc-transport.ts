import type { Server } from "@grpc/grpc-js";
import { addService } from "../grpc/add-service.js";
import type { LazyService } from "../grpc/add-service.js";
import type { CallTracker } from "../grpc/call-tracker.js";
import type { Listener } from "./listener.js";

/** As much as other providers accept; grpc-js alone would refuse a request above 4 MiB. */
const maxMessageBytes = 256 * 1024 * 1024;

/** Is the key material of a mutual TLS connection, all in PEM. */
export interface TlsMaterial {
  readonly privateKey: string;
  readonly certificate: string;
  /** The only certificate that a client may show. */
  readonly clientCertificate: string;
}

/** Is a group of services whose calls are tracked together. */
export interface ServiceGroup {
  readonly calls: CallTracker;
  readonly services: readonly LazyService[];
}

/** Is a gRPC server on an open listener. */
export interface Transport {
  /** Lets answers in progress be sent, for at most `graceMs`, and closes all connections. */
  close(graceMs: number): Promise<void>;
}

function closeGracefully(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, graceMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Serves the groups on the listener, over mutual TLS when there is key material. gRPC is loaded here and not before:
 * the host can read the handshake meanwhile, and its connection waits in the listener.
 */
export async function serveGrpc(
  listener: Listener,
  tls: TlsMaterial | undefined,
  groups: readonly ServiceGroup[],
): Promise<Transport> {
  const { Server: GrpcServer, ServerCredentials } = await import("@grpc/grpc-js");
  const server = new GrpcServer({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
    "grpc.enable_channelz": 0,
  });
  for (const { calls, services } of groups) {
    for (const service of services) addService(server, calls, service);
  }
  const credentials =
    tls === undefined
      ? ServerCredentials.createInsecure()
      : ServerCredentials.createSsl(
          Buffer.from(tls.clientCertificate),
          [{ private_key: Buffer.from(tls.privateKey), cert_chain: Buffer.from(tls.certificate) }],
          true,
        );
  const injector = server.createConnectionInjector(credentials);
  listener.accept((socket) => {
    injector.injectConnection(socket);
  });
  return {
    close: async (graceMs) => {
      await closeGracefully(server, graceMs);
      server.forceShutdown();
      listener.close();
    },
  };
}
