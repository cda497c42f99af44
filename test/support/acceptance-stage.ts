import { writeFileSync } from "node:fs";
import type { ClusterInput } from "../simulator/src/description/cluster-description.js";
import type { Simulator, SimulatorOptions } from "../simulator/src/start-simulator.js";
import { startSimulator } from "../simulator/src/start-simulator.js";
import type { TerraformCli } from "./cli-find.js";
import type { Workspace, WorkspaceOptions } from "./terraform-cli.js";
import { withWorkspace } from "./terraform-cli.js";

/** A simulated cluster and a workspace whose environment names its endpoint and an API token of root. */
export interface Stage {
  readonly cluster: Simulator;
  readonly ws: Workspace;
  /** Writes main.tf behind a provider block that trusts the cluster's authority. */
  readonly configure: (text: string) => void;
}

/** What differs from the usual stage. */
export interface StageOptions extends WorkspaceOptions {
  readonly simulator?: Omit<SimulatorOptions, "cluster">;
  /** The provider block; by default it trusts the cluster's authority and leaves the rest to the environment. */
  readonly provider?: string;
}

/** Trusts the authority of the simulated cluster, whose certificate every stage puts into the workspace. */
export const trustingProvider = 'provider "proxlb" {\n  ca_certificate = file("${path.module}/ca.pem")\n}\n';

/** The environment that a user of the bpg provider has already. */
export const environmentFor = (cluster: Simulator): Readonly<Record<string, string>> => ({
  PROXMOX_VE_ENDPOINT: cluster.url,
  PROXMOX_VE_API_TOKEN: cluster.token("sim"),
});

/** Runs `body` on a fresh simulated cluster and a fresh workspace, and removes both afterwards. */
export const onStage = async (
  cli: TerraformCli,
  description: ClusterInput,
  body: (stage: Stage) => Promise<void>,
  options: StageOptions = {},
): Promise<void> => {
  const cluster = await startSimulator({ ...options.simulator, cluster: description });
  const provider = options.provider ?? trustingProvider;
  try {
    await withWorkspace(
      cli,
      async (ws) => {
        writeFileSync(ws.path("ca.pem"), cluster.ca);
        await body({
          cluster,
          ws,
          configure: (text) => {
            ws.write(`${provider}\n${text}`);
          },
        });
      },
      { ...options, env: { ...(description.users === undefined ? environmentFor(cluster) : {}), ...options.env } },
    );
  } finally {
    await cluster.stop();
  }
};

/** Returns the node of every guest by the guest's id, as it really is. */
export const placesIn = (cluster: Simulator): Readonly<Record<number, string>> =>
  Object.fromEntries(cluster.state().guests.map(({ vmid, node }) => [vmid, node]));

/** Returns the requests that changed something or meant to, such as `POST /nodes/pve1/qemu/100/migrate`; logins do not count. */
export const changesAskedOf = (cluster: Simulator): readonly string[] =>
  cluster
    .requests()
    .filter(({ method, path }) => method !== "GET" && path !== "/access/ticket")
    .map(({ method, path }) => `${method} ${path}`);

/** Returns the ids of the guests whose migration was asked for, in the order of the requests. */
export const migrationsAskedOf = (cluster: Simulator): readonly number[] =>
  changesAskedOf(cluster).flatMap((request) => {
    const vmid = /^POST \/nodes\/[^/]+\/(?:qemu|lxc)\/(\d+)\/migrate$/.exec(request)?.[1];
    return vmid === undefined ? [] : [Number(vmid)];
  });
