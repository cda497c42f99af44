import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath } from "../../../provider/src/cty/path.js";
import { UNKNOWN } from "../../../provider/src/cty/value.js";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import { optional, required } from "../../../provider/src/framework/schema/attribute.js";
import { list, map, nestedList, nestedMap, set } from "../../../provider/src/framework/schema/collection-shapes.js";
import { number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { validateAttributes } from "../../../provider/src/framework/schema/validation.js";
import { oneOf } from "../../../provider/src/framework/validators.js";
import { arbitraryConfig } from "../../support/oracles/schema-arbitraries.js";
import { servedProviders, serverOf } from "../../support/oracles/served-resources.js";
import { textsOf, valueOf } from "../../support/test-provider/lab-server.js";

const attributes = {
  texts: optional(list(string), "Lists texts."),
  words: optional(set(string), "Lists words."),
  matrix: optional(map(list(number)), "Holds rows."),
  kind: optional(string, "Names the kind.", { validators: [oneOf(["vm", "ct"])], deprecated: "Use texts instead." }),
  disks: optional(
    nestedList({ bus: optional(string, "Names the bus.", { validators: [oneOf(["scsi", "ide"])] }) }),
    "Lists disks.",
  ),
  named: optional(nestedMap({ key: required(string, "Names it.") }), "Holds them by name."),
} satisfies Attributes;

const judged = (members: Readonly<Record<string, unknown>>): readonly string[] => {
  const diagnostics = new Diagnostics();
  validateAttributes(attributes, valueOf(attributes, members), diagnostics);
  return diagnostics.items.map(({ severity, path, detail }) => `${severity} ${formatPath(path)}: ${detail}`);
};

describe("the check of a configuration", () => {
  it("says nothing of one that is fine", () => {
    expect(
      judged({ texts: ["a"], disks: [{ bus: "ide" }, {}], matrix: { a: [1] }, named: { a: { key: "k" } } }),
    ).toEqual([]);
  });

  it.each([
    [{ texts: ["a", null] }, "texts[1]"],
    [{ words: [null] }, "words"],
    [{ matrix: { a: [1, null] } }, 'matrix["a"][1]'],
    [{ matrix: { a: null } }, 'matrix["a"]'],
    [{ disks: [null] }, "disks[0]"],
    [{ named: { a: null } }, 'named["a"]'],
  ])("names the null element of %o", (members, path) => {
    expect(judged(members)).toEqual([`error ${path}: An element is null. Give it a value, or leave it out.`]);
  });

  it("names the attribute that a validator refuses, inside of elements too", () => {
    expect(judged({ disks: [{ bus: "ide" }, { bus: "usb" }] })).toEqual([
      'error disks[1].bus: The value must be one of "scsi", "ide", but it is "usb".',
    ]);
  });

  it("warns about a deprecated attribute and says what to use", () => {
    expect(judged({ kind: "vm" })).toEqual(["warning kind: Use texts instead."]);
  });
});

const nameless = servedProviders().flatMap((provider) => {
  const server = serverOf(provider);
  const types = [...provider.dataSources, ...provider.resources];
  return [
    {
      name: provider.typeName,
      attributes: provider.attributes,
      validate: server.validateProvider.bind(server),
    },
    ...types.map((type) => ({
      name: type.typeName,
      attributes: type.schema.attributes,
      validate: (config: Parameters<typeof type.validate>[0]) =>
        "read" in type && "plan" in type
          ? server.validateResource(type, config, true)
          : server.validateDataSource(type, config),
    })),
  ];
});

describe.each(nameless)("34 validating $name", ({ attributes: of, validate }) => {
  it("accepts what is wholly unknown", () => {
    const config = new Map(
      Object.entries(of).map(([name, { presence }]) => [name, presence === "computed" ? null : UNKNOWN]),
    );
    expect(validate(config).hasErrors).toBe(false);
  });

  it("never fails, whatever it is given", () => {
    fc.assert(
      fc.property(arbitraryConfig(of), (config) => {
        expect(textsOf(validate(config)).filter((text) => text.includes("bug"))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
