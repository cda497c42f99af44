// Takes symbols and debug information out of an ELF executable: a quarter of Node's size, and every command of a CLI
// computes the checksum of the whole file.

const SECTION_TYPE_NOBITS = 8;
const FLAG_ALLOCATED = 2n;
const ALIGNMENT = 8;

const sectionAt = (elf, offset) => ({
  type: elf.readUInt32LE(offset + 4),
  allocated: (elf.readBigUInt64LE(offset + 8) & FLAG_ALLOCATED) !== 0n,
  start: Number(elf.readBigUInt64LE(offset + 24)),
  size: Number(elf.readBigUInt64LE(offset + 32)),
});

/** Returns the executable (64 bit, little endian) up to its last section that is loaded, with a shorter section table. */
export const stripElf = (elf) => {
  const tableStart = Number(elf.readBigUInt64LE(40));
  const entrySize = elf.readUInt16LE(58);
  const count = elf.readUInt16LE(60);
  const namesIndex = elf.readUInt16LE(62);
  const offsetOf = (index) => tableStart + index * entrySize;
  const sections = Array.from({ length: count }, (_, index) => sectionAt(elf, offsetOf(index)));
  const keep = sections.findLastIndex(({ allocated }) => allocated) + 1;
  const end = Math.max(
    ...sections.slice(0, keep).map(({ type, start, size }) => (type === SECTION_TYPE_NOBITS ? start : start + size)),
  );
  const { start, size } = sections[namesIndex];
  const names = elf.subarray(start, start + size);
  const padding = Buffer.alloc((ALIGNMENT - ((end + size) % ALIGNMENT)) % ALIGNMENT);
  const kept = elf.subarray(offsetOf(0), offsetOf(keep));
  const namesEntry = Buffer.from(elf.subarray(offsetOf(namesIndex), offsetOf(namesIndex + 1)));
  namesEntry.writeBigUInt64LE(BigInt(end), 24);
  const body = Buffer.from(elf.subarray(0, end));
  body.writeBigUInt64LE(BigInt(end + size + padding.length), 40);
  body.writeUInt16LE(keep + 1, 60);
  body.writeUInt16LE(keep, 62);
  return Buffer.concat([body, names, padding, kept, namesEntry]);
};
