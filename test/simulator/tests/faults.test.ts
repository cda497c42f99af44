import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { FaultInput } from "../src/faults/fault.js";
import type { Simulator } from "../src/start-simulator.js";
import { logOf, post, send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

async function canConnect(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => {
      resolve(false);
    });
  });
}

async function waitUntil(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) if (await condition()) return;
  throw new Error("The condition did not become true.");
}

const guest100 = (simulator: Simulator): unknown => simulator.state().guests.find((guest) => guest.vmid === 100);

describe("a node that is down", () => {
  it("refuses connections and calls, and comes back at the same port", async () => {
    const simulator = await simulate(smallCluster(), { entryNodes: "all" });
    const own = simulator.urls["pve2"] ?? "";
    const fault = simulator.addFault({ kind: "node-down", node: "pve2" });
    await waitUntil(async () => !(await canConnect(own)));
    const forwarded = await send(simulator, "/nodes/pve2/qemu");
    expect([forwarded.status, forwarded.reason, forwarded.body]).toEqual([595, "No route to host", ""]);
    expect((await send(simulator, "/nodes/pve2/rrddata?timeframe=hour")).status).toBe(200);
    fault.remove();
    await waitUntil(() => canConnect(own));
    expect((await send(simulator, "/nodes/pve2/qemu", { url: own })).status).toBe(200);
  });

  it("is listed as offline without numbers, and its guests as unknown after the next publication", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "node-down", node: "pve2" });
    simulator.advance(10_000);
    const { rows } = await send(simulator, "/cluster/resources");
    expect(rows.find((row) => row["id"] === "node/pve2")).toEqual({
      id: "node/pve2",
      type: "node",
      node: "pve2",
      status: "offline",
      hastate: "unknown",
    });
    expect(rows.find((row) => row["id"] === "lxc/200")).toEqual({
      id: "lxc/200",
      type: "lxc",
      vmid: 200,
      node: "pve2",
      status: "unknown",
    });
    expect((await send(simulator, "/cluster/status")).rows.find((row) => row["name"] === "pve2")).toMatchObject({
      online: 0,
    });
  });

  it("ends its own tasks, and the migrations that were on their way to it", async () => {
    const simulator = await simulate(smallCluster());
    const away = await startTask(simulator, "/nodes/pve2/lxc/200/migrate", { target: "pve1", restart: "1" });
    const towards = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(5_000);
    simulator.addFault({ kind: "node-down", node: "pve2", text: "Connection refused" });
    simulator.advance(10_000);
    expect(simulator.state().tasks.find((task) => task.upid === away.upid)).toMatchObject({
      exitStatus: "unexpected status",
    });
    expect((await send(simulator, `${towards.path}/status`)).data).toMatchObject({ exitstatus: "migration problems" });
    expect(guest100(simulator)).toMatchObject({ node: "pve1", lock: undefined, incomingOn: undefined });
    expect((await send(simulator, `${away.path}/status`)).reason).toBe("Connection refused");
  });
});

