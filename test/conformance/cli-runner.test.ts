import { describe, expect, it } from "vitest";
import { findClis } from "../support/cli-find.js";
import { packagedProxlb } from "../support/cli-installation.js";
import { prose, succeeded } from "../support/cli-process.js";
import { withWorkspace } from "../support/terraform-cli.js";
import { VERSION } from "../../provider/src/version.js";

describe.each(findClis())("the provider on $label", (cli) => {
  it("is found without init through development overrides", async () => {
    await withWorkspace(cli, async (ws) => {
      ws.write('data "proxlb_best_node" "web" {\n  nonsense = true\n}\n');
      const result = await ws.validate();
      expect(result.exitCode).toBe(1);
      expect(prose(result)).toContain('An argument named "nonsense" is not expected here.');
    });
  });

  it("is installed by init from a folder of packages", async () => {
    await withWorkspace(
      cli,
      async (ws) => {
        ws.write('provider "proxlb" {}\n');
        expect(prose(succeeded(await ws.init()))).toContain(`Installed proxlb/proxlb v${VERSION}`);
        const { provider_schemas: schemas } = await ws.providersSchema();
        expect(Object.keys(schemas ?? {})).toEqual([`${cli.registryHost}/proxlb/proxlb`]);
      },
      { installation: packagedProxlb },
    );
  });
});
