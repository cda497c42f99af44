import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layerFile } from "../../../provider/src/config/layer-file.js";
import type { ProxlbConfig } from "../../../provider/src/config/proxlb-yaml/map-proxlb-config.js";
import { mapProxlbConfig } from "../../../provider/src/config/proxlb-yaml/map-proxlb-config.js";
import type { ProxlbKeys } from "../../../provider/src/config/proxlb-yaml/proxlb-keys.js";
import { PROXLB_KEYS } from "../../../provider/src/config/proxlb-yaml/proxlb-keys.js";
import { parseProxlbText } from "../../../provider/src/config/proxlb-yaml/read-proxlb-file.js";
import { resolveProviderSettings } from "../../../provider/src/config/provider-settings.js";
import { decodePolicy } from "../../../provider/src/planning/model/decode-policy.js";

/** A Monday at noon, in the time zone of whoever runs the test. */
const MONDAY_NOON = new Date(2026, 0, 5, 12, 0);

const configOf = (document: unknown, now = MONDAY_NOON): ProxlbConfig => {
  const mapped = mapProxlbConfig(document, now);
  if ("problems" in mapped) throw new Error(JSON.stringify(mapped.problems));
  return mapped.config;
};

const problemsOf = (document: unknown): readonly string[] => {
  const mapped = mapProxlbConfig(document, MONDAY_NOON);
  return "problems" in mapped ? mapped.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};

/** Builds a document with one key, such as `balancing.method`. */
const withKey = (path: string, value: unknown): unknown =>
  path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

type Outcome =
  | { readonly connection: Readonly<Record<string, unknown>> }
  | { readonly policy: Readonly<Record<string, unknown>> }
  | { readonly leftOut: string };

/** Some value that a key may hold. */
const valueOf = (kind: ProxlbKeys[string]): fc.Arbitrary<unknown> => {
  switch (kind.type) {
    case "flag":
      return fc.boolean();
    case "number":
      return kind.integer
        ? fc.integer({ min: kind.min, max: kind.max })
        : fc.double({ min: kind.min, max: kind.max, noNaN: true });
    case "text":
      return kind.allowed === undefined ? fc.constantFrom("a", "b") : fc.constantFrom(...kind.allowed);
    case "texts":
      return fc.array(fc.constantFrom(...(kind.allowed ?? ["a", "b"])), { maxLength: 3 });
    case "section":
      return fc.record(Object.fromEntries(Object.entries(kind.keys).map(([key, inner]) => [key, valueOf(inner)])), {
        requiredKeys: [],
      });
    case "named":
      return fc.dictionary(fc.constantFrom("a", "b", "defaults"), valueOf(kind.of), { maxKeys: 1 });
  }
};

const anyBalancing = valueOf(PROXLB_KEYS["balancing"] ?? { type: "flag" });

const TOKEN = { user: "plb@pve", token_id: "main", token_secret: "1111-2222" };

