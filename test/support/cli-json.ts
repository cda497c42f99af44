/** Values of attributes by name, as `show -json` prints them. */
export type ShownValues = Readonly<Record<string, unknown>>;

/** One resource or data source of a state. */
export interface ShownResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly values: ShownValues;
  readonly tainted?: boolean;
  readonly schema_version: number;
}

/** What a plan does, or a refresh found, with one resource. */
export interface ShownChange {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly action_reason?: string;
  readonly change: {
    /** Such as `["create"]`, `["update"]`, `["delete", "create"]`, `["no-op"]`. */
    readonly actions: readonly string[];
    readonly before: ShownValues | null;
    readonly after: ShownValues | null;
    readonly after_unknown: unknown;
    readonly before_sensitive: unknown;
    readonly after_sensitive: unknown;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

/** A value with its type, as in outputs. */
export interface ShownOutput {
  readonly value: unknown;
  readonly sensitive: boolean;
}

/** The text of `show -json` on a state. */
export interface ShownState {
  readonly values?: {
    readonly root_module: { readonly resources?: readonly ShownResource[] };
    readonly outputs?: Readonly<Record<string, ShownOutput>>;
  };
}

/** The text of `show -json` on a plan file. */
export interface ShownPlan {
  readonly resource_changes?: readonly ShownChange[];
  readonly resource_drift?: readonly ShownChange[];
  readonly output_changes?: Readonly<Record<string, ShownChange["change"]>>;
  readonly prior_state?: ShownState;
  readonly planned_values?: ShownState["values"];
}

/** The text of `providers schema -json`. */
export interface ShownSchemas {
  readonly provider_schemas?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Returns the resources of a state by address. */
export const resourcesOf = (state: ShownState): Readonly<Record<string, ShownResource>> =>
  Object.fromEntries((state.values?.root_module.resources ?? []).map((resource) => [resource.address, resource]));

/** Returns what a plan does to each address, such as `{"thing.a": "create"}`; a replacement is `delete/create`. */
export const actionsOf = (plan: ShownPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (plan.resource_changes ?? []).map(({ address, change }) => [address, change.actions.join("/")] as const),
  );
