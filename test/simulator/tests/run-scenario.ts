import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { ClusterState } from "../src/cluster/cluster-state.js";
import type { Simulator } from "../src/start-simulator.js";
import { send } from "./client.js";
import type { TestAnswer, TestRequest } from "./client.js";
import type { ScenarioStep } from "./scenario-steps.js";

type RequestStep = Extract<ScenarioStep, { readonly request: string }>;

interface Run {
  readonly simulator: Simulator;
  readonly startMs: number;
  readonly lines: string[];
  readonly tickets: Map<string, Readonly<Record<string, string>>>;
  readonly faults: Map<string, () => void>;
}

const ticketAnswer = z.object({ ticket: z.string(), CSRFPreventionToken: z.string() });

/** Plays the steps of a scenario and gives what was seen, a line each. Throws at the first step that is not as it must be. */
export async function runScenario(simulator: Simulator, steps: readonly ScenarioStep[]): Promise<string> {
  const startMs = simulator.state().nowMs;
  const run: Run = { simulator, startMs, lines: [], tickets: new Map(), faults: new Map() };
  for (const step of steps) await play(run, step);
  return `${run.lines.join("\n")}\n`;
}

async function play(run: Run, step: ScenarioStep): Promise<void> {
  const { simulator } = run;
  if ("say" in step) run.lines.push("", `# ${step.say}`);
  else if ("advance" in step) simulator.advance(step.advance);
  else if ("request" in step) await request(run, step);
  else if ("login" in step) await login(run, step);
  else if ("fault" in step) addFault(run, step);
  else if ("end" in step) endFault(run, step.end);
  else if ("log" in step) showLog(run, step.log);
  else if ("show" in step) show(run, step.show);
  else assertGuest(run, step.assert);
}

async function request(run: Run, step: RequestStep): Promise<void> {
  const [method = "GET", path = ""] = step.request.split(" ");
  const parameters = Object.fromEntries(Object.entries(step.with).map(([key, value]) => [key, String(value)]));
  const answer = await send(run.simulator, path, { method, ...credentials(run, step.as), ...body(method, parameters) });
  const sent = Object.entries(parameters).map(([key, value]) => ` ${key}=${value}`);
  note(run, `${step.as === undefined ? "" : `${step.as}: `}${step.request}${sent.join("")}`);
  note(run, `  ${answer.status} ${answer.reason}`);
  for (const line of shown(answer, step)) note(run, `  ${line}`);
  if (answer.status !== step.status)
    throw new Error(`${step.request}: ${answer.status} ${answer.reason} ${answer.body}`);
}

function body(method: string, parameters: Readonly<Record<string, string>>): TestRequest {
  return method === "POST" || method === "PUT" ? { body: parameters } : {};
}

function credentials(run: Run, name: string | undefined): TestRequest {
  if (name === undefined) return {};
  const headers = run.tickets.get(name);
  if (headers === undefined) throw new Error(`Nobody logged in as "${name}".`);
  return { token: false, headers };
}

function shown(answer: TestAnswer, { where, show: fields }: RequestStep): readonly string[] {
  if (answer.status !== 200 || answer.data === null) return [];
  if (!Array.isArray(answer.data)) return [describe(answer.data, fields)];
  const wanted = Object.entries(where);
  const rows = answer.rows.filter((row) => wanted.every(([key, value]) => isDeepStrictEqual(row[key], value)));
  return rows.map((row) => describe(row, fields));
}

function describe(value: unknown, fields: readonly string[] | undefined): string {
  if (typeof value !== "object" || value === null) return String(value);
  const entries = new Map<string, unknown>(Object.entries(value));
  const names = fields ?? [...entries.keys()].sort();
  return names
    .filter((name) => entries.has(name))
    .map((name) => `${name}=${textOf(entries.get(name))}`)
    .join(" ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

async function login(
  run: Run,
  { login: name, username, password }: Extract<ScenarioStep, { readonly login: string }>,
): Promise<void> {
  const options = { method: "POST", token: false, body: { username, password } } as const;
  const answer = await send(run.simulator, "/access/ticket", options);
  note(run, `${name}: login of ${username}: ${answer.status} ${answer.reason}`);
  const { ticket, CSRFPreventionToken: csrf } = ticketAnswer.parse(answer.data);
  run.tickets.set(name, { Cookie: `PVEAuthCookie=${ticket}`, CSRFPreventionToken: csrf });
}

function addFault(run: Run, { fault, id }: Extract<ScenarioStep, { readonly fault: unknown }>): void {
  const handle = run.simulator.addFault(fault);
  run.faults.set(id ?? fault.kind, handle.remove);
  note(run, `fault: ${describe(fault, undefined)}`);
}

function endFault(run: Run, id: string): void {
  const remove = run.faults.get(id);
  if (remove === undefined) throw new Error(`There is no fault "${id}" to end.`);
  remove();
  note(run, `end of fault ${id}`);
}

function showLog(run: Run, vmid: number): void {
  const task = run.simulator.state().tasks.findLast((each) => each.id === String(vmid));
  if (task === undefined) throw new Error(`Guest ${vmid} never had a task.`);
  note(run, `log of ${task.type} ${task.id} on ${task.node} by ${task.user}`);
  run.lines.push(...task.log.map((line) => `    ${line}`.trimEnd()));
}

function show(run: Run, what: "guests" | "nodes" | "tasks"): void {
  const state = run.simulator.state();
  note(run, what);
  const rows: ClusterState["guests" | "nodes" | "tasks"] = state[what];
  const fields = {
    guests: ["vmid", "name", "node", "status", "lock"],
    nodes: ["name", "online", "maintenance"],
    tasks: ["type", "id", "node", "user", "exitStatus"],
  } as const;
  for (const row of rows) note(run, `  ${describe(withoutUndefined(row), fields[what])}`);
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

function assertGuest(run: Run, wanted: Readonly<Record<string, unknown>>): void {
  const guest = run.simulator.state().guests.find((each) => each.vmid === wanted["guest"]);
  const actual = new Map<string, unknown>(Object.entries(guest ?? {}));
  for (const [key, value] of Object.entries(wanted)) {
    if (key === "guest" || isDeepStrictEqual(actual.get(key) ?? null, value)) continue;
    const found = JSON.stringify(actual.get(key) ?? null);
    throw new Error(`Guest ${String(wanted["guest"])} has ${key} ${found} and not ${JSON.stringify(value)}.`);
  }
}

function note(run: Run, text: string): void {
  const seconds = (run.simulator.state().nowMs - run.startMs) / 1000;
  run.lines.push(`${`${seconds.toFixed(1)}s`.padStart(9)}  ${text}`);
}
