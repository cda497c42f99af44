import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { PveClient } from "../../provider/src/pve/client.js";
import type { PveClientOptions } from "../../provider/src/pve/client.js";
import { generateCluster } from "../simulator/src/description/generate-cluster.js";
import { repositoryRoot } from "../support/cli-paths.js";

const POLL_MS = 50;
const START_LIMIT_MS = 30_000;

const connection = z.object({ url: z.string(), token: z.string(), caFile: z.string() });

/** How large a cluster is, and how late its answers come. */
export interface SlowCluster {
  readonly nodes: number;
  readonly guests: number;
  readonly latencyMs: number;
}

/** Opens a client of the cluster that has no connection yet. */
export type Connect = (options: Pick<PveClientOptions, "trace" | "now">) => PveClient;

const untilExists = async (file: string): Promise<void> => {
  for (let waitedMs = 0; !existsSync(file); waitedMs += POLL_MS) {
    if (waitedMs > START_LIMIT_MS) throw new Error("The simulated cluster did not start.");
    await delay(POLL_MS);
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once("exit", () => {
      resolve();
    });
  });

const writeDescription = (file: string, { nodes, guests, latencyMs }: SlowCluster): void => {
  const { storages = [], ...generated } = generateCluster({ nodes, guests, seed: 7 });
  const faults = [{ kind: "answer", match: {}, answer: { kind: "delay", delayMs: latencyMs } }];
  const cluster = { ...generated, storages: [...storages, { name: "local-zfs", type: "zfspool" }], faults };
  writeFileSync(file, JSON.stringify(cluster));
};

/** Runs `body` against a simulated cluster with ZFS in a process of its own, where every answer comes late. */
export const withSlowCluster = async <T>(cluster: SlowCluster, body: (connect: Connect) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-refresh-"));
  const [clusterFile, readyFile] = [join(folder, "cluster.yaml"), join(folder, "ready.json")];
  writeDescription(clusterFile, cluster);
  const program = [join(repositoryRoot, "test/run-program.mjs"), "test/simulator/src/main.ts"];
  const child = spawn(process.execPath, [...program, "--cluster", clusterFile, "--ready-file", readyFile], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilExists(readyFile);
    const { url, token, caFile } = connection.parse(JSON.parse(readFileSync(readyFile, "utf8")));
    const tls = { insecure: false, minVersion: "TLSv1.3", caPem: readFileSync(caFile, "utf8") } as const;
    return await body(
      (options) =>
        new PveClient({
          endpoints: [url],
          auth: { kind: "token", token },
          tls: { ...tls, fingerprintSha256: null },
          requestTimeoutMs: START_LIMIT_MS,
          ...options,
        }),
    );
  } finally {
    child.kill("SIGTERM");
    await ended(child);
    rmSync(folder, { recursive: true });
  }
};
