import { inflateRawSync } from "node:zlib";

const CENTRAL_DIRECTORY_ENTRY = 0x02014b50;

const STORED = 0;

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  /** Type and permissions as Unix has them, such as 0o100755; 0 when the archive does not tell. */
  readonly mode: number;
  readonly bytes: Buffer;
}

const contentOf = (archive: Buffer, at: number): Buffer => {
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
  return archive.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed);
};

/** Unpacks an archive. Only what CLIs and registries deal with is understood: no ZIP64. */
export const zipEntries = (archive: Buffer): readonly ZipEntry[] => {
  const entries: ZipEntry[] = [];
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  while (entries.length < count) {
    if (archive.readUInt32LE(at) !== CENTRAL_DIRECTORY_ENTRY) throw new Error("The archive is damaged.");
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString("utf8", at + 46, nameEnd),
      mode: archive.readUInt32LE(at + 38) >>> 16,
      bytes: contentOf(archive, at),
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
};
