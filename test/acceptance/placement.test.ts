import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readClusterFile } from "../simulator/src/description/read-cluster-file.js";
import { applyAndSettle, expectErrors, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { changeOf, planned, plannedActions } from "../support/cli-checks.js";
import { findClis } from "../support/cli-find.js";
import type { ShownChange } from "../support/cli-json.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { prose } from "../support/cli-process.js";
import type { Workspace } from "../support/terraform-cli.js";

/** pve3 is the emptiest node and pve1 the fullest. */
const stairs = () =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [vm(101, "pve1", 24, { name: "db1" }), vm(201, "pve2", 16), vm(301, "pve3", 8)],
  );

const guest = (key: string, more = ""): string => `    ${key} = { cpu_cores = 2, memory_mib = 4096, ${more} }\n`;

/** A placement, and what stands for the guests that read it: replaced when their node changes or is unknown. */
const configuration = (guests: string, more = ""): string => `
resource "proxlb_placement" "this" {
  guests = {
${guests}  }
  ${more}
}
resource "terraform_data" "vm" {
  for_each         = proxlb_placement.this.assignments
  triggers_replace = each.value
}
output "assignments" { value = proxlb_placement.this.assignments }
output "current" { value = proxlb_placement.this.current }
`;

const ADDRESS = "proxlb_placement.this";

interface Changes {
  readonly placement: ShownChange["change"];
  /** What happens to each guest, by address; those that stay as they are are left out. */
  readonly guests: Readonly<Record<string, string>>;
}

const planChanges = async (ws: Workspace, args: readonly string[] = []): Promise<Changes> => {
  expectSuccess(await ws.plan({ out: "saved", args }));
  const { resource_changes: changes = [] } = await ws.showPlan("saved");
  const placement = changes.find(({ address }) => address === ADDRESS)?.change;
  if (placement === undefined) throw new Error("The plan does not mention the placement.");
  const guests = changes
    .filter(({ address }) => address.startsWith("terraform_data.vm"))
    .map(({ address, change }) => [address.replace(/.*\["|"\]/g, ""), change.actions.join("/")] as const)
    .filter(([, actions]) => actions !== "no-op");
  return { placement, guests: Object.fromEntries(guests) };
};

const applySaved = (ws: Workspace) => applyAndSettle(ws, { plan: "saved" });

