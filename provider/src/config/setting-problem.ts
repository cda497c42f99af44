/** A mistake in the provider's configuration, ready to become a diagnostic. */
export interface SettingProblem {
  /** The attribute at fault, as written in the provider block. */
  readonly attribute: string;
  /** Title case. */
  readonly summary: string;
  /** Full sentences: what is wrong and what to do. Never holds a secret. */
  readonly detail: string;
  /** Set where nothing that is said is wrong, but the attribute is needed as well. */
  readonly isMissing?: true;
}

/** A part of the settings, or the problems that stand in its way. */
export type Resolved<T> = { readonly settings: T } | { readonly problems: readonly SettingProblem[] };
