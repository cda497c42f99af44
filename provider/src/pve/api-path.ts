/** Builds a path below `/api2/json` from a template; every inserted value becomes one percent-encoded segment. */
export function apiPath(literals: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return literals.map((literal, index) => literal + segment(values[index])).join("");
}

/** Appends query parameters; those without a value are left out. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number | null>>): string {
  const query = formEncode(parameters);
  return query === "" ? path : `${path}?${query}`;
}

/** Encodes parameters as Proxmox expects them in queries and bodies: booleans as 0 and 1, null left out. */
export function formEncode(parameters: Readonly<Record<string, string | number | boolean | null>>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) {
      form.set(name, typeof value === "boolean" ? String(Number(value)) : String(value));
    }
  }
  return form.toString();
}

function segment(value: string | number | undefined): string {
  if (value === undefined) {
    return "";
  }
  const text = String(value);
  if (text === "" || text === "." || text === "..") {
    throw new Error(`"${text}" cannot be part of a request path.`);
  }
  // Token ids within task ids contain `!`, which encodeURIComponent leaves alone and some proxies do not.
  return encodeURIComponent(text).replaceAll("!", "%21");
}
