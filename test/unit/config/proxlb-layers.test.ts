import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configureProvider, EMPTY_PROVIDER_BLOCK } from "../../../provider/src/configure-provider.js";
import { formatPath } from "../../../provider/src/cty/path.js";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import type { ClusterServices } from "../../../provider/src/inventory/cluster-services.js";
import type { ProviderModel } from "../../../provider/src/provider-attributes.js";
import { silentLogger } from "../../support/test-provider/silent-logger.js";

const TOKEN = { user: "plb@pve", token_id: "main", token_secret: "1111-2222" };

const PRESSURE = { nodes: { memory: { pressure_some: 5 } } };

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-yaml-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Configured {
  readonly services: ClusterServices | null;
  readonly problems: readonly string[];
}

const configure = async (
  file: unknown,
  block: Partial<ProviderModel> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Configured> => {
  const path = join(folder, "proxlb.yaml");
  writeFileSync(path, JSON.stringify(file));
  const diagnostics = new Diagnostics();
  const surroundings = { env, now: () => new Date(0), redact: () => undefined };
  const context = { diagnostics, log: silentLogger };
  const services = await configureProvider(
    { ...EMPTY_PROVIDER_BLOCK, ...block, config_file: path },
    surroundings,
    context,
  );
  await services?.cluster.client?.close();
  const told = diagnostics.items.map((item) => `${formatPath(item.path)}: ${item.summary}: ${item.detail}`);
  return { services, problems: told.map((text) => text.replaceAll(path, "FILE")) };
};

const AT = "config_file: Invalid Configuration File: The file FILE cannot be used at";

describe("what a ProxLB configuration lacks", () => {
  const hosts = { hosts: ["pve1"] };

  it.each([
    [{ proxmox_api: { ...TOKEN, hosts: [] } }, "proxmox_api.hosts. The list is empty."],
    [{ proxmox_api: { ...hosts, user: "a@pam" } }, "proxmox_api.pass. A user is set, but neither a password nor"],
    [{ proxmox_api: { ...hosts, pass: "geheim" } }, "proxmox_api.user. A password is set, but no user."],
  ])("is told of the file: %j", async (file, text) => {
    const { services, problems } = await configure(file);
    expect(services).toBeNull();
    expect(problems).toEqual([expect.stringContaining(`${AT} ${text}`)]);
    expect(problems.join()).not.toContain("geheim");
  });

  it.each<[unknown, Partial<ProviderModel>, Readonly<Record<string, string>>]>([
    [{ proxmox_api: { ...TOKEN, hosts: [] } }, { endpoint: "pve1" }, {}],
    [{ proxmox_api: { ...TOKEN, hosts: [] } }, {}, { PROXMOX_VE_ENDPOINT: "https://pve1:8006" }],
    [{ proxmox_api: { ...hosts, user: "a@pam" } }, { password: "x" }, {}],
    [{ proxmox_api: { ...hosts, user: "a@pam" } }, {}, { PROXMOX_VE_PASSWORD: "x" }],
    [{ proxmox_api: { ...hosts, user: "a@pam" } }, {}, { PROXMOX_VE_API_TOKEN: "a@pam!t=1" }],
    [{ proxmox_api: { ...hosts, pass: "x" } }, { api_token: "a@pam!t=1" }, {}],
  ])("may come from the provider block or the environment: %j, %j, %j", async (file, block, env) => {
    expect((await configure(file, block, env)).problems).toEqual([]);
  });

  it("is not blamed on the file where another place is wrong", async () => {
    const { problems } = await configure({ proxmox_api: hosts }, { username: "a@pam" });
    expect(problems).toEqual([expect.stringMatching(/^password: Incomplete/)]);
    const invalid = await configure({ proxmox_api: { ...TOKEN, hosts: [] } }, {}, { PROXMOX_VE_ENDPOINT: "a b" });
    expect(invalid.problems).toEqual([expect.stringMatching(/^endpoint: Invalid/)]);
    const emptied = await configure({ proxmox_api: { ...TOKEN, ...hosts } }, { endpoints: [] });
    expect(emptied.problems).toEqual([expect.stringMatching(/^endpoint: Missing/)]);
    const nameless = await configure({ proxmox_api: { ...hosts, pass: "x" } }, { password: "y" });
    expect(nameless.problems).toEqual([expect.stringMatching(/^username: Incomplete/)]);
  });
});

describe("the policy of a ProxLB configuration and of the provider block", () => {
  const api = { ...TOKEN, hosts: ["pve1"] };
  const file = (balancing: unknown) => ({ proxmox_api: api, balancing });

  it.each([
    [{ mode: "psi" }, null, `${AT} balancing.psi. The mode "psi" needs at least one threshold`],
    [
      { mode: "psi", psi: { nodes: { cpu: { pressure_some: 5 } } } },
      { balanciness: 5 },
      `${AT} balancing.psi. The mode`,
    ],
    [{ pools: { dev: { strict: false } } }, null, `${AT} balancing.pools.dev. The entry for pool "dev" says nothing`],
    [{ balanciness: 5 }, { balanciness_target: 9 }, "policy.balanciness_target: Invalid Policy: The target (9)"],
    [{ balanciness: 5 }, { balanciness: -1 }, "policy.balanciness: Invalid Policy: A number between"],
    [{ psi: {} }, { mode: "psi" }, "policy.psi: Invalid Policy: The mode"],
  ])("are told where they are wrong: %j and %j", async (balancing, policy, text) => {
    const { services, problems } = await configure(file(balancing), { policy });
    expect(services).toBeNull();
    expect(problems).toEqual([expect.stringContaining(text)]);
    expect(problems.join()).not.toContain("set by the provider");
  });

  it("say which part the file has where they contradict each other", async () => {
    const { problems } = await configure(file({ balanciness: 5 }), { policy: { balanciness_target: 9 } });
    expect(problems.join()).toMatch(/What is not set here is set by config_file\.$/);
  });

  it.each([
    [{ mode: "psi" }, { psi: PRESSURE }],
    [{ mode: "psi", psi: { nodes: { cpu: { pressure_some: 5 } } } }, { methods: ["cpu"] }],
    [{ balanciness: 20 }, { balanciness_target: 15 }],
  ])("are valid where they are only together: %j and %j", async (balancing, policy) => {
    const { services, problems } = await configure(file(balancing), { policy });
    expect(problems).toEqual([]);
    expect(services?.policy).toMatchObject({ ...policy });
  });
});