describe.each(findClis())("proxlb_placement on $label", (cli) => {
  it("places once, and keeps the answer whatever the load becomes", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(configuration(guest("web1") + guest("db", "vm_id = 101")));
      const { placement, guests } = await planChanges(ws);
      expect(placement.actions).toEqual(["create"]);
      expect(placement.after_unknown).toMatchObject({ assignments: { web1: true, db: true }, current: true });
      expect(guests).toEqual({ web1: "create", db: "create" });
      const { outputs, warnings } = await applySaved(ws);
      expect(outputs).toEqual({ assignments: { db: "pve1", web1: "pve3" }, current: { db: "pve1" } });
      expect(warnings).toEqual([]);

      cluster.addFault({ kind: "guest", vmid: 201, change: { kind: "move", to: "pve3" } });
      await expectNoChanges(ws);
      await expectNoChanges(ws, ["-refresh=false"]);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("places a new key beside the old ones, whose nodes stay known, and forgets a removed one", async () => {
    await onStage(cli, stairs(), async ({ ws, configure }) => {
      configure(configuration(guest("a", 'tags = ["plb_anti_affinity_x"]')));
      await applyAndSettle(ws);
      configure(
        configuration(guest("a", 'tags = ["plb_anti_affinity_x"]') + guest("b", 'tags = ["plb_anti_affinity_x"]')),
      );
      const { placement, guests } = await planChanges(ws);
      expect(placement.actions).toEqual(["update"]);
      expect(placement.after).toMatchObject({ assignments: { a: "pve3" } });
      expect(placement.after_unknown).toMatchObject({ assignments: { b: true } });
      expect(guests).toEqual({ b: "create" });
      // pve3 is still the emptiest, but "a" will be there, from which "b" keeps apart.
      expect((await applySaved(ws)).outputs["assignments"]).toEqual({ a: "pve3", b: "pve2" });

      configure(configuration(guest("b", 'tags = ["plb_anti_affinity_x"]')));
      const removal = await planChanges(ws);
      expect(removal.placement.after).toMatchObject({ assignments: { b: "pve2" }, current: {} });
      expect(removal.placement.after_unknown).toEqual({});
      expect(removal.guests).toEqual({ a: "delete" });
      expect((await applySaved(ws)).outputs["assignments"]).toEqual({ b: "pve2" });
    });
  });

  it("counts guests that were placed before and do not exist yet", async () => {
    await onStage(cli, stairs(), async ({ ws, configure }) => {
      const large = "{ cpu_cores = 2, memory_mib = 40 * 1024 }";
      configure(configuration(`    a = ${large}\n`));
      await applyAndSettle(ws);
      configure(configuration(`    a = ${large}\n    b = ${large}\n`));
      expect((await applyAndSettle(ws)).outputs["assignments"]).toEqual({ a: "pve3", b: "pve2" });
      configure(configuration(`    a = ${large}\n    b = ${large}\n    c = ${large}\n`));
      const report = await applyReport(ws);
      expectErrors(report, { summary: "No Node Fits", address: ADDRESS, detail: ['guest "c"', /pve3: .*memory/] });
      configure(configuration(`    a = ${large}\n    b = ${large}\n`));
      await expectNoChanges(ws);
    });
  });

  it("reports where a placed guest is now and places it no second time", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(configuration(guest("db", 'name = "db1"')));
      await applyAndSettle(ws);
      cluster.addFault({ kind: "guest", vmid: 101, change: { kind: "move", to: "pve2" } });
      const refreshed = await ws.plan({ args: ["-refresh-only"] });
      expect(prose(refreshed)).toContain('"pve1" -> "pve2"');
      const { outputs } = await applyAndSettle(ws);
      expect(outputs).toEqual({ assignments: { db: "pve1" }, current: { db: "pve2" } });
      // What describes the guest may change; its node stays.
      configure(configuration(guest("db", 'name = "db1", tags = ["prod"], allowed_nodes = ["pve3"]')));
      expect((await planChanges(ws)).guests).toEqual({});
      expect((await applySaved(ws)).outputs["assignments"]).toEqual({ db: "pve1" });
    });
  });

  it("places the guests that do not exist anew when a keeper changes, and warns of it", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      const asked = guest("web1") + guest("db", "vm_id = 101");
      configure(configuration(asked, 'keepers = { image = "1" }'));
      expect((await applyAndSettle(ws)).outputs["assignments"]).toEqual({ db: "pve1", web1: "pve3" });
      cluster.addFault({ kind: "guest", vmid: 201, change: { kind: "move", to: "pve3" } });
      configure(configuration(asked, 'keepers = { image = "2" }'));
      const { warnings } = await planReport(ws);
      expect(warnings).toMatchObject([{ summary: "Placement Is Replaced", address: ADDRESS }]);
      const { placement, guests } = await planChanges(ws);
      expect(placement.actions).toEqual(["delete", "create"]);
      expect(guests).toEqual({ db: "delete/create", web1: "delete/create" });
      // pve2 is the emptiest now; the guest that exists is where it was all the same.
      expect((await applySaved(ws)).outputs["assignments"]).toEqual({ db: "pve1", web1: "pve2" });
    });
  });

  it("takes -replace, -target, -destroy and a guest map that is known only after apply", async () => {
    await onStage(cli, stairs(), async ({ ws, configure }) => {
      const later = `
resource "terraform_data" "name" { input = "web1" }
resource "proxlb_placement" "this" {
  guests  = { (terraform_data.name.output) = { cpu_cores = 2, memory_mib = 4096, tags = [terraform_data.name.output] } }
  keepers = { name = terraform_data.name.output }
}
output "assignments" { value = proxlb_placement.this.assignments }
`;
      configure(later);
      expect(prose(await ws.plan())).toContain("+ assignments = (known after apply)");
      await applyReport(ws, { args: [`-target=${ADDRESS}`] });
      expect(await ws.stateList()).toEqual([ADDRESS, "terraform_data.name"]);
      expect((await applyAndSettle(ws)).outputs["assignments"]).toEqual({ web1: "pve3" });
      expect((await planChanges(ws, [`-replace=${ADDRESS}`])).placement.actions).toEqual(["delete", "create"]);
      await applySaved(ws);
      expectSuccess(await ws.destroy());
      expect(await ws.stateList()).toEqual([]);
    });
  });

  it("takes guests over by their ids, and refuses ids that are none", async () => {
    await onStage(cli, stairs(), async ({ ws, configure }) => {
      configure(
        configuration("    db = { vm_id = 101 }\n    two = { vm_id = 201 }\n").replace(
          /resource "terraform_data"[^}]*}\n/,
          "",
        ),
      );
      for (const [id, text] of [
        ["101", 'such as "web1=101,web2=102", but it is "101"'],
        ["a=101,a=201", "each once"],
        ["a=999", 'The cluster has no guest 999, which the import id names for the key "a"'],
      ] as const) {
        const refused = await ws.import(ADDRESS, id);
        expect(refused.exitCode).toBe(1);
        expect(prose(refused)).toContain(text);
      }
      expectSuccess(await ws.import(ADDRESS, "db=101, two=201"));
      await applyAndSettle(ws);
      const { placement } = await planChanges(ws);
      expect(placement.actions).toEqual(["no-op"]);
      expect(placement.after).toMatchObject({
        assignments: { db: "pve1", two: "pve2" },
        current: { db: "pve1", two: "pve2" },
      });
    });
  });

  it("takes the guests of its example over by its import.sh, and its keepers in one update that leaves no node open", async () => {
    const example = join(repositoryRoot, "examples", "resources", "proxlb_placement");
    const text = (name: string): string => readFileSync(join(example, name), "utf8");
    const [, address = "", id = ""] = /^terraform import (\S+) (\S+)$/m.exec(text("import.sh")) ?? [];
    const { nodes, storages, guests: others } = readClusterFile(join(example, "cluster.yaml"));
    const guests = [...id.matchAll(/(\w+)=(\d+)/g)].map(([, name = "", vmid], at) =>
      vm(Number(vmid), `pve${at + 1}`, 4, { name }),
    );
    const assignments = { web1: "pve1", web2: "pve2", web3: "pve3" };
    await onStage(
      cli,
      { nodes, storages, guests: [...others, ...guests] },
      async ({ ws }) => {
        rmSync(ws.path("terraform.tf"));
        ws.write(text("resource.tf"));
        expectSuccess(await ws.import(address, id));
        expect((await planReport(ws)).warnings).toEqual([]);
        const { actions, after, after_unknown: open } = changeOf(await planned(ws), address).change;
        expect([actions, after]).toMatchObject([["update"], { assignments, keepers: { image: "debian-12" } }]);
        expect(open).toHaveProperty("assignments", {});
        expect((await applyAndSettle(ws)).outputs).toEqual({ nodes: assignments });
        // From now on, keepers do what they are there for.
        ws.write(text("resource.tf").replace("debian-12", "debian-13"));
        expect(await plannedActions(ws)).toMatchObject({ [address]: "delete/create" });
      },
      { env: { TF_VAR_ca_file: "ca.pem" } },
    );
  });

  it("gives nobody a node when one fits nowhere, and saves nothing", async () => {
    await onStage(cli, stairs(), async ({ ws, configure }) => {
      configure(configuration(`${guest("small")}    giant = { cpu_cores = 2, memory_mib = 1024 * 1024 }\n`));
      expectErrors(await applyReport(ws), { summary: "No Node Fits", address: ADDRESS, detail: ['guest "giant"'] });
      expect(await ws.stateList()).toEqual([]);
    });
  });

  it("refuses guests that contradict each other or say too little before it asks the cluster", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(configuration('    a = { name = "x" }\n    b = { name = "x" }\n    c = { memory_mib = 64 }\n'));
      expectErrors(
        await planReport(ws),
        { summary: "Duplicate Guest", detail: ['"a" and "b"', 'name "x"'] },
        { summary: "Missing Attribute", detail: ['"cpu_cores" is required'] },
      );
      configure(configuration(guest("a"), 'timeouts = { create = "soon" }'));
      expectErrors(await planReport(ws), { summary: "Invalid Attribute Value", detail: ['"soon"'] });
      expect(cluster.requests()).toEqual([]);
    });
  });
});
