import { afterEach, describe, expect, it } from "vitest";
import { bindService } from "../../../../provider/src/protocol/grpc/bind-service.js";
import type { GenServiceMethods, GenService } from "../../../../provider/src/protocol/grpc/descriptors.js";
import type { Implementation, OnUncaught } from "../../../../provider/src/protocol/grpc/implementation.js";
import { StatusError } from "../../../../provider/src/protocol/grpc/status-error.js";
import { serveReattached } from "../../../../provider/src/protocol/goplugin/serve-reattached.js";
import type { ReattachedPlugin } from "../../../../provider/src/protocol/goplugin/serve-reattached.js";
import { Provider } from "../../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import { providerShape } from "../../../../provider/src/protocol/tfplugin6/gen/service-shapes.js";
import { GRPCController } from "../../../support/gen/goplugin_pb.js";
import { Provider as HostProvider } from "../../../support/gen/tfplugin6_pb.js";
import { connectPlugin } from "../../../support/plugin-client.js";
import type { PluginConnection } from "../../../support/plugin-client.js";

type Methods<S> = S extends GenService<infer M extends GenServiceMethods> ? M : never;
type ProviderHandlers = Implementation<Methods<typeof Provider>>;

interface Reattach {
  readonly Pid: number;
  readonly Test: boolean;
  readonly Protocol: string;
  readonly ProtocolVersion: number;
  readonly Addr: { readonly Network: string; readonly String: string };
}

const open: { plugin: ReattachedPlugin; connection: PluginConnection }[] = [];

afterEach(async () => {
  for (const { plugin, connection } of open.splice(0)) {
    connection.close();
    await plugin.close();
  }
});

function connect(plugin: ReattachedPlugin): PluginConnection {
  const configs = JSON.parse(plugin.reattachProviders) as Record<string, Reattach>;
  const { Addr } = configs["registry.terraform.io/example/proxlb"]!;
  const handshake = { line: "", fields: [], protocolVersion: 6, certificate: undefined };
  return connectPlugin({ ...handshake, network: Addr.Network, address: Addr.String }, undefined);
}

