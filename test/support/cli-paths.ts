import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of this repository. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder into which `make build` puts the provider and its `lib`. */
export const builtProviderFolder = join(repositoryRoot, "provider", "dist");
