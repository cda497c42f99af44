import { defineConfig } from "vitest/config";

const project = (name: string, timeoutMs: number, globalSetup: string[] = []) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: "node" as const,
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    globalSetup,
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
      project("conformance", 60_000, ["./test/support/conformance-setup.ts"]),
      project("acceptance", 120_000, ["./test/support/acceptance-setup.ts"]),
    ],
  },
});
