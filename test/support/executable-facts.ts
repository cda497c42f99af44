import { createHash } from "node:crypto";

/** What the headers of an executable tell. */
export interface ExecutableFacts {
  readonly format: "ELF" | "Mach-O" | "PE";
  readonly machine: "x86-64" | "arm64";
  /** True when the program that Node runs at its start is in the place where Node looks for it. */
  readonly holdsProgram: boolean;
  /** True for an embedded signature that covers every page of the file, false for one that does not; undefined without any. */
  readonly signed: boolean | undefined;
}

/** The mark in Node's executable that says whether a program was put into it. */
const FUSE_IS_SET = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1";
const PROGRAM = "NODE_SEA_BLOB";

const PT_NOTE = 4;
const LC_SEGMENT_64 = 0x19;
const LC_CODE_SIGNATURE = 0x1d;

const machineOf = (number: number, machines: Readonly<Record<number, ExecutableFacts["machine"]>>) => {
  const machine = machines[number];
  if (machine === undefined) throw new Error(`The machine 0x${number.toString(16)} is not expected.`);
  return machine;
};

const elfFacts = (file: Buffer): ExecutableFacts => {
  const start = Number(file.readBigUInt64LE(32));
  const notes = Array.from({ length: file.readUInt16LE(56) }, (_, index) => start + index * file.readUInt16LE(54))
    .filter((at) => file.readUInt32LE(at) === PT_NOTE)
    .map((at) =>
      file.subarray(Number(file.readBigUInt64LE(at + 8))).subarray(0, Number(file.readBigUInt64LE(at + 32))),
    );
  return {
    format: "ELF",
    machine: machineOf(file.readUInt16LE(18), { 0x3e: "x86-64", 0xb7: "arm64" }),
    holdsProgram: notes.some((note) => note.includes(PROGRAM)) && file.includes(FUSE_IS_SET),
    signed: undefined,
  };
};

interface LoadCommand {
  readonly type: number;
  readonly at: number;
}

const loadCommands = (file: Buffer): readonly LoadCommand[] => {
  const commands: LoadCommand[] = [];
  for (let at = 32; commands.length < file.readUInt32LE(16); at += file.readUInt32LE(at + 4))
    commands.push({ type: file.readUInt32LE(at), at });
  return commands;
};

/** Judges the first code directory as the kernel does: one checksum for each page up to the signature. */
const pagesMatch = (file: Buffer, start: number): boolean => {
  const directory = file.subarray(start + file.readUInt32BE(start + 16));
  if (directory.readUInt32BE(0) !== 0xfade0c02) return false;
  const hashes = directory.subarray(directory.readUInt32BE(16));
  const limit = directory.readUInt32BE(32);
  const pageSize = 2 ** directory.readUInt8(39);
  const count = directory.readUInt32BE(28);
  if (limit !== start || count !== Math.ceil(limit / pageSize)) return false;
  return Array.from({ length: count }, (_, page) => page).every((page) => {
    const bytes = file.subarray(page * pageSize, Math.min(limit, (page + 1) * pageSize));
    return createHash("sha256")
      .update(bytes)
      .digest()
      .equals(hashes.subarray(page * 32, (page + 1) * 32));
  });
};

const segmentName = (file: Buffer, at: number): string => file.toString("latin1", at + 8, at + 24).replace(/\0+$/, "");

const machOFacts = (file: Buffer): ExecutableFacts => {
  const commands = loadCommands(file);
  const segments = commands.filter(({ type }) => type === LC_SEGMENT_64).map(({ at }) => at);
  const linkEdit = segments.find((at) => segmentName(file, at) === "__LINKEDIT");
  const reachesTheEnd =
    linkEdit !== undefined &&
    Number(file.readBigUInt64LE(linkEdit + 40) + file.readBigUInt64LE(linkEdit + 48)) === file.length;
  const signature = commands.find(({ type }) => type === LC_CODE_SIGNATURE);
  return {
    format: "Mach-O",
    machine: machineOf(file.readUInt32LE(4), { 0x01000007: "x86-64", 0x0100000c: "arm64" }),
    holdsProgram: segments.some((at) => segmentName(file, at) === "NODE_SEA") && file.includes(FUSE_IS_SET),
    signed: signature && reachesTheEnd && pagesMatch(file, file.readUInt32LE(signature.at + 8)),
  };
};

const peFacts = (file: Buffer): ExecutableFacts => {
  const header = file.readUInt32LE(0x3c);
  const securityDirectorySize = file.readUInt32LE(header + 24 + 112 + 36);
  return {
    format: "PE",
    machine: machineOf(file.readUInt16LE(header + 4), { 0x8664: "x86-64", 0xaa64: "arm64" }),
    holdsProgram: file.includes(Buffer.from(PROGRAM, "utf16le")) && file.includes(FUSE_IS_SET),
    // Whatever signature is there was made before the program was put in.
    signed: securityDirectorySize === 0 ? undefined : false,
  };
};

/** Reads the headers of a 64-bit executable. */
export const executableFacts = (file: Buffer): ExecutableFacts => {
  if (file.readUInt32BE(0) === 0x7f454c46) return elfFacts(file);
  if (file.readUInt32LE(0) === 0xfeedfacf) return machOFacts(file);
  if (file.toString("latin1", 0, 2) === "MZ") return peFacts(file);
  throw new Error("This is no executable.");
};
