import { MAX_DEPTH } from "../../cty/depth-limit.js";
import { CtyNumber } from "../../cty/number.js";
import { CodecError, orCodecError } from "./codec-error.js";
import type { JsonValue } from "./json-value.js";

const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const DIGIT = /^[0-9]$/;
const LITERAL = /true|false|null/y;
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Reads JSON text from its start to its end. JSON.parse would round numbers, and only later Node versions show their text. */
class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    const json = this.#value(0);
    if (this.#at < this.#text.length) throw this.#unexpected();
    return json;
  }

  #value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw new CodecError(`The JSON text is nested more than ${MAX_DEPTH} levels deep.`);
    this.#take(WHITESPACE);
    const json = this.#bare(depth);
    this.#take(WHITESPACE);
    return json;
  }

  #bare(depth: number): JsonValue {
    const head = this.#text.charAt(this.#at);
    if (head === "{") return this.#object(depth + 1);
    if (head === "[") return this.#array(depth + 1);
    if (head === '"') return this.#string();
    return head === "-" || DIGIT.test(head) ? this.#number() : this.#literal();
  }

  #object(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#members("}", () => {
      this.#take(WHITESPACE);
      const key = this.#string();
      this.#take(WHITESPACE);
      this.#expect(":");
      members.set(key, this.#value(depth));
    });
    return members;
  }

  #array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#members("]", () => {
      items.push(this.#value(depth));
    });
    return items;
  }

  /** Reads from the opening bracket to `close`, members parted by commas. */
  #members(close: "}" | "]", readMember: () => void): void {
    this.#at += 1;
    this.#take(WHITESPACE);
    if (this.#accept(close)) return;
    do readMember();
    while (this.#accept(","));
    this.#expect(close);
  }

  #string(): string {
    const start = this.#at;
    this.#expect('"');
    for (;;) {
      const quote = this.#text.indexOf('"', this.#at);
      if (quote < 0) throw new CodecError("The JSON text ends in the middle of a string.");
      this.#at = quote + 1;
      if (!this.#isEscaped(quote, start)) return this.#unescape(start, quote);
    }
  }

  #isEscaped(quote: number, start: number): boolean {
    let first = quote;
    while (first - 1 > start && this.#text[first - 1] === "\\") first -= 1;
    return (quote - first) % 2 === 1;
  }

  #unescape(start: number, quote: number): string {
    try {
      const text: unknown = JSON.parse(this.#text.slice(start, quote + 1));
      return String(text);
    } catch {
      // JSON.parse would quote the string, which may be a secret.
      throw new CodecError(
        `The JSON string at character ${start} has an escape or character that JSON does not allow.`,
      );
    }
  }

  #literal(): JsonValue {
    const json = LITERALS.get(this.#take(LITERAL));
    if (json === undefined) throw this.#unexpected();
    return json;
  }

  #number(): JsonValue {
    const text = this.#take(NUMBER);
    if (text === "") throw this.#unexpected();
    return orCodecError(() => CtyNumber.of(text));
  }

  /** Takes what a sticky pattern matches here; empty when it does not. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const taken = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += taken.length;
    return taken;
  }

  #accept(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #expect(char: string): void {
    if (!this.#accept(char)) throw this.#unexpected();
  }

  #unexpected(): CodecError {
    if (this.#at >= this.#text.length) return new CodecError("The JSON text ends in the middle of a value.");
    return new CodecError(`The JSON text is malformed at character ${this.#at}.`);
  }
}

/**
 * Reads JSON text: numbers keep their exact value, objects take any key, and of equal keys the last one counts.
 * @throws CodecError when the text is not JSON or nests deeper than 400 levels; the text is not quoted.
 */
export const parseJson = (text: string): JsonValue => new JsonReader(text).document();
