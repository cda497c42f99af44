import { chmodSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { VERSION } from "../../provider/src/version.js";
import { builtProviderFolder } from "./cli-paths.js";

/** Where a CLI finds the providers of a workspace. */
export type Installation =
  /** Folders with an executable each, by `namespace/name`: fastest, needs no `init`. */
  | { readonly kind: "overrides"; readonly folders: Readonly<Record<string, string>> }
  /** A folder laid out as HOST/NAMESPACE/NAME/VERSION/OS_ARCH: needs `init`, as for users. */
  | { readonly kind: "packages"; readonly folder: string; readonly sources: readonly string[] }
  /** Running processes, as the text that TF_REATTACH_PROVIDERS takes: needs no `init`. */
  | { readonly kind: "reattached"; readonly value: string; readonly sources: readonly string[] };

/** Both registries: a short source address means a different one in Terraform and in OpenTofu. */
export const registryHosts = ["registry.terraform.io", "registry.opentofu.org"] as const;

/** The address of this project's provider. */
export const proxlbSource = "proxlb/proxlb";

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64", ia32: "386", arm: "arm" };

/** The platform as package folders call it, such as `linux_amd64`. */
export const packagePlatform = (): string => {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}_${ARCHITECTURES[process.arch] ?? process.arch}`;
};

const builtProvider = (): string => {
  if (!existsSync(join(builtProviderFolder, "terraform-provider-proxlb")))
    throw new Error("The provider is not built. Run `make build` first.");
  return builtProviderFolder;
};

/** Uses the provider that `make build` made, without installing it. */
export const builtProxlb = (): Installation => ({ kind: "overrides", folders: { [proxlbSource]: builtProvider() } });

/**
 * Lays the built provider out below `folder` as a release would be, for both registries, and returns the installation;
 * `init` is needed.
 */
export const packagedProxlb = (folder: string, version = VERSION): Installation => {
  const built = builtProvider();
  for (const host of registryHosts) {
    const target = join(folder, host, proxlbSource, version, packagePlatform());
    mkdirSync(target, { recursive: true });
    const executable = join(target, `terraform-provider-${basename(proxlbSource)}_v${version}`);
    cpSync(join(built, "terraform-provider-proxlb"), executable);
    chmodSync(executable, 0o755);
    for (const name of ["package.json", "lib"]) cpSync(join(built, name), join(target, name), { recursive: true });
  }
  return { kind: "packages", folder, sources: [proxlbSource] };
};

/** The `namespace/name` addresses of the providers that are installed. */
export const sourcesOf = (installation: Installation): readonly string[] =>
  installation.kind === "overrides" ? Object.keys(installation.folders) : installation.sources;

const block = (name: string, lines: readonly string[]): string =>
  [`  ${name} {`, ...lines.map((line) => `    ${line}`), "  }"].join("\n");

/** Writes the CLI configuration. Nothing is ever fetched: what is not installed is looked for in an empty folder. */
export const cliConfiguration = (installation: Installation, emptyFolder: string): string => {
  const folder = installation.kind === "packages" ? installation.folder : emptyFolder;
  const overrides =
    installation.kind !== "overrides"
      ? []
      : Object.entries(installation.folders).flatMap(([source, path]) =>
          registryHosts.map((host) => `${JSON.stringify(`${host}/${source}`)} = ${JSON.stringify(path)}`),
        );
  return [
    "disable_checkpoint = true",
    "provider_installation {",
    ...(overrides.length > 0 ? [block("dev_overrides", overrides)] : []),
    block("filesystem_mirror", [`path = ${JSON.stringify(folder)}`]),
    "}",
    "",
  ].join("\n");
};

/** Writes the `terraform` block that asks for the installed providers. */
export const requiredProviders = (installation: Installation): string =>
  [
    "terraform {",
    block(
      "required_providers",
      sourcesOf(installation).map((source) => `${basename(source)} = { source = ${JSON.stringify(source)} }`),
    ),
    "}",
    "",
  ].join("\n");
