import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readClusterFile } from "../src/description/read-cluster-file.js";
import { simulate } from "./clusters.js";
import { runScenario } from "./run-scenario.js";
import { readSteps } from "./scenario-steps.js";

const root = fileURLToPath(new URL("../../scenarios/", import.meta.url));
const names = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

describe("a scenario", () => {
  it.each(names)("goes as its log says: %s", async (name) => {
    const folder = join(root, name);
    const simulator = await simulate(readClusterFile(join(folder, "cluster.yaml")));
    const log = await runScenario(simulator, readSteps(folder));
    const expected = join(folder, "expected.log");
    if (process.env["UPDATE"] === "1") writeFileSync(expected, log);
    expect(log).toBe(readFileSync(expected, "utf8"));
    expect(readFileSync(join(folder, "README.md"), "utf8")).toMatch(/^# /);
  });

  it("is there at all", () => {
    expect(names.length).toBeGreaterThan(5);
  });
});
