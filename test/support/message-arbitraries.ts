import type { DescField, DescMessage, DescOneof } from "@bufbuild/protobuf";
import { ScalarType } from "@bufbuild/protobuf";
import fc from "fast-check";

type Init = Readonly<Record<string, unknown>>;

const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** Around the lengths at which the prefix of a text or a message becomes longer. */
const longText = fc.constantFrom(31, 32, 33, 126, 127, 128, 129, 16_384).map((length) => "a".repeat(length));

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom("", "\ufeff", "\ud800", "x\udc00y", "__proto__", "constructor") },
  { weight: 1, arbitrary: longText },
);

const int64 = fc.oneof(
  fc.bigInt({ min: -3n, max: 300n }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 32n, 2n ** 53n),
);

const SCALARS = new Map<ScalarType, fc.Arbitrary<unknown>>([
  [ScalarType.BOOL, fc.boolean()],
  [ScalarType.BYTES, fc.uint8Array({ maxLength: 200 })],
  [ScalarType.INT32, fc.integer(INT32)],
  [ScalarType.INT64, int64],
  [ScalarType.STRING, text],
  [ScalarType.UINT32, fc.integer({ min: 0, max: 2 ** 32 - 1 })],
]);

const scalar = (type: ScalarType): fc.Arbitrary<unknown> => {
  const arbitrary = SCALARS.get(type);
  if (arbitrary === undefined) throw new Error(`No arbitrary for ${ScalarType[type]}.`);
  return arbitrary;
};

/** Enums are open: any number may come. */
const enumValue = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer(INT32));

const known = new Map<string, fc.Arbitrary<Init>>();

const valueOf = (field: DescField, depth: number): fc.Arbitrary<unknown> => {
  if (field.message !== undefined) return initOf(field.message, depth - 1);
  return field.scalar === undefined ? enumValue : scalar(field.scalar);
};

const fieldOf = (field: DescField, depth: number): fc.Arbitrary<unknown> => {
  const value = valueOf(field, depth);
  if (field.fieldKind === "list") return fc.array(value, { maxLength: 3 });
  if (field.fieldKind === "map") return fc.dictionary(text, value, { maxKeys: 3, noNullPrototype: true });
  return fc.option(value, { nil: undefined, freq: 20 });
};

const choiceOf = (oneof: DescOneof, depth: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constant({ case: undefined }),
    ...oneof.fields.map((field) => valueOf(field, depth).map((value) => ({ case: field.localName, value }))),
  );

const arbitraryOf = (message: DescMessage, depth: number): fc.Arbitrary<Init> => {
  const members = message.members.flatMap((member) => {
    if (member.kind === "oneof") return [[member.localName, choiceOf(member, depth)] as const];
    // A message that contains itself has to end somewhere.
    return member.message !== undefined && depth === 0 ? [] : [[member.localName, fieldOf(member, depth)] as const];
  });
  return fc.record(Object.fromEntries(members), { requiredKeys: [], noNullPrototype: true });
};

/** Draws what a handler could return for a message: any of its fields, with messages inside it up to `depth` deep. */
export const initOf = (message: DescMessage, depth = 3): fc.Arbitrary<Init> => {
  const key = `${message.typeName} ${depth}`;
  const arbitrary = known.get(key) ?? arbitraryOf(message, Math.max(depth, 0));
  known.set(key, arbitrary);
  return arbitrary;
};

interface Mutation {
  /** As a share of the length. */
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(Infinity)),
  // Tags of groups, long varints and tags of all wire types are more likely to hurt than any other bytes.
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom([0x0b], [0x0c], [0x0b, 0x0c], [0xff, 0xff, 0xff, 0xff, 0xff], Array<number>(10).fill(0x80))
      .map((bytes) => Uint8Array.from(bytes)),
    fc
      .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 7 }))
      .map(([n, type]) => Uint8Array.of((n << 3) | type)),
  ),
});

const mutate = (bytes: Uint8Array, { at, remove, insert }: Mutation): Uint8Array => {
  const position = Math.floor(at * bytes.length);
  return Buffer.concat([
    bytes.subarray(0, position),
    insert,
    bytes.subarray(Math.min(bytes.length, position + remove)),
  ]);
};

/** Damages the bytes that it draws: cuts them off, takes some out, puts others in. */
export const damaged = (bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(bytes, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([start, mutations]) => mutations.reduce(mutate, start));
