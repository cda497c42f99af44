import { describe, expect, it } from "vitest";
import { expectErrors } from "../support/acceptance-checks.js";
import { evenCluster } from "../support/acceptance-clusters.js";
import { planReport, validateReport } from "../support/acceptance-json.js";
import { onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

describe.each(findClis())("invalid settings on $label", (cli) => {
  it("are refused with the path of every mistyped policy key, list entry and timeout", async () => {
    await onStage(cli, evenCluster(), async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_migration_plan" "policy" {
  policy = {
    balanciness       = -1
    methods           = ["memory", "colour"]
    migration_timeout = "soon"
    weights           = { gold = 2 }
    rules             = [{ name = "x", type = "apart", nodes = ["pve1"] }]
    node_reserve      = [{ memory_mib = -1 }]
    ignore_nodes      = [" "]
  }
}
data "proxlb_migration_plan" "target" {
  policy             = { balanciness = 5, balanciness_target = 50 }
  assume_maintenance = [""]
  timeouts           = { read = "0s" }
}
data "proxlb_best_node" "batch" {
  guests = { a = { type = "lxc", cpu_cores = 1, memory_mib = 64, allowed_nodes = [] } }
}
resource "proxlb_balance" "list" {
  migrations = [{ vm_id = 101, from_node = "pve1", to_node = "pve1" }, { vm_id = 5.5, to_node = "" }, { vm_id = 99, to_node = "pve2", step = 0 }]
  timeouts   = { create = "never" }
}
`);
      const policy = (detail: readonly (string | RegExp)[]) => ({ summary: "Invalid Policy", detail });
      const value = (detail: readonly string[]) => ({ summary: "Invalid Attribute Value", detail });
      expectErrors(
        await validateReport(ws),
        policy(["policy.balanciness: ", "between 0 and 1000", "-1"]),
        policy(["policy.methods[1]: ", '"memory", "cpu"', '"colour"']),
        policy(["policy.migration_timeout: ", '"soon"']),
        policy(["policy.weights", "gold", '"memory", "cpu"']),
        policy(["policy.rules[0].type: ", '"node-affinity"', '"apart"']),
        policy(["policy.node_reserve[0].memory_mib: ", "-1"]),
        policy(["policy.ignore_nodes[0]: ", "not empty"]),
        policy(["policy.balanciness_target: ", "(50)", "(5)"]),
        { summary: "Invalid Attribute Value", code: "assume_maintenance", detail: ["must not be empty"] },
        value(["timeouts.read: ", '"0s"']),
        value(['guests["a"].type: ', '"vm", "ct"', '"lxc"']),
        value(['guests["a"].allowed_nodes: ', "at least one element"]),
        { summary: "Migration Without a Move", detail: ["migrations[0].to_node: ", "Guest 101", '"pve1"'] },
        value(["migrations[1].vm_id: ", "5.5"]),
        value(["migrations[1].to_node: ", "must not be empty"]),
        value(["migrations[2].vm_id: ", "between 100 and 999999999", "99"]),
        value(["migrations[2].step: ", "at least 1", "0"]),
        value(["timeouts.create: ", '"never"']),
      );
      expect(cluster.requests()).toEqual([]);
    });
  });

  it("are refused when the policy stands in the provider block", async () => {
    const provider = 'provider "proxlb" {\n  policy = { balanciness = 5, threshold_mode = "door" }\n}\n';
    await onStage(
      cli,
      evenCluster(),
      async ({ ws, cluster, configure }) => {
        configure('data "proxlb_migration_plan" "this" {}');
        expectErrors(await planReport(ws), {
          summary: "Invalid Policy",
          detail: ["policy.threshold_mode: ", '"gate", "trigger"', '"door"'],
        });
        expect(cluster.requests()).toEqual([]);
      },
      { provider },
    );
  });

  it("are tolerated as long as they are unknown or null", async () => {
    await onStage(cli, evenCluster(), async ({ ws, configure }) => {
      configure(`
variable "anything" {
  type    = any
  default = null
}
variable "number" { type = number }
variable "text" { type = string }
variable "flag" { type = bool }
variable "texts" { type = list(string) }
variable "words" { type = map(string) }
variable "guests" { type = map(object({ vm_id = number, name = string, cpu_cores = number, memory_mib = number, storage = string })) }
variable "migrations" { type = list(object({ vm_id = number, to_node = string })) }
data "proxlb_best_node" "one" {
  type           = var.text
  name           = var.text
  vm_id          = var.number
  cpu_cores      = var.number
  memory_mib     = var.number
  disk_gib       = var.number
  storage        = var.text
  make_room      = var.flag
  tags           = var.texts
  pool           = var.text
  allowed_nodes  = var.texts
  excluded_nodes = [var.text]
  policy         = { balanciness = var.number, methods = var.texts, pools = [{ pool_id = var.text }] }
  timeouts       = { read = var.text }
}
data "proxlb_best_node" "batch" {
  guests = var.guests
}
data "proxlb_best_node" "elements" {
  make_room = var.flag
  guests    = { a = { vm_id = var.number, name = var.text, storage = var.text }, (var.text) = { vm_id = 5000, cpu_cores = var.number } }
}
data "proxlb_best_node" "nulls" {
  type           = null
  name           = "x"
  vm_id          = null
  cpu_cores      = null
  memory_mib     = null
  storage        = null
  make_room      = null
  tags           = null
  allowed_nodes  = null
  guests         = null
  policy         = null
  timeouts       = null
}
data "proxlb_migration_plan" "this" {
  policy             = var.anything
  assume_maintenance = var.texts
  assume_guests      = var.guests
  timeouts           = { read = var.text }
}
data "proxlb_migration_plan" "elements" {
  assume_maintenance = [var.text]
  assume_guests      = { a = { cpu_cores = var.number, storage = var.text, tags = var.texts }, (var.text) = { name = var.text } }
}
data "proxlb_migration_plan" "nulls" {
  policy             = null
  assume_maintenance = null
  assume_guests      = null
  timeouts           = null
}
data "proxlb_cluster" "this" {
  policy   = var.anything
  timeouts = { read = var.text }
}
data "proxlb_cluster" "elements" {
  policy = { ignore_nodes = [var.text], methods = var.texts, node_reserve = [{ memory_mib = var.number }] }
}
data "proxlb_cluster" "nulls" {
  policy   = null
  timeouts = null
}
resource "proxlb_balance" "list" {
  policy           = { maintenance_nodes = var.texts, live = null }
  migrations       = var.migrations
  allow_unreviewed = null
  timeouts         = { create = var.text, update = null }
}
resource "proxlb_balance" "elements" {
  migrations = [{ vm_id = var.number, from_node = "pve1", to_node = var.text }]
}
resource "proxlb_balance" "nulls" {
  policy     = null
  migrations = null
  timeouts   = null
}
resource "proxlb_placement" "this" {
  guests   = var.guests
  keepers  = var.words
  policy   = var.anything
  timeouts = { create = var.text, update = var.text }
}
resource "proxlb_placement" "elements" {
  guests  = { a = { vm_id = var.number, name = var.text, storage = var.text, tags = [var.text] }, (var.text) = { cpu_cores = var.number } }
  keepers = { image = var.text }
  policy  = { balanciness = var.number }
}
resource "proxlb_placement" "nulls" {
  guests   = { a = { vm_id = 5000, name = null, cpu_cores = 2, memory_mib = 2048, disk_gib = null, storage = null, tags = null } }
  keepers  = null
  policy   = null
  timeouts = null
}
`);
      const report = await validateReport(ws);
      expect(report.exitCode, report.text).toBe(0);
      expect(report.diagnostics).toEqual([]);
    });
  });
});
