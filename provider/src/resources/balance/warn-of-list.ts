import { coexistenceSentences } from "../../advice/coexistence-warning.js";
import type { ListedMigration } from "../../attributes/migration-attributes.js";
import { attributePath } from "../../cty/path.js";
import { isUnknown } from "../../cty/value.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import { timeLimit } from "../../framework/timeouts.js";
import type { BalanceDraft } from "./balance-attributes.js";
import { DEFAULT_TIMEOUTS } from "./balance-attributes.js";

/** A list that is going to be executed, and the settings that it meets. */
export interface ListToRun {
  readonly config: BalanceDraft;
  readonly migrations: readonly ListedMigration[];
  /** `create` for a new object. */
  readonly operation: "create" | "update";
}

/**
 * Says what a plan knows beforehand of a list: that it may take longer than `timeouts` allow, and, for a list that somebody wrote,
 * what other providers make of moved guests. Of a planned list the data source has said that.
 */
export const warnOfList = ({ config, migrations, operation }: ListToRun, diagnostics: Diagnostics): void => {
  const isWritten = migrations.some(({ reason }) => reason === null);
  const sentences = isWritten ? coexistenceSentences(migrations.map(({ type }) => type)) : null;
  if (sentences !== null) diagnostics.warning("Guests Managed Elsewhere", sentences, attributePath("migrations"));
  warnOfTimeouts({ config, migrations, operation }, diagnostics);
};

const warnOfTimeouts = ({ config, migrations, operation }: ListToRun, diagnostics: Diagnostics): void => {
  const { timeouts } = config;
  const configured = isUnknown(timeouts) ? timeouts : timeouts?.[operation];
  if (isUnknown(configured)) return;
  const limit = timeLimit(operation, { [operation]: configured ?? null }, DEFAULT_TIMEOUTS);
  const seconds = estimateOf(migrations);
  if (limit === undefined || seconds * 1000 <= limit.milliseconds) return;
  diagnostics.warning(
    "Run May Be Cut Short",
    `The migrations are estimated to take at least ${minutesText(seconds)} in all, but ${operation} ends after ${limit.text} ` +
      `(timeouts.${operation}) and then starts no more of them. Set timeouts.${operation} to more than that.`,
    attributePath("timeouts"),
  );
};

/** Steps follow each other, and each takes as long as its longest migration; what has no step runs by itself. */
const estimateOf = (migrations: readonly ListedMigration[]): number => {
  const steps = new Map<number, number>();
  for (const [index, { step, estimated_seconds: seconds }] of migrations.entries()) {
    const key = step ?? -1 - index;
    steps.set(key, Math.max(steps.get(key) ?? 0, seconds ?? 0));
  }
  return [...steps.values()].reduce((sum, seconds) => sum + seconds, 0);
};

const minutesText = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes}m` : `${Math.floor(minutes / 60)}h${minutes % 60}m`;
};
