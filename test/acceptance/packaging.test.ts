import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { VERSION } from "../../provider/src/version.js";
import { applyAndSettle, expectSuccess } from "../support/acceptance-checks.js";
import { lopsidedCluster } from "../support/acceptance-clusters.js";
import { migrationsAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import type { Installation } from "../support/cli-installation.js";
import { packagePlatform, proxlbSource, registryHosts } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { prose } from "../support/cli-process.js";
import type { ExecutableFacts } from "../support/executable-facts.js";
import { librariesOf } from "../support/elf-libraries.js";
import { executableFacts } from "../support/executable-facts.js";
import { withWorkspace } from "../support/terraform-cli.js";
import { zipEntries } from "../support/zip-entries.js";

const NAME = "terraform-provider-proxlb";

/** `make test-dist` names the folder of a whole release here; otherwise the archive of this machine is built. */
const RELEASE = process.env["PROXLB_DIST"];

const PLATFORMS: Readonly<Record<string, Pick<ExecutableFacts, "format" | "machine" | "signed">>> = {
  linux_amd64: { format: "ELF", machine: "x86-64", signed: undefined },
  linux_arm64: { format: "ELF", machine: "arm64", signed: undefined },
  darwin_amd64: { format: "Mach-O", machine: "x86-64", signed: true },
  darwin_arm64: { format: "Mach-O", machine: "arm64", signed: true },
  windows_amd64: { format: "PE", machine: "x86-64", signed: undefined },
};

const host = packagePlatform();
const platforms = RELEASE === undefined ? [host] : Object.keys(PLATFORMS);

const scratch = mkdtempSync(join(tmpdir(), "proxlb-release-"));
const release = RELEASE ?? join(scratch, "dist");
const archive = (platform: string): string => join(release, `${NAME}_${VERSION}_${platform}.zip`);
const releaseJson = (suffix: string): unknown =>
  JSON.parse(readFileSync(join(release, `${NAME}_${VERSION}_${suffix}.json`), "utf8"));

/** What users of a mirror have: the archive as it was published, below the name of each registry. */
const mirrored = (folder: string): Installation => {
  for (const registry of registryHosts) {
    const target = join(folder, registry, proxlbSource, `${NAME}_${VERSION}_${host}.zip`);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(archive(host), target);
  }
  return { kind: "packages", folder, sources: [proxlbSource] };
};

/** Everything that a machine without Node, but with somebody's settings for it, has in its environment. */
const HOSTILE = {
  PATH: "/nonexistent",
  NODE_OPTIONS: "--require=/nonexistent/preload.js --inspect-brk=127.0.0.1:1",
  NODE_PATH: "/nonexistent",
};

const SNAPSHOT = {
  version: 1,
  nodes: ["pve1", "pve2"].map((name) => ({ name, cpuCores: 8, memoryBytes: 2 ** 36 })),
  guests: [{ vmid: 100, name: "db", type: "vm", node: "pve1", cpuCores: 2, memoryBytes: 2 ** 34 }],
};

const BEST_NODE = `
provider "proxlb" {
  snapshot_file = "\${path.module}/snapshot.json"
}

data "proxlb_best_node" "new" {
  name       = "new"
  cpu_cores  = 2
  memory_mib = 2048
}

output "node_name" {
  value = data.proxlb_best_node.new.node_name
}
`;

const billShape = z.object({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.literal("1.5"),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith("pkg:npm/"),
      hashes: z.tuple([z.object({ alg: z.literal("SHA-512"), content: z.string().length(128) })]),
      licenses: z.array(z.unknown()).length(1),
    }),
  ),
});

const dist = (args: readonly string[]): void => {
  const script = join(repositoryRoot, "provider", "scripts", "dist.mjs");
  execFileSync(process.execPath, [script, ...args], { stdio: ["ignore", "ignore", "inherit"] });
};

beforeAll(() => {
  if (RELEASE === undefined) dist(["host", "--out", release]);
}, 240_000);

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** What `make test-dist SIGN=KEY` signed. */
const signature = join(release, `${NAME}_${VERSION}_SHA256SUMS.sig`);

