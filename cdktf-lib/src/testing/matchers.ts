import type { SynthesizedStack } from "./synth-stack.js";
import { parseStack } from "./synth-stack.js";

/** The verdict of a matcher, as vitest and jest take it. */
export interface MatcherVerdict {
  /** Whether the expectation holds. */
  readonly pass: boolean;
  /** Says what was expected and what was found. */
  readonly message: () => string;
}

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values => typeof value === "object" && value !== null;

/** Tells whether a value has everything that is expected; objects may have more, lists may not. */
const includes = (value: unknown, expected: unknown): boolean => {
  if (!isValues(value) || !isValues(expected)) return Object.is(value, expected);
  if (Array.isArray(expected) && (!Array.isArray(value) || value.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, part]) => includes(value[key], part));
};

const verdict = (items: readonly unknown[], expected: Values, what: string): MatcherVerdict => {
  const pass = items.some((item) => includes(item, expected));
  const found = JSON.stringify(items, null, 2);
  return {
    pass,
    message: () =>
      `${pass ? "No" : "A"} ${what} with ${JSON.stringify(expected, null, 2)} was expected. Found: ${found}`,
  };
};

const ofType = (section: SynthesizedStack["data"], type: string): readonly unknown[] =>
  Object.values(section?.[type] ?? {});

/** The guests of all placements by key, and those of single answers by name. */
const askedGuests = (json: string): readonly unknown[] =>
  ofType(parseStack(json).data, "proxlb_best_node").flatMap((asked) => {
    if (!isValues(asked)) return [];
    const guests = asked["guests"];
    return isValues(guests) ? Object.entries(guests).map(([key, guest]) => ({ key, ...(guest as Values) })) : [asked];
  });

/**
 * Matchers for the JSON of a stack. `extendExpect` installs them; properties have the names of Terraform, and objects may have
 * more than is expected.
 */
export const proxlbMatchers = {
  /** Expects a question for the node of a guest, such as `{ key: "web1", memory_mib: 4096 }`. */
  toAskForGuest: (json: string, expected: Values = {}): MatcherVerdict =>
    verdict(askedGuests(json), expected, "question for the node of a guest"),

  /** Expects a migration plan whose policy has these keys, such as `{ balanciness: 10 }`. */
  toPlanMigrations: (json: string, policy: Values = {}): MatcherVerdict => {
    const plans = ofType(parseStack(json).data, "proxlb_migration_plan");
    return verdict(plans, Object.keys(policy).length === 0 ? {} : { policy }, "migration plan");
  },

  /** Expects a balance that executes the migrations of a plan and no others. */
  toExecuteReviewedMigrations: (json: string): MatcherVerdict => {
    const balances = ofType(parseStack(json).resource, "proxlb_balance").filter(isValues);
    const isReviewed = ({ migrations }: Values): boolean =>
      typeof migrations === "string" && /data\.proxlb_migration_plan\.[^.]+\.migrations\b/.test(migrations);
    const pass = balances.some(isReviewed);
    const found = JSON.stringify(balances, null, 2);
    return {
      pass,
      message: () => `A balance that executes a migration plan was${pass ? " not" : ""} expected. Found: ${found}`,
    };
  },
};

/** What of `expect` is needed; that of vitest and that of jest both fit. */
export interface Expect {
  /** Adds matchers. */
  extend(matchers: typeof proxlbMatchers): void;
}

/**
 * Installs the matchers. Call it once per test file, or in a set-up file.
 *
 * @example
 * import { expect } from "vitest";
 * extendExpect(expect);
 */
export const extendExpect = (expect: Expect): void => {
  expect.extend(proxlbMatchers);
};
