const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NEEDED = 1n;
const DT_STRTAB = 5n;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

const segmentsOf = (elf: Buffer): readonly Segment[] => {
  const start = Number(elf.readBigUInt64LE(32));
  const entrySize = elf.readUInt16LE(54);
  return Array.from({ length: elf.readUInt16LE(56) }, (_, index) => {
    const at = start + index * entrySize;
    return {
      type: elf.readUInt32LE(at),
      offset: Number(elf.readBigUInt64LE(at + 8)),
      address: Number(elf.readBigUInt64LE(at + 16)),
      size: Number(elf.readBigUInt64LE(at + 32)),
    };
  });
};

const offsetOf = (segments: readonly Segment[], address: number): number => {
  const segment = segments.find(
    (each) => each.type === PT_LOAD && each.address <= address && address < each.address + each.size,
  );
  if (segment === undefined) throw new Error(`Nothing is loaded at ${address}.`);
  return segment.offset + address - segment.address;
};

/** Returns the names of the shared libraries without which the executable (ELF, 64 bit, little endian) does not start. */
export const librariesOf = (elf: Buffer): readonly string[] => {
  const segments = segmentsOf(elf);
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === undefined) return [];
  const entries = Array.from({ length: dynamic.size / 16 }, (_, index) => ({
    tag: elf.readBigUInt64LE(dynamic.offset + index * 16),
    value: Number(elf.readBigUInt64LE(dynamic.offset + index * 16 + 8)),
  }));
  const texts = offsetOf(segments, entries.find(({ tag }) => tag === DT_STRTAB)?.value ?? 0);
  return entries
    .filter(({ tag }) => tag === DT_NEEDED)
    .map(({ value }) => elf.toString("latin1", texts + value, elf.indexOf(0, texts + value)));
};
