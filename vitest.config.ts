import { defineConfig } from "vitest/config";

const project = (name: string, timeoutMs: number, globalSetup: string[] = []) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: "node" as const,
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    globalSetup,
    setupFiles: ["./test/support/property-seed.ts"],
  },
});

/** Acceptance tests that take minutes; `make test-long` runs them, so that `make test` stays short enough to be run often. */
const LONG = [
  "fault-*",
  "lifecycle-*",
  "coexistence*",
  "balance-failures",
  "balance-lifecycle",
  "balance-stale",
  "examples",
  "interruption",
  "placement",
  "cdktf-*",
  "packaging",
].map((name) => `test/acceptance/${name}.test.ts`);

const acceptance = project("acceptance", 120_000, ["./test/support/acceptance-setup.ts"]);

/** The sources of the library are written for one core; the other one takes its place, and has to give the same. */
const library = (core: "cdktf" | "cdktn") => ({
  resolve: { alias: [{ find: /^cdktf$/, replacement: core }] },
  test: {
    name: `library on ${core}`,
    include: ["cdktf-lib/test/**/*.test.ts"],
    environment: "node" as const,
    testTimeout: 20_000,
  },
});

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    // Tests with real CLIs start several processes each; more files at a time would only make them wait for each other.
    maxWorkers: 2,
    projects: [
      project("unit", 20_000),
      project("simulator", 20_000),
      library("cdktf"),
      library("cdktn"),
      project("conformance", 60_000, ["./test/support/conformance-setup.ts"]),
      { test: { ...acceptance.test, exclude: LONG } },
      { test: { ...acceptance.test, name: "long", include: LONG } },
    ],
  },
});
