import { CodecError } from "./codec-error.js";

/** Reads big-endian numbers and byte runs one after the other; every read throws a `CodecError` at the end of the bytes. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Number of bytes that are left. */
  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  /** Takes an unsigned integer of 1, 2 or 4 bytes. */
  unsigned(size: 1 | 2 | 4): number {
    const at = this.#advance(size);
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at) : this.#view.getUint32(at);
  }

  /** Takes a signed integer of 1, 2 or 4 bytes. */
  signed(size: 1 | 2 | 4): number {
    const at = this.#advance(size);
    if (size === 1) return this.#view.getInt8(at);
    return size === 2 ? this.#view.getInt16(at) : this.#view.getInt32(at);
  }

  /** Takes an unsigned integer of 8 bytes. */
  unsigned64(): bigint {
    return this.#view.getBigUint64(this.#advance(8));
  }

  /** Takes a signed integer of 8 bytes. */
  signed64(): bigint {
    return this.#view.getBigInt64(this.#advance(8));
  }

  /** Takes an IEEE 754 number of 4 or 8 bytes. */
  float(size: 4 | 8): number {
    const at = this.#advance(size);
    return size === 4 ? this.#view.getFloat32(at) : this.#view.getFloat64(at);
  }

  /** Takes `length` bytes as a view, not a copy. */
  run(length: number): Uint8Array {
    const at = this.#advance(length);
    return this.#bytes.subarray(at, at + length);
  }

  #advance(length: number): number {
    if (length > this.remaining) throw new CodecError("The msgpack data ends in the middle of a value.");
    const at = this.#offset;
    this.#offset += length;
    return at;
  }
}
