/**
 * Reports a value that does not fit its schema.
 * @throws TypeError always; the codec checks types before us, so this is a bug of the provider.
 */
export const mismatch = (expected: string, found: unknown): never => {
  throw new TypeError(`A ${expected} was expected, but the value is ${found === null ? "null" : `a ${typeof found}`}.`);
};
