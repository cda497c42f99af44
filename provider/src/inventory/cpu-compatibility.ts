import type { NodeStatusWire } from "../pve/schemas/node-status.js";

/** The processor that a VM is shown, as its configuration says. */
export interface CpuType {
  /** `host`, `custom-web`, `x86-64-v2-AES`, `kvm64`, …; empty for the server's default. */
  readonly model: string;
  /** Features that the configuration adds, in the spelling of processors. */
  readonly addedFlags: readonly string[];
}

/** Reads `host,flags=+aes;-pcid` and `cputype=host`. */
export function parseCpuType(text: string): CpuType {
  const [first = "", ...options] = text.split(",");
  const flags = options.find((option) => option.startsWith("flags="))?.slice("flags=".length) ?? "";
  const added = flags.split(/[;\s]/).filter((flag) => flag.startsWith("+"));
  return {
    model: first.replace(/^cputype=/, ""),
    addedFlags: added.map((flag) => flag.slice(1).replaceAll("-", "_")),
  };
}

/**
 * Returns what speaks against moving a running VM from one processor to another, in one full sentence, or null. What the VM can
 * do without on its source it can do without on its target; only what it may have found there must be there too. A model that
 * names a generation is meant to be the same everywhere, and QEMU refuses to start it where it cannot be; what level 2 needs every
 * server of the last ten years has.
 */
export function cpuObjection(cpu: CpuType, { from, to }: Journey): string | null {
  const [source, target] = [from.status, to.status];
  if (source.cpuModel === target.cpuModel) return null;
  const shown = cpu.model === "" ? "the default CPU type" : `CPU type ${cpu.model}`;
  const nodes = `${to.node} (${target.cpuModel})`;
  if (isHostLike(cpu.model) && vendorOf(source) !== vendorOf(target)) {
    return `The guest runs with ${shown}, and ${nodes} has a processor of another vendor than ${from.node} (${source.cpuModel}).`;
  }
  const missing = flagsNeeded(cpu, source.cpuFlags).filter((flag) => !target.cpuFlags.has(flag));
  if (missing.length === 0) return null;
  const listed = missing.slice(0, MOST_FLAGS).join(", ");
  const more = missing.length > MOST_FLAGS ? ` and ${missing.length - MOST_FLAGS} more` : "";
  return `The guest runs with ${shown}, and ${nodes} lacks features of ${from.node} that it may use: ${listed}${more}.`;
}

/** Where a VM is and where it is to go. */
export interface Journey {
  readonly from: { readonly node: string; readonly status: NodeStatusWire };
  readonly to: { readonly node: string; readonly status: NodeStatusWire };
}

/**
 * Returns what speaks against moving a running VM to a node of an older version, in one full sentence, or null. Patch levels do
 * not count.
 */
export function versionObjection({ from, to }: Journey): string | null {
  const [source, target] = [from.status.version, to.status.version];
  const isOlder = target.major < source.major || (target.major === source.major && target.minor < source.minor);
  return isOlder
    ? `Node ${to.node} has Proxmox VE ${target.text}, which cannot take over a running guest from the newer ${source.text} on ${from.node}.`
    : null;
}

/** As many as a reader needs to recognise the generation. */
const MOST_FLAGS = 5;

/** Features that programs use; all others of a processor concern its power, its security or its own virtualisation. */
const INSTRUCTIONS =
  /^(pni|s?sse|avx|aes|vaes|v?pclmul|fma|f16c|movbe|popcnt|bmi|abm|adx|rdrand|rdseed|sha|xsave|rtm|hle|amx|gfni|clwb|clflushopt|fsgsbase|erms|fsrm|cx16|lahf|xop|tbm|serialize|movdir|rdpid|waitpkg)/;

const LEVEL_3 = ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"];
const LEVEL_4 = [...LEVEL_3, "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"];

const LEVELS: Readonly<Record<string, readonly string[]>> = { "x86-64-v3": LEVEL_3, "x86-64-v4": LEVEL_4 };

/** Custom models are made of others by the administrator, often of `host`. */
function isHostLike(model: string): boolean {
  return model === "host" || model === "max" || model.startsWith("custom-");
}

function flagsNeeded({ model, addedFlags }: CpuType, present: ReadonlySet<string>): readonly string[] {
  const own = isHostLike(model) ? [...present].filter((flag) => INSTRUCTIONS.test(flag)) : (LEVELS[model] ?? []);
  return [...new Set([...own, ...addedFlags])].filter((flag) => present.has(flag));
}

function vendorOf({ cpuVendor, cpuModel }: NodeStatusWire): string {
  if (cpuVendor !== null) return cpuVendor;
  if (/\bAMD\b/.test(cpuModel)) return "AuthenticAMD";
  return /\bIntel\b/i.test(cpuModel) ? "GenuineIntel" : "";
}
