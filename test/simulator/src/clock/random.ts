import { createHash } from "node:crypto";

const UINT32 = 0x1_0000_0000;

/** Gives a fraction in [0, 1) that depends on nothing but the seed and the parts. */
export function seededFraction(seed: number, ...parts: readonly (string | number)[]): number {
  return seededBytes(seed, ...parts).readUInt32BE(0) / UINT32;
}

/** Gives lower-case hexadecimal digits (at most 64) that depend on nothing but the seed and the parts. */
export function seededHex(seed: number, digits: number, ...parts: readonly (string | number)[]): string {
  return seededBytes(seed, ...parts)
    .toString("hex")
    .slice(0, digits);
}

/** Gives a text in the form of a random UUID that depends on nothing but the seed and the parts. */
export function seededUuid(seed: number, ...parts: readonly (string | number)[]): string {
  const hex = seededHex(seed, 32, ...parts);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

function seededBytes(seed: number, ...parts: readonly (string | number)[]): Buffer {
  return createHash("sha256")
    .update([seed, ...parts].join("\u0000"))
    .digest();
}

/** Gives a fraction in [0, 1) that depends on nothing but four whole numbers; quick, for values that are needed in masses. */
export function noise(seed: number, first: number, second: number, third: number): number {
  let hash = 0x811c9dc5;
  for (const part of [seed, first, second, third]) {
    hash = Math.imul(hash ^ part, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / UINT32;
}
