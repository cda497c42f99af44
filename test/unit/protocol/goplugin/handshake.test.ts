import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handshakeLine } from "../../../../provider/src/protocol/goplugin/handshake.js";

const plain = { protocolVersion: 6, network: "unix", address: "/tmp/plugin1/socket", multiplexAsked: false } as const;

describe("the handshake line", () => {
  it("has an empty certificate field without TLS", () => {
    expect(handshakeLine(plain)).toBe("1|6|unix|/tmp/plugin1/socket|grpc|\n");
  });

  it("says false in a seventh field to a host that asks about multiplexing", () => {
    expect(handshakeLine({ ...plain, multiplexAsked: true })).toBe("1|6|unix|/tmp/plugin1/socket|grpc||false\n");
  });

  it("carries a certificate of any length in base64 without padding", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 600 }), (certificate) => {
        const line = handshakeLine({ ...plain, certificate });
        const field = line.trimEnd().split("|")[5] ?? "";
        expect(field).toMatch(/^[A-Za-z0-9+/]+$/);
        expect(new Uint8Array(Buffer.from(field, "base64"))).toEqual(certificate);
      }),
    );
  });
});
