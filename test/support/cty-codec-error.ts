import { CodecError } from "../../provider/src/protocol/codec/codec-error.js";

/** Returns the codec error that `act` throws; fails when it throws none or another. */
export const codecErrorOf = (act: () => unknown): CodecError => {
  try {
    act();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error("A codec error was expected, but nothing was thrown.");
};
