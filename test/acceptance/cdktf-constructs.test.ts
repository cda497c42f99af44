import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors, expectNoChanges } from "../support/acceptance-checks.js";
import { clusterOf, lopsidedCluster, node, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { portable, synthApp } from "../support/cdktf-app.js";
import { planned } from "../support/cli-checks.js";
import { actionsOf } from "../support/cli-json.js";
import { findClis } from "../support/cli-find.js";
import type { Workspace } from "../support/terraform-cli.js";

/**
 * Writes the configuration of a stack whose constructs the text declares; `stack` and `output(name, value)` are there. A plan takes
 * `planTime` for the time at which it is made.
 */
const synthesize = async (ws: Workspace, constructs: string, planTime?: Date): Promise<void> => {
  const source = `
    import { App, Aspects, Fn, TerraformOutput, TerraformStack } from "cdktf";
    import * as proxlb from "cdktf-proxlb";
    import { Balance } from "cdktf-proxlb/l1";
    const app = new App();
    const stack = new TerraformStack(app, "stack");
    const output = (name: string, value: unknown): void => new TerraformOutput(stack, "output-" + name, { value }).overrideLogicalId(name);
    new proxlb.ProxlbProvider(stack, "proxlb", { caCertificate: Fn.file("ca.pem") });
    ${constructs}
    void Aspects;
    void Balance;
    app.synth();
  `;
  const text = (await synthApp(source, { core: "cdktf" })).get("stack") ?? "{}";
  rmSync(ws.path("terraform.tf"), { force: true });
  const json = JSON.stringify(portable(text));
  const instant = JSON.stringify(planTime?.toISOString().replace(/\.\d+Z$/, "Z"));
  ws.write(planTime === undefined ? json : json.replaceAll("plantimestamp()", quotedInJson(instant)), "cdk.tf.json");
};

const quotedInJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Whenever this runs, noon of this day is days away. */
const DAYS_AHEAD = 3;

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** A minute of the week that is days away, as a window that is open then, and the instant in its middle. */
const distantWindow = (): { readonly window: string; readonly inside: Date } => {
  const inside = new Date();
  inside.setUTCDate(inside.getUTCDate() + DAYS_AHEAD);
  inside.setUTCHours(12, 0, 30, 0);
  const day = WEEKDAYS[inside.getUTCDay()] ?? "";
  return {
    window: `proxlb.MaintenanceWindow.weekly({ days: ["${day}"], start: "12:00", durationMinutes: 1 })`,
    inside,
  };
};

const GIB = 2 ** 30;

/** pve1 is fullest, then pve2, then pve3, whose guest may use much more than it does. */
const stairs = () =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [vm(101, "pve1", 32), vm(102, "pve2", 16), vm(103, "pve3", 48, { load: { cpu: 0.5, memory: "8GiB" } })],
  );

