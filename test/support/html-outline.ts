/** An element of a page with what it holds. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlElement[];
  /** All text in it, decoded. */
  readonly text: string;
}

interface OpenElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlElement[];
  text: string;
}

const VOID_TAGS = new Set(["meta", "br", "hr", "img", "input", "link"]);

const REFERENCES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  rarr: "→",
};

const decode = (text: string): string =>
  text.replaceAll(/&(?:([a-z]+|#\d+);)?/g, (reference, name: string | undefined) => {
    const char = REFERENCES[name ?? ""];
    if (char === undefined) throw new Error(`"${reference}" is no reference that the page should hold.`);
    return char;
  });

const attributesOf = (text: string): Readonly<Record<string, string>> => {
  const rest = text.replaceAll(/ ([a-z-]+)="([^"<>]*)"/g, "");
  if (rest.trim() !== "") throw new Error(`Attributes that are not name="value": ${rest}`);
  return Object.fromEntries(
    [...text.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decode(value)]),
  );
};

const TOKENS = /<!doctype html>|<style>[\s\S]*?<\/style>|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)\s*\/?>|([^<>]+)/gy;

/** Takes one tag in and returns the elements that are open after it. */
const afterTag = (
  open: readonly OpenElement[],
  tag: string,
  { closes, attributes }: TagFacts,
): readonly OpenElement[] => {
  const top = open.at(-1);
  if (closes) {
    if (top?.tag !== tag) throw new Error(`</${tag}> closes <${top?.tag ?? ""}>.`);
    return open.slice(0, -1);
  }
  const element: OpenElement = { tag, attributes: attributesOf(attributes), children: [], text: "" };
  top?.children.push(element);
  return VOID_TAGS.has(tag) ? open : [...open, element];
};

interface TagFacts {
  readonly closes: boolean;
  readonly attributes: string;
}

/**
 * Parses a page more strictly than browsers do and returns its `html` element; what is in `style` is left out.
 * @throws Error where a tag is not closed, a character is not escaped, or an attribute is not quoted.
 */
export const parseHtml = (page: string): HtmlElement => {
  const root: OpenElement = { tag: "", attributes: {}, children: [], text: "" };
  let open: readonly OpenElement[] = [root];
  let end = 0;
  for (const match of page.matchAll(TOKENS)) {
    end = match.index + match[0].length;
    const [, slash, tag, attributes = "", text = ""] = match;
    if (tag !== undefined) open = afterTag(open, tag, { closes: slash === "/", attributes });
    const plain = decode(text);
    for (const element of open) element.text += plain;
  }
  if (end !== page.length) throw new Error(`Not HTML from here on: ${page.slice(end, end + 80)}`);
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag ?? ""}> is not closed.`);
  const [html] = root.children;
  if (html === undefined) throw new Error("The page is empty.");
  return html;
};

/** Returns an element and all below it that have a tag, in the order of the page. */
export const elementsOf = (element: HtmlElement, tag: string): readonly HtmlElement[] => [
  ...(element.tag === tag ? [element] : []),
  ...element.children.flatMap((child) => elementsOf(child, tag)),
];
