import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import { once } from "node:events";
import * as grpc from "@grpc/grpc-js";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { DescMessage, DescMethod, DescService, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import type { GenService, GenServiceMethods } from "@bufbuild/protobuf/codegenv2";
import { selfSignedCertificate, toPem } from "../../provider/src/protocol/goplugin/certificate.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "./gen/goplugin_pb.js";

/** Is what a plugin said on its first line. */
export interface ParsedHandshake {
  readonly line: string;
  readonly fields: readonly string[];
  readonly protocolVersion: number;
  readonly network: string;
  readonly address: string;
  /** Absent when the plugin speaks without TLS. */
  readonly certificate: X509Certificate | undefined;
}

/** Is a key and its own certificate, both PEM. */
export interface ClientIdentity {
  readonly privateKey: string;
  readonly certificate: string;
}

/** Says how one call is made. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

type Call<Method extends GenServiceMethods[string]> = Method["methodKind"] extends "unary"
  ? (request: MessageInitShape<Method["input"]>, options?: CallOptions) => Promise<MessageShape<Method["output"]>>
  : Method["methodKind"] extends "server_streaming"
    ? (
        request: MessageInitShape<Method["input"]>,
        options?: CallOptions,
      ) => AsyncIterable<MessageShape<Method["output"]>>
    : Method["methodKind"] extends "client_streaming"
      ? (
          requests: Iterable<MessageInitShape<Method["input"]>>,
          options?: CallOptions,
        ) => Promise<MessageShape<Method["output"]>>
      : (
          requests: Iterable<MessageInitShape<Method["input"]>>,
          options?: CallOptions,
        ) => AsyncIterable<MessageShape<Method["output"]>>;

/** Calls a service by its method names in lower camel case. */
export type ServiceClient<Methods extends GenServiceMethods> = {
  readonly [Name in keyof Methods]: Call<Methods[Name]>;
};

/** Is one connection to a plugin. */
export interface PluginConnection {
  client<Methods extends GenServiceMethods>(service: GenService<Methods>): ServiceClient<Methods>;
  close(): void;
}

/** Tells how a process ended. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the Shutdown call, or from the start of waiting, to the exit. */
  readonly elapsedMs: number;
}

/** Is a started plugin with one connection as its host would make it. */
export interface RunningPlugin extends PluginConnection {
  readonly handshake: ParsedHandshake;
  /** From the start of the process to its first line. */
  readonly handshakeMs: number;
  readonly child: ChildProcess;
  /** Everything on stdout, the handshake line included. */
  stdout: () => string;
  stderr: () => string;
  /** Calls Shutdown as a host does and waits for the exit; kills the process after two seconds. */
  stop(): Promise<ProcessExit>;
  exit(): Promise<ProcessExit>;
}

/** Says what to start; an environment variable set to undefined is removed. */
export interface StartPluginOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Without TLS, as with TF_DISABLE_PLUGIN_TLS. */
  readonly plaintext?: boolean;
}

/** The environment that a host adds to its own for every plugin. */
export const hostEnvironment = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  PLUGIN_PROTOCOL_VERSIONS: "6,5",
  PLUGIN_MIN_PORT: "10000",
  PLUGIN_MAX_PORT: "25000",
} as const;

/** Hosts send their own limit; it is the largest that the format allows. */
const maxMessageBytes = 2 ** 31 - 1;
const shutdownPatienceMs = 2_000;
const handshakePatienceMs = 30_000;

/** Makes a one-time identity with the curve that hosts use, which is not the plugin's. */
export function createClientIdentity(): ClientIdentity {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-521" });
  const der = selfSignedCertificate({ publicKey, privateKey, now: new Date(), serial: randomBytes(16) });
  return { privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), certificate: toPem(der) };
}

function parseCertificate(field: string): X509Certificate | undefined {
  if (field === "") return undefined;
  if (!/^[A-Za-z0-9+/]+$/.test(field)) throw new Error(`illegal base64 data in the certificate field: ${field}`);
  return new X509Certificate(Buffer.from(field, "base64"));
}

/** Parses a handshake line as strictly as a host. */
export function parseHandshake(line: string): ParsedHandshake {
  const fields = line.split("|");
  const [core, version, network, address, protocol, certificate = ""] = fields;
  if (core !== "1" || protocol !== "grpc" || network === undefined || address === undefined) {
    throw new Error(`Unrecognized remote plugin message: ${line}`);
  }
  return {
    line,
    fields,
    protocolVersion: Number(version),
    network,
    address,
    certificate: parseCertificate(certificate),
  };
}

function credentialsFor(handshake: ParsedHandshake, identity: ClientIdentity | undefined): grpc.ChannelCredentials {
  const { certificate } = handshake;
  if (certificate === undefined) return grpc.credentials.createInsecure();
  const root = Buffer.from(certificate.toString());
  if (identity === undefined) return grpc.credentials.createSsl(root);
  return grpc.credentials.createSsl(root, Buffer.from(identity.privateKey), Buffer.from(identity.certificate));
}

// The host reads with the library, not with the codec of the provider: what one of them got wrong, the other would not notice.
const decode = (method: DescMethod, bytes: Buffer): MessageShape<DescMessage> =>
  fromBinary(method.output, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));

async function* decodeResponses(
  method: DescMethod,
  call: AsyncIterable<unknown> & { cancel(): void },
): AsyncGenerator<MessageShape<DescMessage>> {
  for await (const bytes of call) yield decode(method, bytes as Buffer);
}

