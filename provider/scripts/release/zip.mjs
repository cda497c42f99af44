// Writes zip archives as registries serve them: with the mode bits of Unix, and without anything that differs between two
// builds of the same files.
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

const UNIX = 3;
const ZIP_VERSION = 20;
const DEFLATED = 8;
const REGULAR_FILE = 0o100000;
/** 1 January 1980, the first day that the format knows. */
const DATE = 0x21;

/** The 26 bytes that a file's local header and its entry in the directory share. */
const commonHeader = ({ name, bytes }, packed) => {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(ZIP_VERSION, 0);
  header.writeUInt16LE(DEFLATED, 4);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
};

const directoryEntry = ({ name, mode }, common, offset) => {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE((UNIX << 8) | ZIP_VERSION, 4);
  common.copy(entry, 6);
  entry.writeUInt32LE(((REGULAR_FILE | mode) << 16) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
};

const endRecord = (count, directorySize, directoryStart) => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(directoryStart, 16);
  return end;
};

/** Packs files, each with `name`, `bytes` and `mode` (such as 0o755), in the given order. No file may exceed 2 GiB. */
export const zip = async (files) => {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const file of files) {
    const packed = await deflate(file.bytes);
    const common = commonHeader(file, packed);
    const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
    const local = Buffer.concat([signature, common, Buffer.from(file.name)]);
    parts.push(local, packed);
    directory.push(directoryEntry(file, common, offset));
    offset += local.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...parts, entries, endRecord(files.length, entries.length, offset)]);
};
