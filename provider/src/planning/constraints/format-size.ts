const BYTES_PER_GIB = 1024 ** 3;

/** Words a size for a message; nothing is less than none. */
export function formatGib(bytes: number): string {
  return `${(Math.max(0, bytes) / BYTES_PER_GIB).toFixed(1)} GiB`;
}
