import { describe, expect, it, onTestFinished } from "vitest";
import { readClusterResources, readVersion } from "../../../provider/src/pve/endpoints/cluster.js";
import { startVmMigration } from "../../../provider/src/pve/endpoints/guest.js";
import type { TraceEntry } from "../../../provider/src/pve/endpoint-ring.js";
import { PveApiError, PveError, PvePermissionError, PveTimeoutError } from "../../../provider/src/pve/errors.js";
import { noSignal, openTestClient, TEST_TOKEN, TEST_TOKEN_SECRET } from "../../support/http-client.js";
import { deadOrigin, startHttpsServer, startTcpServer } from "../../support/http-server.js";
import type { CannedAnswer, Handler } from "../../support/http-server.js";

const VERSION: CannedAnswer = { body: { data: { version: "9.2.3", release: "9.2", repoid: "abc" } } };

const MIGRATION = {
  target: "pve2",
  online: true,
  withLocalDisks: false,
  targetStorage: null,
  withConntrackState: true,
  pveMajor: 9,
};

const GUEST = { node: "pve1", type: "vm", vmid: 100 } as const;

/** Runs the work and returns the PveError that it ends in. */
async function errorOf(work: Promise<unknown>): Promise<PveError> {
  const failure: unknown = await work.then(
    () => new Error("The call succeeded."),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(PveError);
  return failure as PveError;
}

/** Answers the first requests with the given handlers and later ones with the last. */
function inTurn(...handlers: readonly Handler[]): Handler {
  let index = 0;
  return (request, response) => {
    const handler = handlers[Math.min(index, handlers.length - 1)];
    index += 1;
    return handler?.(request, response);
  };
}

const hangUp: Handler = (_, response) => {
  response.socket?.destroy();
  return undefined;
};

const staySilent: Handler = () => undefined;

describe("PveClient", () => {
  it("asks below /api2/json with the API token and without a body", async () => {
    const server = await startHttpsServer(() => VERSION);
    const client = openTestClient({ endpoints: [server.origin] });
    expect(await readVersion(client, noSignal())).toEqual({ text: "9.2.3", major: 9, minor: 2 });
    expect(server.requests).toMatchObject([{ method: "GET", url: "/api2/json/version", body: "" }]);
    expect(server.requests[0]?.headers["authorization"]).toBe(`PVEAPIToken=${TEST_TOKEN}`);
    expect(server.requests[0]?.headers["content-type"]).toBeUndefined();
    expect(client.identity).toEqual({ kind: "token", name: "balancer@pve!plan" });
  });

  it("writes form-encoded and reads the task's id", async () => {
    const upid = "UPID:pve1:000DFE34:0ABB9C48:6A744A38:qmigrate:100:balancer@pve!plan:";
    const server = await startHttpsServer(() => ({ body: { data: upid } }));
    const client = openTestClient({ endpoints: [server.origin] });
    const task = await startVmMigration(client, GUEST, MIGRATION, noSignal());
    expect(task).toMatchObject({ node: "pve1", type: "qmigrate", id: "100", user: "balancer@pve!plan" });
    expect(server.requests).toMatchObject([
      {
        method: "POST",
        url: "/api2/json/nodes/pve1/qemu/100/migrate",
        body: "target=pve2&online=1&with-conntrack-state=1",
      },
    ]);
  });

  it("keeps its connections for requests that follow each other", async () => {
    const ports = new Set<number | undefined>();
    const server = await startHttpsServer((_, response) => {
      ports.add(response.socket?.remotePort);
      return VERSION;
    });
    const client = openTestClient({ endpoints: [server.origin] });
    for (let count = 0; count < 20; count += 1) {
      await readVersion(client, noSignal());
    }
    // The pool may open a second connection while the first is just being handed back.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it("asks hundreds of times at once over a bounded number of connections, and without a warning of Node", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on("warning", note);
    onTestFinished(() => void process.off("warning", note));
    const ports = new Set<number | undefined>();
    const server = await startHttpsServer((_, response) => {
      ports.add(response.socket?.remotePort);
      return VERSION;
    });
    const client = openTestClient({ endpoints: [server.origin] });
    const signal = noSignal();
    await Promise.all(Array.from({ length: 300 }, () => readVersion(client, signal)));
    expect(ports.size).toBeLessThanOrEqual(80);
    expect(warnings).toEqual([]);
  });

  it("takes the next endpoint when the first refuses connections, and stays with it", async () => {
    const server = await startHttpsServer(() => VERSION);
    const dead = await deadOrigin();
    const trace: TraceEntry[] = [];
    const client = openTestClient({ endpoints: [dead, server.origin], trace: (entry) => trace.push(entry) });
    await readVersion(client, noSignal());
    await readVersion(client, noSignal());
    expect(trace.map(({ endpoint, status, error }) => [endpoint, status, error])).toEqual([
      [dead, null, "unreachable"],
      [server.origin, 200, null],
      [server.origin, 200, null],
    ]);
  });

  it("fails over a write whose connection was refused, because nothing was sent", async () => {
    const upid = "UPID:pve1:000DFE34:0ABB9C48:6A744A38:qmigrate:100:root@pam:";
    const server = await startHttpsServer(() => ({ body: { data: upid } }));
    const client = openTestClient({ endpoints: [await deadOrigin(), server.origin] });
    expect((await startVmMigration(client, GUEST, MIGRATION, noSignal())).text).toBe(upid);
    expect(server.requests).toHaveLength(1);
  });

  it("names every endpoint when none answers", async () => {
    const [first, second] = [await deadOrigin(), await deadOrigin()];
    const error = await errorOf(readVersion(openTestClient({ endpoints: [first, second] }), noSignal()));
    expect(error.code).toBe("unreachable");
    expect(error.message).toContain(`${first} cannot be reached: the connection was refused`);
    expect(error.message).toContain(`${second} cannot be reached`);
    expect(error.message).toContain("Check the endpoint");
  });

  it("says that a host name is unknown", async () => {
    const error = await errorOf(
      readVersion(openTestClient({ endpoints: ["https://no-such-host.invalid:8006"] }), noSignal()),
    );
    expect(error.code).toBe("unreachable");
    expect(error.message).toMatch(
      /no-such-host\.invalid:8006 cannot be reached: the (host name is unknown|name server)/,
    );
  });

  it("repeats a read whose connection broke, after the documented pauses", async () => {
    const server = await startHttpsServer(inTurn(hangUp, hangUp, () => VERSION));
    const pauses: number[] = [];
    const client = openTestClient({
      endpoints: [server.origin],
      sleep: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
    });
    expect((await readVersion(client, noSignal())).major).toBe(9);
    expect(pauses).toEqual([250, 1000]);
  });

  it("gives up a read after three broken connections", async () => {
    const server = await startHttpsServer(hangUp);
    const error = await errorOf(readVersion(openTestClient({ endpoints: [server.origin] }), noSignal()));
    expect(error.code).toBe("connection_lost");
    expect(error.message).toContain(`The connection broke before GET /version at ${server.origin} was answered`);
    expect(error.message).toContain("Check that the node is up");
    expect(server.requests).toHaveLength(3);
  });

  it("says that Proxmox VE speaks HTTPS when the endpoint begins with http", async () => {
    const server = await startHttpsServer(() => VERSION);
    const plain = server.origin.replace("https:", "http:");
    const error = await errorOf(readVersion(openTestClient({ endpoints: [plain] }), noSignal()));
    expect(error.code).toBe("connection_lost");
    expect(error.message).toContain(`The endpoint ${plain} begins with http, but Proxmox VE speaks HTTPS`);
  });

  it("never repeats a write whose connection broke, and says that its effect is unknown", async () => {
    const server = await startHttpsServer(hangUp);
    const spare = await startHttpsServer(() => VERSION);
    const client = openTestClient({ endpoints: [server.origin, spare.origin] });
    const error = await errorOf(startVmMigration(client, GUEST, MIGRATION, noSignal()));
    expect(error).toMatchObject({ code: "connection_lost", sent: true });
    expect(error.message).toContain("It is not known whether the request took effect.");
    expect([server.requests.length, spare.requests.length]).toEqual([1, 0]);
  });

  it.each([502, 503, 504])("repeats a read that is answered with %i, but not a write", async (status) => {
    const busy: CannedAnswer = { status, reason: "Busy", body: "" };
    const server = await startHttpsServer(
      inTurn(
        () => busy,
        () => VERSION,
        () => busy,
      ),
    );
    const client = openTestClient({ endpoints: [server.origin] });
    expect((await readVersion(client, noSignal())).major).toBe(9);
    const error = await errorOf(startVmMigration(client, GUEST, MIGRATION, noSignal()));
    expect(error).toMatchObject({ status, serverText: "Busy" });
    expect(error.message).toContain("Check its services pveproxy and pvedaemon, and try again.");
    expect(server.requests).toHaveLength(3);
  });

  it("leaves an endpoint that accepts and never answers, when it reads", async () => {
    const silent = await startHttpsServer(staySilent);
    const server = await startHttpsServer(() => VERSION);
    const client = openTestClient({ endpoints: [silent.origin, server.origin], requestTimeoutMs: 300 });
    expect((await readVersion(client, noSignal())).major).toBe(9);
    await readVersion(client, noSignal());
    expect([silent.requests.length, server.requests.length]).toEqual([1, 2]);
  });

  it("ends with a timeout when the only endpoint never answers, and does not ask it again", async () => {
    const silent = await startHttpsServer(staySilent);
    const client = openTestClient({ endpoints: [silent.origin], requestTimeoutMs: 300 });
    const error = await errorOf(readVersion(client, noSignal()));
    expect(error).toBeInstanceOf(PveTimeoutError);
    expect(error.message).toContain(`GET /version at ${silent.origin} was not answered within 0.3 s.`);
    expect(silent.requests).toHaveLength(1);
  });

  it("ends with a timeout when the answer stops half-way", async () => {
    const server = await startHttpsServer((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data":');
      return undefined;
    });
    const client = openTestClient({ endpoints: [server.origin], requestTimeoutMs: 300 });
    expect((await errorOf(readVersion(client, noSignal()))).code).toBe("timeout");
  });

  it("does not repeat a write that timed out", async () => {
    const silent = await startHttpsServer(staySilent);
    const spare = await startHttpsServer(() => VERSION);
    const client = openTestClient({ endpoints: [silent.origin, spare.origin], requestTimeoutMs: 300 });
    const error = await errorOf(startVmMigration(client, GUEST, MIGRATION, noSignal()));
    expect(error.code).toBe("timeout");
    expect(error.message).toContain("It is not known whether the request took effect.");
    expect(spare.requests).toHaveLength(0);
  });

  it("tells a host that takes the connection but never speaks TLS from a silent server", async () => {
    const mute = await startTcpServer(() => undefined);
    const client = openTestClient({ endpoints: [mute.origin], requestTimeoutMs: 600 });
    const error = await errorOf(startVmMigration(client, GUEST, MIGRATION, noSignal()));
    expect(error).toMatchObject({ code: "unreachable", sent: false });
    expect(error.message).toContain("the connection attempt timed out");
  });

  it("stops at once with the caller's reason when the caller gives up", async () => {
    const silent = await startHttpsServer(staySilent);
    const client = openTestClient({ endpoints: [silent.origin] });
    const stop = new AbortController();
    const work = readVersion(client, stop.signal);
    stop.abort(new Error("interrupted by the user"));
    await expect(work).rejects.toThrow("interrupted by the user");
  });

  it("fails calls under way when it is closed", async () => {
    const reached: (() => void)[] = [];
    const arrival = new Promise<void>((resolve) => reached.push(resolve));
    const silent = await startHttpsServer(() => {
      reached.forEach((resolve) => {
        resolve();
      });
      return undefined;
    });
    const client = openTestClient({ endpoints: [silent.origin] });
    const outcome = errorOf(readVersion(client, noSignal()));
    await arrival;
    await client.close();
    expect((await outcome).code).toBe("client_closed");
  });
});

describe("PveClient, on refusals", () => {
  it.each([
    ["the reason phrase alone", { status: 500, reason: "VM is locked (migrate)", body: { data: null } }],
    ["the JSON message", { status: 500, reason: "Oops", body: { data: null, message: "VM is locked (migrate)\n" } }],
  ])("reports the server's words from %s", async (_, answer) => {
    const server = await startHttpsServer(() => answer);
    const error = await errorOf(
      startVmMigration(openTestClient({ endpoints: [server.origin] }), GUEST, MIGRATION, noSignal()),
    );
    expect(error).toMatchObject({ status: 500, serverText: "VM is locked (migrate)", code: "request_refused" });
    expect(error.message).toContain(
      `POST /nodes/pve1/qemu/100/migrate at ${server.origin} was refused with status 500`,
    );
  });

  it("reports which parameters the server objects to", async () => {
    const body = {
      data: null,
      message: "Parameter verification failed.\n",
      errors: { target: "property is missing and it is not optional\n" },
    };
    const server = await startHttpsServer(() => ({ status: 400, reason: "Parameter verification failed.", body }));
    const client = openTestClient({ endpoints: [server.origin] });
    const error = await errorOf(startVmMigration(client, GUEST, MIGRATION, noSignal()));
    expect(error.message).toContain("target: property is missing and it is not optional");
  });

  it("says what to check when the token is wrong, and asks only once", async () => {
    const server = await startHttpsServer(() => ({ status: 401, reason: "invalid token value!", body: "" }));
    const error = await errorOf(readVersion(openTestClient({ endpoints: [server.origin] }), noSignal()));
    expect(error.code).toBe("authentication_failed");
    expect(error.message).toContain("invalid token value!");
    expect(error.message).toContain("api_token");
    expect(server.requests).toHaveLength(1);
  });

  it("names privilege and path when a privilege is missing", async () => {
    const reason = "Permission check failed (/vms/100, VM.Migrate)";
    const server = await startHttpsServer(() => ({ status: 403, reason, body: { data: null } }));
    const client = openTestClient({ endpoints: [server.origin] });
    const error = await errorOf(startVmMigration(client, GUEST, MIGRATION, noSignal()));
    expect(error).toBeInstanceOf(PvePermissionError);
    expect(error.message).toContain("Grant VM.Migrate on /vms/100");
  });

  it.each([
    [595, "No route to host"],
    [596, "Connection timed out"],
    [599, "Too many redirections"],
  ])("says that another node is down on status %i, and does not repeat", async (status, reason) => {
    const server = await startHttpsServer(() => ({ status, reason, body: "" }));
    const error = await errorOf(readVersion(openTestClient({ endpoints: [server.origin] }), noSignal()));
    expect(error).toMatchObject({ code: "node_unreachable", status, serverText: reason });
    expect(error.message).toContain("could not reach the node");
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, CannedAnswer, string]>([
    ["cut-off JSON", { body: '{"data":{"version":"9.2' }, '"{"data":{"version":"9.2"'],
    ["a login page", { body: "<html>\n<title>Login</title></html>", contentType: "text/html" }, "<html> <title>Login"],
    ["nothing", { body: "" }, "an empty body"],
    ["JSON without data", { body: { value: 1 } }, '{"value":1}'],
    ["a JSON list", { body: [1, 2] }, "[1,2]"],
  ])("shows the start of the body when the answer is %s", async (_, answer, start) => {
    const server = await startHttpsServer(() => answer);
    const error = await errorOf(readVersion(openTestClient({ endpoints: [server.origin] }), noSignal()));
    expect(error).toBeInstanceOf(PveApiError);
    expect(error.code).toBe("unexpected_answer");
    expect(error.message).toContain(`GET /version at ${server.origin}`);
    expect(error.message).toContain(start);
  });

  it("names the field when the answer has the wrong shape", async () => {
    const row = { type: "qemu", id: "qemu/100", vmid: 100, node: "pve1", status: "running", cpu: 0, maxcpu: 1 };
    const server = await startHttpsServer(() => ({ body: { data: [{ ...row, mem: 1, maxmem: "x", maxdisk: 0 }] } }));
    const client = openTestClient({ endpoints: [server.origin] });
    const error = await errorOf(readClusterResources(client, null, noSignal()));
    expect(error.code).toBe("unexpected_answer");
    expect(error.message).toContain('data[0].maxmem: expected a number, got "x"');
    expect(error.requestLine).toBe(`GET /cluster/resources at ${server.origin}`);
  });

  it("refuses an answer beyond the size limit", async () => {
    const megabyte = "x".repeat(1024 * 1024);
    const server = await startHttpsServer((_, response) => {
      response.writeHead(200);
      const pump = (left: number): void => {
        if (left > 0 && !response.destroyed) {
          response.write(megabyte, () => {
            pump(left - 1);
          });
        }
      };
      pump(70);
      return undefined;
    });
    const error = await errorOf(readVersion(openTestClient({ endpoints: [server.origin] }), noSignal()));
    expect(error.code).toBe("answer_too_large");
    expect(error.message).toContain("Check that the endpoint is a Proxmox VE node");
  });

  it("never shows the token, wherever the server repeats it", async () => {
    const echo = `you sent ${TEST_TOKEN} and ${encodeURIComponent(TEST_TOKEN)}`;
    const answers: readonly CannedAnswer[] = [
      { status: 401, reason: echo, body: "" },
      { status: 403, reason: echo, body: "" },
      { status: 500, reason: "no", body: { data: null, message: echo, errors: { token: echo } } },
      { body: `<html>${echo}` },
      { body: { data: { version: `${"x".repeat(480)}${echo}` } } },
    ];
    for (const answer of answers) {
      const trace: TraceEntry[] = [];
      const server = await startHttpsServer(() => answer);
      const client = openTestClient({ endpoints: [server.origin], trace: (entry) => trace.push(entry) });
      const error = await errorOf(readVersion(client, noSignal()));
      const shown = [error.message, error.stack, JSON.stringify(error), String(error.cause), JSON.stringify(trace)];
      expect(shown.join("\n")).not.toContain(TEST_TOKEN_SECRET);
      expect(shown.join("\n")).not.toContain(TEST_TOKEN_SECRET.slice(0, 8));
    }
  });
});
