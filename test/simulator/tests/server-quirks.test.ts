import { describe, expect, it } from "vitest";
import type { Simulator } from "../src/start-simulator.js";
import { post, send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

describe("tasks that nobody knows yet", () => {
  it("appear after a while", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "tasks-unknown", forMs: 2000 });
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    const early = await send(simulator, `${path}/status`);
    expect([early.status, early.json]).toEqual([400, expect.objectContaining({ errors: { upid: "no such task" } })]);
    expect((await send(simulator, "/nodes/pve1/tasks?source=all")).rows).toEqual([]);
    simulator.advance(2000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ status: "running" });
    expect((await send(simulator, "/nodes/pve1/tasks?source=all")).rows).toHaveLength(1);
  });

  it("vanish for good when a fault says so, and the guest moves all the same", async () => {
    const simulator = await simulate(smallCluster());
    simulator.addFault({ kind: "tasks-unknown", type: "qmigrate", vmid: 100 });
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(60_000);
    expect((await send(simulator, `${path}/log`)).status).toBe(400);
    expect(simulator.state().guests[0]?.node).toBe("pve2");
  });
});

it("sends keys in another order each time when it is told to, the same for the same seed", async () => {
  const run = async (seed: number): Promise<readonly string[]> => {
    const simulator = await simulate(smallCluster({ seed, shuffleKeys: true }));
    const bodies = [await send(simulator, "/nodes"), await send(simulator, "/nodes")];
    return bodies.map((answer) => answer.body);
  };
  const [first = "", second = ""] = await run(1);
  expect(first).not.toBe(second);
  expect(JSON.parse(first)).toEqual(JSON.parse(second));
  expect(await run(1)).toEqual([first, second]);
  expect((await run(2))[0]).not.toBe(first);
});

describe("a limit of requests at a time", () => {
  const flood = async (simulator: Simulator): Promise<readonly (number | "broken")[]> =>
    Promise.all(
      Array.from({ length: 6 }, async () =>
        send(simulator, "/version").then(
          ({ status }) => status,
          () => "broken" as const,
        ),
      ),
    );

  it("answers 503 to what is more", async () => {
    const simulator = await simulate(smallCluster(), { plainHttp: true });
    simulator.addFault({ kind: "answer", match: {}, answer: { kind: "delay", delayMs: 500 } });
    const limit = simulator.addFault({ kind: "rate-limit", parallel: 4 });
    const statuses = await flood(simulator);
    expect(statuses.filter((status) => status === 503)).toHaveLength(2);
    limit.remove();
    expect(new Set(await flood(simulator))).toEqual(new Set([200]));
  });

  it("or drops the connection", async () => {
    const simulator = await simulate(smallCluster(), { plainHttp: true });
    simulator.addFault({ kind: "answer", match: {}, answer: { kind: "delay", delayMs: 500 } });
    simulator.addFault({ kind: "rate-limit", parallel: 4, drop: true });
    expect((await flood(simulator)).filter((status) => status === "broken")).toHaveLength(2);
  });
});

it("spoils a share of the answers, the same ones for the same seed", async () => {
  const run = async (): Promise<readonly number[]> => {
    const simulator = await simulate(smallCluster({ seed: 5 }));
    simulator.addFault({
      kind: "answer",
      match: { path: "/version" },
      answer: { kind: "status", status: 500, text: "got timeout" },
      probability: 0.3,
    });
    const statuses: number[] = [];
    for (let index = 0; index < 100; index += 1) statuses.push((await send(simulator, "/version")).status);
    return statuses;
  };
  const statuses = await run();
  const failed = statuses.filter((status) => status === 500).length;
  expect(failed).toBeGreaterThan(15);
  expect(failed).toBeLessThan(45);
  expect(await run()).toEqual(statuses);
});

describe("nodes whose clocks differ", () => {
  const ticketOf = async (simulator: Simulator, url: string | undefined): Promise<string> => {
    const login = { username: "balancer@pve", password: "correct horse" };
    const { json } = await post(simulator, "/access/ticket", login, {
      token: false,
      ...(url === undefined ? {} : { url }),
    });
    return /"ticket":"([^"]+)"/.exec(JSON.stringify(json))?.[1] ?? "";
  };

  it("accept each other's tickets only as far as they differ by less than five minutes", async () => {
    const nodes = [
      { name: "ahead", clockSkewSeconds: 600 },
      { name: "right" },
      { name: "slow", clockSkewSeconds: -200 },
    ];
    const simulator = await simulate(smallCluster({ nodes, guests: [], ha: {} }), { entryNodes: "all" });
    const { ahead, right, slow } = simulator.urls;
    const ticket = await ticketOf(simulator, ahead);
    const statusAt = async (url: string | undefined, cookie: string): Promise<number> =>
      (
        await send(simulator, "/version", {
          token: false,
          headers: { Cookie: `PVEAuthCookie=${cookie}` },
          ...(url === undefined ? {} : { url }),
        })
      ).status;
    expect([await statusAt(ahead, ticket), await statusAt(right, ticket)]).toEqual([200, 401]);
    expect(await statusAt(slow, await ticketOf(simulator, right))).toBe(200);
    const dates = [ahead, right].map(async (url) => send(simulator, "/version", url === undefined ? {} : { url }));
    const [early, late] = (await Promise.all(dates)).map((answer) => Date.parse(String(answer.headers["date"])));
    expect((early ?? 0) - (late ?? 0)).toBe(600_000);
  });
});
