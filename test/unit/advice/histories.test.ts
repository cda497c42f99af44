import { describe, expect, it } from "vitest";
import { moved, planOn, vm } from "./stage.js";

const answering = (path: string, text: string) => ({
  kind: "answer" as const,
  match: { path },
  answer: { kind: "status" as const, status: 500, text },
});

const MISSING = "RRD error: opening '/var/lib/rrdcached/db/pve-vm-9.0/102': No such file or directory";

const WINDOW = { usage_window: "1h", usage_statistic: "p95" };

const GUESTS = [vm(101, "pve1", 20), vm(102, "pve1", 20)];

describe("a plan by the use of the past", () => {
  it("goes on without the history of a guest that has none", async () => {
    const faults = [answering("/nodes/*/qemu/102/rrddata", MISSING)];
    const answer = await planOn({ guests: GUESTS }, WINDOW, { faults });
    expect(moved(answer)).toHaveLength(1);
    expect(answer.plan.warnings.join()).toContain("Nothing is known about what one running guest used");
  });

  it("goes on without the history of a node that has none", async () => {
    const answer = await planOn({ guests: GUESTS }, {}, { faults: [answering("/nodes/pve2/rrddata", MISSING)] });
    expect(moved(answer)).toHaveLength(1);
  });

  it("does not take any other failure for a missing history", async () => {
    const faults = [answering("/nodes/*/qemu/102/rrddata", "RRD error: cannot read")];
    await expect(planOn({ guests: GUESTS }, WINDOW, { faults })).rejects.toThrow("cannot read");
  });
});
