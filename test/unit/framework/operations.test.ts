import { describe, expect, it } from "vitest";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { isMapping, UNKNOWN } from "../../../provider/src/cty/value.js";
import { defineDataSource } from "../../../provider/src/framework/data-source.js";
import { defineProvider } from "../../../provider/src/framework/provider-definition.js";
import { computed } from "../../../provider/src/framework/schema/attribute.js";
import { string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import { itemAttributes } from "../../support/test-provider/item-attributes.js";
import { resourceOf, textsOf, valueOf, withLabServer } from "../../support/test-provider/lab-server.js";
import { silentLogger } from "../../support/test-provider/silent-logger.js";

const nobody = new AbortController().signal;

const nothing = new Uint8Array();

type Members = Readonly<Record<string, unknown>>;

const itemValue = (members: Members): CtyValue => valueOf(itemAttributes, { name: "web", size: 1, ...members });

const created = (server: ProviderServer, members: Members, caller = nobody) =>
  server.applyResource(
    resourceOf(server, "lab_item"),
    { prior: null, planned: itemValue(members), config: itemValue(members), plannedPrivate: nothing },
    caller,
  );

const memberOf = (value: CtyValue, name: string): unknown => (isMapping(value) ? value.get(name) : undefined);

/** Aborts as soon as the object is in the store, that is while create waits. */
const abortWhile = async <T>(run: (caller: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const result = run(controller.signal);
  controller.abort(new Error("gone"));
  return result;
};

describe("a create that does not end well", () => {
  it("leaves the state that was reported last when it throws", () =>
    withLabServer(async (server, store) => {
      const { state, diagnostics } = await created(server, { misbehave: "create_half" });
      expect(store.keys()).toEqual(["item:web"]);
      expect(memberOf(state, "note")).toBe("half made");
      expect(textsOf(diagnostics)).toEqual(["Store Failed: The store answered: the disk was full."]);
    }));

  it("leaves nothing when it throws before anything was done", () =>
    withLabServer(async (server, store) => {
      const { state, diagnostics } = await created(server, { misbehave: "create" });
      expect(store.keys()).toEqual([]);
      expect(state).toBeNull();
      expect(diagnostics.hasErrors).toBe(true);
    }));

  it("ends when its caller is gone", () =>
    withLabServer(async (server) => {
      const { state, diagnostics } = await abortWhile((caller) => created(server, { seconds: 60 }, caller));
      expect(memberOf(state, "note")).toBe("half made");
      expect(textsOf(diagnostics)[0]).toContain("The create of lab_item was cancelled before it finished.");
    }));

  it("ends when the run is stopped", () =>
    withLabServer(async (server) => {
      const running = created(server, { seconds: 60 });
      server.stop();
      const { state, diagnostics } = await running;
      expect(memberOf(state, "note")).toBe("half made");
      expect(textsOf(diagnostics)[0]).toContain("Operation Cancelled");
    }));
});

describe("a time limit", () => {
  it("ends the operation and names it, its type and the setting", () =>
    withLabServer(async (server) => {
      const timeouts = { create: "20ms" };
      const { state, diagnostics } = await created(server, { seconds: 60, timeouts });
      expect(memberOf(state, "note")).toBe("half made");
      expect(textsOf(diagnostics)).toEqual([
        "Operation Timed Out: The create of lab_item did not finish within 20ms. Raise `timeouts.create` if it needs longer.",
      ]);
    }));

  it("may be longer than a timer can be set to", () =>
    withLabServer(async (server) => {
      const { diagnostics } = await created(server, { seconds: 0.05, timeouts: { create: "900h" } });
      expect(textsOf(diagnostics)).toEqual([]);
    }));
});

describe("what the outside world spells otherwise", () => {
  it("is kept as it was planned", () =>
    withLabServer(async (server, store) => {
      const { state } = await created(server, { spelling: "web" });
      expect(store.get("item:web")).toContain('"spelling":"WEB"');
      expect(memberOf(state, "spelling")).toBe("web");
    }));

  it("is kept as it was when it is read", () =>
    withLabServer(async (server) => {
      const item = resourceOf(server, "lab_item");
      const { state } = await created(server, { spelling: "web" });
      const read = await server.readResource(item, { state, privateBytes: nothing }, nobody);
      expect(memberOf(read.state, "spelling")).toBe("web");
    }));
});

describe("an unknown value outside of a plan", () => {
  const attributes = { answer: computed(string, "Holds the answer.") };
  const source = defineDataSource<typeof attributes, unknown>({
    typeName: "lab_open",
    description: "Leaves its answer open.",
    attributes,
    read: () => Promise.resolve({ answer: UNKNOWN as never }),
  });

  it("is reported with its path, as the provider's own mistake", async () => {
    const definition = {
      typeName: "lab",
      version: "1.0.0",
      description: "Any.",
      attributes: {},
      dataSources: [source],
      resources: [],
      functions: [],
      configure: () => ({}),
      describeError: () => undefined,
    };
    const server = new ProviderServer(defineProvider(definition), silentLogger);
    await server.configure(new Map());
    const { value, diagnostics } = await server.readDataSource(source, new Map([["answer", null]]), nobody);
    expect(value).toBeNull();
    expect(textsOf(diagnostics)).toEqual([
      'Provider Bug: lab_open left "answer" unknown after read. This is a bug in the provider; please report it.',
    ]);
  });
});
