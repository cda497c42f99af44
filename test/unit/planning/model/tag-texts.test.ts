import { describe, expect, it } from "vitest";
import { readAskedTags, splitTags } from "../../../../provider/src/planning/model/tag-texts.js";

describe("the tags that a guest will bear", () => {
  const lowered = [{ tags: ["plb_anti_affinity_web", "prod"] }, { tags: [] }];
  const asWritten = [{ tags: ["prod"] }, { tags: ["plb_anti_affinity_Web"] }];

  it("are read as Proxmox VE will store them: in lower case, each once", () => {
    expect(readAskedTags(["plb_anti_affinity_Web", "PLB_PIN_pve2", "plb_pin_pve2"], lowered)).toEqual([
      "plb_anti_affinity_web",
      "plb_pin_pve2",
    ]);
    expect(readAskedTags(["Web"], [])).toEqual(["web"]);
  });

  it("keep their capitals in a cluster whose tags have some, because only there do they mean what is written", () => {
    expect(readAskedTags(["plb_anti_affinity_Web", "prod"], asWritten)).toEqual(["plb_anti_affinity_Web", "prod"]);
  });

  it("are taken apart where a text holds several, as some providers write them", () => {
    expect(splitTags(["a;b", " c , d ", "", ";"])).toEqual(["a", "b", "c", "d"]);
    expect(readAskedTags(["Web;plb_pin_PVE1", "web"], lowered)).toEqual(["web", "plb_pin_pve1"]);
  });
});
