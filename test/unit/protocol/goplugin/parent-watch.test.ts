import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchParent } from "../../../../provider/src/protocol/goplugin/parent-watch.js";

describe("the watch over the parent process", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched() {
    const state = { parent: 4711, busy: false, orphaned: 0 };
    const end = watchParent({
      parentId: () => state.parent,
      isBusy: () => state.busy,
      onOrphaned: () => {
        state.orphaned++;
      },
    });
    return { state, end };
  }

  it("does nothing while the parent lives", () => {
    const { state } = watched();
    vi.advanceTimersByTime(60_000);
    expect(state.orphaned).toBe(0);
  });

  it("reports a lost parent once, within two seconds", () => {
    const { state } = watched();
    state.parent = 1;
    vi.advanceTimersByTime(2_000);
    expect(state.orphaned).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(state.orphaned).toBe(1);
  });

  it("lets calls in progress finish first", () => {
    const { state } = watched();
    state.parent = 1;
    state.busy = true;
    vi.advanceTimersByTime(60_000);
    expect(state.orphaned).toBe(0);
    state.busy = false;
    vi.advanceTimersByTime(2_000);
    expect(state.orphaned).toBe(1);
  });

  it("can be ended", () => {
    const { state, end } = watched();
    end();
    state.parent = 1;
    vi.advanceTimersByTime(60_000);
    expect(state.orphaned).toBe(0);
  });
});
