import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { planReport } from "../../../../provider/src/cli/html/plan-report.js";
import { pressureCell } from "../../../../provider/src/cli/html/pressure-cell.js";
import { REPORT_STYLE } from "../../../../provider/src/cli/html/report-style.js";
import type { ClusterSnapshot } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { elementsOf, parseHtml } from "../../../support/html-outline.js";
import type { HtmlElement } from "../../../support/html-outline.js";
import { cluster, policyOf } from "../../../support/snapshot-builders.js";

const UNEVEN = cluster({ a: { guests: [30, 30] }, b: { guests: [10] }, c: { guests: [], maintenance: true } });

const reportOf = (snapshot: ClusterSnapshot, policy = policyOf()): string =>
  planReport({ plan: planMigrations(snapshot, policy), snapshot, policy });

const rowsOf = (page: HtmlElement, heading: string): readonly (readonly string[])[] => {
  const regions = elementsOf(page, "div").filter(({ attributes }) => attributes["aria-labelledby"] === heading);
  return regions.flatMap((region) =>
    elementsOf(region, "tr").map(({ children }) => children.map(({ text }) => text.replaceAll(/\s+/g, " ").trim())),
  );
};

describe("the HTML report of a plan", () => {
  it("shows the load of every node before and after, and every migration with its reason", () => {
    const page = parseHtml(reportOf(UNEVEN));
    expect(rowsOf(page, "load")).toEqual([
      ["Node", "State", "Memory", "Guests"],
      ["a", "online", "60.0 % 30.0 %", "2 → 1"],
      ["b", "online", "10.0 % 40.0 %", "1 → 2"],
      ["c", "online, maintenance", "0.0 % 0.0 %", "0 → 0"],
    ]);
    expect(rowsOf(page, "migrations")[1]).toEqual([
      "1",
      "guest100 vm 100",
      "a → b",
      "30.0 GiB",
      "–",
      "5 min",
      "Evens out the load: memory of a from 60.0 % to 30.0 % and of b from 10.0 % to 40.0 %.",
    ]);
    expect(rowsOf(page, "unresolved")[1]?.[0]).toBe("method memory");
    expect(rowsOf(page, "figures")).toContainEqual(["Broken rules (must)", "0", "0"]);
  });

  it("says of what the loads are percentages", () => {
    const even = cluster({ a: { guests: [10] }, b: { guests: [10] } });
    const captionOf = (policy = policyOf()): string =>
      (elementsOf(parseHtml(reportOf(even, policy)), "caption")[0]?.text ?? "").replaceAll(/\s+/g, " ").trim();
    expect(captionOf()).toBe("beforeafter the migrations; what is used, in percent of the node.");
    const reserve = policyOf({ node_reserve: [{ memory_mib: 50 * 1024 }] });
    expect(captionOf(reserve)).toBe(
      "beforeafter the migrations; what is used, in percent of what node_reserve leaves of the node.",
    );
    expect(rowsOf(parseHtml(reportOf(even, reserve)), "load")[2]?.slice(0, 3)).toMatchObject([
      "b",
      "online",
      expect.stringMatching(/^20\.0 % /),
    ]);
    expect(captionOf(policyOf({ mode: "assigned" }))).toContain("what is assigned, in percent of the node.");
  });

  it("shows the pressure that a plan goes by in mode psi, and what is hot", () => {
    const waits = (full: number) => ({ pressure: { memory: { full, some: full } } });
    const snapshot = cluster({
      a: { ...waits(30), guests: [{ used: 20, ...waits(30) }, { used: 20, ...waits(0) }, 20] },
      b: { ...waits(1), guests: [10] },
      c: { guests: [] },
    });
    const policy = policyOf({ mode: "psi", psi: { nodes: { memory: { pressure_full: 10, pressure_some: 10 } } } });
    const page = parseHtml(reportOf(snapshot, policy));
    expect(rowsOf(page, "pressure")).toEqual([
      ["Node", "Memory"],
      ["a", "30.0 % 0.2 % no longer hot"],
      ["b", "1.0 % 1.7 %"],
      ["c", "not known"],
    ]);
    expect(rowsOf(page, "load")[1]).toEqual(["a", "online", "60.0 % 40.0 %", "3 → 2"]);
    expect(rowsOf(parseHtml(reportOf(UNEVEN)), "pressure")).toEqual([]);
  });

  it.each([
    [30, 40, "30.0 % 40.0 % stays hot"],
    [5, 12, "5.0 % 12.0 % becomes hot"],
    [5, 6, "5.0 % 6.0 %"],
    [30, null, "30.0 % hot, to be measured again"],
    [5, null, "5.0 % to be measured again"],
    [null, null, "not known"],
  ])("tells of a pressure of %s that is then %s", (from, to, told) => {
    const pressures = (full: number | null) => (full === null ? undefined : { memory: { full } });
    const thresholds = { memory: { full: 10, some: null, spikes: null } };
    const cell = pressureCell("memory", { before: pressures(from), after: pressures(to) }, thresholds);
    expect(parseHtml(cell.text).text.replaceAll(/\s+/g, " ").trim()).toBe(told);
  });

  it("says of an even cluster that nothing has to move", () => {
    const { text } = parseHtml(reportOf(cluster({ a: { guests: [30] }, b: { guests: [30] } })));
    expect(text).toContain("Nothing has to move.");
    expect(text).toContain("The cluster is within the policy.");
  });

  it("shows names as they are, whatever is in them", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom("<script>alert(1)</script>", '" onload="x', "&amp;", "'><img src=x onerror=y>", "</style>"),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const page = parseHtml(
          reportOf(
            cluster({
              a: {
                guests: [
                  { used: 30, name },
                  { used: 30, name },
                ],
              },
              b: { guests: [10] },
            }),
          ),
        );
        expect(elementsOf(page, "script").concat(elementsOf(page, "img"))).toEqual([]);
        expect(page.text).toContain(name);
      }),
      { numRuns: 50 },
    );
  });

  it("is one file that loads and runs nothing", () => {
    const page = parseHtml(reportOf(UNEVEN));
    const urls = ["a", "img", "link", "script", "iframe", "object"].flatMap((tag) => elementsOf(page, tag));
    expect(urls).toEqual([]);
    expect(REPORT_STYLE.text).not.toMatch(/url\(|@import/);
    const policy = elementsOf(page, "meta").find((meta) => meta.attributes["http-equiv"] === "Content-Security-Policy");
    expect(policy?.attributes["content"]).toContain("default-src 'none'");
  });

  it("can be read aloud: a language, headings in order, and tables with captions and scoped headers", () => {
    const page = parseHtml(reportOf(UNEVEN));
    expect(page.attributes["lang"]).toBe("en");
    expect(elementsOf(page, "h1")).toHaveLength(1);
    for (const table of elementsOf(page, "table")) {
      expect(elementsOf(table, "caption")).toHaveLength(1);
      expect(elementsOf(table, "th").every(({ attributes }) => /^(col|row)$/.test(attributes["scope"] ?? ""))).toBe(
        true,
      );
      const widths = new Set(elementsOf(table, "tr").map(({ children }) => children.length));
      expect(widths.size).toBe(1);
    }
  });
});

type Colours = ReadonlyMap<string, string>;

const coloursIn = (block: string): Colours =>
  new Map([...block.matchAll(/--([a-z]+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]));

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (colours: Colours, first: string, second: string): number => {
  const [dark = 0, light = 0] = [first, second]
    .map((name) => luminance(colours.get(name) ?? "#"))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe.each([
  ["light", 0],
  ["dark", 1],
])("the colours of the report, %s", (_name, at) => {
  const blocks = [...REPORT_STYLE.text.matchAll(/:root \{[^}]*\}/g)].map(([block]) => coloursIn(block));
  const colours = blocks[at] ?? new Map<string, string>();

  it.each(["text", "quiet", "good", "bad"])("have contrast enough for %s", (name) => {
    expect(contrast(colours, name, "ground")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours, name, "raised")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["before", "after"])("have contrast enough for the bars %s", (name) => {
    expect(contrast(colours, name, "raised")).toBeGreaterThanOrEqual(3);
  });
});
