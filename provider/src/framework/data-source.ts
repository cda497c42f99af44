import type { CtyValue } from "../cty/value.js";
import type { OperationContext, ValidateContext } from "./context.js";
import type { Attributes, DraftModel, Model } from "./schema/attribute.js";
import { decodeDraft, decodeModel, encodeModel } from "./schema/model.js";
import type { Schema } from "./schema/schema.js";
import type { DefaultTimeouts } from "./timeouts.js";

/** What the author of a data source writes. `A` are its attributes, `S` the configured services. */
export interface DataSourceDefinition<A extends Attributes, S> {
  /** Full type name, such as `proxlb_best_node`. */
  readonly typeName: string;
  readonly description: string;
  readonly attributes: A;
  /** Present where the schema has a `timeouts` attribute or reads shall be limited anyway. */
  readonly defaultTimeouts?: DefaultTimeouts;
  /** Checks combinations of attributes. Any of them may be unknown. */
  validate?(config: DraftModel<A>, context: ValidateContext): void;
  /** Answers with the whole model: the configured attributes unchanged, the computed ones filled in. Null after errors. */
  read(config: Model<A>, context: OperationContext<S>): Promise<Model<A> | null>;
}

/** A data source with its attribute types forgotten, so that the server can hold any of them. */
export interface DataSource<S> {
  readonly typeName: string;
  readonly schema: Schema;
  readonly defaultTimeouts: DefaultTimeouts;
  validate(config: CtyValue, context: ValidateContext): void;
  read(config: CtyValue, context: OperationContext<S>): Promise<CtyValue>;
}

/** Turns a definition into a data source that the server can serve. */
export const defineDataSource = <A extends Attributes, S>(definition: DataSourceDefinition<A, S>): DataSource<S> => ({
  typeName: definition.typeName,
  schema: { version: 0, description: definition.description, attributes: definition.attributes },
  defaultTimeouts: definition.defaultTimeouts ?? {},
  validate: (config, context) => definition.validate?.(decodeDraft(definition.attributes, config), context),
  read: async (config, context) => {
    const model = await definition.read(decodeModel(definition.attributes, config), context);
    return model === null ? null : encodeModel(definition.attributes, model);
  },
});
