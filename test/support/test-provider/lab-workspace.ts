import { join } from "node:path";
import type { TerraformCli } from "../cli-find.js";
import type { Installation } from "../cli-installation.js";
import type { Workspace } from "../terraform-cli.js";
import { withWorkspace } from "../terraform-cli.js";
import { ObjectStore } from "./object-store.js";

/** A workspace whose provider block names a store of its own. */
export interface LabWorkspace extends Workspace {
  readonly store: ObjectStore;
}

/** What a lab workspace is made of. */
export interface LabOptions {
  readonly installation: Installation;
  readonly env?: Readonly<Record<string, string>>;
  /** The provider block; by default it names the store. Its `@STORE@` becomes the folder. */
  readonly provider?: string;
}

const PROVIDER = 'provider "lab" {\n  store = "@STORE@"\n}\n';

/** Runs `body` in a fresh workspace with the test provider. */
export const withLab = <T>(
  cli: TerraformCli,
  { installation, env = {}, provider = PROVIDER }: LabOptions,
  body: (workspace: LabWorkspace) => Promise<T>,
): Promise<T> =>
  withWorkspace(
    cli,
    (workspace) => {
      const folder = join(workspace.folder, "store");
      workspace.write(provider.replaceAll("@STORE@", folder), "provider.tf");
      return body({ ...workspace, store: new ObjectStore(folder) });
    },
    { installation, env },
  );
