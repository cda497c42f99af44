import { setTimeout as delay } from "node:timers/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Cluster, ClusterNode } from "../cluster/cluster.js";
import type { SpoiledAnswer } from "../faults/fault.js";
import { answerCall } from "./answer-call.js";
import { ApiError } from "./api-error.js";
import { claimedUser } from "./authenticate.js";
import { answerControl, isControlPath } from "./control.js";
import type { ControlTarget } from "./control.js";
import type { ParsedRequest } from "./read-request.js";
import { parseRequest, readBody } from "./read-request.js";
import { renderAnswer, renderError } from "./render-answer.js";
import type { RenderedAnswer } from "./render-answer.js";
import { withoutSecrets } from "./request-log.js";
import type { RecordedRequest, RequestLog } from "./request-log.js";
import { shuffleKeys } from "./shuffle-keys.js";
import { spoil, writeAnswer, writeTruncated } from "./write-answer.js";

/** What the port of a node needs in order to answer. */
export interface HandlerContext {
  readonly cluster: Cluster;
  readonly entry: ClusterNode;
  readonly log: RequestLog;
  readonly control: ControlTarget;
  readonly unauthorizedDelayMs: number;
  readonly stopping: AbortSignal;
  readonly inProgress: { count: number };
}

/** Answers one HTTP request that came in through the port of a node. */
export async function handleRequest(
  context: HandlerContext,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(message);
  context.cluster.clock.catchUp();
  if (isControlPath(message.url ?? "")) {
    writeAnswer(response, answerControl(context.control, message, body), context.cluster.clock.nowMs);
    return;
  }
  context.inProgress.count += 1;
  try {
    await answerRecorded(context, message, { body, response });
  } finally {
    context.inProgress.count -= 1;
  }
}

async function answerRecorded(
  context: HandlerContext,
  message: IncomingMessage,
  { body, response }: { readonly body: Buffer; readonly response: ServerResponse },
): Promise<void> {
  const { cluster, entry } = context;
  const parsed = attempt(() => parseRequest(message, body));
  const record = recordRequest(context, message, parsed instanceof ApiError ? undefined : parsed);
  const { method, path, user, number, parallel } = record;
  const facts = { method, path, user, number, parallel, entryNode: entry.name };
  cluster.faults.beforeRequest(facts);
  const faults = cluster.faults.takeSpoiledAnswers(facts);
  for (const fault of faults) if (fault.kind === "delay") await pause(fault.delayMs, context.stopping);
  cluster.clock.catchUp();
  const answer = faults.some(replacesAnswer) ? EMPTY : computeAnswer(context, { message, parsed, number });
  if (answer.status === 401) await pause(context.unauthorizedDelayMs, context.stopping);
  send(context, { answer, faults, record, response });
}

// A signal of its own: Node warns of a leak when many pauses at once listen to the same one.
function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return delay(ms, undefined, { signal: AbortSignal.any([stopping]) });
}

const EMPTY: RenderedAnswer = {
  status: 200,
  reason: "OK",
  contentType: "application/json;charset=UTF-8",
  body: '{"data":null}',
};

function replacesAnswer(fault: SpoiledAnswer): boolean {
  return fault.kind === "status" || fault.kind === "html" || fault.kind === "reset" || fault.kind === "hang";
}

interface Outgoing {
  readonly answer: RenderedAnswer;
  readonly faults: readonly SpoiledAnswer[];
  readonly record: RecordedRequest;
  readonly response: ServerResponse;
}

function send(context: HandlerContext, { answer, faults, record, response }: Outgoing): void {
  const kinds = new Set(faults.map((fault) => fault.kind));
  if (kinds.has("hang")) return;
  if (kinds.has("reset")) {
    response.socket?.destroy();
    return;
  }
  const spoiled = faults.reduce(spoil, answer);
  record.status = spoiled.status;
  const nowMs = context.cluster.clock.nowMs + context.entry.clockSkewMs;
  if (kinds.has("truncated")) writeTruncated(response, spoiled, nowMs);
  else writeAnswer(response, spoiled, nowMs);
}

interface Received {
  readonly message: IncomingMessage;
  readonly parsed: ParsedRequest | ApiError;
  readonly number: number;
}

function computeAnswer(context: HandlerContext, { message, parsed, number }: Received): RenderedAnswer {
  const { cluster, entry } = context;
  const answer = attempt(() => {
    if (parsed instanceof ApiError) throw parsed;
    if (parsed.segments === undefined) throw new ApiError(404, `no such file '${parsed.path}'`);
    return answerCall(cluster, { request: parsed, segments: parsed.segments, headers: message.headers, entry });
  });
  if (answer instanceof ApiError) return renderError(answer, entry);
  return renderAnswer(
    cluster.shufflesKeys ? { ...answer, data: shuffleKeys(answer.data, [cluster.seed, number]) } : answer,
  );
}

function recordRequest(
  context: HandlerContext,
  message: IncomingMessage,
  parsed: ParsedRequest | undefined,
): RecordedRequest {
  const { cluster, entry, log, inProgress } = context;
  return log.add({
    atMs: cluster.clock.nowMs,
    method: message.method ?? "GET",
    path: parsed?.segments === undefined ? (parsed?.path ?? "/") : `/${parsed.segments.join("/")}`,
    parameters: withoutSecrets(parsed?.parameters ?? {}),
    user: claimedUser(cluster, entry, message.headers),
    entryNode: entry.name,
    parallel: inProgress.count,
  });
}

function attempt<T>(step: () => T): T | ApiError {
  try {
    return step();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}
