import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findClis } from "../support/cli-find.js";
import { builtProviderFolder } from "../support/cli-paths.js";
import { withWorkspace } from "../support/terraform-cli.js";

type Schemas = Readonly<Record<string, unknown>>;

const printed = (): Schemas => {
  const text = execFileSync(join(builtProviderFolder, "terraform-provider-proxlb"), ["schema", "--json"]).toString();
  const { provider_schemas: schemas } = JSON.parse(text) as {
    readonly provider_schemas: Readonly<Record<string, Schemas>>;
  };
  return schemas["registry.terraform.io/proxlb/proxlb"] ?? {};
};

describe.each(findClis())("21 proxlb schema --json and $label", (cli) => {
  it("print the same", async () => {
    await withWorkspace(cli, async (ws) => {
      const [shown] = Object.values((await ws.providersSchema()).provider_schemas ?? {});
      // OpenTofu 1.6 knows no functions.
      const known = Object.entries(printed()).filter(
        ([section]) => section in (shown ?? {}) || section !== "functions",
      );
      expect(shown).toEqual(Object.fromEntries(known));
    });
  });
});