/** Every key, a value of it, and what becomes of it. */
const TABLE: readonly (readonly [path: string, value: unknown, outcome: Outcome])[] = [
  ["proxmox_api.hosts", ["pve1", "[fe80::1]:8006"], { connection: { endpoints: ["pve1", "[fe80::1]:8006"] } }],
  ["proxmox_api.user", "plb@pve", { connection: { username: "plb@pve" } }],
  ["proxmox_api.pass", "geheim", { connection: { password: "geheim" } }],
  ["proxmox_api.ssl_verification", false, { connection: { insecure: true } }],
  ["proxmox_api.timeout", 10, { connection: { requestTimeout: "10000ms" } }],
  ["proxmox_api.retries", 1, { leftOut: "repeated anyway" }],
  ["proxmox_api.wait_time", 1, { leftOut: "pauses" }],
  ["proxmox_cluster.maintenance_nodes", ["pve2"], { policy: { maintenance_nodes: ["pve2"] } }],
  [
    "proxmox_cluster.maintenance_nodes_schedule",
    { duration: 3, "pre-migration": 10, schedules: { pve3: ["Monday, 12:05"], pve4: ["Tuesday, 8:00"] } },
    { policy: { maintenance_nodes: ["pve3"] } },
  ],
  ["proxmox_cluster.ignore_nodes", ["pve5"], { policy: { ignore_nodes: ["pve5"] } }],
  ["proxmox_cluster.overprovisioning", true, { leftOut: "policy.memory_overcommit" }],
  ["balancing.enable", true, { policy: { enabled: true } }],
  ["balancing.force", true, { leftOut: "lower balanciness" }],
  ["balancing.balance_types", ["vm", "ct"], { policy: { balance_types: ["vm", "ct"] } }],
  ["balancing.method", "cpu", { policy: { methods: ["cpu"] } }],
  ["balancing.mode", "assigned", { policy: { mode: "assigned" } }],
  ["balancing.balanciness", 5, { policy: { balanciness: 5 } }],
  ["balancing.memory_threshold", 75, { policy: { thresholds: { memory: 75 } } }],
  ["balancing.cpu_threshold", 80, { policy: { thresholds: { cpu: 80 } } }],
  ["balancing.disk_threshold", 0, { policy: {} }],
  ["balancing.balance_larger_guests_first", true, { leftOut: "policy.minimize" }],
  ["balancing.enforce_affinity", false, { leftOut: "always repaired" }],
  ["balancing.enforce_pinning", false, { leftOut: "always repaired" }],
  ["balancing.parallel", true, { policy: { max_parallel_migrations: { per_node: 5, total: 5 } } }],
  ["balancing.parallel_jobs", 3, { policy: { max_parallel_migrations: { per_node: 1, total: 1 } } }],
  ["balancing.live", false, { policy: { live: false } }],
  ["balancing.with_local_disks", false, { policy: { with_local_disks: false } }],
  ["balancing.with_conntrack_state", false, { policy: { with_conntrack_state: false } }],
  ["balancing.max_job_validation", 1800, { policy: { migration_timeout: "30m" } }],
  [
    "balancing.node_resource_reserve",
    { defaults: { memory: 4 }, pve1: { memory: 6 } },
    {
      policy: {
        node_reserve: [
          { node_name: null, memory_mib: 4096 },
          { node_name: "pve1", memory_mib: 6144 },
        ],
      },
    },
  ],
  [
    "balancing.pools",
    { dev: { type: "anti-affinity" }, prod: { pin: ["pve1"], strict: false } },
    {
      policy: {
        pools: [
          { pool_id: "dev", type: "anti-affinity" },
          { pool_id: "prod", pin: ["pve1"], strict: false },
        ],
      },
    },
  ],
  [
    "balancing.psi",
    {
      nodes: { memory: { pressure_full: 0.2, pressure_some: 0.2, pressure_spikes: 1 } },
      guests: { cpu: { pressure_full: 0.3, pressure_some: 0.4, pressure_spikes: 2 } },
    },
    {
      policy: {
        psi: {
          nodes: { memory: { pressure_full: 0.2, pressure_some: 0.2, pressure_spikes: 1 } },
          guests: { cpu: { pressure_full: 0.3, pressure_some: 0.4, pressure_spikes: 2 } },
        },
      },
    },
  ],
  [
    "balancing.psi_thresholds",
    { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 1 } },
    {
      policy: {
        psi: {
          nodes: { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 1 } },
          guests: { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 1 } },
        },
      },
    },
  ],
  ["balancing.cpu_overcommit", 2, { policy: { cpu_overcommit: 2 } }],
  ["balancing.max_node_inflow", 1, { leftOut: "policy.max_parallel_migrations.per_node" }],
  ["service.daemon", true, { leftOut: "on a schedule" }],
  ["service.schedule", { interval: 12, format: "hours" }, { leftOut: "on a schedule" }],
  ["service.delay", { enable: true, time: 1, format: "minutes" }, { leftOut: "on a schedule" }],
  ["service.enable_ha", true, { leftOut: "state with locking" }],
  ["service.log_level", "DEBUG", { leftOut: "TF_LOG_PROVIDER" }],
  ["solver.enable", true, { leftOut: "one search" }],
  ["solver.mode", "shadow", { leftOut: "proxlb_migration_plan" }],
  ["solver.timeout_seconds", 30, { leftOut: "timeouts.read" }],
  ["solver.use_reservations", false, { leftOut: "Reserves always hold" }],
  ["solver.active_step_retries", 3, { leftOut: "ends the run" }],
  ["solver.log_dir", "/var/log/proxlb/solver", { leftOut: "TF_LOG_PATH" }],
];

