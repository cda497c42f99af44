import type { CtyValue } from "../../cty/value.js";
import type { DataSource } from "../data-source.js";
import { Diagnostics } from "../diagnostics.js";
import type { ProviderFunction } from "../function.js";
import type { Logger } from "../logger.js";
import type { Provider } from "../provider-definition.js";
import { PrivateState } from "../private-state.js";
import type { Resource } from "../resource.js";
import { keepNumbers } from "../schema/keep-numbers.js";
import { validateAttributes } from "../schema/validation.js";
import { refuseWriteOnly } from "../schema/write-only.js";
import { timeLimit } from "../timeouts.js";
import type { ApplyInput, ApplyOutput } from "./apply-resource-change.js";
import { applyResourceChange, timeoutsOf } from "./apply-resource-change.js";
import type { PlanInput, PlanOutput } from "./plan-resource-change.js";
import { planResourceChange } from "./plan-resource-change.js";
import type { ReadOutput } from "./read-resource.js";
import { readResource } from "./read-resource.js";
import { bugText } from "./report-failure.js";
import { refuseUnknown } from "./refuse-unknown.js";
import { runOperation } from "./run-operation.js";
import type { ServerState } from "./server-state.js";
import { validateContext } from "./server-state.js";

/** An answer together with what is to be said about it. */
export interface Answer<T> {
  readonly value: T;
  readonly diagnostics: Diagnostics;
}

/**
 * Serves one provider: the logic of every RPC in values and diagnostics, with no word of protobuf.
 */
export class ProviderServer {
  readonly #state: ServerState;
  readonly #dataSources: ReadonlyMap<string, DataSource<unknown>>;
  readonly #resources: ReadonlyMap<string, Resource<unknown>>;
  readonly #functions: ReadonlyMap<string, ProviderFunction>;

  constructor(definition: Provider, log: Logger) {
    this.#state = { definition, log, stop: new AbortController(), services: undefined };
    this.#dataSources = new Map(definition.dataSources.map((source) => [source.typeName, source]));
    this.#resources = new Map(definition.resources.map((resource) => [resource.typeName, resource]));
    this.#functions = new Map(definition.functions.map((fn) => [fn.name, fn]));
  }

  /** What is served: schemas, data sources, resources and functions. */
  get definition(): Provider {
    return this.#state.definition;
  }

  /** Returns the data source of this type, or undefined. */
  dataSource(typeName: string): DataSource<unknown> | undefined {
    return this.#dataSources.get(typeName);
  }

  /** Returns the resource of this type, or undefined. */
  resource(typeName: string): Resource<unknown> | undefined {
    return this.#resources.get(typeName);
  }

  /** Returns the function of this name, or undefined. */
  function(name: string): ProviderFunction | undefined {
    return this.#functions.get(name);
  }

  /** Checks the provider block. */
  validateProvider(config: CtyValue): Diagnostics {
    const { definition, log } = this.#state;
    const context = validateContext(log);
    validateAttributes(definition.attributes, config, context.diagnostics);
    definition.validate(config, context);
    return context.diagnostics;
  }

