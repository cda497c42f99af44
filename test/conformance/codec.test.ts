import { ExtData, ExtensionCodec, decode, encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformanceProblem } from "../../provider/src/cty/conformance.js";
import { CtyNumber } from "../../provider/src/cty/number.js";
import { transformValue } from "../../provider/src/cty/transform.js";
import { formatType, parseType } from "../../provider/src/cty/type-json.js";
import { ctyDynamic, ctyList, ctyMap, ctyNumber, ctyObject, ctySet, ctyString } from "../../provider/src/cty/type.js";
import type { CtyType } from "../../provider/src/cty/type.js";
import { valuesEqual } from "../../provider/src/cty/value-equality.js";
import { DynamicValue, UNKNOWN, Unknown, isMapping, isUnknown } from "../../provider/src/cty/value.js";
import type { CtyValue } from "../../provider/src/cty/value.js";
import { CodecError } from "../../provider/src/protocol/codec/codec-error.js";
import { decodeJson, encodeJson } from "../../provider/src/protocol/codec/cty-json.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../provider/src/protocol/codec/dynamic-value.js";
import { parseJson } from "../../provider/src/protocol/codec/parse-json.js";
import { arbitraryTypedValue } from "../support/cty-arbitraries.js";
import { answerVectors, bytesFromHex, goldenSchemaType, goldenVectors, rawStates } from "../support/cty-golden.js";
import type { AnswerVector } from "../support/cty-golden.js";
import { codecErrorOf } from "../support/cty-codec-error.js";

const fromHex = (type: CtyType, hex: string): CtyValue => decodeDynamicValue(type, { msgpack: bytesFromHex(hex) });
const toHex = (type: CtyType, value: CtyValue): string =>
  Buffer.from(encodeDynamicValue(type, value).msgpack).toString("hex");
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Reads the small subset of HCL in which the fixture writes configured values. */
const configValue = (type: CtyType, hcl: string): CtyValue => {
  if (hcl.startsWith("U_")) return UNKNOWN;
  if (type.kind === "dynamic") {
    const inner = parseType(hcl.startsWith("{") ? '["object",{"a":"string"}]' : '"string"');
    return new DynamicValue(inner, configValue(inner, hcl));
  }
  return decodeJson(type, hcl.replace(/(\w+) = /g, '"$1": '));
};

const acceptedAnswers = answerVectors.filter(({ accepted }) => accepted);

const readsAsConfigured = ({ type, bytes, configHcl }: AnswerVector): boolean => {
  const value = decodeDynamicValue(type, { msgpack: bytes });
  const configured = configValue(type, configHcl);
  return isUnknown(configured) ? isUnknown(value) : valuesEqual(type, value, configured);
};

describe("golden bytes", () => {
  it("25 decodes the golden bytes of every captured value", () => {
    expect(goldenVectors).toHaveLength(226);
    for (const { id, type, value, bytes } of goldenVectors) {
      expect(decodeDynamicValue(type, { msgpack: bytes }), id).toStrictEqual(value);
    }
  });

  it("25 decodes what an older CLI sends for the same values", () => {
    const older = goldenVectors.filter(({ olderBytes }) => olderBytes !== undefined);
    expect(older).toHaveLength(7);
    for (const { id, type, value, olderBytes } of older) {
      expect(decodeDynamicValue(type, { msgpack: olderBytes! }), id).toStrictEqual(value);
    }
  });

  it("25 encodes every captured value to the bytes that the CLI has sent", () => {
    for (const { id, type, value, bytes } of goldenVectors) {
      const encoded = encodeDynamicValue(type, value);
      expect(hexOf(encoded.msgpack) === hexOf(bytes), id).toBe(true);
      expect(encoded.json, id).toHaveLength(0);
    }
  });

  it("25 keeps a map key named __proto__", () => {
    const value = fromHex(ctyMap(ctyString), "81a95f5f70726f746f5f5fa170");
    expect(value).toStrictEqual(new Map([["__proto__", "p"]]));
    expect(toHex(ctyMap(ctyString), value)).toBe("81a95f5f70726f746f5f5fa170");
  });

  it("25 takes other spellings of an answer for the configured value where the CLIs do", () => {
    expect(acceptedAnswers.length).toBeGreaterThan(30);
    const misread = acceptedAnswers.filter((answer) => !readsAsConfigured(answer)).map(({ what }) => what);
    expect(misread).toEqual([]);
  });
});

