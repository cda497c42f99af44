import { Construct } from "constructs";
import { failAt } from "./fail-at.js";
import type { IPlaceable } from "./placeable.js";
import type { PolicyRule } from "./policy.js";
import { validateVmId } from "./vm-id.js";

/** Proxmox allows these characters in tags. */
const TAG_NAME = /^[a-z0-9_][a-z0-9_.+-]*$/;

/** How strictly a group binds: `must` is never broken, `should` yields where nothing else helps. */
export type GroupStrength = "must" | "should";

/** The properties of a group of guests. */
export interface GuestGroupProps {
  /**
   * Names the group in tags, reasons and messages: lower-case letters, digits, `_`, `-`, `.` and `+`.
   *
   * @default the construct id
   */
  readonly name?: string;
  /**
   * How strictly the group binds.
   *
   * @default "must"
   */
  readonly strength?: GroupStrength;
  /**
   * Guests that exist or are declared elsewhere, by id.
   *
   * @default none
   */
  readonly guests?: readonly IPlaceable[];
}

/**
 * What `AffinityGroup` and `AntiAffinityGroup` share. A group creates no resource: a `BalancedCluster` or `Placement` that it
 * is given to heeds it, and guests that bear its tag belong to it.
 */
export abstract class GuestGroup extends Construct {
  /** Name of the group. */
  public readonly groupName: string;
  /**
   * Tag that makes a guest a member. For `must` it is the tag of ProxLB, such as `plb_affinity_web`, which is obeyed by
   * itself; for `should` it is the name of the group.
   */
  public readonly tag: string;
  /** How strictly the group binds. */
  public readonly strength: GroupStrength;
  readonly #type: string;
  readonly #guests: IPlaceable[] = [];
  #taggedGuests = 0;

  /** @internal */
  public constructor(scope: Construct, id: string, type: "affinity" | "anti-affinity", props: GuestGroupProps) {
    super(scope, id);
    const { name = id, strength = "must", guests = [] } = props;
    if (!TAG_NAME.test(name))
      failAt(this)(`"${name}" is no name for a group: it becomes a tag, so only a-z, 0-9, _, -, . and + are allowed.`);
    this.groupName = name;
    this.strength = strength;
    this.#type = type;
    this.tag = strength === "must" ? `plb_${type.replace("-", "_")}_${name}` : name;
    this.add(...guests);
    this.node.addValidation({ validate: () => this.#problems() });
  }

  /**
   * Adds guests by id, until synthesis.
   *
   * @throws Error with the path of the construct when an id is none that Proxmox has
   */
  public add(...guests: readonly IPlaceable[]): this {
    for (const { vmId } of guests) validateVmId(vmId, failAt(this));
    this.#guests.push(...guests);
    return this;
  }

  /**
   * The rule for a policy, or undefined where the tag alone says it all.
   *
   * @internal
   */
  public get rule(): PolicyRule | undefined {
    const vmIds = this.#guests.map(({ vmId }) => vmId);
    if (vmIds.length === 0 && this.strength === "must") return undefined;
    const members = vmIds.length === 0 ? {} : { vmIds };
    return { name: this.groupName, type: this.#type, strength: this.strength, ...members, tags: [this.tag] };
  }

  /**
   * Counts a guest that a placement tags.
   *
   * @internal
   */
  public countTaggedGuest(): void {
    this.#taggedGuests += 1;
  }

  #problems(): string[] {
    if (this.#guests.length + this.#taggedGuests > 0) return [];
    return [
      `${this.node.path}: The group has no members. Add guests with add(), or give the group to the guests of a placement.`,
    ];
  }
}
