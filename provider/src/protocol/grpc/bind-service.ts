import type {
  DescMessage,
  GenService,
  GenServiceMethods,
  Message,
  MessageInitShape,
  MethodTable,
  ServiceTable,
} from "./descriptors.js";
import type { CallContext, OpenCall } from "./call-tracker.js";
import type { Implementation, OnUncaught } from "./implementation.js";
import { decodeMessage, encodeMessage } from "./message-codec.js";
import { StatusError } from "./status-error.js";

/** Answers a call of any kind in bytes: a stream of one element stands for a single message. */
export type RawHandler = (requests: AsyncIterable<Uint8Array>, call: OpenCall) => AsyncIterable<Uint8Array>;

/** Is a service whose handlers take and give bytes, by method name as on the wire. */
export interface BoundService {
  readonly typeName: string;
  readonly handlers: ReadonlyMap<string, RawHandler>;
}

type Init = MessageInitShape<DescMessage>;
type Requests = Message & AsyncIterable<Message>;
type Responses = Promise<Init> & AsyncIterable<Init>;
/** Is any handler with its kind forgotten; the kind of the method says which half of each intersection holds. */
type AnyHandler = (requests: Requests, context: CallContext) => Responses;

/** Waits for a handler's result, or for the call to be given up as crashed, whichever comes first. */
function orCrash<T>(result: T | Promise<T>, call: OpenCall): Promise<T> {
  return Promise.race([result, call.crashed]);
}

async function* decodeAll(schema: DescMessage, requests: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  for await (const bytes of requests) yield decodeMessage(schema, bytes);
}

async function first(messages: AsyncIterable<Message>): Promise<Message> {
  for await (const message of messages) return message;
  throw new Error("The call ended before its request arrived.");
}

/** Passes a stream on, ending it with an error as soon as the call is given up as crashed. */
async function* untilCrash(responses: AsyncIterable<Init>, call: OpenCall): AsyncGenerator<Init> {
  const iterator = responses[Symbol.asyncIterator]();
  for (;;) {
    const next = await orCrash(iterator.next(), call);
    if (next.done === true) return;
    yield next.value;
  }
}

async function* callHandler(
  method: MethodTable,
  handler: AnyHandler,
  input: Message | AsyncIterable<Message>,
  call: OpenCall,
) {
  const result = handler(input as Requests, call);
  const streams = method.methodKind === "server_streaming" || method.methodKind === "bidi_streaming";
  if (streams) yield* untilCrash(result, call);
  else yield await orCrash(result, call);
}

function bindMethod(method: MethodTable, handler: AnyHandler, onUncaught: OnUncaught | undefined): RawHandler {
  const single = method.methodKind === "unary" || method.methodKind === "server_streaming";
  return async function* answer(requests, call) {
    const decoded = decodeAll(method.input, requests);
    const request = single ? await first(decoded) : undefined;
    try {
      for await (const response of callHandler(method, handler, request ?? decoded, call)) {
        yield encodeMessage(method.output, response);
      }
    } catch (error) {
      if (error instanceof StatusError) throw error;
      const instead = onUncaught?.({ error, method, request });
      if (instead === undefined) throw error;
      yield encodeMessage(method.output, instead);
    }
  };
}

/**
 * Joins typed handlers with a service's message tables. Errors that a handler throws go to `onUncaught`, except a
 * StatusError, which is the handler's own answer.
 */
export function bindService<Methods extends GenServiceMethods>(
  service: GenService<Methods>,
  implementation: Implementation<Methods>,
  onUncaught?: OnUncaught,
): BoundService {
  const { typeName, methods }: ServiceTable = service;
  // The mapped type above has checked every handler against its method; below only the table knows the kinds.
  const byName = implementation as Readonly<Record<string, AnyHandler | undefined>>;
  const handlers = new Map<string, RawHandler>();
  for (const method of methods) {
    const handler = byName[method.localName];
    if (handler !== undefined) handlers.set(method.name, bindMethod(method, handler, onUncaught));
  }
  return { typeName, handlers };
}
