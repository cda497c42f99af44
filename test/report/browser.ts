import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/** A page in a browser without a window. */
export interface Page {
  /** Sends a command of the DevTools protocol and returns its result. */
  readonly send: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Evaluates an expression in the page and returns its value. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Names of the events since the start, with the parameters of each. */
  readonly events: readonly { readonly method: string; readonly params: unknown }[];
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run"];

/** Reads the messages of a pipe, each ended by a zero byte. */
const listen = (pipe: Readable, take: (message: Message) => void): void => {
  let rest = "";
  pipe.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) take(JSON.parse(part) as Message);
  });
};

const connect = (child: ChildProcess) => {
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const events: { method: string; params: unknown }[] = [];
  listen(output, (message) => {
    if (message.method !== undefined) events.push({ method: message.method, params: message.params });
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  const send = (method: string, params: unknown, sessionId?: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { send, events };
};

/** Opens a file in a browser, hands the page to `body`, and ends the browser. */
export const withPage = async (
  { executable, profile, url }: { readonly executable: string; readonly profile: string; readonly url: string },
  body: (page: Page) => Promise<void>,
): Promise<void> => {
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve();
    }),
  );
  const { send: sendTo, events } = connect(child);
  try {
    const { targetId } = (await sendTo("Target.createTarget", { url: "about:blank" })) as { targetId: string };
    const attached = await sendTo("Target.attachToTarget", { targetId, flatten: true });
    const { sessionId } = attached as { sessionId: string };
    const send: Page["send"] = (method, params = {}) => sendTo(method, params, sessionId);
    for (const domain of ["Page", "Network", "Log", "Runtime"]) await send(`${domain}.enable`);
    await send("Page.navigate", { url });
    const evaluate = async (expression: string): Promise<unknown> => {
      const answer = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
      return (answer as { result: { value?: unknown } }).result.value;
    };
    await evaluate(
      'new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))',
    );
    await body({ send, evaluate, events });
  } finally {
    // Asked to close, it takes its helpers along; killed, it would leave them to write into its profile.
    void sendTo("Browser.close", {});
    await ended;
  }
};
