import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toBinary } from "@bufbuild/protobuf";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { CtyNumber } from "../../provider/src/cty/number.js";
import { ctyNumber, ctyObject, ctyString } from "../../provider/src/cty/type.js";
import type { CtyType } from "../../provider/src/cty/type.js";
import { isMapping, UNKNOWN } from "../../provider/src/cty/value.js";
import type { CtyValue } from "../../provider/src/cty/value.js";
import { impliedType } from "../../provider/src/framework/schema/schema.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../provider/src/protocol/codec/dynamic-value.js";
import { Diagnostic_Severity, Provider } from "../support/gen/tfplugin6_pb.js";
import { builtProviderFolder } from "../support/cli-paths.js";
import { isolatedProxlb } from "../support/oracles/served-resources.js";
import type { RunningPlugin, ServiceClient } from "../support/plugin-client.js";
import { startPlugin } from "../support/plugin-client.js";
import { buildTestProvider } from "../support/test-provider/host.js";
import { itemAttributes } from "../support/test-provider/item-attributes.js";
import { valueOf } from "../support/test-provider/lab-server.js";
import { ObjectStore } from "../support/test-provider/object-store.js";

const CANCELLED = 1;

const UNIMPLEMENTED = 12;

const proxlb = join(builtProviderFolder, "terraform-provider-proxlb");

let folder: string;
let lab: string;
const running: RunningPlugin[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-protocol-"));
  lab = (await buildTestProvider(folder)).executable;
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((plugin) => plugin.stop()));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = async (command: string, env: Readonly<Record<string, string>> = {}) => {
  const plugin = await startPlugin({ command, env });
  running.push(plugin);
  return plugin.client(Provider);
};

