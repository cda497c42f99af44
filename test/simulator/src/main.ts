import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ClusterDescription } from "./description/cluster-description.js";
import { readClusterFile } from "./description/read-cluster-file.js";
import { startSimulator } from "./start-simulator.js";
import type { Simulator } from "./start-simulator.js";

const USAGE = `Usage: simulator --cluster FILE [options]

  --cluster FILE     description of the cluster (YAML)
  --port N           port of the first node, default any free one
  --speed X          virtual seconds per real second, default as the description says
  --all-nodes        give every node a port of its own
  --ready-file FILE  write {url, urls, token, caFile, fingerprint} as JSON when it answers
  --help             show this text
`;

interface Connection {
  readonly url: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly token: string;
  readonly caFile: string;
  readonly fingerprint: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cluster: { type: "string" },
      port: { type: "string" },
      speed: { type: "string" },
      "all-nodes": { type: "boolean", default: false },
      "ready-file": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.cluster === undefined) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const cluster = withSpeed(readClusterFile(values.cluster), values.speed);
  const simulator = await startSimulator({
    cluster,
    port: Number(values.port ?? 0),
    ...(values["all-nodes"] ? { entryNodes: "all" as const } : {}),
  });
  stopOnSignal(simulator);
  const connection = connectionOf(simulator);
  process.stdout.write(describe(cluster, connection));
  if (values["ready-file"] !== undefined) writeReadyFile(values["ready-file"], connection);
}

function withSpeed(cluster: ClusterDescription, speed: string | undefined): ClusterDescription {
  if (speed === undefined) return cluster;
  const factor = Number(speed);
  if (!(factor > 0)) throw new Error(`--speed ${speed} is not a positive number.`);
  return { ...cluster, clock: { ...cluster.clock, mode: "accelerated", speed: factor } };
}

function connectionOf(simulator: Simulator): Connection {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-simulator-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, simulator.ca);
  const { url, urls, fingerprint } = simulator;
  return { url, urls, token: simulator.token(simulator.tokenIds[0] ?? ""), caFile, fingerprint };
}

function describe(cluster: ClusterDescription, connection: Connection): string {
  const ports = Object.entries(connection.urls).map(([node, url]) => `               ${url}  (${node})`);
  return [
    `Simulated cluster "${cluster.name}": ${cluster.nodes.length} nodes, ${cluster.guests.length} guests.`,
    "",
    `  endpoint     ${connection.url}`,
    ...(ports.length > 1 ? ports : []),
    `  API token    ${connection.token}`,
    `  CA file      ${connection.caFile}`,
    `  fingerprint  ${connection.fingerprint}`,
    "",
    `  curl --cacert ${connection.caFile} -H 'Authorization: PVEAPIToken=${connection.token}' \\`,
    `    ${connection.url}/api2/json/cluster/resources`,
    "",
    `  export PROXMOX_VE_ENDPOINT=${connection.url} PROXMOX_VE_API_TOKEN='${connection.token}' TF_VAR_ca_file=${connection.caFile}`,
    "",
    "Press Ctrl-C to stop.",
    "",
  ].join("\n");
}

// Written under another name first: who waits for the file must never read half of it.
function writeReadyFile(path: string, connection: Connection): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(connection), { mode: 0o600 });
  renameSync(unfinished, path);
}

function stopOnSignal(simulator: Simulator): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void simulator.stop().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
