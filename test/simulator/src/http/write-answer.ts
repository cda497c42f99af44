import type { ServerResponse } from "node:http";
import type { SpoiledAnswer } from "../faults/fault.js";
import type { RenderedAnswer } from "./render-answer.js";
import { reasonPhrase } from "./render-answer.js";

const HTML_PAGE = "<html><head><title>Welcome</title></head><body><h1>It works</h1></body></html>\n";

/** Writes an answer with the headers of the real server; an HTTP date comes from the runtime. */
export function writeAnswer(response: ServerResponse, answer: RenderedAnswer, nowMs: number): void {
  const body = Buffer.from(answer.body, "utf8");
  response.writeHead(answer.status, answer.reason, headers(answer, body, nowMs));
  response.end(body);
}

/** Writes only the first half of an answer and breaks the connection. */
export function writeTruncated(response: ServerResponse, answer: RenderedAnswer, nowMs: number): void {
  const body = Buffer.from(answer.body, "utf8");
  response.writeHead(answer.status, answer.reason, headers(answer, body, nowMs));
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    response.socket?.destroy();
  });
}

/** Replaces an answer by what a fault wants instead. */
export function spoil(answer: RenderedAnswer, fault: SpoiledAnswer): RenderedAnswer {
  switch (fault.kind) {
    case "status":
      return {
        ...answer,
        status: fault.status,
        reason: reasonPhrase(fault.text),
        body: fault.body ?? defaultBody(fault),
      };
    case "not-json":
      return { ...answer, body: "this is not JSON" };
    case "html":
      return { status: fault.status, reason: reasonPhrase(fault.text), contentType: "text/html", body: HTML_PAGE };
    case "truncated":
    case "reset":
    case "hang":
    case "delay":
      return answer;
  }
}

function defaultBody(fault: { readonly status: number; readonly text: string }): string {
  if (fault.status < 400) return JSON.stringify({ data: null });
  return fault.status === 401 || fault.status >= 595 ? "" : JSON.stringify({ data: null, message: `${fault.text}\n` });
}

function headers(answer: RenderedAnswer, body: Buffer, nowMs: number): Record<string, string | number> {
  const date = new Date(nowMs).toUTCString();
  return {
    "Cache-Control": "max-age=0",
    Connection: "Keep-Alive",
    Date: date,
    Pragma: "no-cache",
    Server: "pve-api-daemon/3.0",
    "Content-Length": body.length,
    "Content-Type": answer.contentType,
    Expires: date,
  };
}