/** The files whose checksums are listed, and the list. */
const unsigned = (): readonly string[] => readdirSync(release).filter((name) => !name.endsWith(".sig"));

describe("the files of a release", () => {
  it("67 are exactly the archives, the checksums, the manifest and the bill of materials", () => {
    const others = ["SHA256SUMS", "manifest.json", "sbom.cdx.json"];
    const expected = [...platforms.map((platform) => `${platform}.zip`), ...others];
    expect([...unsigned()].sort()).toEqual(expected.map((end) => `${NAME}_${VERSION}_${end}`).sort());
  });

  it.runIf(existsSync(signature))("69 have a signature over the checksums that fits", () => {
    execFileSync("gpg", ["--batch", "--quiet", "--verify", signature, signature.replace(/\.sig$/, "")]);
  });

  it("are the same after a merge, as on a machine that collects what several have made", () => {
    const merged = join(scratch, "merged");
    dist(["--merge", release, "--out", merged]);
    for (const name of unsigned())
      expect(readFileSync(join(merged, name)).equals(readFileSync(join(release, name))), name).toBe(true);
    rmSync(merged, { recursive: true });
  });

  it("69 have the checksums that SHA256SUMS lists, the manifest among them", () => {
    const lines = readFileSync(join(release, `${NAME}_${VERSION}_SHA256SUMS`), "utf8")
      .trimEnd()
      .split("\n");
    const sums = lines.map((line) => line.split("  "));
    const names = unsigned().filter((name) => !name.endsWith("SHA256SUMS"));
    expect(sums.map(([, name]) => name).sort()).toEqual(names.sort());
    for (const [sum, name = ""] of sums)
      expect(
        createHash("sha256")
          .update(readFileSync(join(release, name)))
          .digest("hex"),
      ).toBe(sum);
  });

  it("69 tell registries that the provider speaks protocol 6.0", () => {
    expect(releaseJson("manifest")).toEqual({ version: 1, metadata: { protocol_versions: ["6.0"] } });
  });

  it("list every package inside the executables, and Node itself", () => {
    const names = billShape.parse(releaseJson("sbom.cdx")).components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["@grpc/grpc-js", "@bufbuild/protobuf", "undici", "zod"]));
    expect(names.filter((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name))).toHaveLength(platforms.length);
    expect(names).not.toContain("typescript");
  });
});

