import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { importCapture } from "../src/description/import-capture.js";
import { parseClusterYaml } from "../src/description/read-cluster-file.js";
import { send } from "./client.js";
import { simulate } from "./clusters.js";

const body = z.object({ data: z.array(z.looseObject({ id: z.string(), type: z.string() })) });

function fixture(path: string): string {
  return readFileSync(new URL(`../../fixtures/pve/${path}`, import.meta.url), "utf8");
}

describe("a captured cluster", () => {
  it.each(["resources.4node.pve8.json", "resources.1node-lxc.pve8.json", "resources.pve9.recreated.json"])(
    "is answered from %s as it was captured",
    async (file) => {
      const text = fixture(`cluster/${file}`);
      const simulator = await simulate(importCapture({ resources: text }));
      const { rows } = await send(simulator, "/cluster/resources");
      const captured = body.parse(JSON.parse(text)).data;
      const ids = (list: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] =>
        // Some captures have no row for a pool that a guest belongs to.
        list.flatMap((row) => (row["type"] === "pool" ? [] : [row["id"]])).sort();
      expect(ids(rows)).toEqual(ids(captured));
      for (const row of captured) {
        const answered = rows.find((each) => each["id"] === row.id) ?? {};
        for (const [key, value] of Object.entries(row)) {
          if (key === "hastate") continue;
          // What is computed from demand differs in the last digits.
          if (typeof value === "number")
            expect([row.id, key, answered[key]]).toEqual([row.id, key, expect.closeTo(value, 4)]);
          else if (key === "content")
            expect(String(answered[key]).split(",").sort()).toEqual(String(value).split(",").sort());
          else expect([row.id, key, answered[key]]).toEqual([row.id, key, value]);
        }
      }
    },
  );

  it("takes options, HA resources, rules and configurations too", async () => {
    const simulator = await simulate(
      importCapture({
        resources: fixture("cluster/resources.pve9.recreated.json"),
        options: fixture("cluster/options.pve9.recreated.json"),
        haRules: fixture("ha/rules.pve9.recreated.json"),
        configs: { 3100: fixture("qemu/config.pve9.recreated.json") },
      }),
    );
    expect((await send(simulator, "/cluster/options")).data).toMatchObject({
      crs: { ha: "dynamic", "ha-auto-rebalance": 1 },
      bwlimit: "migration=512000,move=204800",
    });
    expect((await send(simulator, "/cluster/ha/rules")).rows.map((row) => row["rule"])).toContain("impossible");
    expect((await send(simulator, "/nodes/hv1/qemu/3100/config")).data).toMatchObject({
      memory: "4096",
      cpulimit: "1.5",
      migrate_downtime: "0.2",
    });
    expect((await send(simulator, "/nodes/hv3/qemu")).status).toBe(595);
    expect((await send(simulator, "/cluster/ha/status/manager_status")).data).toMatchObject({
      manager_status: { node_status: { hv2: "maintenance" } },
    });
  });

  it("is refused when it is not an answer", () => {
    expect(() => importCapture({ resources: '{"rows":[]}' })).toThrow();
  });
});

describe("a description in YAML", () => {
  it("fills in what is not said", () => {
    const cluster = parseClusterYaml(
      "nodes: [{name: pve1, memory: 16GiB}]\nguests: [{id: 100, node: pve1, tags: [a, b]}]",
    );
    expect(cluster.nodes[0]).toMatchObject({ memory: 16 * 1024 ** 3, bridges: ["vmbr0"], online: true });
    expect(cluster.guests[0]).toMatchObject({ kind: "vm", status: "running", tags: "a;b" });
  });

  it.each([
    ["nodes: []", "nodes"],
    ["nodes: [{name: pve1, memory: much}]", '"much" is not a size'],
    ["nodes: [{name: pve1, colour: red}]", "colour"],
    [
      "nodes: [{name: pve1}]\nguests: [{id: 100, node: pve2}]",
      'Guest 100 is on node "pve2", which the description does not have.',
    ],
    ["nodes: [{name: pve1}]\nguests: [{id: 100, node: pve1}, {id: 100, node: pve1}]", "Guest id 100 occurs twice"],
    ["nodes: [{name: pve1}]\nfaults: [{kind: meteor}]", "faults"],
  ])("is refused with what is wrong: %s", (text, message) => {
    expect(() => parseClusterYaml(text)).toThrow(message);
  });
});
