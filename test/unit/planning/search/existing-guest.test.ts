import { describe, expect, it } from "vitest";
import { findExistingGuest } from "../../../../provider/src/planning/search/existing-guest.js";
import { cluster } from "../../../support/snapshot-builders.js";

describe("a guest that is asked about", () => {
  const snapshot = cluster({
    a: {
      guests: [
        { used: 1, name: "web" },
        { used: 1, name: "twin" },
        { used: 0, name: "image", template: true },
      ],
    },
    b: { guests: [{ used: 1, name: "twin" }] },
  });

  it("is found by its vmid, whatever its name", () => {
    expect(findExistingGuest(snapshot, { vmid: 100, name: "other" })).toMatchObject({
      kind: "one",
      guest: { node: "a" },
    });
    expect(findExistingGuest(snapshot, { vmid: 999, name: "web" })).toEqual({ kind: "none" });
  });

  it("is found by its name where no vmid is given", () => {
    expect(findExistingGuest(snapshot, { vmid: null, name: "web" })).toMatchObject({
      kind: "one",
      guest: { vmid: 100 },
    });
    expect(findExistingGuest(snapshot, { vmid: null, name: null })).toEqual({ kind: "none" });
  });

  it("is not decided where several bear the name", () => {
    const found = findExistingGuest(snapshot, { vmid: null, name: "twin" });
    expect(found).toMatchObject({ kind: "several", guests: [{ vmid: 101 }, { vmid: 103 }] });
  });

  it("is never a template that happens to bear the name", () => {
    expect(findExistingGuest(snapshot, { vmid: null, name: "image" })).toEqual({ kind: "none" });
  });
});
