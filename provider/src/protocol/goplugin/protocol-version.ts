/**
 * Picks the highest protocol version that host and plugin both speak. `offered` is the host's list, such as "5,6" in
 * any order. Without a common version the plugin's highest is returned: the host then reports the mismatch itself.
 */
export function negotiateVersion(offered: string | undefined, supported: readonly number[]): number {
  const theirs = new Set((offered ?? "").split(",").map((text) => Number.parseInt(text.trim(), 10)));
  const common = supported.filter((version) => theirs.has(version));
  return Math.max(...(common.length > 0 ? common : supported));
}