/** The commands of the container file that install the provider, for the archive of this machine and below another root. */
const containerSteps = (root: string): string => {
  const text = readFileSync(join(repositoryRoot, "Containerfile"), "utf8").replaceAll(/^#.*\n/gm, "");
  const [, script = ""] = /^RUN (for (?:.*\\\n)*.*)\n/m.exec(text) ?? [];
  return script.replaceAll(/(?<=[ =])(?=\/(?:usr|tmp)\/)/g, root);
};

describe("the container file", () => {
  const text = readFileSync(join(repositoryRoot, "Containerfile"), "utf8");

  it("takes the archive of this version", () => {
    expect(text).toContain(`ARG VERSION=${VERSION}\n`);
    expect(text).toContain(`COPY dist/${NAME}_\${VERSION}_linux_\${TARGETARCH}.zip /tmp/proxlb.zip\n`);
    expect(readFileSync(join(repositoryRoot, ".dockerignore"), "utf8")).toBe("*\n!dist\n");
  });

  it("tells to run init before plan, and hands the connection on", () => {
    const runs = [...text.matchAll(/^# +podman run .* proxlb (\w+)$/gm)];
    expect(runs.map(([, command]) => command)).toEqual(["init", "plan"]);
    for (const [, variable = ""] of text.matchAll(/^# +export (\w+)=/gm))
      expect(runs[1]?.[0]).toContain(`--env ${variable} `);
    expect(runs[1]?.[0]).toContain("--env PROXMOX_VE_API_TOKEN ");
  });
});

// They need Linux and unzip, as the image does; images themselves are built by no test.
describe.runIf(host.startsWith("linux"))("the steps of the container file that install the provider", () => {
  const root = join(scratch, "root");

  beforeAll(() => {
    for (const folder of ["tmp", "usr/local/bin"]) mkdirSync(join(root, folder), { recursive: true });
    copyFileSync(archive(host), join(root, "tmp", "proxlb.zip"));
    const TARGETARCH = host.replace("linux_", "");
    const script = containerSteps(root);
    expect(script).toContain(`mkdir -p "$folder" && unzip`);
    execFileSync("/bin/sh", ["-c", script], { env: { PATH: process.env["PATH"], VERSION, TARGETARCH } });
  });

  it("leave the command line behind, and no archive", () => {
    expect(readdirSync(join(root, "tmp"))).toEqual([]);
    const command = join(root, "usr", "local", "bin", "proxlb");
    expect(execFileSync(command, ["--version"], { env: HOSTILE, encoding: "utf8" })).toContain(VERSION);
  });

  it.each(findClis())("put it where $label finds it without a configuration", async (cli) => {
    await withWorkspace(cli, async (ws) => {
      ws.write(JSON.stringify(SNAPSHOT), "snapshot.json");
      ws.write(BEST_NODE);
      // What is found below these folders is looked for nowhere else; /usr/local/share is one of them by default.
      const env = { TF_CLI_CONFIG_FILE: undefined, XDG_DATA_DIRS: join(root, "usr", "local", "share") };
      expect(prose(expectSuccess(await ws.init({ env })))).toContain(`Installed ${proxlbSource} v${VERSION}`);
      expect(expectSuccess(await ws.plan({ env })).stdout).toContain('+ node_name = "pve2"');
    });
  });
});

describe.each(platforms)("the archive for %s", (platform) => {
  it("67 holds an executable of that platform with the provider in it, its licence and those of others", () => {
    const entries = zipEntries(readFileSync(archive(platform)));
    const executable = `${NAME}_v${VERSION}${platform.startsWith("windows") ? ".exe" : ""}`;
    expect(entries.map(({ name, mode }) => [name, mode.toString(8)])).toEqual([
      ["LICENSE", "100644"],
      ["THIRD_PARTY_NOTICES.md", "100644"],
      [executable, "100755"],
    ]);
    const bytes = entries[2]?.bytes ?? Buffer.alloc(0);
    expect(executableFacts(bytes)).toEqual({ ...PLATFORMS[platform], holdsProgram: true });
    expect(bytes.includes("proxlb_best_node")).toBe(true);
    for (const licence of ["@grpc/grpc-js", "undici", "zod", "Node "])
      expect(entries[1]?.bytes.toString()).toContain(`## ${licence}`);
  });
});

/** What Debian 10, Ubuntu 20.04, the distributions of Red Hat from 8 on, and all later ones have. */
const NEWEST_GLIBC = 28;

const NEWEST_LIBSTDCXX = 25;

/** What every distribution with glibc has that can install packages: the C library in its parts, and that of C++. */
const EVERYWHERE = /^(?:ld-linux-(?:x86-64|aarch64)|libc|libdl|libm|libpthread|libgcc_s|libstdc\+\+)\.so\.\d+$/;

/** The last number of the newest version of a library that is asked for. */
const newest = (text: string, pattern: RegExp): number =>
  Math.max(...[...text.matchAll(pattern)].map(([, number]) => Number(number)));

describe.each(platforms.filter((platform) => platform.startsWith("linux")))("the executable for %s", (platform) => {
  it("68 asks for no other and no newer libraries than the documentation says", () => {
    const executable = zipEntries(readFileSync(archive(platform))).find(({ name }) => name.startsWith(NAME));
    const bytes = executable?.bytes ?? Buffer.alloc(0);
    const libraries = librariesOf(bytes);
    expect(libraries).toContain("libc.so.6");
    expect(libraries.filter((name) => !EVERYWHERE.test(name))).toEqual([]);
    const text = bytes.toString("latin1");
    expect(newest(text, /\bGLIBC_2\.(\d+)\b/g)).toBeLessThanOrEqual(NEWEST_GLIBC);
    expect(newest(text, /\bGLIBCXX_3\.4\.(\d+)\b/g)).toBeLessThanOrEqual(NEWEST_LIBSTDCXX);
    const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
    expect(readme).toContain(`glibc 2.${NEWEST_GLIBC} or later; not Alpine`);
  });
});

describe.each(findClis())("a released archive on $label", (cli) => {
  it("19 and 67 is installed by init from a mirror and plans without Node, whatever NODE_OPTIONS says", async () => {
    await withWorkspace(
      cli,
      async (ws) => {
        ws.write(JSON.stringify(SNAPSHOT), "snapshot.json");
        ws.write(BEST_NODE);
        expect(prose(expectSuccess(await ws.init()))).toContain(`Installed ${proxlbSource} v${VERSION}`);
        const lock = ws.read(".terraform.lock.hcl");
        expect(lock).toContain(`provider "${cli.registryHost}/${proxlbSource}"`);
        expect(lock).toContain('"h1:');
        const plan = expectSuccess(await ws.plan({ env: HOSTILE }));
        expect(plan.stdout).toContain('+ node_name = "pve2"');
      },
      { installation: mirrored },
    );
  });

  it("balances a cluster over TLS", async () => {
    await onStage(
      cli,
      lopsidedCluster(),
      async ({ ws, cluster, configure }) => {
        configure(`
          data "proxlb_migration_plan" "this" {}
          resource "proxlb_balance" "this" {
            policy     = data.proxlb_migration_plan.this.effective_policy
            migrations = data.proxlb_migration_plan.this.migrations
          }
        `);
        expectSuccess(await ws.init());
        await applyAndSettle(ws, { env: HOSTILE });
        expect(migrationsAskedOf(cluster).length).toBeGreaterThan(0);
      },
      { installation: mirrored },
    );
  });
});

/** The lines of the guide that install an archive, for the archive of this machine. */
const installLines = (): string => {
  const guide = readFileSync(join(repositoryRoot, "docs", "guides", "getting-started.md"), "utf8");
  const section = guide.split("\n## Install without a registry\n")[1]?.split("\n## ")[0] ?? "";
  const lines = /^```shell\n(.*?)^```$/ms.exec(section)?.[1] ?? "";
  expect(lines).toContain(`${NAME}_${VERSION}_linux_amd64.zip`);
  return lines.replaceAll(`${VERSION}_linux_amd64`, `${VERSION}_${host}`);
};

describe.each(findClis())("a downloaded archive on $label", (cli) => {
  it.runIf(process.platform !== "win32")(
    "is found by init without any configuration, after the lines of getting-started.md",
    async () => {
      await withWorkspace(cli, async (ws) => {
        const HOME = join(ws.folder, "..", "home");
        const env = { PATH: process.env["PATH"], HOME };
        execFileSync("/bin/sh", ["-e", "-c", installLines()], { cwd: release, env });
        ws.write(JSON.stringify(SNAPSHOT), "snapshot.json");
        ws.write(BEST_NODE);
        const bare = { env: { TF_CLI_CONFIG_FILE: undefined } };
        expect(prose(expectSuccess(await ws.init(bare)))).toContain(`Installed ${proxlbSource} v${VERSION}`);
        expect(expectSuccess(await ws.plan(bare)).stdout).toContain('+ node_name = "pve2"');
      });
    },
  );
});

describe("the executable for this machine", () => {
  it("is the command line too, and answers from an empty environment", () => {
    const executable = zipEntries(readFileSync(archive(host))).find(({ name }) => name.startsWith(NAME));
    const file = join(scratch, "proxlb");
    const snapshot = join(scratch, "snapshot.json");
    writeFileSync(file, executable?.bytes ?? "", { mode: executable?.mode ?? 0 });
    writeFileSync(snapshot, JSON.stringify(SNAPSHOT));
    const output = execFileSync(file, ["plan", "--snapshot", snapshot, "--json"], { env: HOSTILE, encoding: "utf8" });
    expect(JSON.parse(output)).toMatchObject({ migrations: [] });
    expect(statSync(file).mode & 0o111).not.toBe(0);
  });
});
