import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cores } from "../support/cdktf-app.js";
import type { PackedLibrary } from "../support/packed-library.js";
import { layOutConsumer, packedManifest, packLibrary } from "../support/packed-library.js";
import { typeErrors } from "../support/type-check.js";

const LARGEST_BYTES = 200_000;

let packed: PackedLibrary;
let work: string;

beforeAll(() => {
  // Outside the repository, whose node_modules have both cores.
  work = realpathSync(mkdtempSync(join(tmpdir(), "proxlb-package-")));
  packed = packLibrary(work);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe("the packed library", () => {
  it("is small, has what users need and nothing else", () => {
    expect(packed.bytes).toBeLessThan(LARGEST_BYTES);
    const others = packed.files.filter((file) => !/^dist\/(cdktf|cdktn)\/[a-z0-9/-]+\.(js|d\.ts)$/.test(file));
    expect(others).toEqual(["API.md", "LICENSE", "README.md", "package.json"]);
  });

  it("depends on nothing but the cores and constructs, as peers", () => {
    const manifest = packedManifest(packed);
    expect(Object.keys(manifest)).not.toContain("dependencies");
    expect(Object.keys(manifest)).not.toContain("devDependencies");
    expect(Object.keys(manifest["peerDependencies"] as object)).toEqual(["cdktf", "cdktn", "constructs"]);
  });

  it("satisfies publint", async () => {
    const { messages } = await publint({ pkgDir: packed.folder, pack: false, level: "suggestion" });
    expect(messages).toEqual([]);
  });

  it("has types for every way of resolving modules", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)));
    expect(analysis.types).not.toBe(false);
    expect("problems" in analysis ? analysis.problems : []).toEqual([]);
  });
});

const source = (core: string): string => {
  const library = core === "cdktf" ? "cdktf-proxlb" : "cdktf-proxlb/cdktn";
  return `
    import { TerraformStack, Testing } from "${core}";
    import { AntiAffinityGroup, BalancedCluster, BestNode, Placement } from "${library}";
    import type { IPlaceable, Policy } from "${library}";
    import { Balance, ProxlbProvider } from "${library}/l1";
    import { FakeGuest, extendExpect, parseStack, synthStack } from "${library}/testing";

    const policy: Policy = { balanciness: 5, nodeReserve: [{ nodeName: "pve1", memoryMib: 2048 }] };
    const json: string = synthStack((stack: TerraformStack) => {
      const guests: IPlaceable[] = [new FakeGuest(stack, "vm", { vmId: 101, nodeName: "pve1" }), { vmId: 102 }];
      const cluster = new BalancedCluster(stack, "lab", { policy, groups: [new AntiAffinityGroup(stack, "db", { guests })] });
      new Placement(stack, "web", { cluster }).add("web1", { cpuCores: 2, memoryMib: 4096 });
      new BestNode(stack, "ci", { cpuCores: 1, memoryMib: 512 }).requireScore(10);
      if (cluster.balance === undefined) throw new Error("no balance");
    });
    const { data, resource } = parseStack(json);
    const stack = new TerraformStack(Testing.app(), "l1");
    new ProxlbProvider(stack, "proxlb", { endpoint: "pve1.example.com" });
    new Balance(stack, "balance", { migrations: [{ vmId: 101, toNode: "pve2" }] });
    Testing.synth(stack, true);
    void extendExpect;
    console.log(Object.keys(data ?? {}).length + Object.keys(resource ?? {}).length);
  `;
};

const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: false,
};

const RESOLUTIONS = [
  [
    "node16 in an ES module",
    "module",
    { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  ],
  [
    "node16 in CommonJS",
    "commonjs",
    { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  ],
  ["a bundler", "module", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  [
    "node10, as the template of CDKTF has it",
    "commonjs",
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- users have it
    { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, ignoreDeprecations: "6.0" },
  ],
] as const;

describe.each(cores)("a project on %s", (core) => {
  it.each(RESOLUTIONS)("compiles strictly and runs with %s", (_name, type, options) => {
    const project = mkdtempSync(join(work, "consumer-"));
    layOutConsumer(packed, project, { core, type, files: { "main.ts": source(core) } });
    expect(typeErrors(project, "main.ts", { ...STRICT, ...options })).toEqual([]);
    const module = type === "module" ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS;
    const { outputText } = ts.transpileModule(source(core), { compilerOptions: { ...STRICT, module } });
    writeFileSync(join(project, "main.js"), outputText);
    expect(execFileSync(process.execPath, ["main.js"], { cwd: project, encoding: "utf8" })).toBe("5\n");
  });
});
