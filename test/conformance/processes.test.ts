import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureText, planText } from "../support/cli-checks.js";
import { findClis } from "../support/cli-find.js";
import { resourcesOf } from "../support/cli-json.js";
import { prose, succeeded } from "../support/cli-process.js";
import { buildTestProvider } from "../support/test-provider/host.js";
import type { LabWorkspace } from "../support/test-provider/lab-workspace.js";
import { withLab } from "../support/test-provider/lab-workspace.js";

let folder: string;
let installation: Awaited<ReturnType<typeof buildTestProvider>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-lab-"));
  installation = await buildTestProvider(folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const TOKEN = "token-3b1f9f";

const SECRET = 'se"cret-7c2e';

const PROVIDER = `provider "lab" {\n  store = "@STORE@"\n  token = "${TOKEN}"\n}\n`;

const question = (name: string, lines: string): string => `data "lab_answer" "${name}" {\n  ${lines}\n}\n`;

describe.each(findClis())("provider processes under $label", (cli) => {
  const inLab = (body: (ws: LabWorkspace) => Promise<void>, env: Readonly<Record<string, string>> = {}) =>
    withLab(cli, { installation, env, provider: PROVIDER }, body);

  it("11 end a long wait at Ctrl-C, and keep what was done by then", () =>
    inLab(
      async (ws) => {
        ws.write('resource "lab_item" "a" {\n  name = "web"\n  seconds = 60\n}\n');
        const running = ws.start(["apply", "-auto-approve"]);
        await running.waitFor(/The item is being created/);
        const pressed = performance.now();
        running.signalGroup("SIGINT");
        const text = failureText(await running.result);
        // The wait itself ends at once; the CLI takes its time to end all processes.
        expect(performance.now() - pressed).toBeLessThan(5000);
        expect(text).toContain("The create of lab_item was cancelled before it finished.");
        expect(resourcesOf(await ws.showState())["lab_item.a"]).toMatchObject({
          tainted: true,
          values: { note: "half made" },
        });
      },
      { TF_LOG_PROVIDER: "INFO" },
    ));

  it("15 log what was asked for and nothing below", () =>
    inLab(
      async (ws) => {
        ws.write(`resource "lab_item" "a" {\n  name = "web"\n}\n${question("a", 'misbehave = "refuse"')}`);
        const { stderr } = await ws.apply({ args: ["-target=lab_item.a"] });
        expect(stderr).not.toContain("The item is being created");
        const refused = await ws.plan();
        expect(refused.stderr).toMatch(/\[ERROR\] provider\.[^:]*lab[^:]*: Store Failed/);
        expect(refused.stderr).not.toMatch(/\[(INFO|DEBUG|TRACE)\]/);
      },
      { TF_LOG_PROVIDER: "WARN" },
    ));

  it("15 never log a secret, even at TRACE", () =>
    inLab(
      async (ws) => {
        const secret = JSON.stringify(SECRET);
        ws.write(`resource "lab_item" "a" {\n  name = "web"\n  secret = ${secret}\n}\n${question("a", "length = 1")}`);
        const { stderr } = succeeded(await ws.apply());
        expect(stderr).toContain("The question is being answered");
        expect(stderr).toContain("(sensitive)");
        expect(stderr).not.toContain(TOKEN);
        expect(stderr).not.toContain("cret-7c2e");
      },
      { TF_LOG_PROVIDER: "TRACE" },
    ));

  it("16 carry 20 MB of configuration and of answer", () =>
    inLab(async (ws) => {
      const length = 20_000_000;
      ws.write("q".repeat(length), "question.txt");
      ws.write(
        `${question("a", `question = file("question.txt")\n  length = ${length}`)}
output "lengths" {
  value = [data.lab_answer.a.question_length, length(data.lab_answer.a.answer)]
}
`,
      );
      succeeded(await ws.apply());
      expect((await ws.outputs())["lengths"]?.value).toEqual([length, length]);
    }));

  it.each(["throw", "exception", "rejection"])(
    "18 survive an error of one call (%s) and go on with the others",
    (how) =>
      inLab(async (ws) => {
        ws.write(`${question("bad", `misbehave = "${how}"`)}${question("good", "length = 3\n  seconds = 0.3")}`);
        const result = await ws.plan();
        const text = failureText(result);
        expect(text).toContain("This is a bug in the provider");
        expect(text).toContain("data.lab_answer.good: Read complete");
        expect(text).not.toContain("Plugin did not respond");
      }),
  );

  it("18 keep the state of an object whose update went astray", () =>
    inLab(async (ws) => {
      ws.write('resource "lab_item" "a" {\n  name = "web"\n}\n');
      succeeded(await ws.apply());
      ws.write('resource "lab_item" "a" {\n  name = "web"\n  misbehave = "stray"\n}\n');
      expect(failureText(await ws.apply())).toContain("thrown in a timer");
      expect(await ws.stateList()).toEqual(["lab_item.a"]);
    }));

  it("20 answer 50 calls at once without mixing them up", () =>
    inLab(async (ws) => {
      ws.write(
        'resource "lab_item" "a" {\n  count   = 50\n  name    = "n${count.index}"\n  size    = count.index\n  seconds = 0.5\n}\n',
      );
      const result = succeeded(await ws.apply({ args: ["-parallelism=50"] }));
      expect(prose(result)).toContain("50 added");
      const sizes = Object.values(resourcesOf(await ws.showState())).map(({ values }) => `n${String(values["size"])}`);
      const names = Object.values(resourcesOf(await ws.showState())).map(({ values }) => values["name"]);
      expect(sizes).toEqual(names);
      expect(new Set(names).size).toBe(50);
      expect(await planText(ws)).toContain("No changes.");
    }));
});
