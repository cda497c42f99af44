import { describe, expect, it } from "vitest";
import { CtyNumber } from "../../../provider/src/cty/number.js";
import { formatPath } from "../../../provider/src/cty/path.js";
import { UNKNOWN, isMapping, isSequence } from "../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { computed, optional, optionalComputed, required } from "../../../provider/src/framework/schema/attribute.js";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import { list, nestedList, nestedObject, nestedSet } from "../../../provider/src/framework/schema/collection-shapes.js";
import { number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import type { ResourceDefinition } from "../../../provider/src/framework/resource.js";
import { defineResource } from "../../../provider/src/framework/resource.js";
import { planResourceChange } from "../../../provider/src/framework/server/plan-resource-change.js";
import { validateContext } from "../../../provider/src/framework/server/server-state.js";
import { markImported } from "../../../provider/src/framework/import-mark.js";
import { PrivateState } from "../../../provider/src/framework/private-state.js";
import { silentLogger } from "../../support/test-provider/silent-logger.js";
import { valueOf } from "../../support/test-provider/lab-server.js";

const never = () => Promise.reject(new Error("not part of planning"));

type Members = Readonly<Record<string, unknown>>;

const anyResource = (
  attributes: Attributes,
  plan: ResourceDefinition<Attributes, unknown>["plan"] = ({ planned }) => planned,
) =>
  defineResource<Attributes, unknown>({
    typeName: "lab_any",
    description: "Any.",
    attributes,
    plan,
    create: never,
    read: never,
    update: never,
    delete: never,
  });

/** Plans as core asks for it: `proposed` is what core made of configuration and prior state. */
const planOf = (
  attributes: Attributes,
  {
    prior,
    config,
    proposed = config,
    priorPrivate = new Uint8Array(),
  }: { prior: Members | null; config: Members; proposed?: Members; priorPrivate?: Uint8Array },
) =>
  planResourceChange(
    anyResource(attributes),
    {
      prior: prior === null ? null : valueOf(attributes, prior),
      config: valueOf(attributes, config),
      proposed: valueOf(attributes, proposed),
      priorPrivate,
    },
    validateContext(silentLogger),
  );

const at = (value: CtyValue, ...steps: readonly (string | number)[]): CtyValue | undefined =>
  steps.reduce<CtyValue | undefined>((part, step) => {
    if (part === undefined) return undefined;
    if (typeof step === "number") return isSequence(part) ? part[step] : undefined;
    return isMapping(part) ? part.get(step) : undefined;
  }, value);

const text = (description = "Holds text.") => optional(string, description);

describe("planning a nested set", () => {
  const attributes = {
    rules: optional(
      nestedSet({
        port: required(string, "Names the port.", { requiresReplace: true }),
        action: optional(string, "Says what to do.", { default: "accept" }),
        handle: computed(string, "Identifies the rule.", { keepsState: true }),
      }),
      "Lists rules.",
    ),
    other: text(),
  };

  it("finds the configuration of each element although core has sorted them otherwise", () => {
    const { planned } = planOf(attributes, {
      prior: null,
      config: { rules: [{ port: "1", action: "drop" }, { port: "2" }] },
      proposed: { rules: [{ port: "2" }, { port: "1", action: "drop" }] },
    });
    expect(at(planned, "rules", 0, "action")).toBe("accept");
    expect(at(planned, "rules", 1, "action")).toBe("drop");
  });

  it("keeps what the provider chose with the element that it chose it for", () => {
    const { planned } = planOf(attributes, {
      prior: {
        rules: [
          { port: "1", action: "accept", handle: "h1" },
          { port: "2", action: "accept", handle: "h2" },
        ],
        other: "a",
      },
      config: { rules: [{ port: "2" }, { port: "3" }], other: "b" },
      proposed: { rules: [{ port: "2", action: "accept", handle: "h2" }, { port: "3" }], other: "b" },
    });
    expect(at(planned, "rules", 0, "handle")).toBe("h2");
    expect(at(planned, "rules", 1, "handle")).toBe(UNKNOWN);
  });

  it("asks for a replacement at the set, as elements of sets have no address", () => {
    const { requiresReplace } = planOf(attributes, {
      prior: { rules: [{ port: "1", action: "accept", handle: "h1" }] },
      config: { rules: [{ port: "2" }, { port: "3" }] },
    });
    expect(requiresReplace.map(formatPath)).toEqual(["rules"]);
  });

  it("asks for no replacement when something else about an element differs", () => {
    const { requiresReplace } = planOf(attributes, {
      prior: { rules: [{ port: "1", action: "accept", handle: "h1" }] },
      config: { rules: [{ port: "1", action: "drop" }] },
    });
    expect(requiresReplace).toEqual([]);
  });

  it("asks for no replacement when only the order differs", () => {
    const rules = [
      { port: "1", action: "accept", handle: "h1" },
      { port: "2", action: "accept", handle: "h2" },
    ];
    const { requiresReplace } = planOf(attributes, {
      prior: { rules, other: "a" },
      config: { rules: [{ port: "2" }, { port: "1" }], other: "b" },
      proposed: { rules: [rules[1], rules[0]], other: "b" },
    });
    expect(requiresReplace).toEqual([]);
  });
});

describe("planning after an import", () => {
  const attributes = { seed: optional(string, "Holds a seed.", { requiresReplace: true }), other: text() };
  const changed = { prior: { seed: null, other: "a" }, config: { seed: "s", other: "a" } };

  const privateState = (imported: boolean): Uint8Array => {
    const state = PrivateState.decode(new Uint8Array());
    markImported(state, imported);
    return state.encode();
  };

  it("takes over in place what no import can know", () => {
    const { planned, requiresReplace } = planOf(attributes, { ...changed, priorPrivate: privateState(true) });
    expect(planned).toEqual(valueOf(attributes, changed.config));
    expect(requiresReplace).toEqual([]);
  });

  it("asks for a replacement again once the import is completed", () => {
    for (const priorPrivate of [privateState(false), new Uint8Array()]) {
      const { requiresReplace } = planOf(attributes, { ...changed, priorPrivate });
      expect(requiresReplace.map(formatPath)).toEqual(["seed"]);
    }
  });
});

describe("planning defaults", () => {
  it("leaves the provider's own choice alone inside an object that is not configured", () => {
    const attributes = {
      either: optionalComputed(
        nestedObject({ level: optional(number, "Holds a level.", { default: 5 }) }),
        "Holds an object.",
      ),
    };
    const prior = { either: { level: 7 } };
    const { planned } = planOf(attributes, { prior, config: {}, proposed: prior });
    expect(planned).toEqual(valueOf(attributes, prior));
  });

  it("takes the default of an object as it is", () => {
    const attributes = {
      one: optional(
        nestedObject({
          mark: optionalComputed(string, "Marks."),
          origin: computed(string, "Tells the origin."),
        }),
        "Holds an object.",
        { default: { mark: "m", origin: null } },
      ),
    };
    const { planned } = planOf(attributes, { prior: null, config: {} });
    expect(planned).toEqual(valueOf(attributes, { one: { mark: "m", origin: null } }));
  });

  it("fills in defaults inside of every element of a list", () => {
    const attributes = {
      disks: optional(
        nestedList({ size: required(number, "Size."), bus: optional(string, "Bus.", { default: "scsi" }) }),
        "Lists disks.",
      ),
    };
    const { planned } = planOf(attributes, { prior: null, config: { disks: [{ size: 1 }, { size: 2, bus: "ide" }] } });
    expect(at(planned, "disks", 0, "bus")).toBe("scsi");
    expect(at(planned, "disks", 1, "bus")).toBe("ide");
  });
});

describe("planning what keeps its state", () => {
  const attributes = {
    note: optionalComputed(string, "Holds a remark.", { keepsState: true }),
    stamp: computed(string, "Stamps the change.", { keepsState: true }),
    other: text(),
  };
  const prior = { note: "n", stamp: "s", other: "a" };

  it("keeps it where the configuration is silent", () => {
    const { planned } = planOf(attributes, { prior, config: { other: "b" }, proposed: { ...prior, other: "b" } });
    expect(planned).toEqual(valueOf(attributes, { note: "n", stamp: "s", other: "b" }));
  });

  it("leaves it open where the configuration is unknown, as it may turn out to be something else", () => {
    const config = new Map<string, CtyValue>([
      ["note", UNKNOWN],
      ["stamp", null],
      ["other", "a"],
    ]);
    const { planned } = planResourceChange(
      anyResource(attributes),
      {
        prior: valueOf(attributes, prior),
        config,
        proposed: new Map([...config, ["stamp", "s"]]),
        priorPrivate: new Uint8Array(),
      },
      validateContext(silentLogger),
    );
    expect(at(planned, "note")).toBe(UNKNOWN);
    expect(at(planned, "stamp")).toBe("s");
  });
});

describe("planning numbers of more digits than a double holds", () => {
  it("carries them along unchanged, also through the resource's own plan", () => {
    const attributes = { share: optional(number, "Holds a share."), shares: optional(list(number), "Holds shares.") };
    const digits = "0.33333333333333333333333333333333333333";
    const config = valueOf(attributes, {});
    const exact = new Map<string, CtyValue>([
      ...(config as ReadonlyMap<string, CtyValue>),
      ["share", CtyNumber.of(digits)],
      ["shares", [CtyNumber.of(digits)]],
    ]);
    const { planned } = planResourceChange(
      anyResource(attributes, ({ planned: draft }) => draft),
      { prior: null, config: exact, proposed: exact, priorPrivate: new Uint8Array() },
      validateContext(silentLogger),
    );
    expect(planned).toEqual(exact);
  });
});

describe("planning an equivalent spelling", () => {
  const attributes = {
    word: optional(string, "Holds a word.", { equivalent: (a, b) => a.toUpperCase() === b.toUpperCase() }),
    stamp: computed(string, "Stamps the change."),
  };
  const prior = { word: "web", stamp: "s1" };

  it("changes nothing and keeps the prior spelling", () => {
    const { planned } = planOf(attributes, { prior, config: { word: "WEB" }, proposed: { ...prior, word: "WEB" } });
    expect(planned).toEqual(valueOf(attributes, prior));
  });

  it("takes the configured spelling when the word is another", () => {
    const { planned } = planOf(attributes, { prior, config: { word: "db" }, proposed: { ...prior, word: "db" } });
    expect(at(planned, "word")).toBe("db");
    expect(at(planned, "stamp")).toBe(UNKNOWN);
  });
});
