import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The outside world of the test provider: a folder with one JSON file per object, which tests may change as they like. */
export class ObjectStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  #file(key: string): string {
    return join(this.#folder, `${encodeURIComponent(key)}.json`);
  }

  /** Returns the text of an object, or undefined. */
  get(key: string): string | undefined {
    return existsSync(this.#file(key)) ? readFileSync(this.#file(key), "utf8") : undefined;
  }

  /** Creates or overwrites an object. */
  put(key: string, text: string): void {
    writeFileSync(this.#file(key), text);
  }

  /** Removes an object; one that is not there is fine. */
  remove(key: string): void {
    rmSync(this.#file(key), { force: true });
  }

  /** Returns the keys of all objects, sorted. */
  keys(): readonly string[] {
    return readdirSync(this.#folder)
      .map((name) => decodeURIComponent(name.replace(/\.json$/, "")))
      .sort();
  }
}
