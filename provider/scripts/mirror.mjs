// Lays the built provider out in .tmp/mirror as a folder that Terraform and OpenTofu install from (`init` works, unlike with
// dev_overrides), for both registries, and writes the CLI configuration .tmp/proxlb.tfrc that points to it.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostTarget } from "./release/targets.mjs";

const provider = dirname(dirname(fileURLToPath(import.meta.url)));
const temporary = join(dirname(provider), ".tmp");
const mirror = join(temporary, "mirror");
const configuration = join(temporary, "proxlb.tfrc");
const { version } = JSON.parse(readFileSync(join(provider, "package.json"), "utf8"));
// A short source address means a different registry in Terraform and in OpenTofu.
const addresses = ["registry.terraform.io", "registry.opentofu.org"].map((host) => `${host}/proxlb/proxlb`);

const host = hostTarget();
if (host === undefined) throw new Error(`There is no package name for ${process.platform}-${process.arch}.`);

const work = join(temporary, `mirror.${process.pid}`);
const fresh = join(work, "mirror");
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
for (const address of addresses) {
  const folder = join(fresh, address, version, host.platform);
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(join(provider, "dist"), folder, { recursive: true });
  renameSync(join(folder, "terraform-provider-proxlb"), join(folder, `terraform-provider-proxlb_v${version}`));
}
if (existsSync(mirror)) renameSync(mirror, join(work, "old"));
renameSync(fresh, mirror);

const list = JSON.stringify(addresses);
writeFileSync(
  configuration,
  `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ${list}
  }
  direct {
    exclude = ${list}
  }
}
`,
);
console.log(`export TF_CLI_CONFIG_FILE=${configuration}`);
