import { DataResource, Token } from "cdktf";
import type { Construct } from "constructs";

/** Where and why a node name is kept. */
export interface StickyNodeProps {
  /** The answer of the moment. */
  readonly answer: string;
  /** A change of this text, and nothing else, lets the answer of that moment be taken. */
  readonly generation: string;
}

/**
 * Keeps the first answer in state, whatever the data source says later. Reads `input`, which every plan knows, rather than
 * `output`, which is known only after apply: a plan shows the node of a guest before it is created.
 */
export const stickyNode = (scope: Construct, { answer, generation }: StickyNodeProps): string => {
  const pin = new DataResource(scope, "Pin", {
    // The binding says "map", but any value is fine.
    input: Token.asAnyMap(answer),
    // HCL output would write a bare "1" as a number, and Terraform would see another generation.
    triggersReplace: Token.asAnyMap(`generation ${generation}`),
    lifecycle: { ignoreChanges: ["input"] },
  });
  return pin.getStringAttribute("input");
};