const extensionCodec = new ExtensionCodec();
for (const type of [0, 12]) extensionCodec.register({ type, encode: () => null, decode: () => UNKNOWN });

const fromPlainMembers = (type: CtyType, plain: object): CtyValue =>
  new Map(
    Object.entries(plain).map(([name, member]: [string, unknown]) => {
      if (type.kind === "object") return [name, fromPlain(type.attributes.get(name) ?? ctyDynamic, member)];
      return [name, fromPlain(type.kind === "map" ? type.element : ctyDynamic, member)];
    }),
  );

const fromPlainItems = (type: CtyType, items: readonly unknown[]): CtyValue => {
  if (type.kind === "tuple") return items.map((item, i) => fromPlain(type.elements[i] ?? ctyDynamic, item));
  if (type.kind === "list" || type.kind === "set") return items.map((item) => fromPlain(type.element, item));
  const inner = parseType(Buffer.from(items[0] as Uint8Array).toString("utf8"));
  return new DynamicValue(inner, fromPlain(inner, items[1]));
};

/** Turns what the foreign decoder returns into a value. */
const fromPlain = (type: CtyType, plain: unknown): CtyValue => {
  if (plain === null || typeof plain === "boolean" || plain instanceof Unknown) return plain;
  if (type.kind === "number") return CtyNumber.of(plain as number | bigint | string);
  if (typeof plain === "string") return plain;
  return Array.isArray(plain) ? fromPlainItems(type, plain) : fromPlainMembers(type, plain as object);
};

/** Turns a value into what the foreign encoder takes; a number travels as a double only when that keeps it. */
const toPlain = (value: CtyValue): unknown => {
  if (isUnknown(value)) return new ExtData(0, Uint8Array.of(0));
  if (value instanceof DynamicValue) return [Buffer.from(formatType(value.type)), toPlain(value.value)];
  if (value instanceof CtyNumber) return CtyNumber.of(value.toNumber()).equals(value) ? value.toNumber() : value.text;
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, member]: [string, CtyValue]) => [key, toPlain(member)]));
  return Array.isArray(value) ? value.map(toPlain) : value;
};

const withoutRefinements = (type: CtyType, value: CtyValue): CtyValue =>
  transformValue(type, value, (_path, _type, part) => (isUnknown(part) ? UNKNOWN : part));

const everything = { nulls: true, unknowns: true };

