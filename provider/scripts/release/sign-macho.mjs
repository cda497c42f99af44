// Signs a macOS executable ad hoc, as a linker does: a list of the checksums of its pages, with no identity behind it. Apple
// silicon starts no executable without one. Distribution outside of a CLI (a double click) would need a developer's signature.
import { createHash } from "node:crypto";

const LC_SEGMENT_64 = 0x19;
const LC_CODE_SIGNATURE = 0x1d;
const COMMAND_SIZE = 16;
const HEADER_SIZE = 32;
const CPU_TYPE_ARM64 = 0x0100000c;

const PAGE_SIZE = 4096;
const PAGE_SIZE_LOG2 = 12;
const HASH_BYTES = 32;
const HASH_SHA256 = 2;
const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
/** The first version with the executable segment. */
const CODE_DIRECTORY_VERSION = 0x20400;
const CODE_DIRECTORY_HEADER = 88;
const SUPER_BLOB_HEADER = 20;
const FLAG_ADHOC = 2;
const MAIN_BINARY = 1n;

const alignUp = (value, to) => Math.ceil(value / to) * to;

const commandsOf = (macho) => {
  const commands = [];
  let at = HEADER_SIZE;
  for (let left = macho.readUInt32LE(16); left > 0; left -= 1) {
    commands.push({ at, type: macho.readUInt32LE(at) });
    at += macho.readUInt32LE(at + 4);
  }
  return { commands, end: at };
};

const segmentsOf = (macho, commands) =>
  commands
    .filter(({ type }) => type === LC_SEGMENT_64)
    .map(({ at }) => ({
      at,
      name: macho.toString("latin1", at + 8, at + 24).replace(/\0+$/, ""),
      fileOffset: Number(macho.readBigUInt64LE(at + 40)),
      fileSize: Number(macho.readBigUInt64LE(at + 48)),
      firstSectionOffset: macho.readUInt32LE(at + 64) === 0 ? undefined : macho.readUInt32LE(at + 72 + 48),
    }));

const signatureSize = (codeLimit, identifier) =>
  SUPER_BLOB_HEADER + CODE_DIRECTORY_HEADER + identifier.length + 1 + Math.ceil(codeLimit / PAGE_SIZE) * HASH_BYTES;

/** Writes the signature of `code`, whose headers must be final. Everything in it is big endian. */
const signatureOf = (code, identifier, text) => {
  const size = signatureSize(code.length, identifier);
  const out = Buffer.alloc(size);
  const pages = Math.ceil(code.length / PAGE_SIZE);
  [SUPER_BLOB, size, 1, 0, SUPER_BLOB_HEADER].forEach((value, index) => out.writeUInt32BE(value, index * 4));
  const directory = out.subarray(SUPER_BLOB_HEADER);
  const hashOffset = CODE_DIRECTORY_HEADER + identifier.length + 1;
  const fields = [
    CODE_DIRECTORY,
    directory.length,
    CODE_DIRECTORY_VERSION,
    FLAG_ADHOC,
    hashOffset,
    CODE_DIRECTORY_HEADER,
    0,
    pages,
    code.length,
  ];
  fields.forEach((value, index) => directory.writeUInt32BE(value, index * 4));
  directory.set([HASH_BYTES, HASH_SHA256, 0, PAGE_SIZE_LOG2], 36);
  directory.writeBigUInt64BE(BigInt(text.fileOffset), 64);
  directory.writeBigUInt64BE(BigInt(text.fileSize), 72);
  directory.writeBigUInt64BE(MAIN_BINARY, 80);
  directory.write(identifier, CODE_DIRECTORY_HEADER, "latin1");
  for (let page = 0; page < pages; page += 1) {
    const bytes = code.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    directory.set(createHash("sha256").update(bytes).digest(), hashOffset + page * HASH_BYTES);
  }
  return out;
};

/** Returns the unsigned executable (64 bit) with an ad hoc signature under the given identifier. */
export const signMachO = (unsigned, identifier) => {
  const { commands, end } = commandsOf(unsigned);
  if (commands.some(({ type }) => type === LC_CODE_SIGNATURE)) throw new Error("The executable is signed already.");
  const segments = segmentsOf(unsigned, commands);
  const text = segments.find(({ name }) => name === "__TEXT");
  const linkEdit = segments.find(({ name }) => name === "__LINKEDIT");
  if (text === undefined || linkEdit === undefined) throw new Error("The executable lacks a segment to sign.");
  if (end + COMMAND_SIZE > text.firstSectionOffset)
    throw new Error("There is no room for the signature's load command.");
  const codeLimit = alignUp(unsigned.length, 16);
  const code = Buffer.concat([unsigned, Buffer.alloc(codeLimit - unsigned.length)]);
  const size = signatureSize(codeLimit, identifier);
  [LC_CODE_SIGNATURE, COMMAND_SIZE, codeLimit, size].forEach((value, index) =>
    code.writeUInt32LE(value, end + index * 4),
  );
  code.writeUInt32LE(commands.length + 1, 16);
  code.writeUInt32LE(end + COMMAND_SIZE - HEADER_SIZE, 20);
  const linkEditSize = codeLimit + size - linkEdit.fileOffset;
  const virtualPage = code.readUInt32LE(4) === CPU_TYPE_ARM64 ? 16384 : PAGE_SIZE;
  code.writeBigUInt64LE(BigInt(alignUp(linkEditSize, virtualPage)), linkEdit.at + 32);
  code.writeBigUInt64LE(BigInt(linkEditSize), linkEdit.at + 48);
  return Buffer.concat([code, signatureOf(code, identifier, text)]);
};
