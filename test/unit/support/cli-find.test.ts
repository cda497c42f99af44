import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findClis } from "../../support/cli-find.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-find-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program that tells the version of a CLI, and that there is a newer one, as all of them do. */
const program = (place: string, says: string): string => {
  const file = join(folder, place);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${says}"\necho "on linux_amd64"\necho; echo "Your version is out of date!"\n`);
  chmodSync(file, 0o755);
  return file;
};

const path = (...folders: readonly string[]): string => folders.map((each) => join(folder, each)).join(delimiter);

/** The CLIs that are found besides the project's own, which is there on Linux/x64 only. */
const found = (env: Readonly<Record<string, string>>): readonly string[] =>
  findClis({ PATH: "", ...env })
    .filter(({ executable }) => executable.startsWith(folder))
    .map(({ label }) => label);

describe("the CLIs that tests run on", () => {
  it("are those of the PATH, a newer OpenTofu among them", () => {
    program("a/terraform", "Terraform v1.11.4");
    program("b/tofu", "OpenTofu v1.10.6");
    program("b/terraform", "Terraform v1.9.0");
    expect(found({ PATH: path("a", "b") })).toEqual(["OpenTofu 1.10.6", "Terraform 1.11.4"]);
  });

  it("are those that PROXLB_CLIS names too, whatever their files are called", () => {
    program("tofu", "OpenTofu v1.10.6");
    const named = [program("tools/t1", "Terraform v1.8.0-rc1"), program("tools/t2", "OpenTofu v1.7.0")];
    const labels = ["OpenTofu 1.10.6", "Terraform 1.8.0-rc1", "OpenTofu 1.7.0"];
    expect(found({ PATH: path("."), PROXLB_CLIS: named.join(delimiter) })).toEqual(labels);
  });

  it("are each there once, so that every title of a test names one", () => {
    const tofu = program("a/tofu", "OpenTofu v1.10.6");
    mkdirSync(join(folder, "b"));
    symlinkSync(tofu, join(folder, "b", "terraform"));
    const again = program("c/tofu", "OpenTofu v1.10.6");
    expect(found({ PATH: path("a", "b"), PROXLB_CLIS: [tofu, again, ""].join(delimiter) })).toEqual([
      "OpenTofu 1.10.6",
    ]);
  });

  it("are told apart by what they say, and bring the registry that a short address means", () => {
    const named = [program("x", "Terraform v1.11.4"), program("y", "OpenTofu v1.7.0")].join(delimiter);
    const clis = findClis({ PATH: "", PROXLB_CLIS: named }).filter(({ executable }) => executable.startsWith(folder));
    expect(clis.map(({ name, version, registryHost }) => [name, version, registryHost])).toEqual([
      ["Terraform", "1.11.4", "registry.terraform.io"],
      ["OpenTofu", "1.7.0", "registry.opentofu.org"],
    ]);
  });

  it("are an error where PROXLB_CLIS names what is none", () => {
    const named = program("x", "make 4.3");
    expect(() => findClis({ PATH: "", PROXLB_CLIS: named })).toThrow(`${named} does not tell its version: make 4.3`);
    expect(() => findClis({ PATH: "", PROXLB_CLIS: join(folder, "gone") })).toThrow(
      `PROXLB_CLIS names ${join(folder, "gone")}, which does not exist.`,
    );
  });
});
