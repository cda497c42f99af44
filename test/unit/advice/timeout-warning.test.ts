import { describe, expect, it } from "vitest";
import { timeoutWarning } from "../../../provider/src/advice/timeout-warning.js";
import { policyOf } from "../../support/snapshot-builders.js";

const estimated = (vmid: number, estimatedSeconds: number) => ({ vmid, name: `vm${vmid}`, estimatedSeconds });

describe("the warning about migrations that would be stopped on the way", () => {
  const policy = policyOf({ migration_timeout: "2h" });

  it("says nothing while every migration is expected to end in time", () => {
    expect(timeoutWarning([estimated(101, 7200)], policy)).toBeNull();
  });

  it("names the guest, its estimate, the limit and what to set", () => {
    expect(timeoutWarning([estimated(101, 60), estimated(102, 9000)], policy)).toBe(
      "A migration is stopped after 2h (`migration_timeout`), and some are estimated to take longer: guest 102 (vm102) about " +
        '2h30m. Set `migration_timeout` in `policy` to "4h", or let these guests rest (`ignore_guests`).',
    );
  });

  it("names the three that take longest", () => {
    const many = [101, 102, 103, 104, 105].map((vmid) => estimated(vmid, 7200 + vmid));
    expect(timeoutWarning(many, policy)).toMatch(/guest 105 .*guest 104 .*guest 103 [^g]*, 2 more\. Set/);
  });
});
