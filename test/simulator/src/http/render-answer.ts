import type { ClusterNode } from "../cluster/cluster.js";
import type { JsonValue } from "../json.js";
import type { ApiError } from "./api-error.js";
import type { Answer } from "./call.js";

/** An answer in the words of HTTP. */
export interface RenderedAnswer {
  readonly status: number;
  readonly reason: string;
  readonly contentType: string;
  readonly body: string;
}

const JSON_TYPE = "application/json;charset=UTF-8";
const FIRST_PSEUDO_STATUS = 595;

/** Renders the answer to a call that was accepted. */
export function renderAnswer(answer: Answer): RenderedAnswer {
  const envelope: Record<string, JsonValue> = { data: answer.data };
  if (answer.total !== undefined) envelope["total"] = answer.total;
  return { status: 200, reason: "OK", contentType: JSON_TYPE, body: JSON.stringify(envelope) };
}

/** Renders a refusal the way a node of this version does. */
export function renderError(error: ApiError, node: ClusterNode): RenderedAnswer {
  return {
    status: error.status,
    reason: reasonPhrase(error.message),
    contentType: JSON_TYPE,
    body: errorBody(error, node),
  };
}

/** Gives the first line of a text as far as it may stand in a status line. */
export function reasonPhrase(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/[^\x20-\x7e]/g, "?");
}

function errorBody(error: ApiError, node: ClusterNode): string {
  if (error.status >= FIRST_PSEUDO_STATUS) return "";
  // A failed login is the one 401 with a body: clients parse it without asking.
  if (error.status === 401) return error.message === "authentication failure" ? JSON.stringify({ data: null }) : "";
  const message = sendsMessage(node) ? { message: `${error.message}\n` } : {};
  return JSON.stringify({ data: null, ...message, ...(error.errors === undefined ? {} : { errors: error.errors }) });
}

// Only the HTTP server of late 8.3 and newer repeats the text in the body.
function sendsMessage(node: ClusterNode): boolean {
  const [major = 0, minor = 0] = node.version.split(".").map(Number);
  return major > 8 || (major === 8 && minor >= 4);
}
