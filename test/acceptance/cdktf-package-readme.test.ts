import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Core } from "../support/cdktf-app.js";
import { cores } from "../support/cdktf-app.js";
import { repositoryRoot } from "../support/cli-paths.js";
import type { ConsumerOptions, PackedLibrary } from "../support/packed-library.js";
import { layOutConsumer, packLibrary } from "../support/packed-library.js";
import { typeErrors } from "../support/type-check.js";

const readme = readFileSync(join(repositoryRoot, "cdktf-lib", "README.md"), "utf8");

const [quickStart = "", testOfStack = ""] = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = ""]) => text);

/** What the README says of the other core: `cdktn` for `cdktf`, and `cdktf-proxlb/cdktn` for `cdktf-proxlb`. */
const writtenFor = (core: Core, text: string): string =>
  core === "cdktf" ? text : text.replace(/"cdktf-proxlb/g, '"cdktf-proxlb/cdktn').replace(/"cdktf"/g, '"cdktn"');

/** The binding that a user has generated, as far as the quick start needs it. */
const BINDING = `
import { TerraformResource } from "cdktf";
import type { TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";

export interface VirtualEnvironmentVmConfig extends TerraformMetaArguments {
  readonly name: string;
  readonly nodeName: string;
  readonly tags?: string[];
}

export class VirtualEnvironmentVm extends TerraformResource {
  public constructor(scope: Construct, id: string, private readonly config: VirtualEnvironmentVmConfig) {
    super(scope, id, { ...config, terraformResourceType: "proxmox_virtual_environment_vm" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { name: this.config.name, node_name: this.config.nodeName, tags: this.config.tags };
  }
}
`;

const BINDING_FILE = ".gen/providers/proxmox/virtual-environment-vm";

const COMMON_JS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
};

/** What a transpiler makes of a file for Node, types left out. */
const asCommonJs = (text: string): string =>
  ts.transpileModule(text, { compilerOptions: { ...COMMON_JS, module: ts.ModuleKind.CommonJS } }).outputText;

let packed: PackedLibrary;
let work: string;

beforeAll(() => {
  // Outside the repository, whose node_modules have everything.
  work = realpathSync(mkdtempSync(join(tmpdir(), "proxlb-readme-")));
  packed = packLibrary(work);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** A project of a user with those files; `tools` are installed besides. */
const projectWith = (options: Omit<ConsumerOptions, "type">): string => {
  const project = mkdtempSync(join(work, "project-"));
  layOutConsumer(packed, project, { type: "commonjs", ...options });
  return project;
};

const run = (project: string, args: readonly string[]): { readonly status: number | null; readonly text: string } => {
  const env = { PATH: process.env["PATH"], HOME: project, CI: "1", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, env, encoding: "utf8" });
  return { status, text: stdout + stderr };
};

const ASKED_FOR = "memory_mib: 8192";

describe.each(cores)("the README of the library, followed on %s", (core) => {
  it("has a quick start that compiles and is synthesized", () => {
    const files = { "main.ts": writtenFor(core, quickStart), [`${BINDING_FILE}.ts`]: writtenFor(core, BINDING) };
    const project = projectWith({ core, files });
    expect(typeErrors(project, "main.ts", { ...COMMON_JS, types: ["node"] })).toEqual([]);
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(project, name.replace(/ts$/, "js")), asCommonJs(text));
    expect(run(project, ["main.js"])).toEqual({ status: 0, text: "" });
    const stack = JSON.parse(
      readFileSync(join(project, "cdktf.out", "stacks", "web", "cdk.tf.json"), "utf8"),
    ) as object;
    expect(stack).toMatchObject({
      data: { proxlb_best_node: {}, proxlb_migration_plan: {} },
      resource: {
        proxlb_balance: {},
        proxmox_virtual_environment_vm: {
          web1: { tags: ["plb_anti_affinity_web"], lifecycle: { ignore_changes: ["node_name"] } },
          web2: {},
        },
      },
    });
  });

  it("has a test of a stack that passes with vitest, and fails with what was found", () => {
    const text = writtenFor(core, testOfStack);
    const project = projectWith({ core, files: { "stack.test.ts": text }, tools: ["vitest"] });
    const compiler = { ...COMMON_JS, types: ["node"], skipLibCheck: true };
    expect(typeErrors(project, "stack.test.ts", compiler)).toEqual([]);
    const vitest = ["node_modules/vitest/vitest.mjs", "run"];
    const passed = run(project, vitest);
    expect(passed.status, passed.text).toBe(0);
    expect(passed.text).toMatch(/Tests +1 passed/);
    writeFileSync(join(project, "stack.test.ts"), text.replace(ASKED_FOR, "memory_mib: 1"));
    const failed = run(project, vitest);
    expect(failed.status).toBe(1);
    expect(failed.text).toMatch(
      /A question for the node of a guest with [^]*"memory_mib": 1\b[^]* was expected\. Found:/,
    );
  });

  it("has a test of a stack that passes with jest, and fails with what was found", () => {
    const text = writtenFor(core, testOfStack).replace(/^import .* from "vitest";.*\n/m, "");
    const files = { "stack.test.ts": text, "package.json": JSON.stringify({ jest: { testMatch: ["**/*.test.js"] } }) };
    const project = projectWith({ core, files, tools: ["jest", "@types/jest"] });
    expect(typeErrors(project, "stack.test.ts", { ...COMMON_JS, types: ["node", "jest"] })).toEqual([]);
    const jest = ["node_modules/jest/bin/jest.js"];
    writeFileSync(join(project, "stack.test.js"), asCommonJs(text));
    const passed = run(project, jest);
    expect(passed.status, passed.text).toBe(0);
    expect(passed.text).toMatch(/Tests: +1 passed, 1 total/);
    writeFileSync(join(project, "stack.test.js"), asCommonJs(text.replace(ASKED_FOR, "memory_mib: 1")));
    const failed = run(project, jest);
    expect(failed.status).toBe(1);
    expect(failed.text).toMatch(
      /A question for the node of a guest with [^]*"memory_mib": 1\b[^]* was expected\. Found:/,
    );
  });
});
