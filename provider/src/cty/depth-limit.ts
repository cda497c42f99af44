/**
 * Deepest nesting of types and values that is read or written. No configuration comes near it, and hostile bytes cannot
 * exhaust the stack below it.
 */
export const MAX_DEPTH = 400;