describe("the built provider", () => {
  const { attributes } = isolatedProxlb();
  const nothing = encodeDynamicValue(impliedType(attributes), valueOf(attributes, {}));

  it("23 answers calls in a process that was never asked for its schema", async () => {
    const provider = await start(proxlb);
    const { diagnostics } = await provider.validateProviderConfig({ config: nothing });
    expect(diagnostics).toEqual([]);
  });

  it("23 describes itself in less than 50 ms and 4 MB", async () => {
    const provider = await start(proxlb);
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const begun = performance.now();
      const schema = await provider.getProviderSchema({});
      times.push(performance.now() - begun);
      expect(toBinary(Provider.method.getProviderSchema.output, schema).length).toBeLessThan(4_000_000);
      expect(schema.serverCapabilities).toMatchObject({ getProviderSchemaOptional: true, planDestroy: true });
    }
    // Other work on the machine may slow single calls down.
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it("63 answers UNIMPLEMENTED for everything that it does not have", async () => {
    const provider = await start(proxlb);
    const names = [
      "configureStateStore",
      "validateStateStoreConfig",
      "getStates",
      "deleteState",
      "lockState",
      "unlockState",
      "getResourceIdentitySchemas",
      "upgradeResourceIdentity",
      "moveResourceState",
      "openEphemeralResource",
      "generateResourceConfig",
      "planAction",
    ] as const;
    const codes = await Promise.all(
      names.map((name) =>
        provider[name]({}).then(
          () => "answered",
          (error: unknown) => Object(error) as { readonly code?: unknown },
        ),
      ),
    );
    expect(codes).toEqual(names.map(() => expect.objectContaining({ code: UNIMPLEMENTED }) as unknown));
  });

  it("64 never defers, even where it would be allowed", async () => {
    const provider = await start(proxlb);
    const config = new Map<string, CtyValue>([
      ...(valueOf(attributes, {}) as ReadonlyMap<string, CtyValue>),
      ["endpoint", UNKNOWN],
    ]);
    const clientCapabilities = { deferralAllowed: true };
    const { diagnostics } = await provider.configureProvider({
      config: encodeDynamicValue(impliedType(attributes), config),
      clientCapabilities,
    });
    expect(diagnostics[0]?.summary).toBe("Unknown Proxmox VE API Endpoint");
    const { schema } = isolatedProxlb().resources[0] ?? { schema: { attributes: {} } };
    const type = impliedType(schema.attributes);
    const wanted = encodeDynamicValue(type, valueOf(schema.attributes, {}));
    const plan = await provider.planResourceChange({
      typeName: "proxlb_balance",
      priorState: encodeDynamicValue(type, null),
      proposedNewState: wanted,
      config: wanted,
      clientCapabilities,
    });
    expect(plan.deferred).toBeUndefined();
    expect(plan.plannedState?.msgpack.length).toBeGreaterThan(1);
  });
});

describe("a provider of this framework", () => {
  const call = async (name: string, ...args: readonly (readonly [CtyType, CtyValue] | undefined)[]) => {
    const provider = await start(lab);
    return provider.callFunction({
      name,
      arguments: args.map((arg) => (arg === undefined ? {} : encodeDynamicValue(...arg))),
    });
  };

  const text = (value: string | null) => [ctyString, value] as const;

  const number = (value: string) => [ctyNumber, CtyNumber.of(value)] as const;

  it("58 calls functions with any number of arguments", async () => {
    const { result, error } = await call("join_words", text("-"), text("a"), text("b"), text("c"));
    expect(error).toBeUndefined();
    expect(decodeDynamicValue(ctyString, result)).toBe("a-b-c");
    expect(decodeDynamicValue(ctyString, (await call("join_words", text("-"))).result)).toBe("");
  });

  it.each([[text(null)], [undefined]])("58 takes a null argument in both spellings", async (argument) => {
    expect(decodeDynamicValue(ctyString, (await call("or_none", argument)).result)).toBe("none");
  });

  it("58 names the argument at fault", async () => {
    const { result, error } = await call("halves", text("x"), number("3"));
    expect(result).toBeUndefined();
    expect(error).toMatchObject({ text: "The number must be even, but it is 3", functionArgument: 1n });
  });

  it("58 says that a function is at fault itself", async () => {
    const { error } = await call("about", number("0"));
    expect(error?.text).toContain("This is a bug in the provider");
    expect(error?.functionArgument).toBeUndefined();
  });

  it("58 keeps every digit of a number", async () => {
    const digits = "0.123456789012345678901234567890123456789";
    const { result } = await call("about", number(digits));
    const type = ctyObject({ value: ctyNumber, text: ctyString });
    expect(decodeDynamicValue(type, result)).toEqual(
      new Map<string, CtyValue>([
        ["value", CtyNumber.of(digits)],
        ["text", digits],
      ]),
    );
  });

  const itemType = impliedType(itemAttributes);

  /** Asks for an item whose creation takes a minute, and returns once that is under way. */
  const slowCreate = async (provider: ServiceClient<typeof Provider.method>, name: string, signal?: AbortSignal) => {
    const config = new Map([
      ["store", join(folder, name)],
      ["token", null],
    ]);
    const storeType = ctyObject({ store: ctyString, token: ctyString });
    await provider.configureProvider({ config: encodeDynamicValue(storeType, config) });
    const planned = encodeDynamicValue(itemType, valueOf(itemAttributes, { name: "web", seconds: 60 }));
    const applying = provider.applyResourceChange(
      { typeName: "lab_item", priorState: encodeDynamicValue(itemType, null), plannedState: planned, config: planned },
      signal === undefined ? {} : { signal },
    );
    await vi.waitFor(() => {
      expect(new ObjectStore(join(folder, name)).keys()).toEqual(["item:web"]);
    });
    return { applying };
  };

  it("11 ends a wait of 60 s within 1 s of StopProvider, with an error and the state by then", async () => {
    const provider = await start(lab);
    const { applying } = await slowCreate(provider, "stopped");
    const asked = performance.now();
    expect((await provider.stopProvider({})).Error).toBe("");
    const { newState, diagnostics } = await applying;
    expect(performance.now() - asked).toBeLessThan(1000);
    expect(diagnostics).toMatchObject([{ summary: "Operation Cancelled", severity: Diagnostic_Severity.ERROR }]);
    const state = decodeDynamicValue(itemType, newState);
    expect(isMapping(state) && state.get("note")).toBe("half made");
  });

  it("12 ends a wait when its call is cancelled, as when the host is gone", async () => {
    const provider = await start(lab, { TF_LOG: "ERROR" });
    const giveUp = new AbortController();
    const { applying } = await slowCreate(provider, "cancelled", giveUp.signal);
    const outcome = applying.catch((error: unknown) => error);
    giveUp.abort();
    expect(await outcome).toMatchObject({ code: CANCELLED });
    await vi.waitFor(() => {
      expect(running[0]?.stderr()).toContain("Operation Cancelled");
    });
  });
});
