import { join } from "node:path";
import { build } from "esbuild";

/** Bundles a program for Node into one CommonJS file in the folder and returns its path. */
export async function bundleProgram(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, "program.cjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // grpc-js needs the loader for its channelz service only, which nobody here serves.
    external: ["@grpc/proto-loader"],
    logLevel: "error",
  });
  return outfile;
}
