import type {
  sendUnaryData,
  Server,
  ServerDuplexStream,
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
} from "@grpc/grpc-js";
import type { RawHandler } from "./bind-service.js";
import type { CallTracker } from "./call-tracker.js";
import type { MethodKind } from "./service-shape.js";
import { statusCode, StatusError, toStatusError } from "./status-error.js";

/** Is one method to be registered under its full path. */
export interface RawMethod {
  readonly path: string;
  readonly kind: MethodKind;
  readonly handler: RawHandler;
}

interface Cancellable {
  on(event: "cancelled", listener: () => void): unknown;
}

type Requests = AsyncIterable<Uint8Array>;
type Emit = (response: Buffer) => Promise<void> | void;
/** Runs the handler of one call and gives each of its responses to `emit`. */
type Drive = (call: Cancellable, requests: Requests, emit: Emit) => Promise<void>;
type WritableCall = ServerWritableStream<Uint8Array, Buffer> | ServerDuplexStream<Uint8Array, Buffer>;

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const asIs = <T>(bytes: T): T => bytes;

// An async generator, because the handler expects an AsyncIterable.
// eslint-disable-next-line @typescript-eslint/require-await
async function* only(request: Uint8Array): AsyncGenerator<Uint8Array> {
  yield request;
}

/** Answers with the one response that the handler gives. */
async function answerOnce(run: (emit: Emit) => Promise<void>, callback: sendUnaryData<Buffer>): Promise<void> {
  let answer: Buffer | undefined;
  try {
    await run((response) => {
      answer = response;
    });
  } catch (error) {
    callback(toStatusError(error));
    return;
  }
  if (answer === undefined) callback(new StatusError(statusCode.internal, "The method gave no response."));
  else callback(null, answer);
}

/** Waits until a stream takes more, or until nobody reads it any more. */
function writable(call: WritableCall): Promise<void> {
  if (call.cancelled) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      call.off("drain", done);
      call.off("cancelled", done);
      resolve();
    };
    call.on("drain", done);
    call.on("cancelled", done);
  });
}

/** Answers with all responses of the handler, no faster than the caller reads them. */
async function answerStream(run: (emit: Emit) => Promise<void>, call: WritableCall): Promise<void> {
  try {
    await run(async (response) => {
      if (!call.write(response)) await writable(call);
    });
    call.end();
  } catch (error) {
    call.emit("error", toStatusError(error));
  }
}

/** Registers a byte handler with grpc-js in the form that grpc-js has for its kind. */
export function registerMethod(server: Server, calls: CallTracker, { path, kind, handler }: RawMethod): void {
  const drive: Drive = (call, requests, emit) =>
    calls.run(
      path,
      (cancel) => call.on("cancelled", cancel),
      async (open) => {
        for await (const response of handler(requests, open)) await emit(toBuffer(response));
      },
    );
  switch (kind) {
    case "unary": {
      const handle = (call: ServerUnaryCall<Uint8Array, Buffer>, callback: sendUnaryData<Buffer>): void =>
        void answerOnce((emit) => drive(call, only(call.request), emit), callback);
      server.register(path, handle, asIs, asIs, "unary");
      return;
    }
    case "client_streaming": {
      const handle = (call: ServerReadableStream<Uint8Array, Buffer>, callback: sendUnaryData<Buffer>): void =>
        void answerOnce((emit) => drive(call, call, emit), callback);
      server.register(path, handle, asIs, asIs, "clientStream");
      return;
    }
    case "server_streaming": {
      const handle = (call: ServerWritableStream<Uint8Array, Buffer>): void =>
        void answerStream((emit) => drive(call, only(call.request), emit), call);
      server.register(path, handle, asIs, asIs, "serverStream");
      return;
    }
    case "bidi_streaming": {
      const handle = (call: ServerDuplexStream<Uint8Array, Buffer>): void =>
        void answerStream((emit) => drive(call, call, emit), call);
      server.register(path, handle, asIs, asIs, "bidi");
    }
  }
}
