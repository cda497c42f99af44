import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyAndSettle, expectNoChanges } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import type { TerraformCli } from "../support/cli-find.js";
import { findClis } from "../support/cli-find.js";
import { repositoryRoot } from "../support/cli-paths.js";
import type { Workspace } from "../support/terraform-cli.js";

const folder = join(repositoryRoot, "test", "fixtures", "states");

/** What releases have written, by type and version of its schema, such as `proxlb_balance` and `v0`. */
const written = readdirSync(folder).map((file) => {
  const [type = "", version = ""] = file.split(".");
  const { state } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
    state: Readonly<Record<string, unknown>>;
  };
  return { type, version, state };
});

/** The configurations of which those states came. */
const CONFIGURATIONS: Readonly<Record<string, (name: string, guests: string) => string>> = {
  proxlb_balance: (name) => `
resource "proxlb_balance" "${name}" {
  policy = {
    balanciness = 12.5
    methods     = ["memory", "cpu"]
    weights     = { cpu = 2 }
    rules       = [{ name = "r", type = "affinity", tags = ["x"] }]
  }
  migrations       = [{ step = 1, vm_id = 101, from_node = "pve1", to_node = "pve2", memory_mib = 8192 }]
  allow_unreviewed = true
  timeouts         = { create = "2h" }
}
`,
  proxlb_placement: (name, guests) => `
resource "proxlb_placement" "${name}" {
  guests = {
    web1 = { name = "web1", cpu_cores = 2, memory_mib = 4096, tags = ["plb_anti_affinity_web"] }
    db   = { vm_id = 101 }
    ${guests}
  }
  keepers = { image = "debian-12" }
  policy  = { maintenance_nodes = ["pve3"] }
}
`,
};

const configurationWith = (guests: string): string =>
  written.map(({ type, version }) => CONFIGURATIONS[type]?.(version, guests) ?? "").join("");

/** What the provider has noted beside those states. */
const NOTES: Readonly<Record<string, Readonly<Record<string, string>>>> = { proxlb_balance: { form: "reviewed" } };

const privateOf = (type: string): string => Buffer.from(JSON.stringify(NOTES[type] ?? {})).toString("base64");

/** The file that a CLI keeps, with an attribute that the types have no more. */
const stateOf = (cli: TerraformCli) => ({
  version: 4,
  terraform_version: cli.version,
  serial: 1,
  lineage: "6f0a1f3c-0d7f-4b3c-9a52-5a3f0c8f7d11",
  outputs: {},
  resources: written.map(({ type, version, state }) => ({
    mode: "managed",
    type,
    name: version,
    provider: `provider["${cli.registryHost}/proxlb/proxlb"]`,
    instances: [
      {
        schema_version: Number(version.slice(1)),
        attributes: { ...state, dropped_long_ago: ["x"] },
        private: privateOf(type),
      },
    ],
  })),
});

interface StateFile {
  readonly resources: readonly {
    readonly type: string;
    readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }[];
}

const attributesOf = (ws: Workspace, type: string) =>
  (JSON.parse(ws.read("terraform.tfstate")) as StateFile).resources
    .filter((resource) => resource.type === type)
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));

/** The cluster of those states: 101 has moved from pve1 to pve2. */
const cluster = () =>
  clusterOf([node("pve1"), node("pve2"), node("pve3")], [vm(101, "pve2", 8), vm(102, "pve1", 8), vm(103, "pve3", 8)]);

describe.each(findClis())("55 the states of older releases on $label", (cli) => {
  it("are read, planned without a change, and written anew", async () => {
    await onStage(cli, cluster(), async ({ ws, cluster: simulated, configure }) => {
      configure(configurationWith(""));
      ws.write(JSON.stringify(stateOf(cli)), "terraform.tfstate");
      await expectNoChanges(ws);

      configure(configurationWith("web2 = { cpu_cores = 2, memory_mib = 2048 }"));
      await applyAndSettle(ws);
      const placements = attributesOf(ws, "proxlb_placement");
      expect(placements.length).toBeGreaterThan(0);
      for (const attributes of placements) {
        expect(attributes).toMatchObject({ assignments: { web1: "pve3", db: "pve1" }, current: { db: "pve2" } });
        expect(attributes).not.toHaveProperty("dropped_long_ago");
      }
      for (const attributes of attributesOf(ws, "proxlb_balance"))
        expect(attributes).toMatchObject({
          executed: [{ vm_id: 101, result: "moved" }],
          last_run: "2026-01-05T12:00:00.000Z",
        });
      expect(changesAskedOf(simulated)).toEqual([]);
    });
  });

  it("are all tried here", () => {
    expect(written.filter(({ type }) => CONFIGURATIONS[type] === undefined)).toEqual([]);
  });
});
