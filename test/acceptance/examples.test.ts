import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { applyAndSettle, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import { CLOCK_SPEED, vm } from "../support/acceptance-clusters.js";
import { changesAskedOf, migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { changeOf, planned, SAVED_PLAN } from "../support/cli-checks.js";
import { findClis, hasFunctions } from "../support/cli-find.js";
import { packagedProxlb } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { prose } from "../support/cli-process.js";
import { withWorkspace } from "../support/terraform-cli.js";
import { createProvider } from "../../provider/src/provider.js";
import { VERSION } from "../../provider/src/version.js";
import type { ClusterInput } from "../simulator/src/description/cluster-description.js";
import { readClusterFile } from "../simulator/src/description/read-cluster-file.js";
import type { Simulator } from "../simulator/src/start-simulator.js";

const examplesFolder = join(repositoryRoot, "examples");

/** Every folder with a configuration and the cluster that it is meant for. */
const examples = readdirSync(examplesFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("cluster.yaml"))
  .map((file) => dirname(join(examplesFolder, file)))
  .sort();

const configurationsIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".tf"));

/** The configuration, and what it reads beside it. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".tf") || name === "proxlb.yaml");

const textOf = (folder: string): string =>
  configurationsIn(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

/** Examples that call functions of a provider say so with the version that they require. */
const needsFunctions = (folder: string): boolean => textOf(folder).includes("provider::");

/** A folder next to the configuration whose files `tofu test` and `terraform test` run. */
const testsOf = (folder: string): string => join(folder, "tests");

const hasTests = (folder: string): boolean => existsSync(testsOf(folder));

const balances = (folder: string): boolean => textOf(folder).includes('resource "proxlb_balance"');

const hasImport = (folder: string): boolean => existsSync(join(folder, "import.sh"));

/** What the CLI is told to import. */
const importsOf = (folder: string): readonly (readonly [address: string, id: string])[] =>
  readFileSync(join(folder, "import.sh"), "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => {
      const [, address = "", id = ""] = /^terraform import (\S+) (\S+)$/.exec(line) ?? [];
      return [address, id] as const;
    });

/** The keys and ids of guests in an import id such as `web1=201,web2=202`. */
const guestsIn = (id: string): readonly (readonly [key: string, vmid: number])[] =>
  [...id.matchAll(/(\w+)=(\d+)/g)].map(([, key = "", vmid]) => [key, Number(vmid)] as const);

/** The cluster of an example, whose clock runs fast. */
const clusterOf = (folder: string): ClusterInput => ({
  ...readClusterFile(join(folder, "cluster.yaml")),
  clock: { mode: "accelerated", speed: CLOCK_SPEED },
});

/** The cluster of an example after the guests that an import id names were created, one on each node in turn. */
const clusterWith = (folder: string, ids: readonly string[]): ClusterInput => {
  const cluster = clusterOf(folder);
  const created = ids.flatMap(guestsIn).map(([name, id], index) => ({
    ...vm(id, cluster.nodes[index % cluster.nodes.length]?.name ?? "", 4),
    name,
  }));
  return { ...cluster, guests: [...(cluster.guests ?? []), ...created] };
};

const environmentOf = (cluster: Simulator, caFile: string): Readonly<Record<string, string>> => ({
  PROXMOX_VE_ENDPOINT: cluster.url,
  PROXMOX_VE_API_TOKEN: cluster.token(cluster.tokenIds[0] ?? "sim"),
  TF_VAR_ca_file: caFile,
});

