import type { OperationContext, ValidateContext } from "./context.js";
import type { DataSource } from "./data-source.js";
import type { DiagnosticText } from "./diagnostics.js";
import type { ProviderFunction } from "./function.js";
import type { Resource } from "./resource.js";
import type { CtyValue } from "../cty/value.js";
import type { Attributes, DraftModel } from "./schema/attribute.js";
import { decodeDraft } from "./schema/model.js";

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
  /**
   * Turns the configuration into services, or returns null after adding errors. It may hold unknowns during a plan, and must
   * not touch the network.
   */
  configure(config: DraftModel<A>, context: Omit<OperationContext<S>, "services">): S | null | Promise<S | null>;
  /** Words an error of the outside world for the user, or returns undefined when the error is a bug. */
  readonly describeError: (error: unknown) => DiagnosticText | undefined;
}

type ConfigureContext = Omit<OperationContext<unknown>, "services">;

/** A provider with its attribute and service types forgotten, so that the server can hold any. */
export interface Provider {
  readonly typeName: string;
  readonly version: string;
  readonly description: string;
  readonly attributes: Attributes;
  readonly dataSources: readonly DataSource<unknown>[];
  readonly resources: readonly Resource<unknown>[];
  readonly functions: readonly ProviderFunction[];
  validate(config: CtyValue, context: ValidateContext): void;
  /** Returns the services that data sources and resources are given, or null after adding errors. */
  configure(config: CtyValue, context: ConfigureContext): unknown;
  readonly describeError: (error: unknown) => DiagnosticText | undefined;
}

/** Turns a definition into a provider that can be served. Services of another provider never reach its types. */
export const defineProvider = <A extends Attributes, S>(definition: ProviderDefinition<A, S>): Provider => ({
  ...definition,
  dataSources: definition.dataSources,
  resources: definition.resources as readonly Resource<unknown>[],
  validate: (config, context) => definition.validate?.(decodeDraft(definition.attributes, config), context),
  configure: (config, context) => definition.configure(decodeDraft(definition.attributes, config), context),
});
