import { inflateRawSync } from "node:zlib";

const CENTRAL_DIRECTORY_ENTRY = 0x02014b50;

const STORED = 0;

/** Unpacks an archive, such as a saved plan, into texts by name. Only what the CLIs write is understood: no ZIP64. */
export const unzip = (archive: Buffer): Readonly<Record<string, string>> => {
  const files: Record<string, string> = {};
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (archive.readUInt32LE(at) !== CENTRAL_DIRECTORY_ENTRY) throw new Error("The archive is damaged.");
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const bytes = archive.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed);
    // Every byte stays itself, so that secrets are found in binary parts as well.
    files[name] = bytes.toString("latin1");
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
};
