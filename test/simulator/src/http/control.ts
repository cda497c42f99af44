import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { fault } from "../faults/fault.js";
import type { Fault } from "../faults/fault.js";
import type { FaultHandle } from "../faults/fault-table.js";
import type { RenderedAnswer } from "./render-answer.js";

/** What can be asked of a running simulator outside the imitated interface. */
export interface ControlTarget {
  readonly state: () => unknown;
  readonly requests: () => unknown;
  readonly clearRequests: () => void;
  readonly addFault: (fault: Fault) => FaultHandle;
  readonly removeFault: (id: number) => void;
  readonly advance: (ms: number) => void;
}

const PREFIX = "/_sim/";
const advanceBody = z.strictObject({ ms: z.number().min(0) });

/** Says whether a request is for the simulator itself. */
export function isControlPath(url: string): boolean {
  return url.startsWith(PREFIX);
}

/** Answers a request for the simulator itself; what is wrong with it is said in the body. */
export function answerControl(target: ControlTarget, message: IncomingMessage, body: Buffer): RenderedAnswer {
  const name = `${message.method ?? "GET"} ${(message.url ?? "").slice(PREFIX.length).split("?")[0] ?? ""}`;
  const command = commands(target)[name.replace(/\/\d+$/, "/:id")];
  if (command === undefined) return json(404, "Not Found", { error: `The simulator has no control "${name}".` });
  try {
    return json(
      200,
      "OK",
      command(body.length === 0 ? undefined : JSON.parse(body.toString("utf8")), Number(/\d+$/.exec(name)?.[0])),
    );
  } catch (error) {
    return json(400, "Bad Request", { error: error instanceof Error ? error.message : String(error) });
  }
}

type Command = (body: unknown, id: number) => unknown;

function commands(target: ControlTarget): Readonly<Record<string, Command>> {
  return {
    "GET state": () => target.state(),
    "GET requests": () => target.requests(),
    "DELETE requests": () => {
      target.clearRequests();
      return {};
    },
    "POST fault": (body) => ({ id: target.addFault(fault.parse(body)).id }),
    "DELETE fault/:id": (_, id) => {
      target.removeFault(id);
      return {};
    },
    "POST advance": (body) => {
      target.advance(advanceBody.parse(body).ms);
      return {};
    },
  };
}

function json(status: number, reason: string, content: unknown): RenderedAnswer {
  return { status, reason, contentType: "application/json;charset=UTF-8", body: JSON.stringify(content) };
}
