import { describe, expect, it } from "vitest";
import type { ClockMode } from "../src/clock/virtual-clock.js";
import { VirtualClock } from "../src/clock/virtual-clock.js";

function clockWith(mode: ClockMode, speed = 1): { clock: VirtualClock; real: { ms: number } } {
  const real = { ms: 5_000 };
  return { clock: new VirtualClock({ mode, speed, startMs: 1_000_000, realNowMs: () => real.ms }), real };
}

describe("the virtual clock", () => {
  it("runs events in order of their time, and those of one time in order of scheduling", () => {
    const { clock } = clockWith("manual");
    const seen: string[] = [];
    for (const [name, atMs] of [
      ["late", 3000],
      ["first", 1000],
      ["second", 1000],
    ] as const) {
      clock.schedule(clock.startMs + atMs, () => seen.push(`${name} at ${clock.nowMs - clock.startMs}`));
    }
    clock.advance(3000);
    expect(seen).toEqual(["first at 1000", "second at 1000", "late at 3000"]);
  });

  it("runs events that events schedule within the same stretch of time", () => {
    const { clock } = clockWith("manual");
    const seen: number[] = [];
    clock.schedule(clock.startMs + 10, () => {
      clock.schedule(clock.nowMs + 10, () => seen.push(clock.nowMs - clock.startMs));
    });
    clock.advance(25);
    expect(seen).toEqual([20]);
    expect(clock.nowMs - clock.startMs).toBe(25);
  });

  it("stands still in manual mode however much real time passes", () => {
    const { clock, real } = clockWith("manual");
    real.ms += 3_600_000;
    clock.catchUp();
    expect(clock.nowMs).toBe(clock.startMs);
  });

  it("counts sixty virtual seconds for a real one when it is accelerated so", () => {
    const { clock, real } = clockWith("accelerated", 60);
    real.ms += 1000;
    clock.catchUp();
    expect(clock.nowMs - clock.startMs).toBe(60_000);
  });

  it("does not run a cancelled event", () => {
    const { clock } = clockWith("manual");
    const seen: string[] = [];
    const event = clock.schedule(clock.startMs + 5, () => seen.push("ran"));
    event.cancel();
    clock.advance(10);
    expect(seen).toEqual([]);
  });

  it("refuses to be advanced by hand when it runs by itself, and never goes backwards", () => {
    expect(() => {
      clockWith("real").clock.advance(1);
    }).toThrow("Only a manual clock");
    expect(() => {
      clockWith("manual").clock.advance(-1);
    }).toThrow("cannot be advanced by -1 ms");
  });
});
