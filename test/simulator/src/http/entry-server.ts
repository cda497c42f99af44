import { createServer as createHttpServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { ServerIdentity } from "../tls/server-identity.js";

/** Where and how an entry node listens. */
export interface EntryOptions {
  /** A loopback address; others are refused. */
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Undefined means plain HTTP. */
  readonly identity: ServerIdentity | undefined;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
// Longer than any client keeps an idle connection: the server must not be the one that closes it under a request.
const KEEP_ALIVE_MS = 600_000;

/** The port of one node; it can be closed and opened again at the same number. */
export class EntryServer {
  readonly #server: Server;
  readonly #options: EntryOptions;
  #port: number;
  #wanted = false;
  #closed: Promise<void> = Promise.resolve();

  private constructor(options: EntryOptions, listener: RequestListener) {
    this.#options = options;
    this.#port = options.port;
    const { identity } = options;
    this.#server =
      identity === undefined
        ? createHttpServer(listener)
        : createHttpsServer(
            { key: identity.key, cert: identity.cert, minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] },
            listener,
          );
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.#server.requestTimeout = 0;
    this.#server.headersTimeout = 0;
  }

  /** Opens a port. Throws when the host is not a loopback address or the port is taken. */
  static async open(options: EntryOptions, listener: RequestListener): Promise<EntryServer> {
    if (!LOOPBACK.has(options.host))
      throw new Error(`The simulator listens on loopback only, not on "${options.host}".`);
    const server = new EntryServer(options, listener);
    await server.listen();
    return server;
  }

  /** Base URL without a path. */
  get url(): string {
    const host = this.#options.host === "::1" ? "[::1]" : this.#options.host;
    return `${this.#options.identity === undefined ? "http" : "https"}://${host}:${this.#port}`;
  }

  /** Opens the port again; does nothing while it is open. Throws when somebody else has taken it. */
  async listen(): Promise<void> {
    this.#wanted = true;
    await this.#closed;
    if (this.#server.listening || !this.#isWanted()) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, this.#options.host, () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
    const address = this.#server.address();
    if (address !== null && typeof address !== "string") this.#port = address.port;
    if (!this.#isWanted()) await this.close();
  }

  /** Refuses new connections from now on and breaks the present ones; does nothing while it is closed. */
  async close(): Promise<void> {
    this.#wanted = false;
    if (this.#server.listening) {
      this.#closed = new Promise((resolve) => {
        this.#server.close(() => {
          resolve();
        });
        this.#server.closeAllConnections();
      });
    }
    await this.#closed;
  }

  // A method, because the wish can change while a step is awaited.
  #isWanted(): boolean {
    return this.#wanted;
  }
}
