const FIRST_SURROGATE = 0xd800;
const FIRST_AFTER_SURROGATES = 0xe000;

/** Ranks a UTF-16 code unit so that surrogates, which stand for the highest code points, come last. */
const rank = (unit: number): number => {
  if (unit < FIRST_SURROGATE) return unit;
  return unit < FIRST_AFTER_SURROGATES ? unit + 0x2000 : unit - 0x800;
};

/** Compares two strings by their UTF-8 bytes, as Terraform orders names; JavaScript's own order differs beyond U+FFFF. */
export const compareUtf8 = (a: string, b: string): number => {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};
