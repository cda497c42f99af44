import type * as z from "zod";
import type { Simulator } from "../src/start-simulator.js";
import { send } from "./client.js";
import type { TestAnswer } from "./client.js";
import { STRICT } from "./strict-types.js";

const MAX_TASK_SECONDS = 600;

/** Sends requests as bpg's Terraform provider does: forms, trailing slashes, tasks polled once per (virtual) second. */
export class BpgClient {
  readonly #simulator: Simulator;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  /** Sends a request that must be accepted, and decodes the answer with the strict types. */
  async ask<T>(request: string, answer: z.ZodType<T>, body?: Readonly<Record<string, string>>): Promise<T> {
    const reply = await this.#send(request, body);
    if (reply.status !== 200) throw new Error(`${request}: ${reply.status} ${reply.reason} ${reply.body}`);
    return answer.parse(reply.data);
  }

  /** Sends a request that must be refused, and gives status and reason. */
  async refused(
    request: string,
    body?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly reason: string; readonly errors: unknown }> {
    const reply = await this.#send(request, body);
    if (reply.status < 400) throw new Error(`${request} was accepted: ${reply.body}`);
    const errors =
      typeof reply.json === "object" && reply.json !== null && "errors" in reply.json ? reply.json.errors : undefined;
    return { status: reply.status, reason: reply.reason, errors };
  }

  /** Sends a request that starts a task and waits for its end; gives the exit status. */
  async run(request: string, body?: Readonly<Record<string, string>>): Promise<string> {
    const upid = await this.ask(request, STRICT.upid, body);
    const path = `nodes/${upid.split(":")[1] ?? ""}/tasks/${encodeURIComponent(upid)}`;
    for (let second = 0; second < MAX_TASK_SECONDS; second += 1) {
      const { status, exitstatus } = await this.ask(`GET ${path}/status`, STRICT.taskStatus);
      if (status === "stopped") return exitstatus ?? "";
      this.#simulator.advance(1000);
    }
    throw new Error(`The task ${upid} did not end.`);
  }

  /** Polls a status until it says what is awaited. */
  async until(request: string, wanted: (data: Readonly<Record<string, unknown>>) => boolean): Promise<void> {
    for (let second = 0; second < MAX_TASK_SECONDS; second += 1) {
      const { data } = await this.#send(request);
      if (typeof data === "object" && data !== null && wanted(Object.fromEntries(Object.entries(data)))) return;
      this.#simulator.advance(1000);
    }
    throw new Error(`${request} never said what was awaited.`);
  }

  async #send(request: string, body?: Readonly<Record<string, string>>): Promise<TestAnswer> {
    const [method = "GET", path = ""] = request.split(" ");
    return send(this.#simulator, `/${path}`, { method, ...(body === undefined ? {} : { body }) });
  }
}
