/** Values that a broken proxy, a new version or a bug could put into a field; undefined removes it. */
export const ODDITIES = [
  undefined,
  null,
  "",
  "x",
  "0",
  "1.5",
  "-3",
  -1,
  0,
  1.5,
  1e300,
  true,
  false,
  [],
  {},
  ["a"],
  { a: 1 },
];

/** How often a property over captured answers is tried: little in every run of the tests, much in the long one. */
export const MUTATIONS = process.env["PROXLB_SOAK"] === "1" ? 10_000 : 500;

/** Limit of a test that tries as many mutations. */
export const MUTATIONS_TIMEOUT_MS = process.env["PROXLB_SOAK"] === "1" ? 1_800_000 : 60_000;

/** Replaces the value at one position of a JSON tree, chosen by the seed. */
export function replaceAt(tree: unknown, seed: number, value: unknown): unknown {
  let left = seed % countNodes(tree);
  const visit = (current: unknown): unknown => {
    left -= 1;
    if (left === -1) return value;
    if (Array.isArray(current)) return current.map(visit);
    if (typeof current === "object" && current !== null) {
      return Object.fromEntries(Object.entries(current).map(([key, child]) => [key, visit(child)]));
    }
    return current;
  };
  return visit(tree);
}

function countNodes(tree: unknown): number {
  const children = typeof tree === "object" && tree !== null ? Object.values(tree) : [];
  return children.reduce<number>((sum, child) => sum + countNodes(child), 1);
}
