/** Tells whether a text stands for more than itself. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** Compiles a pattern in which `*` stands for any text and `?` for one character; everything else is literal. */
export function compileGlob(pattern: string): (text: string) => boolean {
  if (!isPattern(pattern)) {
    return (text) => text === pattern;
  }
  return (text) => matches(pattern, text);
}

/** Compiles a pattern for tags, whose case does not matter, because Proxmox lowers it. */
export function compileTagGlob(pattern: string): (tag: string) => boolean {
  const test = compileGlob(pattern.toLowerCase());
  return (tag) => test(tag.toLowerCase());
}

/** Linear in text × stars: a regular expression built from user input could take exponential time. */
function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p;
      resume = t;
      p += 1;
    } else if (pattern[p] === "?" || pattern[p] === text[t]) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      t = resume;
    } else {
      return false;
    }
  }
  return pattern.slice(p).replaceAll("*", "") === "";
}
