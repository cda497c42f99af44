import type { OperationContext, ValidateContext } from "./context.js";
import type { DataSource } from "./data-source.js";
import type { DiagnosticText } from "./diagnostics.js";
import type { ProviderFunction } from "./function.js";
import type { Resource } from "./resource.js";
import type { Attributes, DraftModel } from "./schema/attribute.js";

/** What the author of a provider writes. `A` are the attributes of the provider block, `S` what they are turned into. */
export interface ProviderDefinition<A extends Attributes, S> {
  /** Prefix of all type names, such as `proxlb`. */
  readonly typeName: string;
  /** Semantic version of this build. */
  readonly version: string;
  readonly description: string;
  readonly attributes: A;
  readonly dataSources: readonly DataSource<S>[];
  readonly resources: readonly Resource<S>[];
  readonly functions: readonly ProviderFunction[];
  /** Checks combinations of attributes. Any of them may be unknown. */
  validate?(config: DraftModel<A>, context: ValidateContext): void;
  /** Turns the configuration into services. It may hold unknowns during a plan, and must not touch the network. */
  configure(config: DraftModel<A>, context: Omit<OperationContext<S>, "services">): S | null;
  /** Words an error of the outside world for the user, or returns undefined when the error is a bug. */
  readonly describeError: (error: unknown) => DiagnosticText | undefined;
}
