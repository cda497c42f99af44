import type {
  DescMessage,
  GenServiceMethods,
  Message,
  MessageInitShape,
  MessageShape,
  MethodTable,
} from "./descriptors.js";
import type { CallContext } from "./call-tracker.js";

type Unary<I extends DescMessage, O extends DescMessage> = (
  request: MessageShape<I>,
  context: CallContext,
) => MessageInitShape<O> | Promise<MessageInitShape<O>>;

type ServerStreaming<I extends DescMessage, O extends DescMessage> = (
  request: MessageShape<I>,
  context: CallContext,
) => AsyncIterable<MessageInitShape<O>>;

type ClientStreaming<I extends DescMessage, O extends DescMessage> = (
  requests: AsyncIterable<MessageShape<I>>,
  context: CallContext,
) => MessageInitShape<O> | Promise<MessageInitShape<O>>;

type BidiStreaming<I extends DescMessage, O extends DescMessage> = (
  requests: AsyncIterable<MessageShape<I>>,
  context: CallContext,
) => AsyncIterable<MessageInitShape<O>>;

/** Is the handler type that fits one method: requests and responses are single messages or async iterables of them. */
export type HandlerFor<Method extends GenServiceMethods[string]> = Method["methodKind"] extends "unary"
  ? Unary<Method["input"], Method["output"]>
  : Method["methodKind"] extends "server_streaming"
    ? ServerStreaming<Method["input"], Method["output"]>
    : Method["methodKind"] extends "client_streaming"
      ? ClientStreaming<Method["input"], Method["output"]>
      : BidiStreaming<Method["input"], Method["output"]>;

/** Holds the handlers of a service by method name in lower camel case; a method left out answers UNIMPLEMENTED. */
export type Implementation<Methods extends GenServiceMethods> = {
  readonly [Name in keyof Methods]?: HandlerFor<Methods[Name]>;
};

/** Describes an error that a handler did not turn into an answer itself. */
export interface UncaughtFailure {
  readonly error: unknown;
  readonly method: MethodTable;
  /** The request of a unary or server-streaming method; absent when requests are a stream. */
  readonly request?: Message | undefined;
}

/**
 * Answers a call in place of a handler that failed unexpectedly. The result is sent as the response, for a stream as
 * its last message; undefined ends the call with status INTERNAL.
 */
export type OnUncaught = (failure: UncaughtFailure) => MessageInitShape<DescMessage> | undefined;
