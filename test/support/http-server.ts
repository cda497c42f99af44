import { createServer as createHttpsServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { onTestFinished } from "vitest";
import { makeCertificate } from "./http-certificate.js";
import type { TestCertificate } from "./http-certificate.js";

/** A request as a test server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What a test server answers: status, optional reason phrase, body (objects as JSON) and an optional content type. */
export interface CannedAnswer {
  readonly status?: number;
  readonly reason?: string;
  readonly body?: unknown;
  readonly contentType?: string;
}

/** Decides about one request; may act on the raw response and return nothing. */
export type Handler = (request: SeenRequest, response: ServerResponse) => CannedAnswer | undefined;

/** A server on a loopback port that ends with the test. */
export interface TestServer {
  /** As `https://127.0.0.1:12345`. */
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** Stops listening and cuts all connections. */
  readonly stop: () => Promise<void>;
}

/** The certificate of all test servers that do not bring their own. */
export const testCertificate: TestCertificate = makeCertificate();

/** Starts an HTTPS server. */
export async function startHttpsServer(
  handler: Handler,
  { certificate = testCertificate, maxVersion = "TLSv1.3" }: HttpsServerOptions = {},
): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const server = createHttpsServer(
    { key: certificate.keyPem, cert: certificate.certPem, maxVersion },
    (incoming, response) => {
      void readRequest(incoming).then((request) => {
        requests.push(request);
        const answer = handler(request, response);
        if (answer !== undefined) {
          send(response, answer);
        }
      });
    },
  );
  return { ...(await listen(server, "https")), requests };
}

/** Which certificate a test server shows, and the highest protocol version that it speaks. */
export interface HttpsServerOptions {
  readonly certificate?: TestCertificate;
  readonly maxVersion?: "TLSv1.2" | "TLSv1.3";
}

/** Starts a server that takes TCP connections and does with them as told. */
export async function startTcpServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  const server = createTcpServer(onConnection);
  return { ...(await listen(server, "https")), requests: [] };
}

/** Returns an origin on which nothing listens. */
export async function deadOrigin(): Promise<string> {
  const server = await startTcpServer((socket) => {
    socket.destroy();
  });
  await server.stop();
  return server.origin;
}

async function listen(server: Server, scheme: string): Promise<Omit<TestServer, "requests">> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of sockets) {
        socket.destroy();
      }
    });
  onTestFinished(stop);
  const { port } = server.address() as AddressInfo;
  return { origin: `${scheme}://127.0.0.1:${port}`, stop };
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const { method = "", url = "", headers } = incoming;
  return { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
}

function send(response: ServerResponse, { status = 200, reason, body, contentType }: CannedAnswer): void {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": contentType ?? "application/json;charset=UTF-8" };
  if (reason === undefined) {
    response.writeHead(status, headers);
  } else {
    response.writeHead(status, reason, headers);
  }
  response.end(text);
}
