import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import { ProxlbProvider } from "../../src/cdktf-proxlb.js";
import type { SynthesizedStack } from "../../src/testing.js";
import { parseStack } from "../../src/testing.js";

/** What became of a stack. */
export interface Synthesized {
  /** Everything but the provider, the output and the `terraform` block. */
  readonly stack: SynthesizedStack;
  /** What `build` returned, with its tokens resolved. */
  readonly value: unknown;
  readonly scope: TerraformStack;
  /** Synthesizes the same stack once more. */
  again(): SynthesizedStack;
}

const read = (scope: TerraformStack): { readonly stack: SynthesizedStack; readonly value: unknown } => {
  const { output, ...rest } = parseStack(Testing.synth(scope, true));
  const stack = Object.fromEntries(
    Object.entries(rest).filter(([name]) => name !== "provider" && name !== "terraform"),
  );
  return { stack, value: (output as { readonly value: { readonly value: unknown } }).value.value };
};

/** Builds a stack with a provider, synthesizes it with all validations, and resolves what `build` returns. */
export const synthesized = (build: (scope: TerraformStack) => unknown): Synthesized => {
  const scope = new TerraformStack(Testing.app(), "test");
  new ProxlbProvider(scope, "proxlb");
  const value = build(scope);
  new TerraformOutput(scope, "value", { value });
  return { ...read(scope), scope, again: () => read(scope).stack };
};

/** Returns the warnings that aspects leave on the constructs of a stack, each with its path. */
export const warningsOf = (build: (scope: TerraformStack) => void): readonly string[] => {
  const { scope } = synthesized((stack) => {
    build(stack);
    return "";
  });
  return scope.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type.endsWith("/warn"))
        .map(({ data }) => `${construct.node.path}: ${String(data)}`),
    );
};
