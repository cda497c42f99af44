import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, environment: "node" as const, ...extra },
});

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    projects: [
      project("unit", ["test/unit/**/*.test.ts"], { testTimeout: 20_000 }),
      project("simulator", ["test/simulator/**/*.test.ts"], { testTimeout: 20_000 }),
      project("conformance", ["test/conformance/**/*.test.ts"], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        globalSetup: ["./test/support/conformance-setup.ts"],
      }),
      project("acceptance", ["test/acceptance/**/*.test.ts"], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: true,
        maxWorkers: 2,
        globalSetup: ["./test/support/acceptance-setup.ts"],
      }),
    ],
  },
});
