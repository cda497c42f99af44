import type { Path, PathStep } from "../../cty/path.js";

/** Bytes or text that are no value of the type, or a value that cannot be written; the message quotes no value. */
export class CodecError extends Error {
  override readonly name = "CodecError";
  /** Where in the value the trouble is; empty for the whole. */
  readonly path: Path;

  constructor(message: string, path: Path = []) {
    super(message);
    this.path = path;
  }
}

/** Returns the error as seen from one step further out; anything but a `CodecError` is returned as it is. */
export const errorWithin = (step: PathStep, error: unknown): unknown =>
  error instanceof CodecError ? new CodecError(error.message, [step, ...error.path]) : error;

/**
 * Returns what `parse` returns.
 * @throws CodecError in place of the RangeError or SyntaxError that `parse` throws.
 */
export const orCodecError = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) throw new CodecError(error.message);
    throw error;
  }
};
