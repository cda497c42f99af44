import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod";
import { VERSION } from "../../provider/src/version.js";
import { packagePlatform, proxlbSource, registryHosts } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { zipEntries } from "../support/zip-entries.js";

/** The release of this machine. */
export interface Release {
  /** The unpacked executable. */
  readonly executable: string;
  /** The Node inside it, as it was before the provider was put in. */
  readonly node: string;
  readonly nodeVersion: string;
  /** A folder in which CLIs find the archive as in a mirror of either registry. */
  readonly mirror: string;
}

const bill = z.object({
  components: z.array(z.object({ type: z.string(), name: z.string(), version: z.string() })),
});

/** Returns the package with the Node executable that a release is made of, as its bill of materials names it. */
const baseNamedBy = (file: string) => {
  const { components } = bill.parse(JSON.parse(readFileSync(file, "utf8")));
  const base = components.find(({ type }) => type === "platform");
  if (base === undefined) throw new Error(`${file} names no Node executable.`);
  return base;
};

const bases = join(repositoryRoot, ".tmp", "bases");

/** Builds the release of this machine, runs `body`, and removes it afterwards. */
export const withRelease = async <T>(body: (release: Release) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-bench-"));
  try {
    const built = join(folder, "release");
    const script = join(repositoryRoot, "provider", "scripts", "dist.mjs");
    execFileSync(process.execPath, [script, "host", "--out", built], { stdio: ["ignore", "ignore", "inherit"] });
    const name = `terraform-provider-proxlb_${VERSION}_${packagePlatform()}.zip`;
    const archive = readFileSync(join(built, name));
    const mirror = join(folder, "mirror");
    for (const registry of registryHosts) {
      const target = join(mirror, registry, proxlbSource, name);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, archive);
    }
    const executable = join(folder, "terraform-provider-proxlb");
    const entry = zipEntries(archive).find((each) => each.name.startsWith("terraform-provider-"));
    writeFileSync(executable, entry?.bytes ?? "", { mode: 0o755 });
    const { name: base, version: nodeVersion } = baseNamedBy(
      join(built, `terraform-provider-proxlb_${VERSION}_sbom.cdx.json`),
    );
    const node = join(bases, `${base}-${nodeVersion}`, "bin", "node");
    return await body({ executable, node, nodeVersion, mirror });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