describe("a ProxLB configuration", () => {
  it.each(TABLE)("has its key %s honoured, or says what to use instead", (path, value, outcome) => {
    const { connection, policy, leftOut } = configOf(withKey(path, value));
    if ("connection" in outcome) expect(connection).toMatchObject(outcome.connection);
    expect(policy).toEqual("policy" in outcome ? outcome.policy : {});
    if ("leftOut" in outcome) expect(leftOut).toEqual([expect.stringContaining(outcome.leftOut)]);
    else expect(leftOut).toEqual([]);
    expect(decodePolicy(policy)).toHaveProperty("policy");
  });

  it.each([
    { proxmox_cluster: { overprovisioning: false } },
    { service: { daemon: false, enable_ha: false, delay: { enable: false, time: 1, format: "hours" } } },
    { service: { delay: { time: 5, format: "minutes" } } },
    { service: { daemon: false, schedule: { interval: 12, format: "hours" } } },
    { solver: { enable: false, mode: "active", timeout_seconds: 30, use_reservations: false, log_dir: "/tmp" } },
    { balancing: { force: false, enforce_affinity: true, enforce_pinning: true, balance_larger_guests_first: false } },
  ])("is not told to use something else where it asks for nothing: %j", (document) => {
    expect(configOf(document).leftOut).toEqual([]);
  });

  it("is told about what is switched on, and about it alone where it says all of a kind", () => {
    const { leftOut } = configOf({
      service: { daemon: true, delay: { enable: true, time: 1 } },
      solver: { enable: true, use_reservations: true },
    });
    expect(leftOut.map((line) => line.split(":")[0])).toEqual(["service.daemon", "service.delay", "solver.enable"]);
  });

  it("has no key that the table above forgets", () => {
    const keysOf = (section: string): readonly string[] => {
      const kind = PROXLB_KEYS[section];
      return kind?.type === "section" ? Object.keys(kind.keys).map((key) => `${section}.${key}`) : [];
    };
    const together = ["proxmox_api.token_id", "proxmox_api.token_secret"];
    expect([...TABLE.map(([path]) => path), ...together].sort()).toEqual(
      Object.keys(PROXLB_KEYS).flatMap(keysOf).sort(),
    );
  });

  it("names every key whose value has another type", () => {
    const wrongValue = (kind: ProxlbKeys[string]): unknown => (kind.type === "text" ? 7 : "nonsense");
    for (const [section, kind] of Object.entries(PROXLB_KEYS)) {
      if (kind.type !== "section") throw new Error("Only sections are expected at the top.");
      for (const [key, inner] of Object.entries(kind.keys)) {
        const [problem = "", ...others] = problemsOf({ [section]: { [key]: wrongValue(inner) } });
        expect(problem).toMatch(new RegExp(`^${section}\\.${key}: .* expected, but it is .*\\.$`));
        expect(others).toEqual([]);
        // A key without a value counts as left out, as in ProxLB.
        expect(problemsOf({ [section]: { [key]: null } })).toEqual([]);
      }
    }
  });

  it.each([
    [
      { balancing: { balancines: 5 } },
      'balancing.balancines: The section balancing of ProxLB has no key "balancines". It has "enable", ',
    ],
    [{ balance: {} }, 'balance: ProxLB has no section "balance". It has "proxmox_api", '],
    [{ balancing: { psi: { nodes: { memory: { full: 1 } } } } }, "balancing.psi.nodes.memory.full: The section"],
    [
      { balancing: { pools: { dev: { typ: "affinity" } } } },
      'balancing.pools.dev.typ: The section balancing.pools.dev of ProxLB has no key "typ".',
    ],
    [
      { balancing: { balance_types: ["vm", "lxc"] } },
      'balancing.balance_types[1]: One of "vm", "ct" is expected, but it is the text "lxc".',
    ],
    [
      { balancing: { balanciness: "10" } },
      'balancing.balanciness: A number between 0 and 1000 is expected, but it is the text "10".',
    ],
    [{ proxmox_api: { hosts: ["pve1", "a b"] } }, "proxmox_api.hosts[1]: The host is neither a host name"],
    [
      { proxmox_api: { ...TOKEN, token_id: "plb@pve!main" } },
      "proxmox_api.token_id: Only the token's own name is expected",
    ],
    [{ proxmox_api: { token_id: "main", token_secret: "x" } }, "proxmox_api.user: A token belongs to a user"],
    [{ proxmox_api: { user: "a@b", token_id: "main" } }, "proxmox_api.token_secret: A token_id is set"],
    [{ proxmox_api: { user: "a@b", token_secret: "x" } }, "proxmox_api.token_id: A token_secret is set"],
    [{ proxmox_api: { ...TOKEN, user: "root" } }, 'proxmox_api.user: The user "root" has no realm. Write it as'],
    [{ proxmox_api: { user: "root", pass: "x" } }, 'proxmox_api.user: The user "root" has no realm. Write it as'],
    [{ proxmox_api: { ...TOKEN, user: "a/b@pam" } }, 'proxmox_api.user: The user "a/b@pam" is not of the form'],
    [{ proxmox_api: { ...TOKEN, token_id: "1st" } }, "proxmox_api.token_id: The name of a token begins with a letter"],
    [{ proxmox_api: { ...TOKEN, token_secret: "a b" } }, "proxmox_api.token_secret: The secret of a token consists of"],
    [
      { balancing: { pools: { dev: { strict: false } } } },
      'balancing.pools.dev: The entry for pool "dev" says nothing; give it a type, a pin or both.',
    ],
    [{ balancing: { pools: { ok: { pin: ["a"] }, dev: {} } } }, "balancing.pools.dev: The entry"],
    [{ balancing: { pools: { " ": { pin: ["a"] } } } }, "balancing.pools: A name is blank."],
    [{ proxmox_cluster: { ignore_nodes: ["a", " "] } }, 'ignore_nodes[1]: A text is expected, but it is the text " ".'],
    [{ proxmox_api: { ...TOKEN, pass: "x" } }, "proxmox_api.pass: A password and a token are both set."],
    [
      { proxmox_cluster: { maintenance_nodes_schedule: { schedules: { a: ["Montag, 8:00"] } } } },
      "schedules.a[0]: A weekday in English",
    ],
    [["proxmox_api"], ": Keys and values are expected, but it is a list."],
  ])("is refused with the key at fault: %j", (document, text) => {
    const problems = problemsOf(document);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(text);
  });

  it("never shows a secret", () => {
    const secrets = problemsOf({ proxmox_api: { pass: ["hunter2"], token_secret: { a: "hunter2" } } }).join("\n");
    expect(problemsOf({ proxmox_api: { ...TOKEN, token_secret: "hunter2!" } }).join()).not.toContain("hunter2");
    expect(secrets).toContain("proxmox_api.pass: A text is expected, but it is something else.");
    expect(secrets).not.toContain("hunter2");
  });

  it("leaves nothing to object to but pressures that are to come from elsewhere", () => {
    fc.assert(
      fc.property(anyBalancing, (balancing) => {
        const mapped = mapProxlbConfig({ balancing }, MONDAY_NOON);
        if ("problems" in mapped) {
          for (const { path } of mapped.problems) expect(path).toMatch(/^balancing\.(pools\.|psi$)/);
          return;
        }
        const decoded = decodePolicy(mapped.config.policy);
        const paths = "problems" in decoded ? decoded.problems.map(({ path }) => path) : [];
        expect([[], [["psi"]]]).toContainEqual(paths);
        if (paths.length > 0) expect(balancing).toMatchObject({ mode: "psi" });
      }),
    );
  });

  it("builds the API token from its parts", () => {
    expect(configOf({ proxmox_api: TOKEN }).connection.apiToken).toBe("plb@pve!main=1111-2222");
  });

  it.each([
    ["Monday, 12:00", 0, 1, true],
    ["Monday, 11:00", 0, 1, false],
    ["Monday, 11:01", 0, 1, true],
    ["Monday, 12:10", 10, 1, true],
    ["Monday, 12:11", 10, 1, false],
    ["Sunday, 12:30", 0, 24, true],
    ["Monday, 12:00", 0, 0, false],
    ["Saturday, 13:00", 0, 47, false],
    ["Saturday, 13:00", 0, 48, true],
    ["Tuesday, 0:00", 720, 0, true],
    ["Wednesday, 12:00", 0, 168, true],
  ])(
    "has a node in maintenance on Monday at noon if its window begins on %s: %i minutes before, %i hours",
    (start, before, hours, open) => {
      const schedule = { duration: hours, "pre-migration": before, schedules: { pve1: [start] } };
      const { policy } = configOf({ proxmox_cluster: { maintenance_nodes_schedule: schedule } });
      expect(policy["maintenance_nodes"]).toEqual(open ? ["pve1"] : undefined);
    },
  );
});

