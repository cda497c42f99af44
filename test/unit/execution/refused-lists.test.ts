import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { setStage, vm } from "./stage.js";

const LIST = [{ vmid: 101, name: "vm101", from: "pve1", to: "pve2", step: 1 }];

const APART = ["plb_anti_affinity_db"];

const CASES = [
  {
    what: "a guest whose tag keeps it where it is",
    guests: [vm(101, "pve1", { tags: "plb_ignore" })],
    policy: {},
    summary: "Guest or Node Is to Be Left Alone",
    line: "Its tag plb_ignore keeps it where it is.",
  },
  {
    what: "a guest that the policy ignores",
    guests: [vm(101, "pve1")],
    policy: { ignore_guests: ["vm101"] },
    summary: "Guest or Node Is to Be Left Alone",
    line: "It is listed in ignore_guests.",
  },
  {
    what: "a target that the policy ignores",
    guests: [vm(101, "pve1")],
    policy: { ignore_nodes: ["pve2"] },
    summary: "Guest or Node Is to Be Left Alone",
    line: "pve2 is listed in ignore_nodes.",
  },
  {
    what: "a guest that is pinned elsewhere",
    guests: [vm(101, "pve1", { tags: "plb_pin_pve3" })],
    policy: {},
    summary: "Migration Breaks a Rule",
    line: "The tag plb_pin_pve3 allows only pve3.",
  },
  {
    what: "guests together that a rule keeps apart",
    guests: [vm(101, "pve1", { tags: APART }), vm(102, "pve2", { tags: APART })],
    policy: {},
    summary: "Migration Breaks a Rule",
    line: "pve2 already runs guest 102 of the tag plb_anti_affinity_db",
  },
  {
    what: "a running VM that must not move live",
    guests: [vm(101, "pve1")],
    policy: { live: false },
    summary: "Migration Not Allowed",
    line: "`live` is false",
  },
];

describe("a list that asks for what is not wanted", () => {
  it.each(CASES)("starts nothing when it names $what, and says what to change", async (each) => {
    const stage = await setStage({ guests: each.guests });
    const report = await stage.run(LIST, each.policy);
    expect(report.problems.map(({ summary }) => summary)).toEqual([each.summary]);
    expect(report.problems[0]?.detail).toContain("- The plan moves guest 101 (vm101) from pve1 to pve2.");
    expect(report.problems[0]?.detail).toContain(each.line);
    expect(report.problems[0]?.detail).not.toContain("not any more as the plan says");
    expect(report.outcomes).toMatchObject([{ result: "not started" }]);
    expect(stage.startedVmids()).toEqual([]);
  });

  it("names each kind of objection once", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", { tags: "plb_ignore" }), vm(102, "pve3")] });
    const report = await stage.run([...LIST, { vmid: 102, from: "pve1", to: "pve2" }]);
    expect(report.problems.map(({ summary }) => summary)).toEqual([
      "Plan Is Stale",
      "Guest or Node Is to Be Left Alone",
    ]);
  });

  it("starts nothing while guests may be hidden, and names the privilege", async () => {
    const stage = await setStage(
      {
        users: [{ id: "half@pve", tokens: [{ id: "half" }] }],
        acl: [
          { path: "/", subject: "half@pve", privileges: ["Sys.Audit"] },
          { path: "/vms/101", subject: "half@pve", privileges: ["VM.Audit", "VM.Migrate"] },
        ],
      },
      { token: "half" },
    );
    await expect(stage.run(LIST)).rejects.toMatchObject({
      code: "hidden_guests",
      message: expect.stringMatching(/VM\.Audit on \/vms.*pveum acl modify/s) as string,
    });
    expect(stage.startedVmids()).toEqual([]);
  });
});

describe("a token that may only look", () => {
  it("is refused under the title that the guide on permissions gives, before anything is moved", async () => {
    const guide = readFileSync(new URL("../../../docs/guides/permissions.md", import.meta.url), "utf8");
    const [, section = ""] = guide.split("## Two tokens");
    const stage = await setStage(
      {
        users: [{ id: "watcher@pve", tokens: [{ id: "look" }] }],
        acl: [{ path: "/", subject: "watcher@pve", role: "PVEAuditor" }],
      },
      { token: "look" },
    );
    const report = await stage.run(LIST);
    expect(report.begun).toBe(false);
    expect(stage.startedVmids()).toEqual([]);
    expect(section).toContain(`"${report.problems[0]?.summary ?? "no problem"}"`);
    expect(report.problems[0]?.detail).toContain(
      "If a plan made the list and no privilege is missing, what is in the way is newer",
    );
  });
});
