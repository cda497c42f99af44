import { describe, expect, it } from "vitest";
import { MaintenanceWindow } from "../src/cdktf-proxlb.js";

describe("MaintenanceWindow", () => {
  it("counts its opening in minutes from Monday in UTC, across the ends of day and week", () => {
    const opening = (days: readonly ("monday" | "sunday")[], start: string, utcOffset: string) =>
      /opening in \[([^\]]*)\]/.exec(
        MaintenanceWindow.weekly({ days, start, utcOffset, durationMinutes: 60 }).isOpenAt("t"),
      )?.[1];
    expect(opening(["monday"], "00:30", "+00:00")).toBe("30");
    expect(opening(["monday"], "00:30", "+01:00")).toBe("10050");
    expect(opening(["sunday", "monday"], "23:00", "-02:30")).toBe("90, 1530");
  });

  it.each([
    ["no days", { days: [], start: "02:00", durationMinutes: 60 }, "`days` is empty"],
    ["a time without minutes", { start: "2", durationMinutes: 60 }, '`start` is "2"'],
    ["a 25th hour", { start: "24:00", durationMinutes: 60 }, '`start` is "24:00"'],
    ["no time at all", { start: "02:00", durationMinutes: 0 }, "`durationMinutes` is 0"],
    ["more than a day", { start: "02:00", durationMinutes: 1441 }, "`durationMinutes` is 1441"],
    ["parts of a minute", { start: "02:00", durationMinutes: 1.5 }, "`durationMinutes` is 1.5"],
    ["the name of a time zone", { start: "02:00", durationMinutes: 60, utcOffset: "CET" }, '`utcOffset` is "CET"'],
  ])("refuses %s", (_what, props, message) => {
    expect(() => MaintenanceWindow.weekly(props)).toThrow(`MaintenanceWindow: ${message}`);
  });
});
