import { declare, INTEGER, NUMBER, TEXT, VMID, BOOLEAN, oneOf, required, each } from "./declare.js";
import type { DeclaredParameters, Permitted } from "./declare.js";
import { CHANGE_OPTIONS, CONTAINER_OPTIONS, CREATION_OPTIONS, VM_OPTIONS } from "./guest-options.js";

const CONFIG_PRIVILEGES = "CDROM CPU Cloudinit Disk HWType Memory Network Options"
  .split(" ")
  .map((area) => `VM.Config.${area}`);
const POWER: Permitted = { path: "/vms/{vmid}", privileges: ["VM.PowerMgmt"] };
const CONFIGURE: Permitted = { path: "/vms/{vmid}", privileges: CONFIG_PRIVILEGES };
const DISKS: Permitted = { path: "/vms/{vmid}", privileges: ["VM.Config.Disk"] };
const ALLOCATE: Permitted = { path: "/vms/{vmid}", privileges: ["VM.Allocate"] };
const AUDIT: Permitted = { path: "/vms/{vmid}", privileges: ["VM.Audit"] };
const AGENT: Permitted = { path: "/vms/{vmid}", privileges: ["VM.Audit", "VM.GuestAgent.Audit", "VM.Monitor"] };
const MANAGE_HA: Permitted = { path: "/", privileges: ["Sys.Console"] };
const STORAGE: Permitted = { path: "/storage/{storage}", privileges: ["Datastore.Audit", "Datastore.AllocateSpace"] };
const SKIP = { skiplock: BOOLEAN, timeout: INTEGER };

/** Lists the endpoints that clients use and that the extract of the published contracts does not contain, in the same form. */
export function extraEndpoints(isNew: boolean): readonly unknown[] {
  return [
    declare("GET /nodes/{node}/version", { permitted: "anybody" }),
    declare("GET /cluster/nextid", { permitted: "anybody", parameters: { vmid: { ...VMID, optional: true } } }),
    ...lifeCycle("qemu", VM_OPTIONS),
    ...lifeCycle("lxc", CONTAINER_OPTIONS),
    ...vmEndpoints(),
    ...containerEndpoints(),
    ...storageEndpoints(),
    ...poolEndpoints(),
    ...haEndpoints(isNew),
  ];
}

function lifeCycle(kind: "qemu" | "lxc", options: DeclaredParameters): readonly unknown[] {
  const guest = `/nodes/{node}/${kind}/{vmid}`;
  const resize = { disk: required(TEXT), size: required(TEXT), digest: TEXT, skiplock: BOOLEAN };
  return [
    declare(`POST /nodes/{node}/${kind}`, {
      permitted: "anybody",
      parameters: { ...options, ...CREATION_OPTIONS, ...creationOptions(kind), vmid: VMID },
    }),
    declare(`DELETE ${guest}`, {
      permitted: ALLOCATE,
      parameters: each(["purge", "destroy-unreferenced-disks", "skiplock", "force"], BOOLEAN),
    }),
    declare(`PUT ${guest}/config`, { permitted: CONFIGURE, parameters: { ...options, ...CHANGE_OPTIONS } }),
    declare(`POST ${guest}/clone`, {
      permitted: { path: "/vms/{vmid}", privileges: ["VM.Clone"] },
      parameters: cloneOptions(kind),
    }),
    declare(`PUT ${guest}/resize`, { permitted: DISKS, parameters: resize }),
    declare(`POST ${guest}/template`, { permitted: ALLOCATE, parameters: { disk: TEXT } }),
    declare(`POST ${guest}/status/start`, {
      permitted: POWER,
      parameters: { ...SKIP, ...each(["machine", "migratedfrom", "stateuri", "targetstorage"], TEXT), debug: BOOLEAN },
    }),
    declare(`POST ${guest}/status/stop`, {
      permitted: POWER,
      parameters: { ...SKIP, "overrule-shutdown": BOOLEAN, keepActive: BOOLEAN, migratedfrom: TEXT },
    }),
    declare(`POST ${guest}/status/shutdown`, {
      permitted: POWER,
      parameters: { ...SKIP, forceStop: BOOLEAN, keepActive: BOOLEAN },
    }),
    declare(`POST ${guest}/status/reboot`, { permitted: POWER, parameters: { timeout: INTEGER } }),
  ];
}

function creationOptions(kind: "qemu" | "lxc"): DeclaredParameters {
  if (kind === "qemu") return { archive: TEXT, "live-restore": BOOLEAN, "import-working-storage": TEXT };
  return {
    ostemplate: required(TEXT),
    restore: BOOLEAN,
    "ignore-unpack-errors": BOOLEAN,
    password: TEXT,
    "ssh-public-keys": TEXT,
    "ha-managed": BOOLEAN,
  };
}

