import { describe, expect, it } from "vitest";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import { createProvider } from "../../../provider/src/provider.js";

/** What attributes do. Nouns in the plural look the same, so that the verbs are listed. */
const VERBS = [
  ...["Allows", "Asks", "Counts", "Describes", "Estimates", "Gives", "Holds", "Identifies", "Is", "Limits", "Lists"],
  ...["Maps", "Names", "Ranks", "Rates", "Repeats", "Says", "Shows", "Skips"],
];

interface Described {
  readonly name: string;
  readonly description: string;
}

const described = (attributes: Attributes, parent: string): readonly Described[] =>
  Object.entries(attributes).flatMap(([key, { description, shape }]) => {
    const name = `${parent}.${key}`;
    return [{ name, description }, ...(shape.nested === undefined ? [] : described(shape.nested.attributes, name))];
  });

const provider = createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });

const types: readonly (readonly [string, Attributes])[] = [
  ["provider", provider.attributes],
  ...[...provider.dataSources, ...provider.resources].map(
    ({ typeName, schema }) => [typeName, schema.attributes] as const,
  ),
];

describe.each(types)("the descriptions of the attributes of %s", (typeName, attributes) => {
  const all = described(attributes, typeName);

  it("begin with what the attribute does", () => {
    const others = all.filter(({ description }) => !VERBS.includes(/^\w+/.exec(description)?.[0] ?? ""));
    expect(others).toEqual([]);
  });

  it("are full sentences, and leave it to the schema to say what is required", () => {
    const others = all.filter(
      ({ description }) => !description.endsWith(".") || /(?:^|\. )Required\./.test(description),
    );
    expect(others).toEqual([]);
  });
});
