import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShapeError } from "../../../provider/src/pve/decode.js";
import type { Decoder } from "../../../provider/src/pve/decode.js";
import { decodeClusterOptions } from "../../../provider/src/pve/schemas/cluster-options.js";
import { decodeClusterResources } from "../../../provider/src/pve/schemas/cluster-resources.js";
import { decodeGuestConfig } from "../../../provider/src/pve/schemas/guest-config.js";
import { decodeGuestHistory } from "../../../provider/src/pve/schemas/guest-history.js";
import { decodeGuestList } from "../../../provider/src/pve/schemas/guest-list.js";
import { decodeHaManagerStatus } from "../../../provider/src/pve/schemas/ha-manager-status.js";
import { decodeHaGroups, decodeHaResources, decodeHaRules } from "../../../provider/src/pve/schemas/ha-rules.js";
import {
  decodeCtPreconditions,
  decodeVmPreconditions,
} from "../../../provider/src/pve/schemas/migrate-preconditions.js";
import { decodeMetricsExport } from "../../../provider/src/pve/schemas/metrics-export.js";
import { decodeNetwork } from "../../../provider/src/pve/schemas/network.js";
import { decodeNodeHistory } from "../../../provider/src/pve/schemas/node-history.js";
import { decodeNodeStatus } from "../../../provider/src/pve/schemas/node-status.js";
import { decodePermissions } from "../../../provider/src/pve/schemas/permissions.js";
import { decodeReplicationJobs } from "../../../provider/src/pve/schemas/replication.js";
import { decodeTaskList } from "../../../provider/src/pve/schemas/task-list.js";
import { decodeTaskLog, decodeTaskStatus, taskSucceeded } from "../../../provider/src/pve/schemas/task.js";
import { decodeTicket } from "../../../provider/src/pve/schemas/ticket.js";
import { decodeVersion } from "../../../provider/src/pve/schemas/version.js";
import { fixtureBody } from "../../support/http-fixtures.js";
import { MUTATIONS, MUTATIONS_TIMEOUT_MS, ODDITIES, replaceAt } from "../../support/mutate-json.js";
import {
  decodeClusterStatus,
  decodeGuestStatus,
  decodeHaCurrentStatus,
  decodeNodeList,
  decodeNodeStorages,
  decodePools,
} from "./unread-answers.js";

