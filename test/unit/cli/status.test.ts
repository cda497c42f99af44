import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runStatus } from "../../../provider/src/cli/status.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { runCommand } from "../../support/cli-run.js";
import { cluster } from "../../support/snapshot-builders.js";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-status-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  [[30], "0 migrations, 0 unresolved"],
  [[45, 10], "1 migration, 0 unresolved"],
])("proxlb status counts the pending migrations of guests that use %j", async (guests, text) => {
  const path = join(folder, "s.json");
  writeFileSync(path, JSON.stringify(encodeSnapshot(cluster({ a: { guests }, b: { guests: [30] } }))));
  const { stdout } = await runCommand(runStatus, ["--snapshot", path]);
  expect(stdout).toMatch(new RegExp(`^Pending +${text}$`, "m"));
});
