// Removes the signature of a Windows executable, which would not fit any more once something is added to the file.

const SECURITY_DIRECTORY = 4;
const PE32_PLUS = 0x20b;

/** Returns the executable without its certificate table. */
export const unsignPe = (exe) => {
  const optionalHeader = exe.readUInt32LE(0x3c) + 24;
  if (exe.readUInt16LE(optionalHeader) !== PE32_PLUS) throw new Error("This is no 64-bit Windows executable.");
  const directory = optionalHeader + 112 + SECURITY_DIRECTORY * 8;
  const start = exe.readUInt32LE(directory);
  const size = exe.readUInt32LE(directory + 4);
  if (size === 0) return exe;
  if (start + size !== exe.length) throw new Error("The certificate table is not at the end of the executable.");
  const unsigned = Buffer.from(exe.subarray(0, start));
  unsigned.fill(0, directory, directory + 8);
  return unsigned;
};