describe("spoiled answers", () => {
  it("come as often as wanted, for the requests wanted", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({
      kind: "answer",
      match: { method: "GET", path: "/nodes/*/status" },
      answer: { kind: "status", status: 500, text: "got timeout" },
      times: 2,
    });
    const statuses: number[] = [];
    for (const path of [
      "/nodes/pve1/status",
      "/version",
      "/nodes/pve1/qemu/100/status/current",
      "/nodes/pve2/status",
      "/nodes/pve1/status",
    ]) {
      statuses.push((await send(simulator, path)).status);
    }
    expect(statuses).toEqual([500, 200, 200, 500, 200]);
  });

  it("can be bodies that are not JSON, or a page of a proxy", async () => {
    const simulator = await simulate(smallCluster());
    const first = simulator.addFault({ kind: "answer", match: { path: "**" }, answer: { kind: "not-json" } });
    expect(await send(simulator, "/version")).toMatchObject({ status: 200, json: undefined, body: "this is not JSON" });
    first.remove();
    simulator.addFault({ kind: "answer", match: {}, answer: { kind: "html", status: 502, text: "Bad Gateway" } });
    const page = await send(simulator, "/version");
    expect([page.status, page.reason, page.headers["content-type"]]).toEqual([502, "Bad Gateway", "text/html"]);
  });

  it.each(["truncated", "reset"] as const)("can be %s connections", async (kind) => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "answer", match: { path: "/cluster/resources" }, answer: { kind }, times: 1 });
    await expect(send(simulator, "/cluster/resources")).rejects.toThrow(/aborted|ECONNRESET|socket hang up/);
    expect((await send(simulator, "/cluster/resources")).status).toBe(200);
  });

  it("can be late", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({
      kind: "answer",
      match: { path: "/version" },
      answer: { kind: "delay", delayMs: 120 },
      times: 1,
    });
    const order: string[] = [];
    const late = send(simulator, "/version").then(() => order.push("version"));
    await send(simulator, "/cluster/status").then(() => order.push("status"));
    await late;
    expect(order).toEqual(["status", "version"]);
  });

  it("do not carry out what the real answer would have", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({
      kind: "answer",
      match: { method: "POST" },
      answer: { kind: "status", status: 503, text: "Service Unavailable" },
    });
    expect((await post(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" })).status).toBe(503);
    expect(simulator.state().tasks).toEqual([]);
  });
});

describe("lost rights", () => {
  it("are refused with their path, and come back when the fault ends", async () => {
    const simulator = await simulate(smallCluster());
    const fault = simulator.addFault({
      kind: "privilege-dropped",
      subject: "balancer@pve!plan",
      path: "/vms/100",
      privilege: "VM.Migrate",
    });
    const migrate = (): Promise<{ status: number; reason: string }> =>
      send(simulator, "/nodes/pve1/qemu/100/migrate", { token: "plan" });
    expect((await migrate()).reason).toBe("Permission check failed (/vms/100, VM.Migrate)");
    fault.remove();
    expect((await migrate()).status).toBe(200);
  });

  it("can be those of a whole token", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "token-revoked", token: "plan", when: { beforeRequest: { path: "/version" }, nth: 2 } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await send(simulator, "/version", { token: "plan" })).reason);
    expect(statuses).toEqual(["OK", "invalid token value!", "invalid token value!"]);
  });
});

describe("other actors", () => {
  it.each<[string, FaultInput, object]>([
    ["lock", { kind: "guest", vmid: 100, change: { kind: "lock", lock: "backup" } }, { lock: "backup", node: "pve1" }],
    ["move", { kind: "guest", vmid: 100, change: { kind: "move", to: "pve2" } }, { node: "pve2" }],
    ["stop", { kind: "guest", vmid: 100, change: { kind: "status", status: "stopped" } }, { status: "stopped" }],
  ])("can %s a guest just before the n-th request of a kind", async (_, fault, expected) => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ ...fault, when: { beforeRequest: { method: "GET", path: "/cluster/resources" }, nth: 2 } });
    const before = guest100(simulator);
    await send(simulator, "/cluster/resources");
    expect(guest100(simulator)).toEqual(before);
    const second = (await send(simulator, "/cluster/resources")).rows.find((row) => row["vmid"] === 100);
    expect(second).toMatchObject(expected);
  });

  it("can delete a guest at a time", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "guest", vmid: 100, change: { kind: "delete" }, when: { atMs: 5_000 } });
    simulator.advance(4_999);
    expect((await send(simulator, "/nodes/pve1/qemu/100/config")).status).toBe(200);
    simulator.advance(1);
    expect((await send(simulator, "/nodes/pve1/qemu/100/config")).reason).toBe(
      "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist",
    );
  });

  it("make a locked guest answer so to every move", async () => {
    const simulator = await simulate(
      smallCluster({ faults: [{ kind: "guest", vmid: 200, change: { kind: "lock", lock: "backup" } }] }),
    );
    const answer = await post(simulator, "/nodes/pve2/lxc/200/migrate", { target: "pve1", restart: "1" });
    expect([answer.status, answer.reason]).toEqual([500, "CT is locked (backup)"]);
  });
});

