const mask = "(sensitive)";

/** Hides secrets in text that leaves the process. */
export interface Redactor {
  /** Remembers a secret for the life of the process; an empty one is ignored. */
  readonly redact: (secret: string) => void;
  /** Replaces every remembered secret in the text. */
  readonly clean: (text: string) => string;
}

/** A secret may turn up as it is, inside JSON, in a URL, or in a form. */
function spellings(secret: string): readonly string[] {
  // Half a surrogate pair cannot be in a URL; the detour replaces it, so that the encoding does not throw.
  const wellFormed = Buffer.from(secret, "utf8").toString("utf8");
  const form = new URLSearchParams({ s: wellFormed }).toString().slice("s=".length);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(wellFormed), form];
}

/** Makes a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  let known: readonly string[] = [];
  return {
    redact: (secret) => {
      if (secret === "") return;
      // The longest first: otherwise a secret that contains another one would show the rest of itself.
      known = [...new Set([...known, ...spellings(secret)])].sort((a, b) => b.length - a.length);
    },
    clean: (text) => known.reduce((cleaned, secret) => cleaned.replaceAll(secret, mask), text),
  };
}