describe("round trips of arbitrary values", () => {
  it("26 decodes what it has encoded, for all types", () => {
    fc.assert(
      fc.property(arbitraryTypedValue(everything), ([type, value]) => {
        expect(decodeDynamicValue(type, encodeDynamicValue(type, value))).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it("26 writes what a foreign decoder reads as the same value", () => {
    fc.assert(
      fc.property(arbitraryTypedValue(everything), ([type, value]) => {
        const { msgpack } = encodeDynamicValue(type, value);
        // The foreign decoder refuses such a key.
        fc.pre(!Buffer.from(msgpack).includes("__proto__"));
        const plain = decode(msgpack, { useBigInt64: true, extensionCodec });
        expect(fromPlain(type, plain)).toEqual(withoutRefinements(type, value));
      }),
      { numRuns: 500 },
    );
  });

  it("26 reads what a foreign encoder has written of the same value", () => {
    fc.assert(
      fc.property(arbitraryTypedValue(everything), ([type, value]) => {
        const msgpack = encode(toPlain(value));
        expect(decodeDynamicValue(type, { msgpack })).toStrictEqual(withoutRefinements(type, value));
      }),
      { numRuns: 500 },
    );
  });

  it("26 reads the JSON form of what it has written", () => {
    fc.assert(
      fc.property(arbitraryTypedValue({ nulls: true }), ([type, value]) => {
        expect(decodeJson(type, encodeJson(type, value))).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe("bytes that nobody should have sent", () => {
  const outcomeOf = (type: CtyType, msgpack: Uint8Array): CtyValue | CodecError => {
    try {
      return decodeDynamicValue(type, { msgpack });
    } catch (error) {
      if (error instanceof CodecError) return error;
      throw error;
    }
  };

  const staysSafe = (type: CtyType, bytes: Uint8Array): void => {
    const outcome = outcomeOf(type, bytes);
    if (!(outcome instanceof CodecError)) expect(conformanceProblem(type, outcome)).toBeUndefined();
  };

  it("26 answers random bytes with a value of the type or a codec error", () => {
    fc.assert(
      fc.property(arbitraryTypedValue(), fc.uint8Array({ maxLength: 40 }), ([type], bytes) => {
        staysSafe(type, bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("26 answers damaged bytes of a real value with a value of the type or a codec error", () => {
    const damage = fc.tuple(fc.nat(), fc.nat(255), fc.nat());
    fc.assert(
      fc.property(arbitraryTypedValue(everything), damage, ([type, value], [at, byte, cut]) => {
        const { msgpack } = encodeDynamicValue(type, value);
        msgpack[at % msgpack.length] = byte;
        staysSafe(type, msgpack);
        staysSafe(type, msgpack.subarray(0, cut % msgpack.length));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("numbers", () => {
  it.each([
    ["0.1", "a3302e31"],
    ["0.0000001", "a9302e30303030303031"],
    ["9007199254740993", "cf0020000000000001"],
    ["9223372036854775808", "b339323233333732303336383534373735383038"],
    ["18446744073709551615", "b43138343436373434303733373039353531363135"],
    ["123456789012345678901234567890", "be313233343536373839303132333435363738393031323334353637383930"],
    ["0.1234567890123456789", "b5302e31323334353637383930313233343536373839"],
  ])("27 keeps the text of %s", (text, hex) => {
    expect(fromHex(ctyNumber, hex)).toStrictEqual(CtyNumber.of(text));
    expect(toHex(ctyNumber, CtyNumber.of(text))).toBe(hex);
    expect(decodeJson(ctyNumber, text)).toStrictEqual(CtyNumber.of(text));
    expect(encodeJson(ctyNumber, CtyNumber.of(text))).toBe(text);
  });

  it("27 reads a large integer that came as a double as the integer it is, and answers with digits", () => {
    const value = fromHex(ctyNumber, "cb4450000000000000");
    expect(value).toStrictEqual(CtyNumber.of(2n ** 70n));
    expect(toHex(ctyNumber, value)).toBe(hexOf(encode("1180591620717411303424")));
  });

  it("27 writes a fraction with more digits than a double is read with as digits", () => {
    const text = "0.000000000931322574615478515625";
    expect(fromHex(ctyNumber, toHex(ctyNumber, CtyNumber.of(text)))).toStrictEqual(CtyNumber.of(text));
    expect(Number(text)).toBe(2 ** -30);
  });
});

describe("the two encodings", () => {
  const empty = new Uint8Array();

  it("28 reads an absent or empty dynamic value as null", () => {
    expect(decodeDynamicValue(ctyString, undefined)).toBeNull();
    expect(decodeDynamicValue(ctyString, {})).toBeNull();
    expect(decodeDynamicValue(ctyString, { msgpack: empty, json: empty })).toBeNull();
  });

  it("28 reads a value from the JSON field", () => {
    const json = Buffer.from('{"a": ["x"]}');
    const type = ctyObject({ a: ctySet(ctyString), b: ctyNumber });
    expect(decodeDynamicValue(type, { msgpack: empty, json })).toStrictEqual(
      new Map<string, CtyValue>([
        ["a", ["x"]],
        ["b", null],
      ]),
    );
  });
});

describe("unknown values", () => {
  it("29 reads every extension code as unknown", () => {
    for (let code = 0; code < 256; code += 1) {
      if (code === 12) continue;
      const hex = code.toString(16).padStart(2, "0");
      expect(fromHex(ctyString, `d4${hex}00`)).toBe(UNKNOWN);
      expect(fromHex(ctyList(ctyString), `c702${hex}ffff`)).toBe(UNKNOWN);
      expect(fromHex(ctyDynamic, `d8${hex}${"00".repeat(16)}`)).toBe(UNKNOWN);
    }
    expect(fromHex(ctyString, "c7000c")).toBe(UNKNOWN);
  });

  it("29 writes an unknown of which nothing is known as fixext1 of code 0", () => {
    expect(toHex(ctyString, UNKNOWN)).toBe("d40000");
    expect(toHex(ctyDynamic, new Unknown({ notNull: true }))).toBe("d40000");
  });

  it("29 passes over what a newer CLI might know of a value", () => {
    expect(fromHex(ctyString, "c7070c8201c2639201a0")).toStrictEqual(new Unknown({ notNull: true }));
  });
});

describe("Unicode", () => {
  const decomposed = "e\u0301";

  it("30 reads strings, keys and attribute names in NFC", () => {
    expect(fromHex(ctyString, "a365cc81")).toBe("é");
    expect(fromHex(ctyMap(ctyString), "81a365cc81a178")).toStrictEqual(new Map([["é", "x"]]));
    expect(fromHex(ctyObject({ é: ctyString }), "81a365cc81a178")).toStrictEqual(new Map([["é", "x"]]));
    expect(decodeJson(ctyMap(ctyString), `{"${decomposed}":"${decomposed}"}`)).toStrictEqual(new Map([["é", "é"]]));
    expect(decodeJson(ctyObject({ é: ctyString }), `{"${decomposed}":"x"}`)).toStrictEqual(new Map([["é", "x"]]));
  });

  it("30 compares and writes strings after NFC", () => {
    expect(valuesEqual(ctyString, decomposed, "é")).toBe(true);
    expect(valuesEqual(ctySet(ctyString), [decomposed, "é"], ["é"])).toBe(true);
    expect(toHex(ctyString, decomposed)).toBe("a2c3a9");
    expect(toHex(ctyMap(ctyString), new Map([[decomposed, decomposed]]))).toBe("81a2c3a9a2c3a9");
  });
});

describe("objects", () => {
  const type = ctyObject({ b: ctyNumber, a: ctyString, c: ctyString });

  it("31 writes every attribute of an object, null where it is null", () => {
    const value = new Map<string, CtyValue>([
      ["c", null],
      ["a", "x"],
      ["b", null],
    ]);
    expect(toHex(type, value)).toBe("83a161a178a162c0a163c0");
  });

  it("31 refuses to write an object that lacks an attribute, and says where", () => {
    const error = codecErrorOf(() =>
      encodeDynamicValue(ctyObject({ o: ctyList(type) }), new Map([["o", [new Map([["a", "x"]])]]])),
    );
    expect(error.path).toEqual([{ attribute: "o" }, { index: 0 }]);
    expect(error.message).toBe('The object lacks these attributes: "b", "c".');
  });

  it("31 refuses to write an attribute that the type does not have", () => {
    const error = codecErrorOf(() =>
      encodeDynamicValue(
        ctyObject({ a: ctyString }),
        new Map([
          ["a", "x"],
          ["z", "y"],
        ]),
      ),
    );
    expect(error.message).toBe('The object has attributes that its type does not: "z".');
  });

  it.each(["object missing attribute", "object extra attribute"])(
    "31 refuses to read an answer with the %s",
    (what) => {
      const answer = answerVectors.find((vector) => vector.what === what)!;
      expect(codecErrorOf(() => decodeDynamicValue(answer.type, { msgpack: answer.bytes })).message).toContain(
        "attributes",
      );
    },
  );
});

describe("state files", () => {
  it("32 reads the state form of every captured value", () => {
    const inState = goldenVectors.filter(({ stateJson }) => stateJson !== undefined);
    expect(inState).toHaveLength(157);
    for (const { id, type, value, stateJson } of inState) {
      expect(valuesEqual(type, decodeJson(type, stateJson!), value), id).toBe(true);
    }
  });

  it("32 writes a state form that reads as the same value", () => {
    for (const { id, type, value, stateJson } of goldenVectors) {
      if (stateJson === undefined) continue;
      expect(valuesEqual(type, decodeJson(type, encodeJson(type, value)), value), id).toBe(true);
    }
  });

  it("32 reads raw states as the CLI slices them from its file, indentation and long numbers included", () => {
    expect(rawStates).toHaveLength(3);
    const sizes = rawStates.map((text) => {
      const value = decodeJson(goldenSchemaType("mini_small"), text);
      return isMapping(value) ? value.get("size") : undefined;
    });
    expect(sizes).toStrictEqual([
      CtyNumber.of("0.1"),
      CtyNumber.of("0.1"),
      CtyNumber.of("123456789012345678901234567890"),
    ]);
  });

  it("32 keeps all digits and any key when it reads JSON without a type", () => {
    const json = parseJson(' {\n\t"__proto__" : [ 0.1234567890123456789 , -1E+2 ] }\r\n');
    expect(json).toStrictEqual(new Map([["__proto__", [CtyNumber.of("0.1234567890123456789"), CtyNumber.of(-100)]]]));
  });
});