async function serve(handlers: ProviderHandlers, onUncaught?: OnUncaught) {
  let loads = 0;
  const load = () => {
    loads++;
    return Promise.resolve(bindService(Provider, handlers, onUncaught));
  };
  const plugin = await serveReattached("example/proxlb", [{ shape: providerShape, load }]);
  const connection = connect(plugin);
  open.push({ plugin, connection });
  return { plugin, connection, provider: connection.client(HostProvider), loads: () => loads };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Lets a test wait for something that happens inside a handler. */
function signalled<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe("a gRPC service", () => {
  it("answers a unary call with the fields that its handler gives", async () => {
    const { provider } = await serve({ callFunction: ({ name }) => ({ error: { text: name, functionArgument: 0n } }) });
    const response = await provider.callFunction({ name: "score" });
    expect(response.error).toMatchObject({ text: "score", functionArgument: 0n });
  });

  it("loads its handlers once, at the first call", async () => {
    const { provider, loads } = await serve({ stopProvider: () => ({}) });
    expect(loads()).toBe(0);
    await Promise.all([provider.stopProvider({}), provider.stopProvider({})]);
    expect(loads()).toBe(1);
  });

  it("streams responses in order, however fast they are made", async () => {
    const { provider } = await serve({
      // eslint-disable-next-line @typescript-eslint/require-await
      listResource: async function* ({ limit }) {
        for (let index = 0n; index < limit; index++) yield { displayName: String(index).padStart(2_000, "0") };
      },
    });
    const events = await all(provider.listResource({ limit: 300n }));
    expect(events.map((event) => Number(event.displayName))).toEqual([...Array(300).keys()]);
  });

  it("takes a stream of requests", async () => {
    const { provider } = await serve({
      writeStateBytes: async (chunks) => {
        const received = await all(chunks);
        return { diagnostics: received.map((chunk) => ({ summary: String(chunk.bytes.length) })) };
      },
    });
    const response = await provider.writeStateBytes([{ bytes: new Uint8Array(3) }, { bytes: new Uint8Array(5) }]);
    expect(response.diagnostics.map((diagnostic) => diagnostic.summary)).toEqual(["3", "5"]);
  });

  it("gives bytes as plain arrays", async () => {
    const seen = signalled<unknown>();
    const { provider } = await serve({
      readDataSource: ({ config }) => {
        seen.resolve(config?.msgpack);
        return {};
      },
    });
    await provider.readDataSource({ config: { msgpack: Uint8Array.of(1, 2) } });
    expect(Object.getPrototypeOf(await seen.promise)).toBe(Uint8Array.prototype);
  });

  it("lets the caller of the adapter answer for a handler that throws", async () => {
    const failures: unknown[] = [];
    const { provider } = await serve(
      {
        readDataSource: () => {
          throw new Error("broken");
        },
      },
      ({ error, method, request }) => {
        failures.push([method.name, request?.$typeName, (error as Error).message]);
        return { diagnostics: [{ summary: "answered instead" }] };
      },
    );
    const response = await provider.readDataSource({ typeName: "x" });
    expect(response.diagnostics).toMatchObject([{ summary: "answered instead" }]);
    expect(failures).toEqual([["ReadDataSource", "tfplugin6.ReadDataSource.Request", "broken"]]);
  });

  it("ends a stream whose handler throws with the answer given instead", async () => {
    const { provider } = await serve(
      {
        // eslint-disable-next-line @typescript-eslint/require-await
        listResource: async function* () {
          yield { displayName: "first" };
          throw new Error("broken");
        },
      },
      () => ({ diagnostic: [{ summary: "broken" }] }),
    );
    const events = await all(provider.listResource({}));
    expect(events.map((event) => event.displayName || event.diagnostic[0]?.summary)).toEqual(["first", "broken"]);
  });

  it("reports INTERNAL with the message when nobody answers for a handler that throws", async () => {
    const { provider } = await serve({ readDataSource: () => Promise.reject(new Error("broken")) });
    await expect(provider.readDataSource({})).rejects.toMatchObject({ code: 13, details: "broken" });
  });

  it("passes a status that a handler chose, past the hook for defects", async () => {
    const { provider } = await serve({ readDataSource: () => Promise.reject(new StatusError(8, "too much")) }, () => ({
      diagnostics: [{ summary: "never" }],
    }));
    await expect(provider.readDataSource({})).rejects.toMatchObject({ code: 8, details: "too much" });
  });

  it("says UNIMPLEMENTED, with the method's name, for methods of every kind without a handler", async () => {
    const { provider } = await serve({});
    const text = "This provider does not implement the method /tfplugin6.Provider/";
    await expect(provider.lockState({})).rejects.toMatchObject({ code: 12, details: `${text}LockState.` });
    await expect(all(provider.invokeAction({}))).rejects.toMatchObject({ code: 12, details: `${text}InvokeAction.` });
    await expect(provider.writeStateBytes([{}])).rejects.toMatchObject({ code: 12 });
  });

  it("aborts the handler's signal when the caller goes away", async () => {
    const started = signalled<null>();
    const aborted = signalled<unknown>();
    const { provider } = await serve({
      readDataSource: async (_request, { signal, method }) => {
        signal.addEventListener("abort", () => {
          aborted.resolve(signal.reason);
        });
        started.resolve(null);
        await aborted.promise;
        return { diagnostics: [{ summary: method }] };
      },
    });
    const stop = new AbortController();
    const outcome = provider.readDataSource({}, { signal: stop.signal }).catch((error: unknown) => error);
    await started.promise;
    stop.abort();
    expect(await outcome).toMatchObject({ code: 1 });
    expect(await aborted.promise).toMatchObject({
      message: "The call /tfplugin6.Provider/ReadDataSource was cancelled by its caller.",
    });
  });
});

describe("reattach mode", () => {
  it("lists the provider under its address in both registries", async () => {
    const { plugin } = await serve({});
    const configs = JSON.parse(plugin.reattachProviders) as Record<string, Reattach>;
    expect(Object.keys(configs)).toEqual([
      "registry.terraform.io/example/proxlb",
      "registry.opentofu.org/example/proxlb",
    ]);
    for (const config of Object.values(configs)) {
      expect(config).toMatchObject({ Protocol: "grpc", ProtocolVersion: 6, Pid: process.pid, Test: true });
    }
  });

  it("outlives Shutdown, new connections and repeated configuration", async () => {
    let configured = 0;
    const { plugin } = await serve({
      configureProvider: () => {
        configured++;
        return {};
      },
    });
    for (let round = 0; round < 3; round++) {
      const host = connect(plugin);
      await host.client(HostProvider).configureProvider({});
      await host.client(GRPCController).shutdown({});
      host.close();
    }
    expect(configured).toBe(3);
  });

  it("aborts calls in progress when it is closed", async () => {
    const started = signalled<null>();
    const aborted = signalled<unknown>();
    const { plugin, provider } = await serve({
      readDataSource: async (_request, { signal }) => {
        signal.addEventListener("abort", () => {
          aborted.resolve(signal.reason);
        });
        started.resolve(null);
        await aborted.promise;
        return {};
      },
    });
    const outcome = provider.readDataSource({}).catch((error: unknown) => error);
    await started.promise;
    await plugin.close();
    expect(await aborted.promise).toMatchObject({ message: "The provider is being closed." });
    await outcome;
  });
});
