import { DataResource, Token } from "cdktf";
import type { IPlaceable } from "cdktf-proxlb";
import { Construct } from "constructs";

/** The properties of a stand-in. */
export interface StandInVmProps {
  readonly vmId: number;
  readonly name: string;
  readonly nodeName: string;
  readonly tags?: readonly string[];
}

/**
 * Stands in for the resource that creates a guest, such as `VirtualEnvironmentVm` of the bpg provider, which is a class of
 * the same shape. The node is taken once, at creation: `ignoreChanges` matters for the real resource as well.
 */
export class StandInVm extends Construct implements IPlaceable {
  public readonly vmId: number;

  public constructor(scope: Construct, id: string, props: StandInVmProps) {
    super(scope, id);
    this.vmId = props.vmId;
    new DataResource(this, "Resource", {
      input: Token.asAnyMap({ vm_id: props.vmId, name: props.name, node_name: props.nodeName, tags: props.tags ?? [] }),
      lifecycle: { ignoreChanges: ["input"] },
    });
  }
}
