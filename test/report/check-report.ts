import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtProviderFolder, repositoryRoot } from "../support/cli-paths.js";
import type { Page } from "./browser.js";
import { withPage } from "./browser.js";

const GIB = 2 ** 30;

const HOSTILE = "<img src=x onerror=alert(1)>";

const guest = (vmid: number, name: string, node: string, tags: readonly string[] = []) => ({
  vmid,
  name,
  type: "vm",
  node,
  cpuCores: 4,
  cpuUsedCores: 1.5,
  memoryBytes: 12 * GIB,
  tags,
});

/** A cluster with something of everything: a broken rule, a node in maintenance, a guest that cannot leave it. */
const SNAPSHOT = {
  version: 1,
  taken_at: "2026-01-01T00:00:00Z",
  nodes: ["pve1", "pve2", "pve3", "pve4"].map((name) => ({
    name,
    cpuCores: 32,
    memoryBytes: 128 * GIB,
    maintenance: name === "pve4",
  })),
  guests: [
    ...["web1", "web2"].map((name, at) => guest(100 + at, name, "pve1", ["plb_anti_affinity_web"])),
    ...[110, 111, 112].map((vmid) => guest(vmid, HOSTILE, "pve1")),
    guest(120, "build", "pve2"),
    guest(130, "legacy", "pve4", ["plb_ignore_legacy"]),
    guest(131, "monitor", "pve4"),
  ],
  rules: [],
};

const findBrowser = (): string => {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error("No Chromium was found. Install it, for example with: apt-get install chromium");
  return found;
};

/** The least contrast of any text in the page to what is behind it, and whose it is. */
const CONTRAST = `(() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (rgb) => rgb.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let worst = { ratio: 21, text: "" };
  for (const element of document.body.querySelectorAll("*")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join("");
    if (text === "") continue;
    const [low, high] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < worst.ratio) worst = { ratio, text };
  }
  return worst;
})()`;

const emulate = (page: Page, scheme: "light" | "dark", width: number): Promise<unknown> =>
  Promise.all([
    page.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] }),
    page.send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false }),
  ]);

const picture = async (page: Page, file: string): Promise<void> => {
  const { data } = (await page.send("Page.captureScreenshot", { captureBeyondViewport: true })) as { data: string };
  writeFileSync(file, Buffer.from(data, "base64"));
};

const checkColours = async (page: Page, scheme: "light" | "dark", folder: string): Promise<void> => {
  await emulate(page, scheme, 1280);
  const worst = (await page.evaluate(CONTRAST)) as { ratio: number; text: string };
  assert.ok(worst.ratio >= 4.5, `In ${scheme}, "${worst.text}" has a contrast of only ${worst.ratio.toFixed(2)}.`);
  const ground = String(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
  const first = Number(/\d+/.exec(ground)?.[0]);
  assert.equal(first < 128, scheme === "dark", `In ${scheme} the ground is ${ground}.`);
  await picture(page, join(folder, `${scheme}.png`));
};

interface AccessibleNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
}

const checkTables = async (page: Page): Promise<void> => {
  const { nodes } = (await page.send("Accessibility.getFullAXTree")) as { nodes: readonly AccessibleNode[] };
  const count = (role: string): number => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
  assert.equal(count("table"), 4);
  assert.ok(count("columnheader") >= 15 && count("rowheader") >= 12, "The headers of the tables are not seen as such.");
};

const checkPage = async (page: Page, folder: string): Promise<void> => {
  assert.equal(await page.evaluate("document.compatMode"), "CSS1Compat");
  assert.equal(await page.evaluate("document.querySelectorAll('script, img, link, iframe').length"), 0);
  const text = String(await page.evaluate("document.body.innerText"));
  assert.ok(text.includes(HOSTILE), "The name of a guest is not shown as it is.");
  for (const scheme of ["light", "dark"] as const) await checkColours(page, scheme, folder);
  await checkTables(page);
  await emulate(page, "light", 400);
  const overhang = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  assert.ok(Number(overhang) <= 0, `A narrow window has to be scrolled sideways by ${String(overhang)} pixels.`);
  const requests = page.events.filter(({ method }) => method === "Network.requestWillBeSent");
  assert.equal(requests.length, 1, "The page loads something besides itself.");
  const complaints = page.events.filter(({ method }) => /^(Log\.entryAdded|Runtime\.exceptionThrown)$/.test(method));
  assert.deepEqual(complaints, []);
};

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-report-"));
  const pictures = join(repositoryRoot, ".tmp", "report");
  mkdirSync(pictures, { recursive: true });
  try {
    const [snapshot, report] = [join(folder, "cluster.json"), join(folder, "plan.html")];
    writeFileSync(snapshot, JSON.stringify(SNAPSHOT));
    const args = ["plan", "--snapshot", snapshot, "--html", report];
    const run = spawnSync(join(builtProviderFolder, "terraform-provider-proxlb"), args, { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    const browser = { executable: findBrowser(), profile: join(folder, "profile"), url: pathToFileURL(report).href };
    await withPage(browser, (page) => checkPage(page, pictures));
    process.stdout.write(`The report passes in a browser. Pictures of it are in ${pictures}.\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
};

await main();
