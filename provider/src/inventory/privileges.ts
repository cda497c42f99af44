import type { PveIdentity } from "../pve/session.js";
import type { PermissionsWire } from "../pve/schemas/permissions.js";

/**
 * Says whether a privilege is held on a path. The server lists every path with an own entry, so the nearest listed
 * ancestor decides, and passes on only what it marks as inherited.
 */
export function holds(permissions: PermissionsWire, path: string, privilege: string): boolean {
  for (const [distance, ancestor] of ancestorsOf(path).entries()) {
    const entry = permissions[ancestor];
    if (entry !== undefined) {
      return distance === 0 ? entry[privilege] !== undefined : entry[privilege] === true;
    }
  }
  return false;
}

/**
 * Says whether it is certain that no guest is hidden: VM.Audit holds on all guests, and no path below `/vms` has an entry
 * that takes it away.
 */
export function seesAllGuests(permissions: PermissionsWire): boolean {
  return holdsBelow(permissions, "/vms", "VM.Audit");
}

/** Says whether it is certain that no storage is hidden. */
export function seesAllStorages(permissions: PermissionsWire): boolean {
  return holdsBelow(permissions, "/storage", "Datastore.Audit");
}

function holdsBelow(permissions: PermissionsWire, root: string, privilege: string): boolean {
  const inherited = ancestorsOf(root)
    .map((path) => permissions[path])
    .find((entry) => entry !== undefined);
  const exceptions = Object.keys(permissions).filter((path) => path.startsWith(`${root}/`));
  return inherited?.[privilege] === true && exceptions.every((path) => holds(permissions, path, privilege));
}

/** Returns the command that grants a role to the caller, for messages. */
export function grantCommand(identity: PveIdentity, path: string, role: string): string {
  const option = identity.kind === "token" ? "--tokens" : "--users";
  const command = `pveum acl modify ${path} --roles ${role} ${option} '${identity.name}'`;
  if (identity.kind === "user") {
    return command;
  }
  const [user = ""] = identity.name.split("!");
  return `${command} (a token with privilege separation needs the same for --users '${user}')`;
}

/** Returns the path itself and its ancestors up to `/`, nearest first. */
function ancestorsOf(path: string): readonly string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  const paths = segments.map((_, index) => `/${segments.slice(0, segments.length - index).join("/")}`);
  return [...paths, "/"];
}