describe("the text of a ProxLB configuration", () => {
  it("is read as YAML 1.1, as ProxLB reads it", async () => {
    const mapped = await parseProxlbText("balancing:\n  live: no\n  parallel: True\n  parallel_jobs: 2\n", MONDAY_NOON);
    expect(mapped).toMatchObject({
      config: { policy: { live: false, max_parallel_migrations: { per_node: 2, total: 2 } } },
    });
    expect(await parseProxlbText("# nothing\n", MONDAY_NOON)).toMatchObject({ config: { policy: {}, leftOut: [] } });
  });

  it.each([
    "proxmox_api:\n  pass: *hunter2\n",
    'a: "hunter2\n',
    "a: hunter2: b\n",
    "a: 1\na: 2 # hunter2\n",
    "\t hunter2",
  ])("is refused without showing any of it when it is not valid: %j", async (text) => {
    const mapped = await parseProxlbText(text, MONDAY_NOON);
    expect(mapped).toHaveProperty("problems");
    const [problem] = "problems" in mapped ? mapped.problems : [];
    expect(problem?.message).toMatch(/line \d+, column \d+|alias/);
    expect(problem?.message).not.toContain("hunter2");
  });
});

describe("a configuration file between the provider block and the environment", () => {
  const { connection } = configOf({
    proxmox_api: { ...TOKEN, hosts: ["file1", "file2"], ssl_verification: false, timeout: 9 },
  });
  const env = {
    PROXMOX_VE_ENDPOINT: "https://env:8006",
    PROXMOX_VE_USERNAME: "env@pam",
    PROXMOX_VE_PASSWORD: "fromenv",
    PROXMOX_VE_INSECURE: "false",
    PROXMOX_VE_MIN_TLS: "1.2",
  };

  const resolved = (attributes: Parameters<typeof layerFile>[0], file = connection) => {
    const layered = layerFile(attributes, file, env);
    const result = resolveProviderSettings(layered.attributes, layered.env);
    if ("problems" in result) throw new Error(JSON.stringify(result.problems));
    return result.settings;
  };

  it("comes before the environment, which fills in what it leaves out", () => {
    expect(resolved({})).toMatchObject({
      endpoints: ["https://file1:8006", "https://file2:8006"],
      auth: { kind: "token", token: "plb@pve!main=1111-2222" },
      tls: { insecure: true, minVersion: "TLSv1.2" },
      requestTimeoutMs: 9000,
    });
  });

  it("comes after the provider block, whose credentials do not mix with its own", () => {
    const own = {
      endpoint: "https://own:8006",
      username: "own@pam",
      password: "own",
      insecure: false,
      request_timeout: "1s",
    };
    expect(resolved(own)).toMatchObject({
      endpoints: ["https://own:8006"],
      auth: { kind: "password", username: "own@pam", password: "own" },
      tls: { insecure: false },
      requestTimeoutMs: 1000,
    });
  });

  it("is not overtaken by a token of the environment when it has a password itself", () => {
    const file = configOf({ proxmox_api: { user: "file@pam", pass: "filepass" } }).connection;
    const layered = layerFile({}, file, { ...env, PROXMOX_VE_API_TOKEN: "env@pve!t=1" });
    expect(resolveProviderSettings(layered.attributes, layered.env)).toMatchObject({
      settings: { auth: { kind: "password", username: "file@pam", password: "filepass" } },
    });
  });

  it("may leave the secret to the environment", () => {
    const file = configOf({ proxmox_api: { user: "file@pam" } }).connection;
    expect(resolved({}, file)).toMatchObject({
      endpoints: ["https://env:8006"],
      auth: { kind: "password", username: "file@pam", password: "fromenv" },
    });
  });
});
