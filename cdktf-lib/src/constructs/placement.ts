import { Token } from "cdktf";
import type { IResolvable, StringMap, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { DataProxlbBestNodeGuests } from "../generated/l1.js";
import { DataProxlbBestNode } from "../generated/l1.js";
import type { ICluster } from "./cluster.js";
import type { Fail } from "./fail-at.js";
import { failAt } from "./fail-at.js";
import type { GuestGroup } from "./guest-group.js";
import type { GuestProps } from "./guest.js";
import { guestConfig, tagsOf, validateGuest } from "./guest.js";
import { PlacedGuest } from "./placed-guest.js";
import { hasPolicy, placementPolicy } from "./placement-policy.js";
import type { Policy } from "./policy.js";

/** Keys become parts of construct paths and of logical ids. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** The properties of a `Placement`. */
export interface PlacementProps {
  /**
   * The cluster whose provider and policy count, its groups included.
   *
   * @default none
   */
  readonly cluster?: ICluster;
  /**
   * Policy keys that override those of the cluster and the provider.
   *
   * @default none
   */
  readonly policy?: Policy;
  /**
   * Groups that every guest of the placement belongs to.
   *
   * @default none
   */
  readonly groups?: readonly GuestGroup[];
  /**
   * Whether existing guests may move where a new guest finds no node otherwise; `moves` lists what has to move first.
   *
   * @default false
   */
  readonly makeRoom?: boolean;
  /**
   * Whether the first answer for a guest is kept until its `generation` changes.
   *
   * @default true
   */
  readonly sticky?: boolean;
  /**
   * Change it to ask again for all guests. Most resources of guests are replaced by another node.
   *
   * @default "1"
   */
  readonly generation?: string;
  /**
   * The provider to ask.
   *
   * @default the cluster's, else the default provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/** The properties of one guest of a `Placement`. */
export interface PlacementGuestProps extends GuestProps {
  /**
   * Change it to ask again for this guest alone.
   *
   * @default the generation of the placement
   */
  readonly generation?: string;
}

/**
 * Places several guests with one question: each takes its resources before the next is placed, and the rules among them
 * hold. If one fits nowhere, the plan fails and nobody is placed.
 *
 * @example
 * const apart = new AntiAffinityGroup(this, "web");
 * const placement = new Placement(this, "placement", { groups: [apart] });
 * const web1 = placement.add("web1", { name: "web1", cpuCores: 2, memoryMib: 4096 });
 * new VirtualEnvironmentVm(this, "web1", { name: "web1", nodeName: web1.nodeName, tags: [...web1.tags] });
 */
export class Placement extends Construct {
  /** The data source. */
  public readonly resource: DataProxlbBestNode;
  readonly #fail: Fail;
  readonly #props: PlacementProps;
  readonly #guests = new Map<string, DataProxlbBestNodeGuests>();
  readonly #groups = new Set<GuestGroup>();

  /**
   * Declares the placement; its guests are added with `add()`.
   *
   * @throws Error with the path of the construct when properties contradict each other
   */
  public constructor(scope: Construct, id: string, props: PlacementProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#fail = failAt(this);
    const { cluster, sticky = true, generation, makeRoom } = props;
    if (!sticky && generation !== undefined)
      this.#fail("`generation` has no effect without `sticky`. Leave one of them out.");
    this.resource = new DataProxlbBestNode(this, "Resource", {
      provider: props.provider ?? cluster?.provider,
      makeRoom,
    });
    this.node.addValidation({
      validate: () => (this.#guests.size > 0 ? [] : [`${this.node.path}: The placement has no guests. Call add().`]),
    });
  }

  /** Maps the key of each guest to the best node of the moment; for the answers that are kept, see `PlacedGuest.nodeName`. */
  public get assignments(): StringMap {
    return this.resource.assignments;
  }

  /** The migrations that have to end before the guests come; give them to a `Balance` of `l1`. Empty without `makeRoom`. */
  public get moves(): IResolvable {
    return Token.asAny(this.resource.moves);
  }

  /**
   * Adds a guest, until synthesis.
   *
   * @param key identifies the guest in the placement; renaming it asks again
   * @throws Error with the path of the placement when the key is taken or a property is out of its range
   */
  public add(key: string, props: PlacementGuestProps): PlacedGuest {
    const { sticky = true, groups = [] } = this.#props;
    const guest = { ...props, groups: [...groups, ...(props.groups ?? [])] };
    const fail: Fail = (message) => this.#fail(`Guest "${key}": ${message}`);
    this.#validate(key, guest, fail);
    for (const group of guest.groups) {
      this.#groups.add(group);
      group.countTaggedGuest();
    }
    if (hasPolicy(this.#props, guest.groups))
      this.resource.policy.internalValue = placementPolicy(this.#props, this.#groups, this.#fail);
    this.#guests.set(key, guestConfig(guest));
    this.resource.putGuests(Object.fromEntries(this.#guests));
    const generation = sticky ? (props.generation ?? this.#props.generation ?? "1") : undefined;
    return new PlacedGuest(this, key, { batch: this.resource, tags: tagsOf(guest), generation });
  }

  #validate(key: string, guest: PlacementGuestProps, fail: Fail): void {
    if (!KEY.test(key)) fail("A key has letters, digits, `_`, `-` and `.`, and begins with a letter or digit.");
    if (this.#guests.has(key)) fail("The key is taken. Give every guest a key of its own.");
    if (this.#props.sticky === false && guest.generation !== undefined)
      fail("`generation` has no effect without `sticky`. Leave one of them out.");
    validateGuest(guest, fail);
  }
}
