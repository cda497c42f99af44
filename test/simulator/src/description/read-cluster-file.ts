import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { parseClusterDescription } from "./cluster-description.js";
import type { ClusterDescription } from "./cluster-description.js";

/** Reads a cluster description from YAML text. Throws with the path of everything that is wrong. */
export function parseClusterYaml(text: string): ClusterDescription {
  return parseClusterDescription(parse(text));
}

/** Reads a cluster description from a YAML file. Throws when it cannot be read or is not valid. */
export function readClusterFile(path: string): ClusterDescription {
  return parseClusterYaml(readFileSync(path, "utf8"));
}
