const AUDIT = ["VM.Audit", "Sys.Audit", "Datastore.Audit", "Pool.Audit", "SDN.Audit", "Mapping.Audit"];

const VM_USER = ["VM.Audit", "VM.Backup", "VM.Config.CDROM", "VM.Config.Cloudinit", "VM.Console", "VM.PowerMgmt"];

const VM_ADMIN = [
  ...VM_USER,
  "VM.Allocate",
  "VM.Clone",
  "VM.Config.CPU",
  "VM.Config.Disk",
  "VM.Config.HWType",
  "VM.Config.Memory",
  "VM.Config.Network",
  "VM.Config.Options",
  "VM.Migrate",
  "VM.Snapshot",
  "VM.Snapshot.Rollback",
];

const EVERYTHING = [
  ...new Set([
    ...AUDIT,
    ...VM_ADMIN,
    "Datastore.Allocate",
    "Datastore.AllocateSpace",
    "Datastore.AllocateTemplate",
    "Group.Allocate",
    "Mapping.Modify",
    "Mapping.Use",
    "Permissions.Modify",
    "Pool.Allocate",
    "Realm.Allocate",
    "Realm.AllocateUser",
    "SDN.Allocate",
    "SDN.Use",
    "Sys.AccessNetwork",
    "Sys.Console",
    "Sys.Incoming",
    "Sys.Modify",
    "Sys.PowerMgmt",
    "Sys.Syslog",
    "User.Modify",
  ]),
];

const ROLES: Readonly<Record<string, readonly string[]>> = {
  Administrator: EVERYTHING,
  NoAccess: [],
  PVEAuditor: AUDIT,
  PVEDatastoreAdmin: ["Datastore.Allocate", "Datastore.AllocateSpace", "Datastore.AllocateTemplate", "Datastore.Audit"],
  PVEDatastoreUser: ["Datastore.AllocateSpace", "Datastore.Audit"],
  PVEPoolAdmin: ["Pool.Allocate", "Pool.Audit"],
  PVEPoolUser: ["Pool.Audit"],
  PVEVMAdmin: VM_ADMIN,
  PVEVMUser: VM_USER,
};

/** Every privilege that the simulated cluster knows. */
export const ALL_PRIVILEGES: readonly string[] = EVERYTHING;

/** Gives the privileges of a built-in role. Throws on a name that is none. */
export function privilegesOfRole(role: string): readonly string[] {
  const privileges = ROLES[role];
  if (privileges !== undefined) return privileges;
  throw new Error(
    `"${role}" is not a built-in role; name one of ${Object.keys(ROLES).join(", ")}, or list privileges.`,
  );
}
