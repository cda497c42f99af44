/** The two kinds of guests that Proxmox VE runs: virtual machines and containers. */
export type GuestType = "vm" | "ct";

/** Run states of a guest that the planner tells apart; `unknown` is a guest on a node that does not answer. */
export type GuestStatus = "running" | "stopped" | "paused" | "unknown";

/** The resources whose pressure Proxmox VE 9 measures; `disk` is what it calls I/O. */
export type PressureResource = "cpu" | "memory" | "disk";

/**
 * How much of the time something waited for a resource, in percent, 0…100 (PSI). An absent number is not known, which is
 * not the same as 0: a node has no `full` for its CPU, and nodes before Proxmox VE 9 have nothing.
 */
export interface Pressure {
  /** Mean share of the time in which at least one task waited. */
  readonly some?: number;
  /** Mean share of the time in which all tasks waited. */
  readonly full?: number;
  /** Highest recent values of the same. */
  readonly someSpike?: number;
  readonly fullSpike?: number;
}

/** Pressure per resource; absent resources are not known. */
export type Pressures = Readonly<Partial<Record<PressureResource, Pressure>>>;

/** A storage as one node sees it. */
export interface NodeStorage {
  readonly id: string;
  readonly totalBytes: number;
  readonly usedBytes: number;
  /** True when every node that has the storage sees the same data, so that a migration copies nothing. */
  readonly shared: boolean;
}

/** Disk space of a guest on one storage. */
export interface GuestDisk {
  readonly storage: string;
  readonly bytes: number;
}

/** What the HA manager knows of a guest. */
export interface GuestHa {
  /** The state that the manager shows, such as `started`. */
  readonly state?: string;
  /** True when the manager moves the guest back to the nodes of the highest priority; absent when that is not known. */
  readonly failback?: boolean;
}

/** How far the eyes and hands of the credentials reached with which a snapshot was taken. */
export interface SnapshotPermissions {
  /** True when there may be guests that the snapshot does not hold. */
  readonly guestsMayBeHidden?: boolean;
  /** False when the credentials could not migrate guests. */
  readonly mayMigrate?: boolean;
}

/** A node of the cluster. Cores are host threads; all sizes are bytes. */
export interface Node {
  readonly name: string;
  /** False when the node does not answer: it is neither a source nor a target. */
  readonly online: boolean;
  /** True when its guests are to leave and none may come. */
  readonly maintenance: boolean;
  readonly cpuCores: number;
  readonly memoryBytes: number;
  /** Cores in use, the host's own work included. */
  readonly cpuUsedCores: number;
  /** Memory in use, the host's own share included. */
  readonly memoryUsedBytes: number;
  /** Local disk of the node: its root file system unless said otherwise. 0 when it is not known. */
  readonly diskBytes: number;
  readonly diskUsedBytes: number;
  readonly pressure?: Pressures;
  /** The storages that the node has; absent when they are not known. */
  readonly storages?: readonly NodeStorage[];
  /** How fast guests are copied from and to the node; a usual link unless it is known. */
  readonly migrationBytesPerSecond?: number;
}

/** A virtual machine or container. */
export interface Guest {
  readonly vmid: number;
  readonly name: string;
  readonly type: GuestType;
  /** Name of the node that the guest is on. */
  readonly node: string;
  readonly status: GuestStatus;
  /** Templates never move and take no part in rules; what they are reported to use counts as load. */
  readonly template: boolean;
  /** The lock that Proxmox shows (`backup`, `migrate`, ...), or null; a locked guest never moves. */
  readonly lock: string | null;
  /** Why the guest must not move, whatever the policy says, in one full sentence; absent when nothing is known against it. */
  readonly immovable?: string;
  /** Virtual CPUs assigned. */
  readonly cpuCores: number;
  readonly cpuUsedCores: number;
  /** Memory assigned. */
  readonly memoryBytes: number;
  readonly memoryUsedBytes: number;
  readonly diskBytes: number;
  /** Bytes on storage that is not shared, which a migration has to copy. */
  readonly localDiskBytes: number;
  readonly tags: readonly string[];
  readonly pool: string | null;
  /** True when the HA manager owns the guest. */
  readonly haManaged: boolean;
  readonly ha?: GuestHa;
  /** How fast the guest writes to its memory; absent when that is not known. */
  readonly dirtyBytesPerSecond?: number;
  /** When the guest last moved, RFC 3339; absent when that is not known. */
  readonly lastMovedAt?: string;
  readonly pressure?: Pressures;
  /** The guest's disks per storage; absent when they are not known. */
  readonly disks?: readonly GuestDisk[];
}

/** How strictly a rule binds: a `must` rule is never broken, a `should` rule only where nothing else helps. */
export type RuleStrength = "must" | "should";

/** Where a rule came from, for explanations: `tag plb_affinity_web`, `pool prod`, `HA rule spread-db`, `policy`. */
export type RuleOrigin = string;

/** A placement rule over guests, named by vmid. */
export type Rule =
  | {
      readonly kind: "affinity";
      readonly name: string;
      readonly origin: RuleOrigin;
      readonly strength: RuleStrength;
      readonly vmids: readonly number[];
    }
  | {
      readonly kind: "anti-affinity";
      readonly name: string;
      readonly origin: RuleOrigin;
      readonly strength: RuleStrength;
      readonly vmids: readonly number[];
    }
  | {
      readonly kind: "node-affinity";
      readonly name: string;
      readonly origin: RuleOrigin;
      readonly strength: RuleStrength;
      readonly vmids: readonly number[];
      readonly nodes: readonly string[];
      /**
       * For rules that the HA manager keeps: nodes with a higher priority are preferred; 0 for those not listed. Guests with
       * failback are moved back to the highest priority of which a node is available.
       */
      readonly priorities?: Readonly<Record<string, number>>;
    };

/**
 * What the planner knows of a cluster at one moment. Guests are keyed by vmid, never by name. Rules that tags
 * express are not listed here; the planner derives them from the guests.
 */
export interface ClusterSnapshot {
  /** RFC 3339, or null when unknown; only carried along. */
  readonly takenAt: string | null;
  readonly nodes: readonly Node[];
  readonly guests: readonly Guest[];
  /** Rules that the cluster itself holds, such as HA rules. */
  readonly rules: readonly Rule[];
  /** Absent when nothing is known of the credentials. */
  readonly permissions?: SnapshotPermissions;
}
