import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], timeoutMs: number) => ({
  test: { name, include, environment: "node" as const, testTimeout: timeoutMs, hookTimeout: timeoutMs },
});

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    // Tests with real CLIs start several processes each; more files at a time would only make them wait for each other.
    maxWorkers: 2,
    projects: [
      project("unit", ["test/unit/**/*.test.ts"], 20_000),
      project("simulator", ["test/simulator/**/*.test.ts"], 20_000),
      project("conformance", ["test/conformance/**/*.test.ts"], 60_000),
      project("acceptance", ["test/acceptance/**/*.test.ts"], 120_000),
    ],
  },
});
