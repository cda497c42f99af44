import type { ShownChange, ShownPlan } from "./cli-json.js";
import { actionsOf } from "./cli-json.js";
import type { CliResult } from "./cli-process.js";
import { prose, succeeded } from "./cli-process.js";
import type { PlanOptions, Workspace } from "./terraform-cli.js";

/** The file with the plan that was made last. */
export const SAVED_PLAN = "made.tfplan";

/** Makes a plan, saves it, and returns it decoded. @throws Error when it fails. */
export const planned = async (ws: Workspace, options: PlanOptions = {}): Promise<ShownPlan> => {
  succeeded(await ws.plan({ ...options, out: SAVED_PLAN }));
  return ws.showPlan(SAVED_PLAN);
};

/** Makes a plan and returns what it does to each address. */
export const plannedActions = async (ws: Workspace, options: PlanOptions = {}) => actionsOf(await planned(ws, options));

/** Returns what a plan does to one address. @throws Error when the plan does not know it. */
export const changeOf = ({ resource_changes: changes = [] }: ShownPlan, address: string): ShownChange => {
  const found = changes.find((change) => change.address === address);
  if (found === undefined) throw new Error(`The plan does not know ${address}.`);
  return found;
};

/** Makes a plan and returns what it says; the text says "No changes" when it is empty. */
export const planText = async (ws: Workspace, options: PlanOptions = {}): Promise<string> =>
  prose(succeeded(await ws.plan(options)));

/** Returns what a command that was meant to fail says. @throws Error when it succeeds. */
export const failureText = (result: CliResult): string => {
  if (result.exitCode === 0) throw new Error(`${result.command} was meant to fail.\n${result.stdout}`);
  return prose(result);
};
