import { describe, expect, it } from "vitest";
import { post, send } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

const NOT_DEFINED = "property is not defined in schema and the schema does not allow additional properties";

describe("refusals", () => {
  it.each([
    ["GET", "/nope", "Method 'GET /nope' not implemented"],
    ["DELETE", "/version", "Method 'DELETE /version' not implemented"],
    ["POST", "/cluster/status", "Method 'POST /cluster/status' not implemented"],
    ["GET", "/nodes/old3/lxc/201/migrate", "Method 'GET /nodes/old3/lxc/201/migrate' not implemented"],
  ])("answer 501 to %s %s", async (method, path, reason) => {
    const simulator = await simulate(smallCluster());
    const answer = await send(simulator, path, { method });
    expect([answer.status, answer.reason, answer.json]).toEqual([501, reason, { data: null, message: `${reason}\n` }]);
  });

  it("answer 501 for what the version of the entry node does not know", async () => {
    const simulator = await simulate(smallCluster(), { entryNodes: ["old3", "pve1"] });
    expect((await send(simulator, "/cluster/ha/rules")).status).toBe(501);
    expect((await send(simulator, "/cluster/ha/groups")).rows).toMatchObject([{ group: "left", restricted: 1 }]);
    const newer = simulator.urls["pve1"] ?? "";
    expect((await send(simulator, "/cluster/ha/rules", { url: newer })).rows).toHaveLength(2);
    // Groups become rules only when the last node of the cluster has been upgraded, so the newer node still lists them.
    expect((await send(simulator, "/cluster/ha/groups", { url: newer })).rows).toMatchObject([{ group: "left" }]);
  });

  it.each([
    [
      "/cluster/resources?type=pool",
      { type: "value 'pool' does not have a value in the enumeration 'vm, storage, node, sdn'" },
    ],
    ["/cluster/resources?foo=1", { foo: NOT_DEFINED }],
    ["/nodes/pve1/qemu/abc/config", { vmid: "type check ('integer') failed - got 'abc'" }],
    ["/nodes/pve1/qemu/99/config", { vmid: "value must have a minimum value of 100" }],
    ["/nodes/pve1/qemu?full=maybe", { full: "type check ('boolean') failed - got 'maybe'" }],
    ["/nodes/pve1/rrddata", { timeframe: "property is missing and it is not optional" }],
    ["/nodes/pve1/tasks/nonsense/status", { upid: "unable to parse worker upid" }],
    ["/nodes/pve1/tasks/UPID:pve1:00000001:00000001:00000001:qmigrate:1:root@pam:/status", { upid: "no such task" }],
    ["/cluster/nextid?vmid=100", { vmid: "VM 100 already exists" }],
  ])("answer 400 with what is wrong to %s", async (path, errors) => {
    const simulator = await simulate(smallCluster());
    const answer = await send(simulator, path);
    expect([answer.status, answer.reason]).toEqual([400, "Parameter verification failed."]);
    expect(answer.json).toEqual({ data: null, message: "Parameter verification failed.\n", errors });
  });

  it("answer 400 on version 8.4 to parameters that only 9 knows", async () => {
    const simulator = await simulate(smallCluster());
    const body = { target: "pve1", online: "1", "with-conntrack-state": "1" };
    const old = await post(simulator, "/nodes/old3/qemu/105/migrate", body);
    expect(old.json).toMatchObject({ errors: { "with-conntrack-state": NOT_DEFINED } });
    expect((await post(simulator, "/nodes/pve1/qemu/100/migrate", { ...body, target: "pve2" })).status).toBe(200);
  });

  it.each([
    ["GET", "/nodes/pve2/qemu/100/config", {}, "Configuration file 'nodes/pve2/qemu-server/100.conf' does not exist"],
    ["GET", "/nodes/pve1/lxc/100/status/current", {}, "Configuration file 'nodes/pve1/lxc/100.conf' does not exist"],
    ["POST", "/nodes/pve1/qemu/100/migrate", { target: "pve2" }, "can't migrate running VM without --online"],
    ["POST", "/nodes/pve1/qemu/100/migrate", { target: "mars", online: "1" }, "no such cluster node 'mars'"],
    [
      "POST",
      "/nodes/pve1/qemu/104/migrate",
      { target: "pve2", online: "1" },
      "storage 'fast' is not available on node 'pve2'",
    ],
    [
      "POST",
      "/nodes/pve2/lxc/200/migrate",
      { target: "pve1" },
      "can't migrate running container without --online or --restart",
    ],
    [
      "POST",
      "/nodes/pve2/lxc/200/migrate",
      { target: "pve1", online: "1" },
      "lxc live migration is currently not implemented",
    ],
    ["GET", "/cluster/ha/resources/vm:100", {}, "no such resource 'vm:100'"],
    [
      "GET",
      "/nodes/mars/status",
      {},
      "hostname lookup 'mars' failed - failed to get address info for: mars: Name or service not known",
    ],
  ])("answer 500 to %s %s %j", async (method, path, body, reason) => {
    const simulator = await simulate(smallCluster());
    const answer = method === "POST" ? await post(simulator, path, body) : await send(simulator, path);
    expect([answer.status, answer.reason, answer.json]).toEqual([500, reason, { data: null, message: `${reason}\n` }]);
  });

  it("name the local node as a wrong target", async () => {
    const simulator = await simulate(smallCluster());
    const answer = await post(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve1", online: "1" });
    expect([answer.status, answer.json]).toMatchObject([400, { errors: { target: "target is local node." } }]);
  });

  it("carry no message in the body before late 8.3", async () => {
    const simulator = await simulate(smallCluster({ version: "8.2.4" }));
    const answer = await send(simulator, "/nodes/pve2/qemu/100/config");
    expect(answer.reason).toBe("Configuration file 'nodes/pve2/qemu-server/100.conf' does not exist");
    expect(answer.json).toEqual({ data: null });
  });

  it("answer 404 outside the API", async () => {
    const simulator = await simulate(smallCluster());
    expect((await send(simulator, "/version", { url: `${simulator.url}/elsewhere` })).status).toBe(404);
  });
});
