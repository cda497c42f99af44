import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";

const folder = mkdtempSync(join(tmpdir(), "simulator-test-"));
// Inside the repository, where the bundle finds its packages and the declared interface.
const program = fileURLToPath(new URL("../.tmp/program-test/main.js", import.meta.url));
const ready = z.object({
  url: z.string(),
  urls: z.record(z.string(), z.string()),
  token: z.string(),
  caFile: z.string(),
  fingerprint: z.string(),
});

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("../src/main.ts", import.meta.url))],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile: program,
    logLevel: "silent",
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

async function textOf(stream: NodeJS.ReadableStream | null, until?: string): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (until !== undefined && text.includes(until)) break;
  }
  return text;
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((resolve) => {
    child.once("exit", resolve);
  });
}

async function statusOf(url: string, token: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { ca, agent: false, headers: { Authorization: `PVEAPIToken=${token}` } };
    const message = request(`${url}/api2/json/cluster/resources`, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    message.on("error", reject).end();
  });
}

it("serves a cluster file, says how to reach it, and ends on a signal", async () => {
  const clusterFile = join(folder, "cluster.yaml");
  const readyFile = join(folder, "ready.json");
  writeFileSync(
    clusterFile,
    "name: demo\nnodes: [{name: pve1}, {name: pve2}]\nusers: [{id: me@pve, tokens: [{id: plan, secret: s3}]}]\n",
  );
  const child = start("--cluster", clusterFile, "--speed", "60", "--all-nodes", "--ready-file", readyFile);
  const greeting = await textOf(child.stdout, "Press Ctrl-C to stop.");
  expect(greeting).toContain('Simulated cluster "demo": 2 nodes, 0 guests.');
  expect(greeting).toContain("API token    me@pve!plan=s3");
  expect(greeting).toMatch(
    /^ {2}export PROXMOX_VE_ENDPOINT=https:\/\/127\.0\.0\.1:\d+ PROXMOX_VE_API_TOKEN='me@pve!plan=s3' TF_VAR_ca_file=\S+ca\.pem$/m,
  );
  while (!existsSync(readyFile)) await new Promise((resolve) => setImmediate(resolve));
  const connection = ready.parse(JSON.parse(readFileSync(readyFile, "utf8")));
  expect(Object.keys(connection.urls)).toEqual(["pve1", "pve2"]);
  expect(await statusOf(connection.url, connection.token, readFileSync(connection.caFile, "utf8"))).toBe(200);
  child.kill("SIGTERM");
  expect(await exitOf(child)).toBe(0);
});

it("says what is wrong with a cluster file and with its arguments", async () => {
  const clusterFile = join(folder, "broken.yaml");
  writeFileSync(clusterFile, "nodes: [{name: pve1, colour: red}]\n");
  const broken = start("--cluster", clusterFile);
  expect(await textOf(broken.stderr)).toContain("colour");
  expect(await exitOf(broken)).toBe(1);
  const nothing = start();
  expect(await textOf(nothing.stdout)).toContain("Usage: simulator --cluster FILE");
  expect(await exitOf(nothing)).toBe(2);
});
