import { readFileSync } from "node:fs";

/** Reads a captured answer under test/fixtures/pve: the whole body. */
export function fixtureBody(name: string): { readonly data: unknown } {
  return JSON.parse(readFileSync(new URL(`../fixtures/pve/${name}`, import.meta.url), "utf8")) as { data: unknown };
}