describe("planned failures of migrations", () => {
  it("come half-way, once, and leave the guest on the source", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "migration-fails", vmid: 100, cause: "Failed to write to socket: Broken pipe" });
    const first = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(60_000);
    expect((await send(simulator, `${first.path}/status`)).data).toMatchObject({ exitstatus: "migration problems" });
    const log = await logOf(simulator, first.path);
    expect(log).toContain("2026-08-06 09:00:06 ERROR: online migrate failure - Failed to write to socket: Broken pipe");
    expect(log.at(-1)).toBe("TASK ERROR: migration problems");
    expect(guest100(simulator)).toMatchObject({ node: "pve1", lock: undefined });
    const second = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(60_000);
    expect((await send(simulator, `${second.path}/status`)).data).toMatchObject({ exitstatus: "OK" });
  });

  it("come before any data, or at the start on the target", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "migration-fails", stage: "before-data", cause: "no ssh" });
    simulator.addFault({ kind: "migration-fails", stage: "target-start", cause: "Cannot allocate memory" });
    const run = async (): Promise<readonly string[]> => {
      const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
      simulator.advance(60_000);
      return logOf(simulator, path);
    };
    expect((await run()).slice(-2)).toEqual([
      expect.stringContaining("ERROR: migration aborted (duration 00:00:00): no ssh"),
      "TASK ERROR: migration aborted",
    ]);
    expect((await run()).join("\n")).toContain("[pve2] Cannot allocate memory");
  });

  it("can be mere warnings", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "migration-warns", warning: "conntrack entries were lost" });
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(60_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus: "WARNINGS: 1" });
    const log = await logOf(simulator, path);
    expect(log.at(-1)).toBe("TASK WARNINGS: 1");
    expect(log.join("\n")).toContain("WARN: conntrack entries were lost");
    expect(guest100(simulator)).toMatchObject({ node: "pve2" });
  });
});

it("answers reads and refuses writes without quorum", async () => {
  const simulator = await simulate(smallCluster());
  simulator.addFault({ kind: "quorum-lost" });
  expect((await send(simulator, "/cluster/status")).rows[0]).toMatchObject({ quorate: 0 });
  expect((await send(simulator, "/cluster/resources")).status).toBe(200);
  for (const answer of [
    await post(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" }),
    await send(simulator, "/nodes/pve1/qemu/100/migrate"),
  ]) {
    expect([answer.status, answer.reason]).toEqual([500, "cluster not ready - no quorum?"]);
  }
});

describe("the control interface", () => {
  it("adds and removes faults, advances, and shows state and requests over HTTP", async () => {
    const simulator = await simulate(smallCluster());
    const json = { "Content-Type": "application/json" };
    const control = async (method: string, path: string, body?: unknown): Promise<unknown> =>
      (
        await send(simulator, `/_sim/${path}`, {
          method,
          token: false,
          headers: json,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
      ).json;
    expect(await control("POST", "fault", { kind: "quorum-lost" })).toEqual({ id: 1 });
    expect(await control("GET", "state")).toMatchObject({ quorate: false, nodes: [{ name: "pve1" }, {}, {}] });
    await control("DELETE", "fault/1");
    await control("POST", "advance", { ms: 2_000 });
    expect(await control("GET", "state")).toMatchObject({ quorate: true, nowMs: 1786006802000 });
    await send(simulator, "/version");
    expect(await control("GET", "requests")).toMatchObject([{ path: "/version", status: 200 }]);
    expect(JSON.stringify(await control("POST", "fault", { kind: "meteor" }))).toContain("kind");
    expect(await control("GET", "nothing")).toEqual({ error: 'The simulator has no control "GET nothing".' });
  });
});
