import { describe, expect, it } from "vitest";
import * as z from "zod";
import { BpgClient } from "./bpg-client.js";
import { bpgCluster, NEW_VM } from "./bpg-cluster.js";
import { send } from "./client.js";
import { simulate } from "./clusters.js";
import { STRICT } from "./strict-types.js";

it("answers the data sources with the types that their decoders want", async () => {
  const simulator = await simulate(bpgCluster());
  const client = new BpgClient(simulator);
  const nodes = await client.ask("GET nodes", STRICT.nodes);
  expect(nodes.map((node) => node.node)).toEqual(["pve1", "pve2"]);
  await client.ask("GET nodes/pve1/status", STRICT.nodeStatus);
  await client.ask("GET version", STRICT.version);
  for (const { node } of nodes) {
    await client.ask(`GET nodes/${node}/qemu`, STRICT.vmList);
    await client.ask(`GET nodes/${node}/lxc`, STRICT.vmList);
  }
  await client.ask("GET nodes/pve1/qemu/900/config", STRICT.vmConfig);
  await client.ask("GET nodes/pve1/qemu/900/status/current", STRICT.vmStatus);
  simulator.addFault({ kind: "node-down", node: "pve2" });
  expect(await client.refused("GET nodes/pve2/qemu")).toMatchObject({ status: 595, reason: "No route to host" });
});

describe("the HA configuration", () => {
  it("of a resource is created, read, updated, listed and deleted", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    const settings = {
      sid: "ct:901",
      type: "ct",
      state: "started",
      comment: "c",
      failback: "1",
      max_relocate: "2",
      max_restart: "3",
    };
    await client.ask("POST cluster/ha/resources/", STRICT.nothing, settings);
    expect((await client.refused("POST cluster/ha/resources/", settings)).reason).toBe(
      "resource ID 'ct:901' already defined",
    );
    expect(await client.ask("GET cluster/ha/resources/ct:901", STRICT.haResource)).toMatchObject({
      comment: "c",
      failback: 1,
      max_relocate: 2,
      max_restart: 3,
    });
    await client.ask("PUT cluster/ha/resources/ct:901", STRICT.nothing, {
      state: "ignored",
      delete: "comment,max_restart",
    });
    const changed = await client.ask("GET cluster/ha/resources/ct:901", STRICT.haResource);
    expect(changed).toMatchObject({ state: "ignored", max_relocate: 2 });
    expect(changed).not.toHaveProperty("comment");
    expect(changed).not.toHaveProperty("max_restart");
    expect(await client.ask("GET cluster/ha/resources/?type=vm", z.array(STRICT.haResource))).toEqual([]);
    await client.ask("DELETE cluster/ha/resources/ct:901", STRICT.nothing);
    expect(await client.refused("GET cluster/ha/resources/ct:901")).toMatchObject({
      status: 500,
      reason: "no such resource 'ct:901'",
    });
  });

  it("of a rule is created, read, updated, listed and deleted", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    const rule = {
      rule: "near",
      type: "node-affinity",
      resources: "ct:901,vm:900",
      nodes: "pve1:2,pve2",
      strict: "1",
      comment: "c",
    };
    await client.ask("POST cluster/ha/rules/", STRICT.nothing, rule);
    expect((await client.refused("POST cluster/ha/rules/", rule)).reason).toBe("HA rule ID 'near' already defined");
    expect(await client.ask("GET cluster/ha/rules/near", STRICT.haRule)).toMatchObject({
      nodes: "pve1:2,pve2",
      strict: 1,
    });
    await client.ask("PUT cluster/ha/rules/near", STRICT.nothing, {
      type: "node-affinity",
      disable: "1",
      delete: "comment",
    });
    expect(await client.ask("GET cluster/ha/rules/near", STRICT.haRule)).toMatchObject({ disable: 1, strict: 1 });
    expect(await client.ask("GET cluster/ha/rules/", z.array(STRICT.haRule))).toHaveLength(1);
    await client.ask("DELETE cluster/ha/rules/near", STRICT.nothing);
    expect((await client.refused("GET cluster/ha/rules/near")).reason).toBe("no such ha rule 'near'");
    expect(
      (
        await client.refused("POST cluster/ha/rules/", {
          rule: "alone",
          type: "resource-affinity",
          affinity: "negative",
          resources: "vm:900",
        })
      ).reason,
    ).toContain("Rule 'alone' is invalid.");
  });

  it("of a group exists before version 9 only", async () => {
    const old = new BpgClient(await simulate(bpgCluster("8.4.5")));
    const group = { group: "left", nodes: "pve1:2,pve2", restricted: "1", comment: "c" };
    await old.ask("POST cluster/ha/groups/", STRICT.nothing, group);
    expect(await old.ask("GET cluster/ha/groups/left", STRICT.haGroup)).toMatchObject({
      nodes: "pve1:2,pve2",
      restricted: 1,
    });
    await old.ask("POST cluster/ha/resources/", STRICT.nothing, { sid: "ct:901", group: "left" });
    expect((await old.refused("DELETE cluster/ha/groups/left")).reason).toBe(
      "ha group 'left' is used by resource 'ct:901'",
    );
    await old.ask("PUT cluster/ha/groups/left", STRICT.nothing, { nofailback: "1" });
    expect(await old.ask("GET cluster/ha/groups/", z.array(STRICT.haGroup))).toMatchObject([
      { group: "left", nofailback: 1 },
    ]);
    expect((await old.refused("GET cluster/ha/rules")).status).toBe(501);
    const recent = new BpgClient(await simulate(bpgCluster()));
    expect((await recent.refused("POST cluster/ha/groups/", group)).reason).toBe(
      "cannot create group: ha groups have been migrated to rules",
    );
    expect((await recent.refused("GET cluster/ha/groups")).reason).toBe(
      "cannot index groups: ha groups have been migrated to rules",
    );
  });
});

