import { conditional, Fn, Op, Token } from "cdktf";
import type { IResolvable, ITerraformDependable, NumberMap, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { Balance, DataProxlbMigrationPlan } from "../generated/l1.js";
import type { ICluster } from "./cluster.js";
import { latePolicy } from "./cluster.js";
import { subexpression } from "./expression.js";
import { failAt } from "./fail-at.js";
import type { GuestGroup } from "./guest-group.js";
import type { MaintenanceWindow } from "./maintenance-window.js";
import type { Policy } from "./policy.js";
import { extendedPolicy } from "./policy.js";

/** The properties of a `BalancedCluster`. */
export interface BalancedClusterProps {
  /**
   * How the cluster is to be kept.
   *
   * @default the policy of the provider, then the provider's defaults: memory is balanced to within 10 percent points
   */
  readonly policy?: Policy;
  /**
   * Groups whose rules are kept.
   *
   * @default none
   */
  readonly groups?: readonly GuestGroup[];
  /**
   * When guests may be moved. Needs Terraform 1.5 or OpenTofu 1.6.
   *
   * @default always
   */
  readonly window?: MaintenanceWindow;
  /**
   * Whether planned migrations are executed by apply; `false` is a dry run, which only plans.
   *
   * @default true
   */
  readonly execute?: boolean;
  /**
   * How long an apply may take, such as `90m`.
   *
   * @default "6h"
   */
  readonly applyTimeout?: string;
  /**
   * What is to exist before guests are moved, such as guests of the same stack. The plan does not wait for it.
   *
   * @default none
   */
  readonly dependsOn?: readonly ITerraformDependable[];
  /**
   * The provider of the cluster.
   *
   * @default the default provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * A cluster that is kept within its policy: a migration plan, and a balance that executes exactly the migrations that the
 * plan has shown.
 *
 * @example
 * const cluster = new BalancedCluster(this, "lab", { policy: { balanciness: 10 } });
 * new TerraformOutput(this, "plan", { value: cluster.markdown });
 */
export class BalancedCluster extends Construct implements ICluster {
  /** The migration plan, a data source. */
  public readonly plan: DataProxlbMigrationPlan;
  /** The resource that executes the plan; undefined for a dry run. */
  public readonly balance: Balance | undefined;
  /** The provider of the cluster; undefined for the default provider of the stack. */
  public readonly provider: TerraformProvider | undefined;
  readonly #policy: Policy;
  readonly #groups = new Set<GuestGroup>();
  readonly #maintenanceNodes = new Set<string>();

  /**
   * Declares the cluster.
   *
   * @throws Error with the path of the construct when properties contradict each other
   */
  public constructor(scope: Construct, id: string, props: BalancedClusterProps = {}) {
    super(scope, id);
    const { policy = {}, groups = [], execute = true } = props;
    this.#policy = policy;
    this.provider = props.provider;
    this.plan = new DataProxlbMigrationPlan(this, "Plan", { provider: props.provider });
    if (props.policy !== undefined) this.#takePolicy();
    for (const group of groups) this.addGroup(group);
    if (!execute) this.#refuseWithoutExecution(props);
    this.balance = execute ? this.#createBalance(props) : undefined;
  }

  /** The policy as it is at this moment, with the rules of all groups and the nodes in maintenance. */
  public get policy(): Policy {
    const rules = [...this.#groups].flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
    return extendedPolicy(this.#policy, { rules, maintenanceNodes: [...this.#maintenanceNodes] }, failAt(this));
  }

  /** The planned migrations: objects with `vm_id`, `name`, `from_node`, `to_node`, `reason` and more. */
  public get migrations(): IResolvable {
    return Token.asAny(this.plan.migrations);
  }

  /** Whether the cluster is within the policy now, so that nothing has to move. */
  public get balanced(): IResolvable {
    return this.plan.balanced;
  }

  /** Difference between the most and the least loaded node now, in percent points, per balanced method. */
  public get imbalanceBefore(): NumberMap {
    return this.plan.imbalanceBefore;
  }

  /** The same difference once all migrations are done. */
  public get imbalanceAfter(): NumberMap {
    return this.plan.imbalanceAfter;
  }

  /** The plan as a Markdown table, for a comment on a pull request. */
  public get markdown(): string {
    return this.plan.markdown;
  }

  /** Adds a group whose rule is kept, until synthesis. */
  public addGroup(group: GuestGroup): this {
    this.#groups.add(group);
    this.#takePolicy();
    return this;
  }

  /** Adds nodes that guests leave and do not enter, until synthesis. */
  public evacuate(...nodeNames: readonly string[]): this {
    for (const name of nodeNames) this.#maintenanceNodes.add(name);
    this.#takePolicy();
    return this;
  }

  #createBalance({ window, applyTimeout, dependsOn, provider }: BalancedClusterProps): Balance {
    const balance = new Balance(this, "Balance", {
      provider,
      dependsOn: dependsOn === undefined ? undefined : [...dependsOn],
      timeouts: applyTimeout === undefined ? undefined : { create: applyTimeout, update: applyTimeout },
    });
    balance.policy.internalValue = Token.asAny(this.plan.effectivePolicy);
    balance.putMigrations(this.#migrationsWithin(window));
    if (window !== undefined) this.#guard(balance, window);
    return balance;
  }

  #migrationsWithin(window: MaintenanceWindow | undefined): IResolvable {
    const migrations = Token.asAny(this.plan.migrations);
    if (window === undefined) return migrations;
    // The time of the plan, unlike that of the apply, is known during the plan, so that the list can be reviewed.
    return conditional(subexpression(window.isOpenAt("plantimestamp()")), migrations, []);
  }

  /** A plan that was made inside the window may be applied after it has closed. */
  #guard(balance: Balance, window: MaintenanceWindow): void {
    // Not "== 0": one of the cores writes a zero as "undefined".
    const idle = Op.lt(Fn.lengthOf(this.plan.migrations), 1);
    const plannedOutside = subexpression(`!${window.isOpenAt("plantimestamp()")}`);
    const open = subexpression(window.isOpenAt("timestamp()"));
    balance.lifecycle = {
      precondition: [
        {
          condition: Op.or(Op.or(idle, plannedOutside), open),
          errorMessage: `The maintenance window of ${this.node.path} has closed since the plan was made. Plan and apply again inside it.`,
        },
      ],
    };
  }

  /** Called once there is something to say; the attribute is left out otherwise. */
  #takePolicy(): void {
    this.plan.policy.internalValue = latePolicy(() => this.policy);
  }

  #refuseWithoutExecution({ window, applyTimeout, dependsOn }: BalancedClusterProps): void {
    for (const [name, value] of Object.entries({ window, applyTimeout, dependsOn }))
      if (value !== undefined)
        failAt(this)(`\`${name}\` has no effect with \`execute: false\`. Leave one of them out.`);
  }
}
