import type { CtyValue } from "../cty/value.js";
import type { OperationContext, PlanContext, ValidateContext } from "./context.js";
import type { PrivateState } from "./private-state.js";
import type { Attributes, DraftModel, Model } from "./schema/attribute.js";
import { decodeDraft, decodeModel, encodeModel } from "./schema/model.js";
import type { Schema } from "./schema/schema.js";
import { impliedType } from "./schema/schema.js";
import type { StateUpgrader } from "./state-upgrade.js";
import type { DefaultTimeouts } from "./timeouts.js";

/** What a resource sees when it plans. */
export interface PlanRequest<A extends Attributes> {
  /** Null when the object is to be created. */
  readonly prior: Model<A> | null;
  readonly config: DraftModel<A>;
  /** The plan so far: configuration, defaults, kept state; computed attributes are unknown where anything changes. */
  readonly planned: DraftModel<A>;
  /** True when something besides computed attributes differs from the prior state, and on create. */
  readonly changed: boolean;
  readonly privateState: PrivateState;
}

/** What a resource sees when it applies a create or an update. */
export interface ApplyRequest<A extends Attributes> {
  /** Null when the object is created. */
  readonly prior: Model<A> | null;
  /** What was shown to the user; unknown parts are to be filled in. */
  readonly planned: DraftModel<A>;
  readonly config: DraftModel<A>;
  readonly privateState: PrivateState;
  /** Remembers the state that is true by now: it stands should the operation throw later, as it does when it is stopped. */
  readonly progress: (state: Model<A>) => void;
}

/** What the author of a resource writes. */
export interface ResourceDefinition<A extends Attributes, S> {
  /** Full type name, such as `proxlb_balance`. */
  readonly typeName: string;
  readonly description: string;
  /** Schema version; 0 unless states of older releases look different. */
  readonly version?: number;
  readonly attributes: A;
  readonly defaultTimeouts?: DefaultTimeouts;
  /** One for each schema version below `version`. */
  readonly upgraders?: readonly StateUpgrader[];
  /** Checks combinations of attributes. Any of them may be unknown. */
  validate?(config: DraftModel<A>, context: ValidateContext): void;
  /** Refines the plan. Must be a function of the request alone, as it runs again at apply and must agree with itself. */
  plan?(request: PlanRequest<A>, context: ValidateContext): DraftModel<A>;
  /** Checks at each plan what only the provider's configuration makes wrong. Must reach for no cluster, as `plan` must not. */
  validatePlan?(config: DraftModel<A>, context: PlanContext<S>): void;
  /** Comments on a planned destroy with diagnostics. */
  planDestroy?(prior: Model<A>, context: ValidateContext): void;
  /** Returns the new state, or null when nothing came into being. With errors in the context, returns what is true by then. */
  create(request: ApplyRequest<A>, context: OperationContext<S>): Promise<Model<A> | null>;
  /** Returns the current state, or null when the object is gone. */
  read(state: Model<A>, context: OperationContext<S>, privateState: PrivateState): Promise<Model<A> | null>;
  /** Returns the new state; with errors in the context, the state that is true by then. */
  update(request: ApplyRequest<A> & { readonly prior: Model<A> }, context: OperationContext<S>): Promise<Model<A>>;
  /** Removes the object; with errors in the context it counts as still there. */
  delete(state: Model<A>, context: OperationContext<S>): Promise<void>;
  /** Returns the first state for an id that the user gave, or null after adding errors; `read` completes it. */
  importState?(id: string, context: OperationContext<S>, privateState: PrivateState): Promise<Model<A> | null>;
}

type ImportState<S> = (id: string, context: OperationContext<S>, privateState: PrivateState) => Promise<CtyValue>;

/** A resource with its attribute types forgotten, so that the server can hold any of them. */
export interface Resource<S> {
  readonly typeName: string;
  readonly schema: Schema;
  readonly defaultTimeouts: DefaultTimeouts;
  readonly upgraders: readonly StateUpgrader[];
  validate(config: CtyValue, context: ValidateContext): void;
  plan(request: ErasedPlanRequest, context: ValidateContext): CtyValue;
  validatePlan(config: CtyValue, context: PlanContext<S>): void;
  planDestroy(prior: CtyValue, context: ValidateContext): void;
  create(request: ErasedApplyRequest, context: OperationContext<S>): Promise<CtyValue>;
  read(state: CtyValue, context: OperationContext<S>, privateState: PrivateState): Promise<CtyValue>;
  update(request: ErasedApplyRequest, context: OperationContext<S>): Promise<CtyValue>;
  delete(state: CtyValue, context: OperationContext<S>): Promise<void>;
  /** Undefined when the type cannot be imported. */
  readonly importState: ImportState<S> | undefined;
}

/** A plan request in values. */
export interface ErasedPlanRequest {
  readonly prior: CtyValue;
  readonly config: CtyValue;
  readonly planned: CtyValue;
  readonly changed: boolean;
  readonly privateState: PrivateState;
}

/** An apply request in values. */
export interface ErasedApplyRequest {
  readonly prior: CtyValue;
  readonly planned: CtyValue;
  readonly config: CtyValue;
  readonly privateState: PrivateState;
  readonly progress: (state: CtyValue) => void;
}

/** Turns a definition into a resource that the server can serve. */
export const defineResource = <A extends Attributes, S>(definition: ResourceDefinition<A, S>): Resource<S> => {
  const { attributes } = definition;
  const draft = (value: CtyValue) => decodeDraft(attributes, value);
  const model = (value: CtyValue) => decodeModel(attributes, value);
  const value = (state: Model<A> | DraftModel<A> | null) => (state === null ? null : encodeModel(attributes, state));
  const applyRequest = ({ planned, config, privateState, progress }: ErasedApplyRequest) => ({
    planned: draft(planned),
    config: draft(config),
    privateState,
    progress: (state: Model<A>) => {
      progress(value(state));
    },
  });
  return {
    typeName: definition.typeName,
    schema: { version: definition.version ?? 0, description: definition.description, attributes },
    defaultTimeouts: definition.defaultTimeouts ?? {},
    upgraders: definition.upgraders ?? [],
    validate: (config, context) => definition.validate?.(draft(config), context),
    plan: (request, context) =>
      definition.plan === undefined
        ? request.planned
        : value(
            definition.plan(
              {
                ...request,
                prior: request.prior === null ? null : model(request.prior),
                config: draft(request.config),
                planned: draft(request.planned),
              },
              context,
            ),
          ),
    validatePlan: (config, context) => definition.validatePlan?.(draft(config), context),
    planDestroy: (prior, context) => definition.planDestroy?.(model(prior), context),
    create: async (request, context) =>
      value(await definition.create({ ...applyRequest(request), prior: null }, context)),
    read: async (state, context, privateState) => value(await definition.read(model(state), context, privateState)),
    update: async (request, context) =>
      value(await definition.update({ ...applyRequest(request), prior: model(request.prior) }, context)),
    delete: (state, context) => definition.delete(model(state), context),
    importState:
      definition.importState === undefined
        ? undefined
        : async (id, context, privateState) =>
            value((await definition.importState?.(id, context, privateState)) ?? null),
  };
};

/** Returns the object type of the states of a resource at a schema version, or undefined when nothing can read it. */
export const stateTypeAt = <S>(resource: Resource<S>, version: number) =>
  version === resource.schema.version
    ? impliedType(resource.schema.attributes)
    : resource.upgraders.find((upgrader) => upgrader.version === version)?.type;