function callMethod(client: grpc.Client, method: DescMethod, input: unknown, options: CallOptions): unknown {
  const path = `/${method.parent.typeName}/${method.name}`;
  const encode = (init: MessageInitShape<DescMessage>): Buffer =>
    Buffer.from(toBinary(method.input, create(method.input, init)));
  const same = (bytes: Buffer): Buffer => bytes;
  const stoppable = <T extends { cancel(): void }>(call: T): T => {
    options.signal?.addEventListener("abort", () => {
      call.cancel();
    });
    return call;
  };
  const answered = (start: (callback: grpc.requestCallback<Buffer>) => { cancel(): void }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const call = start((error, bytes) => {
        if (error !== null) reject(error);
        else resolve(decode(method, bytes ?? Buffer.alloc(0)));
      });
      stoppable(call);
    });
  const init = input as MessageInitShape<DescMessage>;
  const inits = input as Iterable<MessageInitShape<DescMessage>>;
  switch (method.methodKind) {
    case "unary":
      return answered((callback) => client.makeUnaryRequest(path, same, same, encode(init), callback));
    case "server_streaming":
      return decodeResponses(method, stoppable(client.makeServerStreamRequest(path, same, same, encode(init))));
    case "client_streaming":
      return answered((callback) => {
        const call = client.makeClientStreamRequest(path, same, same, callback);
        for (const item of inits) call.write(encode(item));
        call.end();
        return call;
      });
    case "bidi_streaming": {
      const call = stoppable(client.makeBidiStreamRequest(path, same, same));
      for (const item of inits) call.write(encode(item));
      return decodeResponses(method, call);
    }
  }
}

/** Connects to a plugin with the given identity, or without showing one. */
export function connectPlugin(handshake: ParsedHandshake, identity: ClientIdentity | undefined): PluginConnection {
  const target = handshake.network === "unix" ? `unix:${handshake.address}` : handshake.address;
  const client = new grpc.Client(target, credentialsFor(handshake, identity), {
    "grpc.ssl_target_name_override": "localhost",
    "grpc.default_authority": "localhost",
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
    // Otherwise connections of equal options are shared, and a test could ride on another's identity.
    "grpc.use_local_subchannel_pool": 1,
    "grpc.enable_http_proxy": 0,
  });
  return {
    client: <Methods extends GenServiceMethods>(service: GenService<Methods>) => {
      const methods = (service as DescService).methods.map(
        (method) =>
          [
            method.localName,
            (input: unknown, options: CallOptions = {}) => callMethod(client, method, input, options),
          ] as const,
      );
      return Object.fromEntries(methods) as ServiceClient<Methods>;
    },
    close: () => {
      client.close();
    },
  };
}

function environment(options: StartPluginOptions, identity: ClientIdentity): NodeJS.ProcessEnv {
  const certificate = options.plaintext === true ? {} : { PLUGIN_CLIENT_CERT: identity.certificate };
  return { ...process.env, ...hostEnvironment, ...certificate, ...options.env };
}

interface Output {
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly firstLine: () => Promise<string>;
}

function collect(child: ChildProcess): Output {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const firstLine = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`No handshake within ${handshakePatienceMs} ms. stderr: ${err}`));
      }, handshakePatienceMs);
      child.stdout?.on("data", () => {
        const end = out.indexOf("\n");
        if (end < 0) return;
        clearTimeout(timer);
        resolve(out.slice(0, end));
      });
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        reject(new Error(`The plugin ended with code ${code ?? "none"} before its handshake. stderr: ${err}`));
      });
    });
  return { stdout: () => out, stderr: () => err, firstLine };
}

async function waitForExit(child: ChildProcess): Promise<ProcessExit> {
  const start = performance.now();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return { code: child.exitCode, signal: child.signalCode, elapsedMs: performance.now() - start };
}

/** Opens the two streams that a host keeps open for as long as the plugin runs. */
function openHostStreams(connection: PluginConnection): void {
  const open = (stream: AsyncIterable<unknown>): void => {
    // It ends with an error when the plugin stops, which a host ignores as well.
    stream[Symbol.asyncIterator]()
      .next()
      .catch(() => undefined);
  };
  open(connection.client(GRPCStdio).streamStdio({}));
  open(connection.client(GRPCBroker).startStream([]));
}

/** Starts an executable as a plugin host does and connects to it. Rejects when it gives no valid handshake. */
export async function startPlugin(options: StartPluginOptions): Promise<RunningPlugin> {
  const identity = createClientIdentity();
  const start = performance.now();
  const child = spawn(options.command, options.args ?? [], {
    env: environment(options, identity),
    cwd: options.cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collect(child);
  const handshake = parseHandshake(await output.firstLine());
  const handshakeMs = performance.now() - start;
  const connection = connectPlugin(handshake, identity);
  openHostStreams(connection);
  return {
    ...connection,
    handshake,
    handshakeMs,
    child,
    stdout: output.stdout,
    stderr: output.stderr,
    exit: () => waitForExit(child),
    stop: async () => {
      const killer = setTimeout(() => child.kill("SIGKILL"), shutdownPatienceMs);
      const exit = waitForExit(child);
      // The plugin may be gone already, or close before its answer is read; hosts do not mind either.
      await connection
        .client(GRPCController)
        .shutdown({})
        .catch(() => undefined);
      const result = await exit;
      clearTimeout(killer);
      connection.close();
      return result;
    },
  };
}
