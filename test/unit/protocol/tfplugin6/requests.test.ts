import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeMessage, encodeMessage } from "../../../../provider/src/protocol/grpc/message-codec.js";
import type { DescMessage } from "../../../../provider/src/protocol/grpc/descriptors.js";
import { Provider } from "../../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";

interface Captured {
  readonly rpc: string;
  readonly cli: string;
  readonly step: string;
  readonly hex: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const golden = JSON.parse(readFileSync(new URL("../../../fixtures/cty/cty-golden.json", import.meta.url), "utf8")) as {
  readonly requests: readonly Captured[];
};

const requestOf = (rpc: string): DescMessage => {
  const method = Provider.methods.find((candidate) => candidate.name === rpc);
  if (method === undefined) throw new Error(`no RPC ${rpc}`);
  return method.input;
};

const hexOf = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString("hex");
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Compares a decoded field with its description: bytes as hex or text, numbers and strings plainly, messages by field. */
function expectField(actual: unknown, described: unknown, path: string): void {
  if (Array.isArray(described)) {
    expect(actual, path).toHaveLength(described.length);
    described.forEach((item, index) => {
      expectField((actual as unknown[])[index], item, `${path}[${index}]`);
    });
  } else if (actual instanceof Uint8Array) {
    if (isObject(described)) expect(Buffer.from(actual).toString("utf8"), path).toBe(described["utf8"]);
    else expect(hexOf(actual), path).toBe(described);
  } else if (isObject(described)) {
    // An empty message is something else than none.
    expect(actual, path).toBeDefined();
    for (const [name, value] of Object.entries(described)) {
      // "value" repeats in another notation what the msgpack bytes say.
      if (name !== "value") expectField((actual as Record<string, unknown>)[camel(name)], value, `${path}.${name}`);
    }
  } else if (typeof actual === "bigint") {
    expect(actual, path).toBe(BigInt(described as number));
  } else {
    expect(actual, path).toBe(described);
  }
}

describe("requests captured from real CLIs", () => {
  it("are all in the fixture", () => {
    expect(golden.requests.length).toBeGreaterThanOrEqual(29);
  });

  const cases = golden.requests.map((request, index) => ({ ...request, index }));
  it.each(cases)("$index $rpc of $cli in step $step is understood to the last field", ({ rpc, hex, fields }) => {
    const schema = requestOf(rpc);
    const message = decodeMessage(schema, Buffer.from(hex, "hex"));
    expectField(message, fields, rpc);
    expect(decodeMessage(schema, encodeMessage(schema, message))).toEqual(message);
    expect(hexOf(encodeMessage(schema, message))).toBe(hex);
  });
});
