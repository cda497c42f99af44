const MASK = "(hidden)";

/** Replaces every known secret in a text that comes from outside. */
export type Redact = (text: string) => string;

/** Keeps the secrets of one client so that no text of the server can carry them into an error or a trace. */
export class SecretKeeper {
  readonly #secrets = new Set<string>();
  readonly #announce: (secret: string) => void;

  /** `announce` is called with each secret, so that others can keep it out of their texts too. */
  constructor(announce: (secret: string) => void) {
    this.#announce = announce;
  }

  /** Registers a secret together with the encodings in which it travels. */
  add(secret: string): void {
    if (secret === "") {
      return;
    }
    this.#announce(secret);
    this.#secrets.add(secret);
    this.#secrets.add(encodeURIComponent(secret));
    this.#secrets.add(new URLSearchParams({ s: secret }).toString().slice("s=".length));
    this.#secrets.add(JSON.stringify(secret).slice(1, -1));
  }

  /** Returns the text with all registered secrets masked, longest first so that none leaves a remainder. */
  readonly redact: Redact = (text) => {
    const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  };
}