  /** Turns the provider block into services. May be called again, as a reattached process serves many runs. */
  async configure(config: CtyValue): Promise<Diagnostics> {
    const { definition, log } = this.#state;
    const diagnostics = new Diagnostics();
    this.#state.stop = new AbortController();
    const context = { diagnostics, log, signal: this.#state.stop.signal };
    this.#state.services = (await definition.configure(config, context)) ?? undefined;
    return diagnostics;
  }

  /** Checks the configuration of a data source. */
  validateDataSource(source: DataSource<unknown>, config: CtyValue): Diagnostics {
    return this.#validate(source, config);
  }

  /** Checks the configuration of a resource for a CLI that may not know of write-only values. */
  validateResource(resource: Resource<unknown>, config: CtyValue, knowsWriteOnly: boolean): Diagnostics {
    const diagnostics = this.#validate(resource, config);
    if (!knowsWriteOnly) refuseWriteOnly(resource.schema.attributes, config, diagnostics);
    return diagnostics;
  }

  #validate(type: DataSource<unknown> | Resource<unknown>, config: CtyValue): Diagnostics {
    const context = validateContext(this.#state.log);
    validateAttributes(type.schema.attributes, config, context.diagnostics);
    type.validate(config, context);
    return context.diagnostics;
  }

  /** Reads a data source; the value is null when there are errors. */
  async readDataSource(source: DataSource<unknown>, config: CtyValue, caller: AbortSignal): Promise<Answer<CtyValue>> {
    const diagnostics = new Diagnostics();
    const limit = timeLimit("read", timeoutsOf(source.schema.attributes, config), source.defaultTimeouts);
    const value = await runOperation<CtyValue>(
      this.#state,
      { name: "read", typeName: source.typeName, limit, caller },
      { diagnostics, fallback: () => null },
      async (context) => keepNumbers(await source.read(config, context), config),
    );
    refuseUnknown(source, value, { operation: "read", diagnostics });
    return { value: diagnostics.hasErrors ? null : value, diagnostics };
  }

  /** Brings a state of an older schema version up to date. */
  upgradeState(resource: Resource<unknown>, version: number, state: CtyValue): Answer<CtyValue> {
    const diagnostics = new Diagnostics();
    const { schema, typeName, upgraders } = resource;
    if (version === schema.version) return { value: state, diagnostics };
    const upgrader = upgraders.find((candidate) => candidate.version === version);
    if (upgrader === undefined) {
      diagnostics.error(
        "Unable to Upgrade Resource State",
        `The state of this ${typeName} has schema version ${version}, which this release of the provider cannot read. ` +
          "Upgrade through an older release first.",
      );
      return { value: null, diagnostics };
    }
    try {
      return { value: upgrader.upgrade(state), diagnostics };
    } catch (error) {
      const { summary, detail } = bugText(error, `The upgrade of a ${typeName} from schema version ${version}`);
      diagnostics.error(summary, detail);
      return { value: null, diagnostics };
    }
  }

  /** Refreshes a state. */
  readResource(
    resource: Resource<unknown>,
    prior: { readonly state: CtyValue; readonly privateBytes: Uint8Array },
    caller: AbortSignal,
  ): Promise<ReadOutput> {
    return readResource(this.#state, resource, prior, caller);
  }

  /** Plans a change. */
  planResource(resource: Resource<unknown>, input: PlanInput): Answer<PlanOutput> {
    const { log, services } = this.#state;
    const context = validateContext(log.child(resource.typeName));
    try {
      if (services !== undefined && input.config !== null)
        resource.validatePlan(input.config, { ...context, services });
      return { value: planResourceChange(resource, input, context), diagnostics: context.diagnostics };
    } catch (error) {
      const { summary, detail } = bugText(error, `The plan of ${resource.typeName}`);
      context.diagnostics.error(summary, detail);
      const value = { planned: input.prior, requiresReplace: [], plannedPrivate: input.priorPrivate };
      return { value, diagnostics: context.diagnostics };
    }
  }

  /** Applies a planned change. */
  applyResource(resource: Resource<unknown>, input: ApplyInput, caller: AbortSignal): Promise<ApplyOutput> {
    return applyResourceChange(this.#state, resource, input, caller);
  }

  /** Imports an object; the state is null when there are errors. */
  async importResource(resource: Resource<unknown>, id: string, caller: AbortSignal): Promise<ReadOutput> {
    const diagnostics = new Diagnostics();
    const privateState = PrivateState.decode(new Uint8Array());
    const { typeName, importState } = resource;
    if (importState === undefined) {
      diagnostics.error("Import Not Supported", `A ${typeName} cannot be imported; declare it and apply instead.`);
      return { state: null, privateBytes: privateState.encode(), diagnostics };
    }
    const state = await runOperation<CtyValue>(
      this.#state,
      { name: "import", typeName, caller },
      { diagnostics, fallback: () => null },
      (context) => importState(id, context, privateState),
    );
    return { state, privateBytes: privateState.encode(), diagnostics };
  }

  /** Ends all operations under way, which answer with what is true by then. */
  stop(): void {
    this.#state.stop.abort(new Error("The run was stopped."));
  }
}
