import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Logger } from "../../../../provider/src/framework/logger.js";
import { createHclogLogger } from "../../../../provider/src/protocol/goplugin/hclog.js";
import type { LogThreshold } from "../../../../provider/src/protocol/goplugin/log-level.js";
import { createRedactor } from "../../../../provider/src/protocol/goplugin/redactor.js";

const now = () => new Date("2026-11-20T14:02:31.944Z");
const redactor = createRedactor();

function recorder(threshold: LogThreshold = "trace") {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  // Typed as the framework's logger: this is the implementation that the provider passes it.
  const log: Logger = createHclogLogger({ module: "provider.proxlb", threshold, write, now, redactor });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe("a log line", () => {
  it("is what a host parses", () => {
    const { log, lines } = recorder();
    log.info("Reading the cluster.", { nodes: "5" });
    expect(lines).toEqual([
      '{"@level":"info","@message":"Reading the cluster.","@timestamp":"2026-11-20T14:02:31.944000Z",' +
        '"@module":"provider.proxlb","nodes":"5"}\n',
    ]);
  });

  it("carries every level under its name", () => {
    const { log, entries } = recorder();
    log.trace("m");
    log.debug("m");
    log.info("m");
    log.warn("m");
    log.error("m");
    expect(entries().map((entry) => entry["@level"])).toEqual(["trace", "debug", "info", "warn", "error"]);
  });

  it("is not written below the threshold", () => {
    const { log, entries } = recorder("warn");
    log.info("quiet");
    log.warn("loud");
    expect(entries().map((entry) => entry["@message"])).toEqual(["loud"]);
  });

  it("names the module of a child", () => {
    const { log, entries } = recorder();
    log.child("pve").child("tasks").debug("m");
    expect(entries()[0]).toMatchObject({ "@module": "provider.proxlb.pve.tasks" });
  });

  it("has text for values of any kind", () => {
    const { log, entries } = recorder();
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    log.info("m", { n: 1, big: 2n, list: [1n], nothing: null, absent: undefined, loop, made: () => 1 });
    expect(entries()[0]).toMatchObject({ n: "1", big: '"2"', list: '["1"]', nothing: "null" });
    expect(entries()[0]).toMatchObject({ loop: "(not printable)", made: "(not printable)" });
    expect(entries()[0]).not.toHaveProperty("absent");
  });

  it("keeps fields from overwriting what the format needs", () => {
    const { log, entries } = recorder();
    log.info("m", { "@level": "fatal", "@message": "other" });
    expect(entries()[0]).toMatchObject({ "@level": "info", "@message": "m", level: "fatal", message: "other" });
  });

  it("shows no secret in message, field, name, error or nested value", () => {
    const { log, lines } = recorder();
    redactor.redact("tok-5f3a");
    log.error("with tok-5f3a", {
      a: "tok-5f3a",
      "tok-5f3a": 1,
      e: new Error("bad tok-5f3a"),
      o: { deep: ["tok-5f3a"] },
    });
    expect(lines[0]).not.toContain("tok-5f3a");
    expect(lines[0]).toContain("with (sensitive)");
  });

  it("hides a secret that the length limit would cut in two", () => {
    const { log, lines } = recorder();
    redactor.redact("S3CRET-AT-THE-BORDER");
    log.info(`${"x".repeat(8 * 1024 - 6)}S3CRET-AT-THE-BORDER`);
    expect(lines[0]).not.toContain("S3CRE");
  });

  it("is one line of at most 64 KiB of strings, whatever is logged", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\u0000", '"', "ß", "😀", "\ud800"), maxLength: 20_000 });
    const fields = fc.dictionary(fc.string({ maxLength: 20 }), fc.oneof(text, fc.jsonValue()), { maxKeys: 20 });
    fc.assert(
      fc.property(text, fields, (message, values) => {
        const { log, lines, entries } = recorder();
        log.warn(message, values);
        expect(lines).toHaveLength(1);
        expect(Buffer.byteLength(lines[0]!)).toBeLessThanOrEqual(64 * 1024);
        expect(lines[0]!.indexOf("\n")).toBe(lines[0]!.length - 1);
        expect(Object.values(entries()[0]!).every((value) => typeof value === "string")).toBe(true);
        expect(entries()[0]).toMatchObject({ "@level": "warn", "@timestamp": "2026-11-20T14:02:31.944000Z" });
      }),
      { numRuns: 50 },
    );
  });

  it("says how many fields it had to drop", () => {
    const { log, entries } = recorder();
    const long = "\u0001".repeat(8 * 1024);
    log.info("m", { first: "kept", a: long, b: long });
    expect(entries()[0]).toMatchObject({ first: "kept", fields_dropped: "1" });
  });
});
