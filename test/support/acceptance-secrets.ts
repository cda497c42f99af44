import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Workspace } from "./terraform-cli.js";
import { unzip } from "./acceptance-zip.js";

/** Tickets of any user and their tokens against request forgery, whoever got them. */
export const TICKETS = [/PVE:[\w.-]+@[\w.-]+:[0-9A-F]{8}::[\w+/=]+/, /\b[0-9A-F]{8}:[A-Za-z0-9+/]{27,}/] as const;

/** Returns what a workspace keeps, by name: the log, both states and what is in saved plans. */
export const keptIn = (ws: Workspace, plans: readonly string[] = []): Readonly<Record<string, string>> => {
  const files = ["trace.log", "terraform.tfstate", "terraform.tfstate.backup"].filter((name) =>
    existsSync(ws.path(name)),
  );
  const archives = plans.filter((name) => existsSync(ws.path(name)));
  return {
    ...Object.fromEntries(files.map((name) => [name, ws.read(name)])),
    ...Object.assign({}, ...archives.map((name) => unzip(readFileSync(ws.path(name))))),
  } as Readonly<Record<string, string>>;
};

/** Expects that none of the secrets occurs in any of the texts. */
export const expectNoSecret = (
  texts: Readonly<Record<string, string>>,
  secrets: readonly (string | RegExp)[],
): void => {
  for (const [place, text] of Object.entries(texts))
    for (const secret of secrets)
      expect(
        typeof secret === "string" ? text.includes(secret) : secret.test(text),
        `${String(secret)} in ${place}`,
      ).toBe(false);
};
