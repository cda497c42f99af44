/** What a policy attribute may hold. Numbers are bounded on both sides, both bounds included. */
export type PolicyKind =
  | { readonly type: "bool" }
  | { readonly type: "number"; readonly min: number; readonly max: number; readonly integer?: boolean }
  | { readonly type: "string"; readonly allowed?: readonly string[] }
  | { readonly type: "duration" }
  | { readonly type: "list"; readonly of: PolicyKind; readonly minItems?: number }
  | { readonly type: "number-map"; readonly keys: readonly string[]; readonly min: number; readonly max: number }
  | { readonly type: "object"; readonly fields: readonly PolicyKey[] }
  | { readonly type: "object-list"; readonly fields: readonly PolicyKey[] };

/** One attribute of the policy, or of an object inside it. */
export interface PolicyKey {
  readonly name: string;
  readonly kind: PolicyKind;
  /** Full sentences with the default and the allowed values; the text of the Terraform schema. */
  readonly description: string;
  /** Value when the attribute is unset, in the shape of the plain object. Absent for required fields. */
  readonly default?: unknown;
}