const runsIn = (folder: string): number =>
  readdirSync(testsOf(folder))
    .filter((name) => name.endsWith(".tftest.hcl"))
    .flatMap((name) => readFileSync(join(testsOf(folder), name), "utf8").match(/^run "/gm) ?? []).length;

it("every folder with a configuration has a cluster on which it is tried", () => {
  const folders = readdirSync(examplesFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tf"))
    .map((file) => dirname(join(examplesFolder, file)));
  expect([...new Set(folders)].sort()).toEqual(examples);
});

const EXPECTED_WARNINGS = ["Guests Managed Elsewhere", "Room Has to Be Made"];

/** What nobody needs to be shown: how to connect otherwise, captured clusters, which the tests of examples use, and a risk. */
const NOT_SHOWN = [
  "allow_unreviewed",
  ...["endpoint", "endpoints", "api_token", "auth_ticket", "csrf_prevention_token", "username", "password", "insecure"],
  ...["min_tls", "tls_fingerprint", "request_timeout", "snapshot_file"],
];

it("every setting of the provider, a data source or a resource is shown by an example", () => {
  const { dataSources, resources, attributes } = createProvider({
    env: {},
    now: () => new Date(0),
    redact: () => undefined,
  });
  const settings = [attributes, ...[...dataSources, ...resources].map(({ schema }) => schema.attributes)].flatMap(
    (each) => Object.entries(each).flatMap(([name, { presence }]) => (presence === "computed" ? [] : [name])),
  );
  const texts = examples.map(textOf).join("\n");
  const shown = (name: string): boolean => new RegExp(`^ *${name} += `, "m").test(texts);
  expect([...new Set(settings)].filter((name) => !shown(name) && !NOT_SHOWN.includes(name))).toEqual([]);
});

describe.each(findClis())("every example on $label", (cli) => {
  const runnable = examples.filter((folder) => hasFunctions(cli) || !needsFunctions(folder));

  it.each(runnable.map((folder) => [relative(examplesFolder, folder), folder] as const))(
    "71 and 72 is installed by init, valid, and settles after one apply: %s",
    async (_name, folder) => {
      await onStage(
        cli,
        clusterOf(folder),
        async ({ ws, cluster }) => {
          // The example says itself which provider it needs.
          rmSync(ws.path("terraform.tf"));
          for (const name of filesIn(folder)) copyFileSync(join(folder, name), ws.path(name));
          // Whoever generates configurations from TypeScript has such a file above the installed provider.
          writeFileSync(join(ws.folder, "..", "package.json"), '{ "type": "module" }\n');
          expect(prose(expectSuccess(await ws.init()))).toContain(`Installed proxlb/proxlb v${VERSION}`);
          expect(existsSync(ws.path(".terraform.lock.hcl"))).toBe(true);
          const env = environmentOf(cluster, ws.path("ca.pem"));
          expect(prose(expectSuccess(await ws.validate({ env })))).toContain("Success! The configuration is valid.");
          const { warnings } = await applyAndSettle(ws, { env });
          expect(warnings.filter(({ summary }) => !EXPECTED_WARNINGS.includes(summary))).toEqual([]);
          expect(migrationsAskedOf(cluster).length > 0).toBe(balances(folder));
        },
        { installation: packagedProxlb },
      );
    },
  );

  it.each(examples.filter(hasImport).map((folder) => [relative(examplesFolder, folder), folder] as const))(
    "takes over what exists with its import.sh, in an update that changes nothing of the cluster: %s",
    async (_name, folder) => {
      const imports = importsOf(folder);
      const ids = imports.map(([, id]) => id);
      await onStage(cli, clusterWith(folder, ids), async ({ ws, cluster }) => {
        rmSync(ws.path("terraform.tf"));
        for (const name of filesIn(folder)) copyFileSync(join(folder, name), ws.path(name));
        const env = environmentOf(cluster, ws.path("ca.pem"));
        for (const [address, id] of imports) expectSuccess(await ws.import(address, id, { env }));
        const plan = await planned(ws, { env });
        for (const [address] of imports) expect(changeOf(plan, address).change.actions).toEqual(["update"]);
        const { assignments = {} } = changeOf(plan, imports[0]?.[0] ?? "").change.after ?? {};
        const places = placesIn(cluster);
        const known = ids.flatMap(guestsIn).map(([key, vmid]) => [key, places[vmid]] as const);
        expect(assignments).toEqual(Object.fromEntries(known));
        expectSuccess(await ws.apply({ plan: SAVED_PLAN, env }));
        expect(changesAskedOf(cluster)).toEqual([]);
        // What a balance has taken over is executed by the next apply.
        if (!balances(folder)) await expectNoChanges(ws, [], env);
      });
    },
  );

  it.each(runnable.filter(hasTests).map((folder) => [relative(examplesFolder, folder), folder] as const))(
    "passes its own tests without any cluster: %s",
    async (_name, folder) => {
      await withWorkspace(cli, async (ws) => {
        cpSync(folder, ws.folder, { recursive: true });
        rmSync(ws.path("terraform.tf"));
        expect((await ws.run(["fmt", "-check", "-diff", "-recursive"])).stdout).toBe("");
        expect(prose(expectSuccess(await ws.run(["test"])))).toContain(`Success! ${runsIn(folder)} passed, 0 failed.`);
      });
    },
  );
});
