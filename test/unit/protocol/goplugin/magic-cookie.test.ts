import { describe, expect, it } from "vitest";
import { directRunMessage, startedByHost } from "../../../../provider/src/protocol/goplugin/magic-cookie.js";
import { hostEnvironment } from "../../../support/plugin-client.js";

describe("the magic cookie", () => {
  it("is the one that the hosts send", () => {
    expect(startedByHost(hostEnvironment)).toBe(true);
  });

  it.each([{}, { TF_PLUGIN_MAGIC_COOKIE: "" }, { TF_PLUGIN_MAGIC_COOKIE: "d602" }])("is missed in %j", (env) => {
    expect(startedByHost(env)).toBe(false);
  });

  it("leads to a text that says what the file is and what to run", () => {
    const text = directRunMessage("proxlb", "For the command line run it with --help.");
    expect(text).toMatch(/^This is the proxlb provider for Terraform and OpenTofu\./);
    expect(text).toContain("For the command line run it with --help.\n");
  });
});
