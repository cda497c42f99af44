import { spawn } from "node:child_process";
import { join } from "node:path";
import { builtProviderFolder } from "../support/cli-paths.js";
import { createClientIdentity, hostEnvironment } from "../support/plugin-client.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";

const REPETITIONS = 20;

/** Node 20 compiles from a code cache of its own version; later versions start so fast that the share of loading grows. */
const limitFor = (nodeVersion: string): number => (Number(nodeVersion.split(".")[0]) < 22 ? 1.6 : 2.8);

const elapsed = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  until: "line" | "exit",
): Promise<number> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
    child.on("error", reject);
    if (until === "exit") {
      child.on("close", () => {
        resolve(performance.now() - startedAt);
      });
      return;
    }
    child.stdout.once("data", (chunk: Buffer) => {
      const took = performance.now() - startedAt;
      child.kill("SIGKILL");
      if (chunk.toString().startsWith("1|6|")) resolve(took);
      else reject(new Error(`The provider printed ${JSON.stringify(chunk.toString())} instead of a handshake line.`));
    });
  });

/** What is started, and the Node that an empty program is run with for comparison. */
export interface StartUpSubject {
  readonly what: string;
  readonly executable: string;
  readonly node: string;
  readonly nodeVersion: string;
}

/** The provider as `make build` leaves it, run by the Node that runs this program. */
export const builtProvider: StartUpSubject = {
  what: "start to handshake line, mutual TLS",
  executable: join(builtProviderFolder, "terraform-provider-proxlb"),
  node: process.execPath,
  nodeVersion: process.versions.node,
};

/** Measures from the start of the process to the handshake line, with mutual TLS, against an empty Node program. */
export const measureStartUp = async ({ what, executable, node, nodeVersion }: StartUpSubject): Promise<Figure> => {
  const env = { ...process.env, ...hostEnvironment, PLUGIN_CLIENT_CERT: createClientIdentity().certificate };
  const empty: number[] = [];
  const ours: number[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    empty.push(await elapsed(node, ["-e", "0"], env, "exit"));
    ours.push(await elapsed(executable, [], env, "line"));
  }
  return {
    what,
    baseline: `\`node -e 0\`, Node ${nodeVersion}`,
    ratio: median(ours) / median(empty),
    limit: limitFor(nodeVersion),
    note: `median of ${REPETITIONS}, interleaved`,
  };
};
