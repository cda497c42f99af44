import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { CallTracker } from "../../../../provider/src/protocol/grpc/call-tracker.js";
import type { OpenCall } from "../../../../provider/src/protocol/grpc/call-tracker.js";

const ignoreCancel = (): void => undefined;

/** Opens a call that lasts until it crashes or is let go. */
function openCall(calls: CallTracker, method: string) {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let crashWithin: (error: unknown) => readonly string[] = () => [];
  const outcome = calls
    .run(method, ignoreCancel, async (call: OpenCall) => {
      // Bound here, so that a test can raise the exception in the course of this very call.
      const bound = AsyncLocalStorage.bind((error: unknown) => calls.crash(error));
      crashWithin = bound;
      await Promise.race([finished, call.crashed]);
      return "answered";
    })
    .catch((error: unknown) => error);
  return { outcome, finish, crashWithin: (error: unknown) => crashWithin(error) };
}

describe("the open calls", () => {
  it("are counted until they are answered", async () => {
    const calls = new CallTracker();
    const first = openCall(calls, "/a");
    const second = openCall(calls, "/b");
    expect(calls.activeCount).toBe(2);
    first.finish();
    await first.outcome;
    expect(calls.activeCount).toBe(1);
    second.finish();
    await second.outcome;
    expect(calls.activeCount).toBe(0);
  });

  it("fail alone when the stray exception arose in their course", async () => {
    const calls = new CallTracker();
    const guilty = openCall(calls, "/guilty");
    const innocent = openCall(calls, "/innocent");
    expect(guilty.crashWithin(new Error("stray"))).toEqual(["/guilty"]);
    expect(await guilty.outcome).toMatchObject({ message: "stray" });
    innocent.finish();
    expect(await innocent.outcome).toBe("answered");
  });

  it("all fail when the exception belongs to none of them", async () => {
    const calls = new CallTracker();
    const first = openCall(calls, "/a");
    const second = openCall(calls, "/b");
    expect(calls.crash(new Error("stray"))).toEqual(["/a", "/b"]);
    expect(await first.outcome).toMatchObject({ message: "stray" });
    expect(await second.outcome).toMatchObject({ message: "stray" });
  });

  it("all fail when the call that the exception belongs to is already answered", async () => {
    const calls = new CallTracker();
    const answered = openCall(calls, "/answered");
    answered.finish();
    await answered.outcome;
    const waiting = openCall(calls, "/waiting");
    expect(answered.crashWithin(new Error("late"))).toEqual(["/waiting"]);
    expect(await waiting.outcome).toMatchObject({ message: "late" });
  });

  it("are asked to end early, and still answer", async () => {
    const calls = new CallTracker();
    const answer = calls.run("/a", ignoreCancel, async ({ signal }) => {
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve);
      });
      return (signal.reason as Error).message;
    });
    calls.abortAll(new Error("stopping"));
    expect(await answer).toBe("stopping");
  });
});
