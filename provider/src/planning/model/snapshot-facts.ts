import type {
  Guest,
  GuestDisk,
  GuestHa,
  Node,
  NodeStorage,
  Pressure,
  PressureResource,
  Pressures,
  SnapshotPermissions,
} from "./cluster-snapshot.js";
import { addProblem } from "./problem.js";
import {
  type FieldReader,
  fieldPath,
  readFlag,
  readNumber,
  readObject,
  readObjects,
  readOptionalText,
  readPercent,
  readPositive,
  readText,
  rejectUnknownKeys,
} from "./snapshot-fields.js";

/** Keys of a guest that hold facts which most snapshots do not have. */
export const GUEST_FACT_KEYS = ["pressure", "storage", "ha", "dirtyBytesPerSecond"] as const;

const RESOURCES: readonly PressureResource[] = ["cpu", "memory", "disk"];
const RESOURCE_KEYS: ReadonlySet<string> = new Set(RESOURCES);
const FIGURES = ["some", "full", "someSpike", "fullSpike"] as const;
const FIGURE_KEYS: ReadonlySet<string> = new Set(FIGURES);
const STORAGE_KEYS = new Set(["id", "totalBytes", "usedBytes", "shared"]);
const DISK_KEYS = new Set(["storage", "bytes"]);
const HA_KEYS = new Set(["state", "failback"]);
const PERMISSION_KEYS = new Set(["guestsMayBeHidden", "mayMigrate"]);

/** Reads the facts of a guest that go beyond its size, or gives null when it has none. */
export function readGuestFacts(
  reader: FieldReader,
): Pick<Guest, "pressure" | "disks" | "ha" | "dirtyBytesPerSecond"> | null {
  const { source } = reader;
  // Spelled out, for it is asked of every guest and mostly answered with no.
  if (
    source["pressure"] === undefined &&
    source["storage"] === undefined &&
    source["ha"] === undefined &&
    source["dirtyBytesPerSecond"] === undefined
  ) {
    return null;
  }
  const pressure = readPressures(reader);
  const ha = readHa(reader);
  return {
    ...(pressure === null ? null : { pressure }),
    ...(ha === null ? null : { ha }),
    ...(source["storage"] === undefined ? null : { disks: readObjects(reader, "storage", readDisk) }),
    ...(source["dirtyBytesPerSecond"] === undefined
      ? null
      : { dirtyBytesPerSecond: readNumber(reader, "dirtyBytesPerSecond", 0) }),
  };
}

/** Reads the facts of a node that go beyond its size. */
export function readNodeFacts(reader: FieldReader): Pick<Node, "pressure" | "storages" | "migrationBytesPerSecond"> {
  const pressure = readPressures(reader);
  return {
    ...(pressure === null ? null : { pressure }),
    ...(reader.source["storage"] === undefined ? null : { storages: readStorages(reader) }),
    ...(reader.source["migrationBytesPerSecond"] === undefined
      ? null
      : { migrationBytesPerSecond: readPositive(reader, "migrationBytesPerSecond") }),
  };
}

/** Reads what the document says about the credentials that it was taken with. */
export function readPermissions(reader: FieldReader): { readonly permissions?: SnapshotPermissions } {
  const object = readObject(reader, "permissions", PERMISSION_KEYS);
  if (object === null) {
    return {};
  }
  const guestsMayBeHidden = readOptionalFlag(object, "guestsMayBeHidden");
  const mayMigrate = readOptionalFlag(object, "mayMigrate");
  return {
    permissions: {
      ...(guestsMayBeHidden === null ? null : { guestsMayBeHidden }),
      ...(mayMigrate === null ? null : { mayMigrate }),
    },
  };
}

function readPressures(reader: FieldReader): Pressures | null {
  const object = readObject(reader, "pressure", RESOURCE_KEYS);
  if (object === null) {
    return null;
  }
  const found = RESOURCES.map((resource) => [resource, readPressure(object, resource)] as const);
  return Object.fromEntries(found.filter(([, pressure]) => pressure !== null));
}

function readPressure(reader: FieldReader, resource: PressureResource): Pressure | null {
  const object = readObject(reader, resource, FIGURE_KEYS);
  if (object === null) {
    return null;
  }
  const found = FIGURES.map((figure) => [figure, readPercent(object, figure)] as const);
  return Object.fromEntries(found.filter(([, percent]) => percent !== undefined));
}

function readStorages(reader: FieldReader): NodeStorage[] {
  const storages = readObjects(reader, "storage", readStorage);
  const ids = new Set<string>();
  for (const [i, { id }] of storages.entries()) {
    if (ids.has(id)) {
      addProblem(reader.problems, `${fieldPath(reader, "storage")}[${i}].id`, `The storage "${id}" is listed twice.`);
    }
    ids.add(id);
  }
  return storages;
}

function readStorage(reader: FieldReader): NodeStorage {
  rejectUnknownKeys(reader, STORAGE_KEYS);
  return {
    id: readText(reader, "id"),
    totalBytes: readNumber(reader, "totalBytes", 0),
    usedBytes: readNumber(reader, "usedBytes", 0),
    shared: readFlag(reader, "shared", false),
  };
}

function readDisk(reader: FieldReader): GuestDisk {
  rejectUnknownKeys(reader, DISK_KEYS);
  return { storage: readText(reader, "storage"), bytes: readNumber(reader, "bytes", 0) };
}

function readHa(reader: FieldReader): GuestHa | null {
  const object = readObject(reader, "ha", HA_KEYS);
  if (object === null) {
    return null;
  }
  const state = readOptionalText(object, "state");
  const failback = readOptionalFlag(object, "failback");
  return { ...(state === null ? null : { state }), ...(failback === null ? null : { failback }) };
}

function readOptionalFlag(reader: FieldReader, key: string): boolean | null {
  return reader.source[key] === undefined ? null : readFlag(reader, key, false);
}
