import { findClis } from "../support/cli-find.js";
import { proxlbSource } from "../support/cli-installation.js";
import { succeeded } from "../support/cli-process.js";
import type { Workspace } from "../support/terraform-cli.js";
import { withWorkspace } from "../support/terraform-cli.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";
import type { Release } from "./release.js";

const REPETITIONS = 15;

/** What a plan may cost that asks one data source, where a plan without any provider costs one. */
const LIMIT = 12;

const SNAPSHOT = {
  version: 1,
  nodes: ["pve1", "pve2", "pve3"].map((name) => ({ name, cpuCores: 32, memoryBytes: 2 ** 37 })),
  guests: Array.from({ length: 30 }, (_, index) => ({
    vmid: 100 + index,
    name: `guest${index}`,
    type: "vm",
    node: `pve${(index % 3) + 1}`,
    cpuCores: 2,
    memoryBytes: 2 ** 32,
  })),
};

const WITHOUT_PROVIDER = `output "node_name" {\n  value = "pve1"\n}\n`;

const WITH_DATA_SOURCE = `
provider "proxlb" {
  snapshot_file = "\${path.module}/snapshot.json"
}

data "proxlb_best_node" "new" {
  name       = "new"
  cpu_cores  = 2
  memory_mib = 2048
}

output "node_name" {
  value = data.proxlb_best_node.new.node_name
}
`;

const planMs = async (ws: Workspace): Promise<number> => succeeded(await ws.plan()).elapsedMs;

const compare = async (bare: Workspace, asking: Workspace): Promise<number> => {
  bare.write(WITHOUT_PROVIDER);
  asking.write(WITH_DATA_SOURCE);
  asking.write(JSON.stringify(SNAPSHOT), "snapshot.json");
  for (const ws of [bare, asking]) {
    succeeded(await ws.init());
    await planMs(ws);
  }
  const times = { bare: [] as number[], asking: [] as number[] };
  for (let i = 0; i < REPETITIONS; i += 1) {
    times.bare.push(await planMs(bare));
    times.asking.push(await planMs(asking));
  }
  return median(times.asking) / median(times.bare);
};

/** Measures a plan with one data source, with the released executable installed by init, against a plan without a provider. */
export const measurePackagedPlan = async ({ mirror }: Release): Promise<Figure> => {
  const [cli] = findClis();
  if (cli === undefined) throw new Error("There is no CLI to measure with.");
  const installation = { kind: "packages", folder: mirror, sources: [proxlbSource] } as const;
  const ratio = await withWorkspace(
    cli,
    (bare) => withWorkspace(cli, (asking) => compare(bare, asking), { installation }),
    { installation: { ...installation, sources: [] } },
  );
  return {
    what: "plan with one data source, snapshot file, released executable installed by init",
    baseline: `plan without any provider, ${cli.label}`,
    ratio,
    limit: LIMIT,
    note: `median of ${REPETITIONS}, interleaved, after one of each`,
  };
};