function cloneOptions(kind: "qemu" | "lxc"): DeclaredParameters {
  const names = ["pool", "storage", "target", "description", "snapname", kind === "qemu" ? "name" : "hostname"];
  return {
    newid: VMID,
    full: BOOLEAN,
    bwlimit: NUMBER,
    ...each(names, TEXT),
    ...(kind === "qemu" ? { format: oneOf("raw", "qcow2", "vmdk") } : {}),
  };
}

function vmEndpoints(): readonly unknown[] {
  const guest = "/nodes/{node}/qemu/{vmid}";
  const moveDisk = {
    ...each(["disk", "storage"], required(TEXT)),
    ...each(["format", "digest", "target-disk"], TEXT),
    delete: BOOLEAN,
    bwlimit: NUMBER,
  };
  return [
    declare(`POST ${guest}/move_disk`, { permitted: DISKS, parameters: moveDisk }),
    declare(`PUT ${guest}/cloudinit`, { permitted: CONFIGURE }),
    declare(`POST ${guest}/agent/ping`, { permitted: AGENT }),
    declare(`GET ${guest}/agent/network-get-interfaces`, { permitted: AGENT }),
  ];
}

function containerEndpoints(): readonly unknown[] {
  const guest = "/nodes/{node}/lxc/{vmid}";
  const moveVolume = {
    volume: required(TEXT),
    storage: required(TEXT),
    digest: TEXT,
    delete: BOOLEAN,
    bwlimit: NUMBER,
  };
  return [
    declare(`POST ${guest}/move_volume`, { permitted: DISKS, parameters: moveVolume }),
    declare(`GET ${guest}/interfaces`, { permitted: AUDIT }),
  ];
}

function storageEndpoints(): readonly unknown[] {
  const content = "/nodes/{node}/storage/{storage}/content";
  const filter = { content: TEXT, vmid: { ...VMID, optional: true } };
  return [
    declare(`GET ${content}`, { permitted: STORAGE, parameters: filter }),
    declare(`GET ${content}/{volume}`, { permitted: STORAGE }),
  ];
}

function poolEndpoints(): readonly unknown[] {
  const change = {
    ...each(["comment", "vms", "storage"], TEXT),
    ...each(["delete", "allow-move"], BOOLEAN),
  };
  const permitted: Permitted = { path: "/pool/{poolid}", privileges: ["Pool.Allocate"] };
  const byName = { poolid: required(TEXT) };
  return [
    declare("POST /pools", { permitted: "anybody", parameters: { ...byName, comment: TEXT } }),
    declare("PUT /pools", { permitted: "anybody", parameters: { ...byName, ...change } }),
    declare("PUT /pools/{poolid}", { permitted, parameters: change }),
    declare("DELETE /pools", { permitted: "anybody", parameters: byName }),
    declare("DELETE /pools/{poolid}", { permitted }),
  ];
}

function haEndpoints(isNew: boolean): readonly unknown[] {
  const resource = {
    ...each(["comment", "group", "digest"], TEXT),
    ...each(["max_restart", "max_relocate"], INTEGER),
    state: oneOf("started", "stopped", "enabled", "disabled", "ignored"),
    ...(isNew ? each(["failback", "auto-rebalance"], BOOLEAN) : {}),
  };
  const group = { ...each(["comment", "digest"], TEXT), ...each(["nofailback", "restricted"], BOOLEAN) };
  const byGroup = "/cluster/ha/groups/{group}";
  return [
    declare("POST /cluster/ha/resources", {
      permitted: MANAGE_HA,
      parameters: { ...resource, sid: required(TEXT), type: oneOf("vm", "ct") },
    }),
    declare("PUT /cluster/ha/resources/{sid}", { permitted: MANAGE_HA, parameters: { ...resource, delete: TEXT } }),
    declare("DELETE /cluster/ha/resources/{sid}", {
      permitted: MANAGE_HA,
      parameters: isNew ? { purge: BOOLEAN } : {},
    }),
    ...(isNew ? [declare("DELETE /cluster/ha/rules/{rule}", { permitted: MANAGE_HA })] : []),
    declare("POST /cluster/ha/groups", {
      permitted: MANAGE_HA,
      parameters: { ...group, group: required(TEXT), nodes: required(TEXT), type: oneOf("group") },
    }),
    declare(`PUT ${byGroup}`, { permitted: MANAGE_HA, parameters: { ...group, nodes: TEXT, delete: TEXT } }),
    declare(`DELETE ${byGroup}`, { permitted: MANAGE_HA }),
  ];
}
