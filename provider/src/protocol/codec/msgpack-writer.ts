const INITIAL_CAPACITY = 256;

const UINT64_MIN = 0x1_0000_0000;

/** Writes msgpack data into a buffer that grows; every item takes its shortest form. */
export class MsgpackWriter {
  #buffer = Buffer.allocUnsafe(INITIAL_CAPACITY);
  #length = 0;

  /** Returns a copy of what has been written. */
  finish(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#buffer, 0, this.#length);
  }

  writeNil(): void {
    this.#byte(0xc0);
  }

  writeBool(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** Writes an integer of the safe range (±(2^53 − 1)). */
  writeInteger(value: number): void {
    if (value < 0) this.#negative(value);
    else if (value < 0x80) this.#byte(value);
    else if (value >= UINT64_MIN) this.writeInteger64(BigInt(value));
    else this.#sized([0xcc, 0xcd, 0xce], value);
  }

  /** Writes an integer in 8 bytes: unsigned when it is not negative, else signed. */
  writeInteger64(value: bigint): void {
    this.#byte(value < 0n ? 0xd3 : 0xcf);
    const at = this.#reserve(8);
    this.#buffer.writeBigUInt64BE(BigInt.asUintN(64, value), at);
  }

  writeFloat64(value: number): void {
    this.#byte(0xcb);
    const at = this.#reserve(8);
    this.#buffer.writeDoubleBE(value, at);
  }

  writeText(text: string): void {
    const length = Buffer.byteLength(text, "utf8");
    if (length < 0x20) this.#byte(0xa0 | length);
    else this.#sized([0xd9, 0xda, 0xdb], length);
    const at = this.#reserve(length);
    this.#buffer.write(text, at, "utf8");
  }

  writeBinary(bytes: Uint8Array): void {
    this.#sized([0xc4, 0xc5, 0xc6], bytes.length);
    this.#raw(bytes);
  }

  /** Announces an array; its members follow. */
  writeArrayHeader(length: number): void {
    if (length < 0x10) this.#byte(0x90 | length);
    else this.#sized([undefined, 0xdc, 0xdd], length);
  }

  /** Announces a map; its keys and values follow by turns. */
  writeMapHeader(length: number): void {
    if (length < 0x10) this.#byte(0x80 | length);
    else this.#sized([undefined, 0xde, 0xdf], length);
  }

  /** Writes an extension; `code` is 0 to 127. */
  writeExtension(code: number, body: Uint8Array): void {
    const fixed = [1, 2, 4, 8, 16].indexOf(body.length);
    if (fixed >= 0) this.#byte(0xd4 + fixed);
    else this.#sized([0xc7, 0xc8, 0xc9], body.length);
    this.#byte(code);
    this.#raw(body);
  }

  #negative(value: number): void {
    if (value >= -0x20) this.#byte(value + 0x100);
    else if (value >= -0x80) this.#headed(0xd0, 1, value + 0x100);
    else if (value >= -0x8000) this.#headed(0xd1, 2, value + 0x1_0000);
    else if (value >= -0x8000_0000) this.#headed(0xd2, 4, value + 0x1_0000_0000);
    else this.writeInteger64(BigInt(value));
  }

  /** Writes a number below 2^32 in 1, 2 or 4 bytes after the head for that size; an undefined head passes its size over. */
  #sized(heads: readonly [number | undefined, number, number], value: number): void {
    const [one, two, four] = heads;
    if (one !== undefined && value < 0x100) this.#headed(one, 1, value);
    else if (value < 0x1_0000) this.#headed(two, 2, value);
    else this.#headed(four, 4, value);
  }

  #headed(head: number, size: number, value: number): void {
    this.#byte(head);
    const at = this.#reserve(size);
    this.#buffer.writeUIntBE(value, at, size);
  }

  #byte(value: number): void {
    const at = this.#reserve(1);
    this.#buffer[at] = value;
  }

  #raw(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#buffer.set(bytes, at);
  }

  /** Makes room and returns where it starts. Doubling keeps the copying linear in the final size. */
  #reserve(size: number): number {
    const at = this.#length;
    this.#length += size;
    if (this.#length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#length, 2 * this.#buffer.length));
      larger.set(this.#buffer.subarray(0, at));
      this.#buffer = larger;
    }
    return at;
  }
}