describe.each(findClis())("the constructs on $label", (cli) => {
  it("keep an answer when the load shifts, and give another one for another generation", async () => {
    const answers = (generation: string) => `
      const size = { cpuCores: 2, memoryMib: 2048, generation: "${generation}" };
      output("alone", new proxlb.BestNode(stack, "alone", size).nodeName);
      output("batch", new proxlb.Placement(stack, "batch").add("one", size).nodeName);
    `;
    await onStage(cli, stairs(), async ({ ws, cluster }) => {
      await synthesize(ws, answers("1"));
      // The node is known when the plan is reviewed, not only after apply.
      const first = await planned(ws);
      expect(first.output_changes?.["alone"]?.after).toBe("pve3");
      expect((await applyAndSettle(ws)).outputs).toEqual({ alone: "pve3", batch: "pve3" });

      cluster.addFault({ kind: "guest", vmid: 103, change: { kind: "load", memoryBytes: 48 * GIB } });
      await expectNoChanges(ws);

      await synthesize(ws, answers("2"));
      const second = await planned(ws);
      expect(Object.values(actionsOf(second))).toEqual(["delete/create", "delete/create"]);
      expect((await applyAndSettle(ws)).outputs).toEqual({ alone: "pve2", batch: "pve2" });
    });
  });

  it("make room for a guest that fits nowhere otherwise, before it comes", async () => {
    // No node has room for 45 GiB, but two of them together do.
    const full = clusterOf(
      [node("pve1"), node("pve2"), node("pve3")],
      [vm(101, "pve1", 24), vm(102, "pve2", 26), vm(103, "pve3", 34)],
    );
    await onStage(cli, full, async ({ ws, cluster }) => {
      await synthesize(
        ws,
        `
        const big = new proxlb.BestNode(stack, "big", { cpuCores: 2, memoryMib: 45 * 1024, makeRoom: true });
        const room = new Balance(stack, "room", {});
        room.putMigrations(big.moves);
        output("node", big.nodeName);
        `,
      );
      expect((await applyAndSettle(ws)).outputs).toEqual({ node: "pve1" });
      expect(placesIn(cluster)).toEqual({ 101: "pve2", 102: "pve2", 103: "pve3" });
    });
  });

  it("follow a guest that exists when it moves", async () => {
    const constructs = `
      const together = new proxlb.AffinityGroup(stack, "together");
      const placement = new proxlb.Placement(stack, "batch");
      output("alone", new proxlb.BestNode(stack, "alone", { vmId: 101 }).nodeName);
      output("old", placement.add("old", { name: "vm102" }).nodeName);
      const size = { cpuCores: 2, memoryMib: 2048, groups: [together] };
      output("new", placement.add("new", size).nodeName);
      output("newer", placement.add("newer", size).nodeName);
    `;
    await onStage(cli, stairs(), async ({ ws, cluster }) => {
      await synthesize(ws, constructs);
      expect((await applyAndSettle(ws)).outputs).toEqual({ alone: "pve1", old: "pve2", new: "pve3", newer: "pve3" });
      for (const [vmid, to] of [
        [101, "pve2"],
        [102, "pve1"],
      ] as const)
        cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to } });
      expect((await applyAndSettle(ws)).outputs).toEqual({ alone: "pve2", old: "pve1", new: "pve3", newer: "pve3" });
    });
  });

  it("stop a run at a gate before anything moves: an imbalance that stays, a node that cannot be emptied, a poor answer", async () => {
    // One guest that cannot be divided holds half of a node.
    const lump = clusterOf(
      [node("pve1"), node("pve2")],
      [vm(101, "pve1", 32), vm(102, "pve1", 16), vm(103, "pve2", 40)],
    );
    await onStage(cli, lump, async ({ ws, cluster }) => {
      await synthesize(
        ws,
        `
        Aspects.of(stack).add(new proxlb.ImbalanceGate({ maxPoints: 1 }));
        const cluster = new proxlb.BalancedCluster(stack, "lab");
        new proxlb.Maintenance(stack, "kernel", { cluster, nodeNames: ["pve2"] });
        new proxlb.BestNode(stack, "large", { cpuCores: 1, memoryMib: 12288 }).requireScore(100);
        `,
      );
      const { exitCode, text } = await applyReport(ws);
      expect(exitCode).toBe(1);
      expect(text).toContain("pve2 cannot be emptied: not every guest has another node to go to.");
      expect(text).toContain("No node is good enough for the guest of stack/large");
      expect(changesAskedOf(cluster)).toEqual([]);

      await synthesize(
        ws,
        `
        Aspects.of(stack).add(new proxlb.ImbalanceGate({ maxPoints: 1 }));
        new proxlb.BalancedCluster(stack, "lab");
        `,
      );
      expect((await planReport(ws)).text).toContain(
        "No plan that is allowed brings the nodes to within 1 percent points.",
      );
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("plan no migrations outside of a maintenance window, and let gates tell of the imbalance that stays", async () => {
    await onStage(cli, lopsidedCluster(), async ({ ws, cluster }) => {
      const before = placesIn(cluster);
      const { window } = distantWindow();
      const kept = `
        const cluster = new proxlb.BalancedCluster(stack, "lab", { window: ${window} });
        new proxlb.Check(stack, "balanced", { assertions: [{ condition: cluster.balanced, errorMessage: "Not balanced." }] });
      `;
      const gate = (mode: string) =>
        `Aspects.of(stack).add(new proxlb.ImbalanceGate({ maxPoints: 15, mode: "${mode}" }));`;
      await synthesize(ws, gate("warn") + kept);
      const { warnings } = await applyAndSettle(ws);
      const details = warnings.map(({ detail }) => detail);
      expect(details).toContain("Not balanced.");
      expect(details).toContain("stack/lab/Balance: The nodes are not within 15 percent points.");
      // The plan alone would reach the limit.
      expect(details.filter((detail) => detail.includes("No plan that is allowed"))).toEqual([]);

      await synthesize(ws, gate("fail") + kept);
      const stopped = await applyReport(ws);
      expectErrors(stopped, {
        summary: "Resource postcondition failed",
        detail: ["stack/lab/Balance: The nodes are not within 15 percent points."],
      });
      expect(placesIn(cluster)).toEqual(before);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("refuse at apply a plan whose maintenance window has closed since, and move nobody", async () => {
    await onStage(cli, lopsidedCluster(), async ({ ws, cluster }) => {
      const { window, inside } = distantWindow();
      await synthesize(ws, `new proxlb.BalancedCluster(stack, "lab", { window: ${window} });`, inside);
      const plan = await planned(ws);
      expect(plan.resource_changes?.map(({ change }) => change.after?.["migrations"])).toMatchObject([[{}, {}]]);
      expectErrors(await applyReport(ws), {
        summary: "Resource precondition failed",
        detail: [
          "The maintenance window of stack/lab has closed since the plan was made. Plan and apply again inside it.",
        ],
      });
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("know when a maintenance window is open", async () => {
    const cases = [
      ["2026-11-22T01:00:00Z", true],
      ["2026-11-22T00:59:59Z", false],
      ["2026-11-22T03:59:59Z", true],
      ["2026-11-22T04:00:00Z", false],
      ["2026-11-21T01:30:00Z", false],
      ["2026-11-23T22:59:00Z", false],
      ["2026-11-23T23:30:00Z", false],
    ] as const;
    const late = [
      ["2026-11-22T23:30:00Z", true],
      ["2026-11-23T00:29:59Z", true],
      ["2026-11-23T00:30:00Z", false],
      ["2026-11-22T23:29:59Z", false],
    ] as const;
    await onStage(cli, stairs(), async ({ ws }) => {
      await synthesize(
        ws,
        `
        const expressions = (window: proxlb.MaintenanceWindow, instants: readonly string[]) =>
          instants.map((instant) => "\${" + window.isOpenAt(JSON.stringify(instant)) + "}");
        const sunday = proxlb.MaintenanceWindow.weekly({ days: ["sunday"], start: "02:00", durationMinutes: 180, utcOffset: "+01:00" });
        const late = proxlb.MaintenanceWindow.weekly({ days: ["sunday"], start: "23:30", durationMinutes: 60 });
        output("sunday", expressions(sunday, ${JSON.stringify(cases.map(([instant]) => instant))}));
        output("late", expressions(late, ${JSON.stringify(late.map(([instant]) => instant))}));
        `,
      );
      const { outputs } = await applyReport(ws);
      expect(outputs).toEqual({ sunday: cases.map(([, open]) => open), late: late.map(([, open]) => open) });
    });
  });
});
