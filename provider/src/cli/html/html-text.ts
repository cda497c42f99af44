/** Text that is markup already; everything else is escaped when it is put into markup. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Writes markup; whatever is put in is escaped unless it is markup itself, so that no name of a guest becomes any.
 * Special characters of the markup are written as references: a bundler cannot escape them in such texts.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.map((before, at) => before + (at < parts.length ? textOf(parts[at] ?? "") : ""));
  return new Markup(text.join(""));
}

function textOf(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return String(part).replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
