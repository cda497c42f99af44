import { describe, expect, it } from "vitest";
import { isPassing, isUnsent, mayHaveTakenEffect, patiently } from "../../../provider/src/execution/patience.js";
import {
  PveApiError,
  PveAuthError,
  PvePermissionError,
  PveTimeoutError,
  PveTlsError,
  PveUnreachableError,
} from "../../../provider/src/pve/errors.js";

const requestLine = "POST /nodes/pve1/qemu/100/migrate at https://pve1:8006";

const refusal = (status: number, serverText = "broken") =>
  new PveApiError("The server refused.", { code: "request_refused", requestLine, status, serverText });

const failures = {
  "connection refused": new PveUnreachableError("", { code: "unreachable", requestLine, sent: false }),
  "connection lost after sending": new PveUnreachableError("", { code: "connection_lost", requestLine, sent: true }),
  "client closed": new PveUnreachableError("", { code: "client_closed", requestLine, sent: true }),
  "no answer in time": new PveTimeoutError("", { code: "timeout", requestLine }),
  "answer cut off": new PveApiError("", { code: "unexpected_answer", requestLine, status: 200, serverText: "" }),
  "busy proxy": refusal(503),
  "node not reachable from the entry node": refusal(595),
  "answer of the node lost on the way": refusal(596),
  "internal error": refusal(500),
  "guest locked": refusal(500, "VM is locked (backup)"),
  "guest gone": refusal(500, "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist"),
  "no quorum": refusal(500, "cluster not ready - no quorum?"),
  "unknown parameter": refusal(400, "Parameter verification failed."),
  "wrong token": new PveAuthError("", { code: "authentication_failed", requestLine }),
  "missing privilege": new PvePermissionError("", { code: "permission_denied", requestLine }),
  "untrusted certificate": new PveTlsError("", { code: "untrusted_certificate", requestLine }),
} as const;

const namesOf = (test: (failure: unknown) => boolean): readonly string[] =>
  Object.entries(failures).flatMap(([name, failure]) => (test(failure) ? [name] : []));

describe("which failures mean what", () => {
  it("reads are repeated while nodes restart, proxies are busy or answers break off", () => {
    expect(namesOf(isPassing)).toEqual([
      "connection refused",
      "connection lost after sending",
      "no answer in time",
      "answer cut off",
      "busy proxy",
      "node not reachable from the entry node",
      "answer of the node lost on the way",
      "internal error",
    ]);
  });

  it("a write counts as possibly done unless it is certain that it was not", () => {
    expect(namesOf(mayHaveTakenEffect)).toEqual([
      "connection lost after sending",
      "client closed",
      "no answer in time",
      "answer cut off",
      "busy proxy",
      "answer of the node lost on the way",
    ]);
  });

  it("only a write that was never sent is sent again", () => {
    expect(namesOf(isUnsent)).toEqual(["connection refused"]);
  });
});

describe("patiently", () => {
  const attempt = (failingFor: number, failure: Error) => {
    let nowMs = 0;
    let calls = 0;
    const clock = {
      now: () => nowMs,
      sleep: (milliseconds: number) => {
        nowMs += milliseconds;
        return Promise.resolve();
      },
    };
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const act = () => {
      calls += 1;
      return nowMs < failingFor ? Promise.reject(failure) : Promise.resolve(`done at ${nowMs}`);
    };
    const result = patiently({ clock, log }, { limitMs: 10_000 }, act, new AbortController().signal);
    return { result, calls: () => calls };
  };

  it("outlasts an outage", async () => {
    expect(await attempt(7_000, failures["connection refused"]).result).toBe("done at 8000");
  });

  it("gives up with the last failure when the outage lasts", async () => {
    await expect(attempt(60_000, failures["busy proxy"]).result).rejects.toBe(failures["busy proxy"]);
  });

  it("does not repeat what has failed for good", async () => {
    const { result, calls } = attempt(60_000, failures["missing privilege"]);
    await expect(result).rejects.toBe(failures["missing privilege"]);
    expect(calls()).toBe(1);
  });
});
