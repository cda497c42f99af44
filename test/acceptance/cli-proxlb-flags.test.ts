import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lopsidedCluster } from "../support/acceptance-clusters.js";
import { changesAskedOf, migrationsAskedOf, placesIn } from "../support/acceptance-stage.js";
import type { CliResult } from "../support/cli-process.js";
import { runProxlb } from "../support/proxlb-command.js";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { startSimulator } from "../simulator/src/start-simulator.js";

const SECRET = "11111111-2222-3333-4444-555555555555";

const described = () => ({
  ...lopsidedCluster(),
  users: [{ id: "plb@pve", tokens: [{ id: "main", secret: SECRET }] }],
  acl: [{ path: "/", subject: "plb@pve", role: "Administrator" }],
});

/** What `balancing.enable` says; undefined leaves the key out. */
type Enable = "True" | "False" | undefined;

const proxlbYaml = ({ url }: Simulator, enable: Enable): string => `
proxmox_api:
  hosts: ["${new URL(url).host}"]
  user: plb@pve
  token_id: main
  token_secret: ${SECRET}
  ssl_verification: False
  timeout: 10
balancing:
${enable === undefined ? "" : `  enable: ${enable}\n`}  method: memory
  balanciness: 10
  balance_types: ['vm']
service:
  daemon: True
`;

type Run = (...args: string[]) => Promise<CliResult>;

const withConfig = async (enable: Enable, body: (cluster: Simulator, run: Run) => Promise<void>): Promise<void> => {
  const cluster = await startSimulator({ cluster: described() });
  const folder = mkdtempSync(join(tmpdir(), "proxlb-flags-"));
  writeFileSync(join(folder, "proxlb.yaml"), proxlbYaml(cluster, enable));
  try {
    await body(cluster, (...args) => runProxlb(null, ["-c", "proxlb.yaml", ...args], { cwd: folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};

interface State {
  readonly guests: Readonly<Record<string, { readonly node_current: string; readonly node_target: string }>>;
  readonly nodes: Readonly<Record<string, { readonly memory: { readonly used_percent: number } }>>;
  readonly executed: readonly unknown[];
}

const stateOf = ({ stdout }: CliResult): State => JSON.parse(stdout) as State;

describe("ProxLB's flags with an existing proxlb.yaml", () => {
  it("-d shows the plan and moves nothing, -j -d prints it in ProxLB's shape", async () => {
    await withConfig("True", async (cluster, run) => {
      const shown = await run("-d");
      expect(shown).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("2 migrations") as string });
      expect(shown.stderr).toContain("service.daemon");
      const state = stateOf(await run("-d", "-j"));
      const moving = Object.values(state.guests).filter(({ node_current: from, node_target: to }) => from !== to);
      expect(moving).toHaveLength(2);
      expect(Object.keys(state)).toEqual(expect.arrayContaining(["groups", "guests", "ha_rules", "nodes", "pools"]));
      expect(new Set(Object.values(state.nodes).map(({ memory }) => memory.used_percent)).size).toBe(1);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("-j alone executes one cycle and prints one document", async () => {
    await withConfig("True", async (cluster, run) => {
      const cycle = await run("-j");
      expect(cycle.exitCode).toBe(0);
      expect(stateOf(cycle).executed).toHaveLength(2);
      expect(migrationsAskedOf(cluster)).toHaveLength(2);
      expect(Object.values(placesIn(cluster)).sort()).toEqual(["pve1", "pve2", "pve3"]);
      expect(cycle.stdout + cycle.stderr).not.toContain(SECRET);
    });
  });

  it.each([["False"], [undefined]] as const)(
    "plans but executes nothing where balancing.enable is %s",
    async (enable) => {
      await withConfig(enable, async (cluster, run) => {
        const cycle = await run();
        expect(cycle).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("2 migrations") as string });
        expect(cycle.stderr).toContain("Nothing is executed, because balancing.enable");
        expect(changesAskedOf(cluster)).toEqual([]);
      });
    },
  );

  it("-b prints one node name, with -j one document, and -v the version", async () => {
    await withConfig("True", async (_cluster, run) => {
      expect(await run("-b")).toMatchObject({ exitCode: 0, stdout: "pve2\n" });
      const best = await run("-b", "-j");
      expect(best.exitCode).toBe(0);
      expect(JSON.parse(best.stdout)).toEqual({ node: "pve2" });
    });
    for (const flags of [["-v"], ["-d", "-v"], ["-c", "gone.yaml", "-v"]]) {
      expect(await runProxlb(null, flags, { cwd: tmpdir() })).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/^proxlb \d+\.\d+\.\d+\S*\n$/) as string,
      });
    }
  });

  it("-j is valid JSON when it fails, and shows no secret", async () => {
    await withConfig("True", async (cluster, run) => {
      await cluster.stop();
      const failed = await run("-j");
      expect(failed.exitCode).toBe(1);
      expect(JSON.parse(failed.stdout)).toEqual({ error: expect.stringMatching(/\.$/) as string });
      expect(failed.stdout + failed.stderr).not.toContain(SECRET);
    });
  });
});
