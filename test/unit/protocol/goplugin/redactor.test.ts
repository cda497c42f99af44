import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedactor } from "../../../../provider/src/protocol/goplugin/redactor.js";

describe("the redactor", () => {
  it("hides a secret wherever it stands", () => {
    const { redact, clean } = createRedactor();
    redact("hunter2");
    expect(clean("a hunter2 and hunter2b")).toBe("a (sensitive) and (sensitive)b");
  });

  it("hides a secret that contains another one as a whole", () => {
    const { redact, clean } = createRedactor();
    redact("abc");
    redact("abcdef");
    expect(clean("token abcdef")).toBe("token (sensitive)");
  });

  it("hides a secret inside JSON and inside a URL", () => {
    const { redact, clean } = createRedactor();
    redact('pa"ss/w ord');
    expect(clean(JSON.stringify({ password: 'pa"ss/w ord' }))).toBe('{"password":"(sensitive)"}');
    expect(clean("https://x.example/?p=pa%22ss%2Fw%20ord")).toBe("https://x.example/?p=(sensitive)");
  });

  it("ignores an empty secret", () => {
    const { redact, clean } = createRedactor();
    redact("");
    expect(clean("nothing to hide")).toBe("nothing to hide");
  });

  it("leaves no trace of any secret in any text", () => {
    // Other letters than the mask and the text around have, so that only the secret itself can match.
    const secret = fc.string({
      unit: fc.constantFrom("X", "Y", '"', "\\", "%", "\n", "ß"),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), (secrets) => {
        const { redact, clean } = createRedactor();
        secrets.forEach(redact);
        const cleaned = clean(`before ${secrets.join(" between ")} after`);
        for (const item of secrets) expect(cleaned).not.toContain(item);
      }),
    );
  });
});
