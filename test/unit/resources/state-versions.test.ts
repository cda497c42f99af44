import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatType } from "../../../provider/src/cty/type-json.js";
import { stateUpgrader } from "../../../provider/src/framework/state-upgrade.js";
import type { Resource } from "../../../provider/src/framework/resource.js";
import { optional } from "../../../provider/src/framework/schema/attribute.js";
import { string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { impliedType } from "../../../provider/src/framework/schema/schema.js";
import { encodeJson } from "../../../provider/src/protocol/codec/cty-json.js";
import { decodeDynamicValue } from "../../../provider/src/protocol/codec/dynamic-value.js";
import { upgradeResourceState } from "../../../provider/src/protocol/tfplugin6/rpc/upgrade-resource-state.js";
import { repositoryRoot } from "../../support/cli-paths.js";
import { isolatedProxlb, serverOf } from "../../support/oracles/served-resources.js";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A state as a release wrote it, and the type that its schema had. */
interface Written {
  readonly typeName: string;
  readonly version: number;
  readonly type: Json;
  readonly state: Readonly<Record<string, Json>>;
}

const folder = join(repositoryRoot, "test", "fixtures", "states");

const written: readonly Written[] = readdirSync(folder).map((file) => {
  const [typeName = "", version = ""] = file.split(".");
  const content = JSON.parse(readFileSync(join(folder, file), "utf8")) as Pick<Written, "type" | "state">;
  return { typeName, version: Number(version.slice(1)), ...content };
});

const provider = isolatedProxlb();

const server = serverOf(provider);

const resourceOf = (typeName: string): Resource<unknown> => {
  const resource = server.resource(typeName);
  if (resource === undefined) throw new Error(`There is no ${typeName}.`);
  return resource;
};

/** Returns what an older release says of a type that this one does not: attributes removed and types changed. */
const lost = (before: Json, now: Json, path: string): readonly string[] => {
  if (!Array.isArray(before) || !Array.isArray(now))
    return JSON.stringify(before) === JSON.stringify(now) ? [] : [path];
  const [kind, inner] = before as unknown as readonly [Json, Json];
  const [kindNow, innerNow] = now as unknown as readonly [Json, Json];
  if (kind !== kindNow) return [path];
  if (kind !== "object") return lost(inner, innerNow, `${path}[]`);
  const members = innerNow as Readonly<Record<string, Json>>;
  return Object.entries(inner as Readonly<Record<string, Json>>).flatMap(([name, type]) => {
    const member = members[name];
    return member === undefined ? [`${path}.${name}`] : lost(type, member, `${path}.${name}`);
  });
};

/** Expects that everything that was written is still there; what is new is null. */
const expectKept = (before: Json, now: Json): void => {
  if (before === null || typeof before !== "object") {
    expect(now).toEqual(before);
    return;
  }
  for (const [name, member] of Object.entries(before))
    expectKept(member, (now as Readonly<Record<string, Json>>)[name] ?? null);
};

const upgraded = (typeName: string, version: number, state: Json) => {
  const json = new TextEncoder().encode(JSON.stringify(state, null, 2));
  const request = { $typeName: "", typeName, version: BigInt(version), rawState: { $typeName: "", json, flatmap: {} } };
  return upgradeResourceState(server, request as never);
};

const jsonOf = (typeName: string, answer: ReturnType<typeof upgraded>): Json => {
  const type = impliedType(resourceOf(typeName).schema.attributes);
  return JSON.parse(encodeJson(type, decodeDynamicValue(type, answer.upgradedState))) as Json;
};

describe("states that releases have written", () => {
  it("are kept for every type and every version of its schema", () => {
    const known = provider.resources.flatMap(({ typeName, schema }) =>
      Array.from({ length: schema.version + 1 }, (_, version) => `${typeName} ${version}`),
    );
    expect(written.map(({ typeName, version }) => `${typeName} ${version}`).sort()).toEqual(known.sort());
  });

  // Whoever removes or retypes an attribute raises the version and writes an upgrader: users have such states.
  it.each(written)("have in $typeName version $version a type that is still known", ({ typeName, version, type }) => {
    const { schema, upgraders } = resourceOf(typeName);
    const readAs =
      version === schema.version
        ? impliedType(schema.attributes)
        : upgraders.find((upgrader) => upgrader.version === version)?.type;
    expect(readAs).toBeDefined();
    if (readAs !== undefined) expect(lost(type, JSON.parse(formatType(readAs)) as Json, typeName)).toEqual([]);
  });

  it.each(written)("are read by this release: $typeName version $version", ({ typeName, version, state }) => {
    const answer = upgraded(typeName, version, state);
    expect(answer.diagnostics).toEqual([]);
    if (version === resourceOf(typeName).schema.version) expectKept(state, jsonOf(typeName, answer));
  });

  it.each(written)("may hold attributes that $typeName has no more", ({ typeName, version, state }) => {
    const answer = upgraded(typeName, version, { ...state, dropped_long_ago: ["x"] });
    expect(answer.diagnostics).toEqual([]);
    expect(jsonOf(typeName, answer)).not.toHaveProperty("dropped_long_ago");
  });

  it("of a version that was never released are refused with what to do", () => {
    for (const { typeName, schema } of provider.resources) {
      const { diagnostics } = server.upgradeState(resourceOf(typeName), schema.version + 1, null);
      expect(diagnostics.items).toMatchObject([
        {
          severity: "error",
          summary: "Unable to Upgrade Resource State",
          detail: expect.stringContaining(typeName) as string,
        },
      ]);
    }
  });

  it("that an upgrade stumbles over end in an error, not in a lost state or a crash", () => {
    const [first] = provider.resources;
    if (first === undefined) throw new Error("There is no resource.");
    const attributes = { text: optional(string, "Holds text.") };
    const stumbling = stateUpgrader(0, attributes, attributes, () => {
      throw new Error("the text was not foreseen");
    });
    const resource = { ...first, schema: { version: 1, description: "Any.", attributes }, upgraders: [stumbling] };
    const { value, diagnostics } = server.upgradeState(resource, 0, new Map([["text", "x"]]));
    expect(value).toBeNull();
    expect(diagnostics.items).toMatchObject([
      {
        severity: "error",
        summary: "Provider Bug",
        detail: expect.stringContaining("the text was not foreseen") as string,
      },
    ]);
  });
});
