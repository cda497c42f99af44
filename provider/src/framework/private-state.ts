/**
 * Bookkeeping of a resource that users do not see. Terraform carries the bytes from plan to apply to read; what an
 * answer does not repeat is lost, so the framework repeats everything that a resource does not change.
 */
export class PrivateState {
  readonly #entries: Map<string, unknown>;

  private constructor(entries: Map<string, unknown>) {
    this.#entries = entries;
  }

  /** Reads the bytes that Terraform sent; bytes that another provider wrote count as empty. */
  static decode(bytes: Uint8Array): PrivateState {
    if (bytes.length === 0) return new PrivateState(new Map());
    try {
      const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
      const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
      return new PrivateState(new Map(isObject ? Object.entries(parsed) : []));
    } catch {
      return new PrivateState(new Map());
    }
  }

  /** Returns the entry, or undefined. */
  get(key: string): unknown {
    return this.#entries.get(key);
  }

  /** Sets an entry; the value must survive JSON. */
  set(key: string, value: unknown): void {
    this.#entries.set(key, value);
  }

  /** Writes the bytes for Terraform: empty when there is nothing to remember. */
  encode(): Uint8Array {
    if (this.#entries.size === 0) return new Uint8Array();
    return new TextEncoder().encode(JSON.stringify(Object.fromEntries(this.#entries)));
  }
}
