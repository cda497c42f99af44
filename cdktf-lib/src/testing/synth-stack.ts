import { TerraformStack, Testing } from "cdktf";
import { ProxlbProvider } from "../generated/l1.js";

/** One stack as Terraform would read it. */
export interface SynthesizedStack {
  /** Resources by type and logical id. */
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Data sources by type and logical id. */
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Checks by logical id. */
  readonly check?: Readonly<Record<string, unknown>>;
  /** Outputs by logical id. */
  readonly output?: Readonly<Record<string, unknown>>;
}

/**
 * Builds a stack with a `ProxlbProvider`, and returns its JSON: without metadata and paths, so that it can be a snapshot.
 *
 * @param build adds constructs to the stack
 * @throws Error when a validation fails
 */
export const synthStack = (build: (stack: TerraformStack) => void): string => {
  const stack = new TerraformStack(Testing.app(), "test");
  new ProxlbProvider(stack, "proxlb");
  build(stack);
  return Testing.synth(stack, true);
};

/** Reads what `synthStack` or `Testing.synth` returned. */
export const parseStack = (json: string): SynthesizedStack => JSON.parse(json) as SynthesizedStack;
