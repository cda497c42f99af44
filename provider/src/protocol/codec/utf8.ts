import { CodecError } from "./codec-error.js";

const REPLACEMENT = "\u{fffd}";
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads UTF-8 text; a byte order mark stays part of the text.
 * @throws CodecError when the bytes are not UTF-8.
 */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  // The strict decoder is several times slower on short texts, so only doubtful ones go through it.
  if (!text.includes(REPLACEMENT)) return text;
  try {
    return strictDecoder.decode(bytes);
  } catch {
    throw new CodecError("The text is not valid UTF-8.");
  }
};
