import { expect } from "vitest";
import type { ShownChange } from "./cli-json.js";
import { existsSync } from "node:fs";
import { expectSuccess } from "./acceptance-checks.js";
import { prose } from "./cli-process.js";
import type { Workspace } from "./terraform-cli.js";

/** The reviewed form: the data source plans, the resource executes what it showed. */
export const REVIEWED = `
data "proxlb_migration_plan" "this" {}
resource "proxlb_balance" "this" {
  migrations = data.proxlb_migration_plan.this.migrations
  policy     = data.proxlb_migration_plan.this.effective_policy
}
`;

/** The bare form: the refresh finds what is pending. */
export const BARE = 'resource "proxlb_balance" "this" {}\n';

/** A balance with a list that is written down. */
export const literal = (migrations: string, more = ""): string =>
  `resource "proxlb_balance" "this" {\n  migrations = ${migrations}\n  ${more}\n}\n`;

/** One migration as plans and states show it. */
export interface ShownMigration {
  readonly step: number | null;
  readonly vm_id: number;
  readonly name: string | null;
  readonly from_node: string | null;
  readonly to_node: string;
  readonly reason: string | null;
}

/** What happened to one migration. */
export interface ShownOutcome {
  readonly vm_id: number;
  readonly name: string | null;
  readonly from_node: string | null;
  readonly to_node: string;
  readonly result: string;
  readonly error: string | null;
  readonly duration_seconds: number;
  readonly transferred_mib: number | null;
  readonly percent: number | null;
}

/** The state of `proxlb_balance`. */
export interface ShownBalance {
  readonly id: string;
  readonly migrations: readonly ShownMigration[];
  readonly pending_migrations: readonly ShownMigration[];
  readonly executed: readonly ShownOutcome[];
  readonly balanced: boolean;
  readonly applied: boolean;
  readonly imbalance: Readonly<Record<string, number>>;
  readonly last_run: string | null;
}

/** What a plan does with the balance. */
export interface BalancePlan {
  /** Such as `create`, `update`, `no-op` or `delete/create`. */
  readonly action: string;
  readonly migrations: readonly ShownMigration[];
  /** True when apply is going to move guests. */
  readonly runs: boolean;
  readonly change: ShownChange;
}

const ADDRESS = "proxlb_balance.this";

/** Saves a plan and returns what it does with `proxlb_balance.this`. */
export const saveBalancePlan = async (
  ws: Workspace,
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<BalancePlan> => {
  expectSuccess(await ws.plan({ out: file, args, env }));
  const { resource_changes: changes = [] } = await ws.showPlan(file);
  const found = changes.find(({ address }) => address === ADDRESS);
  if (found === undefined) throw new Error("The plan does not mention the balance.");
  const { actions, after, after_unknown: unknown } = found.change;
  return {
    action: actions.join("/"),
    migrations: (after?.["migrations"] ?? []) as readonly ShownMigration[],
    runs: typeof unknown === "object" && unknown !== null && "executed" in unknown && unknown.executed === true,
    change: found,
  };
};

interface StateFile {
  readonly resources: readonly {
    readonly type: string;
    readonly instances: readonly { readonly attributes: ShownBalance; readonly status?: "tainted" }[];
  }[];
}

// The file itself rather than `show -json`, which would start the provider for its schema.
const instanceOf = (ws: Workspace): StateFile["resources"][number]["instances"][number] | undefined => {
  if (!existsSync(ws.path("terraform.tfstate"))) return undefined;
  const { resources } = JSON.parse(ws.read("terraform.tfstate")) as StateFile;
  return resources.find(({ type }) => type === "proxlb_balance")?.instances[0];
};

/** Says whether the state has a balance. */
export const hasBalance = (ws: Workspace): boolean => instanceOf(ws) !== undefined;

/** Returns the balance in the state. Throws when there is none. */
export const balanceInState = (ws: Workspace): ShownBalance => {
  const instance = instanceOf(ws);
  if (instance === undefined) throw new Error("The state has no balance.");
  return instance.attributes;
};

/** Says whether the balance in the state is tainted, which makes the next plan replace it. */
export const isTainted = (ws: Workspace): boolean => instanceOf(ws)?.status === "tainted";

/** Words migrations as `101: pve1 -> pve2`. */
export const routes = (
  list: readonly { readonly vm_id: number; readonly from_node: string | null; readonly to_node: string }[],
) => list.map(({ vm_id, from_node, to_node }) => `${vm_id}: ${from_node ?? "?"} -> ${to_node}`);

/**
 * Expects that a refresh alone finds nothing worth telling. The text tells, not the exit code: OpenTofu always ends with 0
 * here, and Terraform since 1.10 with 2 as soon as a resource has a number (hashicorp/terraform#36403).
 */
export const expectQuietRefresh = async (ws: Workspace): Promise<void> => {
  const plan = await ws.plan({ args: ["-refresh-only"] });
  expect(prose(plan)).toContain("No changes. Your infrastructure still matches the configuration.");
};
