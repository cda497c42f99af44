import { Annotations, TerraformResource, Token } from "cdktf";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import type { GateMode } from "./imbalance-gate.js";

/** The properties of a `RequirePlacement`. */
export interface RequirePlacementProps {
  /**
   * Types of guest resources, each with its attribute for the node.
   *
   * @default the virtual machines of the bpg and Telmate providers: `proxmox_virtual_environment_vm` with `node_name`, and
   * `proxmox_vm_qemu` with `target_node`
   */
  readonly nodeAttributes?: Readonly<Record<string, string>>;
  /**
   * What happens when a guest breaks the rule: `warn` shows a warning, `fail` stops the synthesis.
   *
   * @default "warn"
   */
  readonly mode?: GateMode;
}

const NODE_ATTRIBUTES: Readonly<Record<string, string>> = {
  proxmox_virtual_environment_vm: "node_name",
  proxmox_vm_qemu: "target_node",
};

const ignores = ({ lifecycle }: TerraformResource, attribute: string): boolean => {
  const ignored = lifecycle?.ignoreChanges ?? [];
  return ignored === "all" || ignored.includes(attribute);
};

interface Rendered {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

const attributeOf = (guest: TerraformResource, attribute: string): unknown => {
  const { resource } = guest.toTerraform() as Rendered;
  return Object.values(resource[guest.terraformResourceType] ?? {})[0]?.[attribute];
};

/**
 * An aspect that finds guests whose node is written down, and guests that the provider which manages them would replace or
 * bring back once they have moved, because their node is not in `lifecycle.ignoreChanges`.
 *
 * @example
 * Aspects.of(stack).add(new RequirePlacement({ mode: "fail" }));
 */
export class RequirePlacement implements IAspect {
  readonly #nodeAttributes: ReadonlyMap<string, string>;
  readonly #mode: GateMode;

  /** Declares the rule. */
  public constructor({ nodeAttributes = NODE_ATTRIBUTES, mode = "warn" }: RequirePlacementProps = {}) {
    this.#nodeAttributes = new Map(Object.entries(nodeAttributes));
    this.#mode = mode;
  }

  /** Judges one construct; the core calls it for every one. */
  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    const attribute = this.#nodeAttributes.get(node.terraformResourceType);
    if (attribute === undefined) return;
    const value = attributeOf(node, attribute);
    if (typeof value === "string" && !Token.isUnresolved(value))
      this.#report(node, `${attribute} is "${value}". Take the node from a BestNode or Placement instead.`);
    if (!ignores(node, attribute))
      this.#report(
        node,
        `Once it has moved, this guest would be replaced or brought back. Set lifecycle: { ignoreChanges: ["${attribute}"] }.`,
      );
  }

  #report(node: IConstruct, message: string): void {
    if (this.#mode === "warn") Annotations.of(node).addWarning(message);
    else node.node.addValidation({ validate: () => [`${node.node.path}: ${message}`] });
  }
}
