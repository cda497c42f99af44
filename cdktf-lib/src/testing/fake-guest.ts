import { TerraformResource } from "cdktf";
import type { TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import type { IPlaceable } from "../constructs/placeable.js";

/** The properties of a `FakeGuest`. */
export interface FakeGuestProps extends TerraformMetaArguments {
  /** Proxmox id of the guest. */
  readonly vmId: number;
  /** Name of the node, normally the answer of a `BestNode` or `Placement`. */
  readonly nodeName: string;
  /**
   * Name of the guest.
   *
   * @default none
   */
  readonly name?: string;
  /**
   * Tags of the guest.
   *
   * @default none
   */
  readonly tags?: readonly string[];
}

/** Stands in for the VM of a Proxmox binding in unit tests; it looks like `proxmox_virtual_environment_vm` of bpg. */
export class FakeGuest extends TerraformResource implements IPlaceable {
  /** The Terraform type that the guest pretends to have. */
  public static readonly tfResourceType = "proxmox_virtual_environment_vm";
  readonly #props: FakeGuestProps;

  /** Declares a guest; nothing checks it. */
  public constructor(scope: Construct, id: string, props: FakeGuestProps) {
    super(scope, id, { ...props, terraformResourceType: FakeGuest.tfResourceType });
    this.#props = props;
  }

  /** Proxmox id of the guest, a token as in generated bindings. */
  public get vmId(): number {
    return this.getNumberAttribute("vm_id");
  }

  /** Name of the node, a token as in generated bindings. */
  public get nodeName(): string {
    return this.getStringAttribute("node_name");
  }

  /** Writes the attributes; the core calls it. */
  protected override synthesizeAttributes(): Record<string, unknown> {
    const { vmId, nodeName, name, tags } = this.#props;
    return { vm_id: vmId, node_name: nodeName, name, tags };
  }
}
