import { readFileSync } from "node:fs";
import { PluginStartError } from "./start-error.js";

const groupFile = "/etc/group";

/** Finds the number of a unix group given by number or by name. Throws PluginStartError for an unknown name. */
export function groupId(group: string): number {
  if (/^\d+$/.test(group)) return Number(group);
  const lines = readFileSync(groupFile, "utf8").split("\n");
  for (const line of lines) {
    const [name, , id] = line.split(":");
    if (name === group && id !== undefined) return Number(id);
  }
  throw new PluginStartError(
    `The environment variable PLUGIN_UNIX_SOCKET_GROUP names the group "${group}", which ${groupFile} does not list. ` +
      `Set it to an existing group name or number.`,
  );
}
