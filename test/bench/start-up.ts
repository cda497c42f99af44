import { spawn } from "node:child_process";
import { join } from "node:path";
import { builtProviderFolder } from "../support/cli-paths.js";
import { createClientIdentity, hostEnvironment } from "../support/plugin-client.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";

const REPETITIONS = 20;

/** Node 20 compiles from a code cache of its own version; later versions start so fast that the share of loading grows. */
const LIMIT = Number(process.versions.node.split(".")[0]) < 22 ? 1.6 : 2.8;

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

/** Measures from the start of the process to the handshake line, with mutual TLS, against an empty Node program. */
export const measureStartUp = async (): Promise<Figure> => {
  const env = { ...process.env, ...hostEnvironment, PLUGIN_CLIENT_CERT: createClientIdentity().certificate };
  const provider = join(builtProviderFolder, "terraform-provider-proxlb");
  const empty: number[] = [];
  const ours: number[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    empty.push(await elapsed(process.execPath, ["-e", "0"], env, "exit"));
    ours.push(await elapsed(provider, [], env, "line"));
  }
  return {
    what: "start to handshake line, mutual TLS",
    baseline: `\`node -e 0\`, Node ${process.versions.node}`,
    ratio: median(ours) / median(empty),
    limit: LIMIT,
    note: `median of ${REPETITIONS}, interleaved`,
  };
};