it("takes datacenter options as texts and answers them as objects, the limits of bandwidth as a text", async () => {
  const client = new BpgClient(await simulate(bpgCluster()));
  await client.ask("PUT cluster/options", STRICT.nothing, {
    crs: "ha=static,ha-rebalance-on-start=1",
    bwlimit: "migration=1000,move=500",
    max_workers: "6",
    "registered-tags": "a;b",
    "user-tag-access": "user-allow=list,user-allow-list=x;y",
    "next-id": "lower=100,upper=200",
    email_from: "a@b.example",
  });
  expect(await client.ask("GET cluster/options", STRICT.options)).toEqual({
    crs: { ha: "static", "ha-rebalance-on-start": 1 },
    bwlimit: "migration=1000,move=500",
    max_workers: 6,
    "registered-tags": ["a", "b"],
    "user-tag-access": { "user-allow": "list", "user-allow-list": ["x", "y"] },
    "next-id": { lower: 100, upper: 200 },
    email_from: "a@b.example",
  });
  await client.ask("PUT cluster/options", STRICT.nothing, { delete: "crs,next-id" });
  expect(await client.ask("GET cluster/options", STRICT.options)).not.toHaveProperty("crs");
});

it("manages pools, and refuses to delete one that is not empty", async () => {
  const client = new BpgClient(await simulate(bpgCluster()));
  await client.ask("POST pools", STRICT.nothing, { poolid: "new", comment: "c" });
  await client.ask("PUT pools?poolid=new", STRICT.nothing, { vms: "901", storage: "ceph" });
  const [pool] = await client.ask("GET pools?poolid=new", STRICT.onePool);
  expect(pool?.members.map((member) => member.id)).toEqual(["lxc/901", "storage/pve1/ceph", "storage/pve2/ceph"]);
  expect((await client.refused("PUT pools?poolid=web", { vms: "901" })).reason).toContain(
    "belongs already to pool 'new'",
  );
  expect((await client.refused("DELETE pools?poolid=new")).reason).toBe("pool 'new' is not empty (contains VM 901)");
  await client.ask("PUT pools/new", STRICT.nothing, { vms: "901", storage: "ceph", delete: "1" });
  await client.ask("DELETE pools/new", z.unknown());
  expect((await client.refused("GET pools?poolid=new")).reason).toBe("no such pool 'new'");
});

it("asks for the privileges of the real server", async () => {
  const simulator = await simulate({
    ...bpgCluster(),
    users: [{ id: "ops@pve", tokens: [{ id: "ops", secret: "s" }] }],
    acl: [{ path: "/", subject: "ops@pve", role: "PVEAuditor" }],
  });
  const refusal = async (method: string, path: string, body?: Readonly<Record<string, string>>): Promise<string> =>
    (await send(simulator, path, { method, token: "ops", ...(body === undefined ? {} : { body }) })).reason;
  expect(await refusal("POST", "/nodes/pve1/qemu", NEW_VM)).toBe("Permission check failed (/vms/100, VM.Allocate)");
  expect(await refusal("DELETE", "/nodes/pve1/qemu/900")).toBe("Permission check failed (/vms/900, VM.Allocate)");
  expect(await refusal("POST", "/nodes/pve1/qemu/900/status/start")).toBe(
    "Permission check failed (/vms/900, VM.PowerMgmt)",
  );
  expect(await refusal("POST", "/cluster/ha/resources", { sid: "vm:900" })).toBe(
    "Permission check failed (/, Sys.Console)",
  );
  expect(await refusal("PUT", "/pools?poolid=web", { vms: "900" })).toBe(
    "Permission check failed (/pool/web, Pool.Allocate)",
  );
  expect(await refusal("PUT", "/cluster/options", { max_workers: "1" })).toBe(
    "Permission check failed (/, Sys.Modify)",
  );
});
