import { describe, expect, it } from "vitest";
import { cpuObjection, parseCpuType, versionObjection } from "../../../provider/src/inventory/cpu-compatibility.js";
import type { NodeStatusWire } from "../../../provider/src/pve/schemas/node-status.js";

const ZEN3 = "AMD EPYC 7313P";

function host(cpuModel: string, flags: string, cpuVendor: string | null = "AuthenticAMD"): NodeStatusWire {
  const version = { text: "9.2.3", major: 9, minor: 2 };
  return { version, cpuModel, cpuVendor, cpuFlags: new Set(flags.split(" ")) };
}

function objection(cpu: string, source: NodeStatusWire, target: NodeStatusWire): string | null {
  const journey = { from: { node: "pve1", status: source }, to: { node: "pve2", status: target } };
  return cpuObjection(parseCpuType(cpu), journey);
}

describe("the processor of a VM", () => {
  it.each([
    ["host", true],
    ["cputype=host,flags=+aes", true],
    ["custom-web", true],
    ["max", true],
    ["x86-64-v3", true],
    ["x86-64-v2-AES", false],
    ["x86-64-v2-AES,flags=+md-clear", true],
    ["EPYC-Rome", false],
    ["", false],
  ])("%j is compared between nodes: %s", (cpu, compared) => {
    const source = host(ZEN3, "aes avx avx2 fma md_clear");
    expect(objection(cpu, source, host("AMD Opteron 6376", "sse4_2")) !== null).toBe(compared);
  });

  it("can be any where the nodes have the same", () => {
    expect(objection("host", host(ZEN3, "avx2"), host(ZEN3, "sse"))).toBeNull();
  });

  it("of the host may move to one that has all its instructions, whatever else differs", () => {
    const target = host("AMD EPYC 9354", "avx avx2 avx512f arat");
    expect(objection("host", host(ZEN3, "avx avx2 hw_pstate svm"), target)).toBeNull();
  });

  it("of the host is kept from one that lacks instructions, which are named", () => {
    const source = host("AMD EPYC 9354", "avx avx2 avx512f avx512bw avx512cd avx512dq avx512vl avx512ifma");
    expect(objection("host", source, host(ZEN3, "avx avx2"))).toBe(
      "The guest runs with CPU type host, and pve2 (AMD EPYC 7313P) lacks features of pve1 that it may use: " +
        "avx512f, avx512bw, avx512cd, avx512dq, avx512vl and 1 more.",
    );
  });

  it("of the host is kept from another vendor's, also where the server does not tell it", () => {
    const intel = host("Intel(R) Xeon(R) Gold 6338", "avx avx2", null);
    expect(objection("host", host(ZEN3, "avx", null), intel)).toContain("a processor of another vendor");
    expect(objection("x86-64-v3", host(ZEN3, "avx", null), intel)).toBeNull();
  });

  it("needs the features that its configuration adds", () => {
    const [source, target] = [host(ZEN3, "aes md_clear"), host("AMD EPYC 7251", "aes")];
    expect(objection("kvm64,flags=+md-clear;-pcid", source, target)).toContain("md_clear");
    expect(objection("kvm64,flags=+aes", source, target)).toBeNull();
  });
});

describe("the version of a node", () => {
  const version = (text: string) => {
    const [major = 0, minor = 0] = text.split(".").map(Number);
    return { ...host(ZEN3, ""), version: { text, major, minor } };
  };

  it.each([
    ["9.2", "9.2", false],
    ["8.4", "9.0", false],
    ["9.0", "9.2", false],
    ["9.2", "9.1", true],
    ["9.0", "8.4", true],
  ])("%s to %s is refused: %s", (source, target, refused) => {
    const [from, to] = [version(source), version(target)];
    const found = versionObjection({ from: { node: "pve1", status: from }, to: { node: "pve2", status: to } });
    expect(found !== null).toBe(refused);
  });
});
