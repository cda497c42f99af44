/** A property string of the wire: `first,key=value,...`, or only pairs. */
export interface PropertyText {
  /** What comes before the first comma when it is not a pair; undefined when it is. */
  readonly first: string | undefined;
  readonly pairs: ReadonlyMap<string, string>;
}

/** Splits a property string. */
export function parseProperties(text: string): PropertyText {
  const parts = text.split(",").filter((part) => part !== "");
  const bare = parts[0] !== undefined && !parts[0].includes("=") ? parts[0] : undefined;
  const pairs = parts.slice(bare === undefined ? 0 : 1).map((part) => {
    const at = part.indexOf("=");
    return at < 0 ? ([part, "1"] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
  });
  return { first: bare, pairs: new Map(pairs) };
}

/** Writes a property string the way the server does: the head, then the pairs in alphabetical order. */
export function formatProperties(head: string, pairs: ReadonlyMap<string, string>): string {
  const sorted = [...pairs].sort(([left], [right]) => (left < right ? -1 : 1));
  return [head, ...sorted.map(([key, value]) => `${key}=${value}`)].join(",");
}
