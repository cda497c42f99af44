import { describe, expect, it } from "vitest";
import { negotiateVersion } from "../../../../provider/src/protocol/goplugin/protocol-version.js";

describe("the protocol version", () => {
  it.each(["6,5", "5,6", "6", " 5 , 6 ", "6,7"])("is 6 when the host offers %j", (offered) => {
    expect(negotiateVersion(offered, [6])).toBe(6);
  });

  it.each(["5", "", undefined, "six"])("is the own one when nothing matches the offer %j", (offered) => {
    expect(negotiateVersion(offered, [6])).toBe(6);
  });

  it("is the highest common one, whatever the order", () => {
    expect(negotiateVersion("5,6,7", [5, 6])).toBe(6);
    expect(negotiateVersion("6,5", [7, 5])).toBe(5);
  });
});
