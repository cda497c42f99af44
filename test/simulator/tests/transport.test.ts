import { request } from "node:https";
import { connect } from "node:tls";
import { describe, expect, it } from "vitest";
import { startSimulator } from "../src/start-simulator.js";
import { post, send } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

describe("the transport", () => {
  it("is trusted through its CA by both loopback names, and pinned by its fingerprint", async () => {
    const simulator = await simulate(smallCluster());
    const port = Number(new URL(simulator.url).port);
    for (const host of ["localhost", "127.0.0.1"]) {
      const fingerprint = await new Promise<string>((resolve, reject) => {
        const socket = connect({
          host: "127.0.0.1",
          port,
          ca: simulator.ca,
          ...(host === "localhost" ? { servername: host } : {}),
        });
        socket.on("error", reject);
        socket.on("secureConnect", () => {
          resolve(socket.getPeerCertificate().fingerprint256);
          socket.destroy();
        });
      });
      expect(fingerprint).toBe(simulator.fingerprint);
    }
  });

  it("offers TLS 1.2 and 1.3", async () => {
    const simulator = await simulate(smallCluster());
    const port = Number(new URL(simulator.url).port);
    for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
      const negotiated = await new Promise<string | null>((resolve, reject) => {
        const socket = connect({ host: "127.0.0.1", port, ca: simulator.ca, minVersion: version, maxVersion: version });
        socket.on("error", reject);
        socket.on("secureConnect", () => {
          resolve(socket.getProtocol());
          socket.destroy();
        });
      });
      expect(negotiated).toBe(version);
    }
  });

  it("is not trusted without its CA", async () => {
    const simulator = await simulate(smallCluster());
    const failure = await new Promise<Error>((resolve) => {
      request(`${simulator.url}/api2/json/version`).on("error", resolve).end();
    });
    expect(failure.message).toMatch(/unable to (verify|get local issuer)/);
  });

  it("refuses to listen anywhere but on loopback", async () => {
    await expect(startSimulator({ cluster: smallCluster(), host: "0.0.0.0" })).rejects.toThrow("loopback only");
  });

  it("speaks plain HTTP when asked to", async () => {
    const simulator = await simulate(smallCluster(), { plainHttp: true });
    expect(simulator.url).toMatch(/^http:/);
    expect((await send(simulator, "/version")).status).toBe(200);
  });

  it("sends the headers of the real server", async () => {
    const { headers } = await send(await simulate(smallCluster()), "/version");
    expect(headers).toMatchObject({
      server: "pve-api-daemon/3.0",
      "cache-control": "max-age=0",
      pragma: "no-cache",
      "content-type": "application/json;charset=UTF-8",
      date: "Thu, 06 Aug 2026 09:00:00 GMT",
      expires: "Thu, 06 Aug 2026 09:00:00 GMT",
    });
  });

  it("answers for the whole cluster on every entry node, and says which node is local", async () => {
    const simulator = await simulate(smallCluster(), { entryNodes: "all" });
    expect(Object.keys(simulator.urls)).toEqual(["pve1", "pve2", "old3"]);
    for (const [node, url] of Object.entries(simulator.urls)) {
      const { rows } = await send(simulator, "/cluster/status", { url });
      expect(rows.filter((row) => row["local"] === 1).map((row) => row["name"])).toEqual([node]);
      expect((await send(simulator, "/nodes/pve2/status", { url })).status).toBe(200);
    }
  });

  it("accepts trailing slashes and percent-encoded segments", async () => {
    const simulator = await simulate(smallCluster());
    expect((await send(simulator, "/cluster/ha/resources/?type=vm")).rows).toHaveLength(1);
    expect((await send(simulator, "/cluster/ha/resources/vm%3A110")).data).toMatchObject({ sid: "vm:110" });
    expect((await send(simulator, "/cluster/ha/resources/vm:110/")).data).toMatchObject({ sid: "vm:110" });
  });

  it("takes parameters as a form and as JSON, and refuses a body where there must be none", async () => {
    const simulator = await simulate(smallCluster());
    const path = "/nodes/pve1/qemu/100/migrate";
    const json = await send(simulator, path, {
      method: "POST",
      body: JSON.stringify({ target: "pve2", online: true }),
      headers: { "Content-Type": "application/json" },
    });
    expect(json.data).toMatch(/^UPID:pve1:/);
    expect((await post(simulator, "/nodes/pve1/qemu/101/migrate", { target: "pve2", online: "yes" })).status).toBe(200);
    const withBody = await send(simulator, "/version", { body: "x=1", headers: { "Content-Type": "text/plain" } });
    expect([withBody.status, withBody.reason]).toEqual([501, "Unexpected content for method 'GET'"]);
    const large = await send(simulator, path, { method: "POST", body: "x".repeat(512 * 1024 + 1) });
    expect([large.status, large.reason]).toEqual([501, "for data too large"]);
  });

  it("keeps connections open and answers many requests in parallel", async () => {
    const simulator = await simulate(smallCluster());
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(simulator, "/cluster/resources")));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers[0]?.headers["connection"]).toBe("Keep-Alive");
  });

  it("records every request without its secrets", async () => {
    const simulator = await simulate(smallCluster());
    await post(simulator, "/access/ticket", { username: "balancer@pve", password: "wrong" }, { token: false });
    await send(simulator, "/nodes/pve1/tasks?limit=3", { token: "plan" });
    expect(simulator.requests()).toMatchObject([
      {
        number: 1,
        method: "POST",
        path: "/access/ticket",
        parameters: { password: "<hidden>" },
        user: undefined,
        status: 401,
      },
      {
        number: 2,
        method: "GET",
        path: "/nodes/pve1/tasks",
        parameters: { limit: "3" },
        user: "balancer@pve!plan",
        status: 200,
        entryNode: "pve1",
      },
    ]);
    expect(JSON.stringify(simulator.requests())).not.toContain(simulator.token("plan").split("=")[1]);
    simulator.clearRequests();
    expect(simulator.requests()).toEqual([]);
  });
});