/** Captured answers by the decoder of their endpoint; a file belongs to the first pattern that matches. */
const DECODERS: readonly (readonly [RegExp, Decoder<unknown>])[] = [
  [/^access\/permissions\./, decodePermissions],
  [/^access\/ticket\./, decodeTicket],
  [/^cluster\/options\./, decodeClusterOptions],
  [/^cluster\/metrics-export\./, decodeMetricsExport],
  [/^nodes\/list\./, decodeNodeList],
  [/^nodes\/status\./, decodeNodeStatus],
  [/^nodes\/storage\./, decodeNodeStorages],
  [/^nodes\/rrddata\./, decodeNodeHistory],
  [/^nodes\/network\./, decodeNetwork],
  [/^cluster\/replication\./, decodeReplicationJobs],
  [/^(cluster|nodes)\/tasks\./, decodeTaskList],
  [/^cluster\/resources\./, decodeClusterResources],
  [/^cluster\/status\./, decodeClusterStatus],
  [/^ha\/status-current\./, decodeHaCurrentStatus],
  [/^ha\/manager-status\./, decodeHaManagerStatus],
  [/^ha\/rules\./, decodeHaRules],
  [/^ha\/groups\./, decodeHaGroups],
  [/^ha\/resources\./, decodeHaResources],
  [/^pools\//, decodePools],
  [/^(qemu|lxc)\/list\./, decodeGuestList],
  [/^(qemu|lxc)\/status-current\./, decodeGuestStatus],
  [/^(qemu|lxc)\/rrddata\./, decodeGuestHistory],
  [/^(qemu|lxc)\/config\./, decodeGuestConfig],
  [/^qemu\/migrate-preconditions\./, decodeVmPreconditions],
  [/^lxc\/migrate-preconditions\./, decodeCtPreconditions],
  [/^tasks\/status\./, decodeTaskStatus],
  [/^tasks\/log\./, decodeTaskLog],
];

function fixtureNames(): readonly string[] {
  const root = new URL("../../fixtures/pve/", import.meta.url);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort();
}

const DECODED = fixtureNames().flatMap((name) => {
  const [, decode] = DECODERS.find(([pattern]) => pattern.test(name)) ?? [];
  return decode === undefined ? [] : [{ name, decode }];
});

describe("the decoders", () => {
  it("have at least one captured answer each", () => {
    const unused = DECODERS.filter(([pattern]) => !DECODED.some(({ name }) => pattern.test(name)));
    expect(unused).toEqual([]);
  });

  it("cover every captured answer of a success", () => {
    const others = /^(crs|schema|errors)\//;
    const decoded = new Set(DECODED.map(({ name }) => name));
    expect(fixtureNames().filter((name) => !decoded.has(name) && !others.test(name))).toEqual([]);
  });

  it("read pressure from numbers of VMs and texts of containers, and leave out what was not measured", () => {
    const { data } = fixtureBody("lxc/list.pressure-strings.pve9.recreated.json");
    expect(decodeGuestList(data)).toMatchObject([
      { vmid: 3200, pressureiosome: 1.27, pressureiofull: 0.94 },
      { vmid: 3201 },
    ]);
    expect(decodeGuestList(data)[1]).not.toHaveProperty("pressureiosome");
    const vm = fixtureBody("qemu/status-current.pve9.recreated.json").data;
    expect(decodeGuestStatus(vm)).toMatchObject({ pressurecpusome: 0.12 });
    const old = fixtureBody("nodes/rrddata.week.after-upgrade.pve9.recreated.json").data;
    expect(decodeNodeHistory(old)[0]?.pressurememorysome).toBeUndefined();
  });

  it("take CPU and memory out of the metrics of a cluster, whatever else is measured", () => {
    const metrics = decodeMetricsExport(fixtureBody("cluster/metrics-export.pve8.json").data);
    const ofVm = metrics.filter(({ id }) => id === "qemu/100");
    expect(ofVm.map(({ metric, value }) => [metric, value])).toEqual([
      ["cpu_current", 0.0990053865436579],
      ["mem_used", 442_114_048],
      ["cpu_max", 2],
    ]);
  });

  it("read the processor and the version of a node", () => {
    const status = decodeNodeStatus(fixtureBody("nodes/status.pve9.recreated.json").data);
    expect(status).toMatchObject({
      cpuVendor: "AuthenticAMD",
      version: { major: 9, minor: 2 },
    });
    expect(status.cpuFlags.has("avx2")).toBe(true);
    expect(decodeNodeStatus(fixtureBody("nodes/status.pve7.json").data)).toMatchObject({ cpuVendor: null });
  });

  it.each(DECODED)("accept the captured answer $name", ({ name, decode }) => {
    expect(decode(fixtureBody(name).data)).toBeDefined();
  });

  it("accept every spelling of booleans and numbers that servers use", () => {
    const row = { type: "qemu", node: "pve1", status: "running", vmid: "100", cpu: "0.5", maxcpu: "2", mem: "1e3" };
    const decoded = ["", 0, "0", false].map((template) =>
      decodeClusterResources([{ ...row, template, maxmem: "2048", maxdisk: 0, tags: 5, hastate: null }]),
    );
    for (const { guests } of decoded) {
      expect(guests).toMatchObject([
        { vmid: 100, template: false, tags: "5", figures: { cpu: 0.5, maxcpu: 2, mem: 1000, maxmem: 2048 } },
      ]);
    }
  });

  it.each<[string, Decoder<unknown>, unknown, string]>([
    ["a list is expected", decodeClusterResources, { a: 1 }, "data: expected a list, got an object"],
    ["a row is no object", decodeClusterResources, [null], "data[0]: expected an object, got null"],
    [
      "a text is no number",
      decodeClusterResources,
      [node({ maxmem: "x" })],
      'data[0].maxmem: expected a number, got "x"',
    ],
    ["a figure is missing", decodeClusterResources, [node({ mem: undefined })], "data[0].mem: is missing"],
    ["memory is negative", decodeClusterResources, [node({ mem: -1 })], "data[0].mem: expected at least 0, got -1"],
    [
      "a node has no memory",
      decodeClusterResources,
      [node({ maxmem: 0 })],
      "data[0].maxmem: expected more than 0, got 0",
    ],
    [
      "bytes are fractional",
      decodeClusterResources,
      [node({ mem: 1.5 })],
      "data[0].mem: expected a whole number, got 1.5",
    ],
    [
      "a load is absurd",
      decodeClusterResources,
      [node({ cpu: 1e9 })],
      "data[0].cpu: expected at most 1000, got 1000000000",
    ],
    ["a node is listed twice", decodeClusterResources, [node({}), node({})], "data: node pve1 is listed twice"],
    [
      "a node's name is a path",
      decodeClusterResources,
      [node({ node: "../x" })],
      "data[0].node: expected the name of a node",
    ],
    [
      "a pressure is no percentage",
      decodeNodeHistory,
      [{ time: 1, pressureiosome: 101 }],
      "data[0].pressureiosome: expected at most 100, got 101",
    ],
    [
      "a metric is no number",
      decodeMetricsExport,
      { data: [{ id: "qemu/100", metric: "mem_used", timestamp: 1, value: "much" }] },
      'data.data[0].value: expected a number, got "much"',
    ],
    ["a version is none", decodeVersion, { version: "nine" }, "data.version: expected a version such as 9.2.3"],
    [
      "a privilege is odd",
      decodePermissions,
      { "/": { "VM.Audit": 2 } },
      "data./.VM.Audit: expected a boolean (0 or 1), got 2",
    ],
    ["a task's state is new", decodeTaskStatus, { status: "paused" }, "data.status: expected one of running, stopped"],
  ])("name the field when %s", (_, decode, data, message) => {
    expect(() => decode(data)).toThrow(message);
    expect(() => decode(data)).toThrow(ShapeError);
  });

  it(
    "reject or understand a captured answer in which anything was changed",
    () => {
      const changes = fc.record({ seed: fc.nat(), value: fc.oneof(fc.constantFrom(...ODDITIES), fc.jsonValue()) });
      fc.assert(
        fc.property(fc.constantFrom(...DECODED), changes, ({ name, decode }, { seed, value }) => {
          const changed = replaceAt(fixtureBody(name).data, seed, value);
          const outcome = attempt(() => decode(changed));
          if (outcome instanceof Error) {
            expect(outcome).toBeInstanceOf(ShapeError);
            expect(outcome.message).toMatch(/^data.*: /s);
          }
        }),
        { numRuns: MUTATIONS },
      );
    },
    MUTATIONS_TIMEOUT_MS,
  );

  it(
    "never take a changed load figure for zero",
    () => {
      const { data } = fixtureBody("cluster/resources.4node.pve8.json");
      const rows = data as readonly Readonly<Record<string, unknown>>[];
      const figures = ["cpu", "maxcpu", "mem", "maxmem"] as const;
      const running = rows.flatMap((row, index) =>
        row["status"] === "running" || row["type"] === "node" ? [index] : [],
      );
      fc.assert(
        fc.property(
          fc.constantFrom(...running),
          fc.constantFrom(...figures),
          fc.constantFrom(...ODDITIES),
          (index, field, odd) => {
            const changed = rows.map((row, at) => (at === index ? { ...row, [field]: odd } : row));
            const outcome = attempt(() => decodeClusterResources(changed));
            const isZeroWord = odd === 0 || odd === "0";
            expect(outcome instanceof ShapeError || isZeroWord || isUnderstood(odd)).toBe(true);
            if (outcome instanceof ShapeError) {
              expect(outcome.message).toContain(`data[${index}].${field}: `);
            }
          },
        ),
        { numRuns: MUTATIONS },
      );
    },
    MUTATIONS_TIMEOUT_MS,
  );
});

describe("taskSucceeded", () => {
  it.each([
    ["stopped", "OK", true],
    ["stopped", "WARNINGS: 1", true],
    ["stopped", "migration aborted", false],
    ["stopped", null, false],
    ["stopped", "OKAY", false],
    ["running", null, false],
  ] as const)("judges %s with %j as %s", (status, exitstatus, succeeded) => {
    expect(taskSucceeded({ status, exitstatus })).toBe(succeeded);
  });
});

/** The oddities that are a legal figure in a legal spelling. */
function isUnderstood(value: unknown): boolean {
  return value === 1.5 || value === "1.5";
}

function node(change: Readonly<Record<string, unknown>>): unknown {
  const row = {
    type: "node",
    node: "pve1",
    status: "online",
    cpu: 0.5,
    maxcpu: 4,
    mem: 1,
    maxmem: 2,
    disk: 0,
    maxdisk: 9,
  };
  return { ...row, ...change };
}

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (failure) {
    return failure;
  }
}
