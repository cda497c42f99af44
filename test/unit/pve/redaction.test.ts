import { describe, expect, it } from "vitest";
import { SecretKeeper } from "../../../provider/src/pve/redaction.js";

function redacted(text: string, ...secrets: readonly string[]): string {
  const keeper = new SecretKeeper(() => undefined);
  secrets.forEach((secret) => {
    keeper.add(secret);
  });
  return keeper.redact(text);
}

describe("SecretKeeper", () => {
  it("masks a secret in every encoding in which it travels", () => {
    const secret = 'p w+d/"=';
    const texts = [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ a: secret }).toString(),
      JSON.stringify(secret),
    ];
    expect(texts.map((text) => redacted(text, secret))).toEqual(["(hidden)", "(hidden)", "a=(hidden)", '"(hidden)"']);
  });

  it("masks the longer of two secrets first, so that nothing of it remains", () => {
    expect(redacted("token abc-def here", "abc", "abc-def")).toBe("token (hidden) here");
  });

  it("leaves texts alone that hold no secret, and does not take an empty one for a secret", () => {
    expect(redacted("VM is locked (migrate)", "", "s3cret")).toBe("VM is locked (migrate)");
  });
});
