import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyAndSettle, expectSuccess } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import type { Stage } from "../support/acceptance-stage.js";
import { migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import type { Core, SynthesizedApp } from "../support/cdktf-app.js";
import { cores, portable, synthExample } from "../support/cdktf-app.js";
import { findClis } from "../support/cli-find.js";
import { packagedProxlb } from "../support/cli-installation.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { prose } from "../support/cli-process.js";
import type { ClusterInput } from "../simulator/src/description/cluster-description.js";

/** Five guests on three nodes: two databases share pve1, which is too full. */
const crowded = (): ClusterInput =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3"), node("pve4")],
    [vm(101, "pve1", 8), vm(102, "pve1", 8), vm(103, "pve1", 4), vm(104, "pve2", 4), vm(105, "pve3", 4)],
  );

/** The outputs of an example after apply. */
type Outputs = Readonly<Record<string, unknown>>;

/** What is true of each stack once it is applied, and the variables that it needs. */
interface Expectation {
  readonly variables: (stage: Stage) => Readonly<Record<string, string>>;
  readonly holds: (stage: Stage, outputs: Outputs) => void;
}

const authority: Expectation["variables"] = ({ ws }) => ({ TF_VAR_ca_file: ws.path("ca.pem") });

const ofSite =
  (name: string): Expectation["variables"] =>
  ({ cluster, ws }) => ({
    [`TF_VAR_${name}_endpoint`]: cluster.url,
    [`TF_VAR_${name}_api_token`]: cluster.token("sim"),
    [`TF_VAR_${name}_ca_file`]: ws.path("ca.pem"),
    PROXMOX_VE_ENDPOINT: "",
    PROXMOX_VE_API_TOKEN: "",
  });

const isBalanced = ({ cluster }: Stage): void => {
  expect(migrationsAskedOf(cluster).length).toBeGreaterThan(0);
};

const EXPECTATIONS: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  "place-and-balance": {
    "place-and-balance": {
      variables: authority,
      holds: (stage, outputs) => {
        isBalanced(stage);
        const places = placesIn(stage.cluster);
        expect(places[101]).not.toBe(places[102]);
        expect(outputs["web1_node"]).toMatch(/^pve\d$/);
        expect(outputs["web1_node"]).not.toBe(outputs["web2_node"]);
        expect(outputs["ci_node"]).toMatch(/^pve\d$/);
      },
    },
  },
  "multi-cluster": {
    east: {
      variables: ofSite("east"),
      holds: (stage, outputs) => {
        isBalanced(stage);
        expect(Object.keys(outputs).sort()).toEqual(["cache_node", "proxy_node"]);
      },
    },
    west: {
      variables: ofSite("west"),
      holds: (stage, outputs) => {
        isBalanced(stage);
        expect(Object.keys(outputs)).toEqual(["proxy_node"]);
      },
    },
  },
  "gated-pipeline": {
    "gated-pipeline": {
      variables: authority,
      holds: (stage, outputs) => {
        expect(Object.values(placesIn(stage.cluster))).not.toContain("pve3");
        expect(outputs).toEqual({});
      },
    },
  },
};

const names = readdirSync(join(repositoryRoot, "examples", "cdktf"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const once = new Map<string, Promise<SynthesizedApp>>();

const synthesized = (name: string): Promise<SynthesizedApp> => {
  const app = once.get(name) ?? synthExample(name, { core: "cdktf" });
  once.set(name, app);
  return app;
};

/** The second is about the quotes that the cores put around `ignore_changes` in HCL. */
const EXPECTED_WARNINGS = ["Guests Managed Elsewhere", "Quoted references are deprecated"];

/** Installs, applies, and looks at what has become of the cluster. */
const applies = async (stage: Stage, { variables, holds }: Expectation): Promise<void> => {
  const { ws } = stage;
  const env = variables(stage);
  rmSync(ws.path("terraform.tf"));
  expectSuccess(await ws.init());
  expect(prose(expectSuccess(await ws.validate({ env })))).toContain("Success! The configuration is valid");
  const { outputs, warnings } = await applyAndSettle(ws, { env });
  expect(warnings.filter(({ summary }) => !EXPECTED_WARNINGS.includes(summary))).toEqual([]);
  holds(stage, outputs);
};

const expectationOf = (example: string, stack: string): Expectation => {
  const expectation = EXPECTATIONS[example]?.[stack];
  if (expectation === undefined) throw new Error(`Nothing is expected of the stack ${stack}.`);
  return expectation;
};

it("every example has its expectations", () => {
  expect(Object.keys(EXPECTATIONS).sort()).toEqual([...names].sort());
});

describe.each(names)("the CDKTF example %s", (name) => {
  it("is synthesized the same each time, and by both cores", async () => {
    const first = await synthesized(name);
    const second = await synthExample(name, { core: "cdktf" });
    const other = await synthExample(name, { core: "cdktn" });
    const withoutPath = (text: string | undefined) => text?.replace(/"path": "[^"]*\.tfstate"/, "");
    expect([...first.keys()]).toEqual(Object.keys(EXPECTATIONS[name] ?? {}));
    for (const [stack, text] of first) {
      expect(withoutPath(second.get(stack))).toBe(withoutPath(text));
      expect(portable(other.get(stack) ?? "{}")).toEqual(portable(text));
    }
  });

  it.each(findClis())("is installed, valid, and settles after one apply on $label", async (cli) => {
    for (const [stack, text] of await synthesized(name)) {
      await onStage(
        cli,
        crowded(),
        async (stage) => {
          stage.ws.write(JSON.stringify(portable(text)), "cdk.tf.json");
          await applies(stage, expectationOf(name, stack));
        },
        { installation: packagedProxlb },
      );
    }
  });
});

/** The cores have no HCL for the checks of this one. */
const ONLY_JSON = "gated-pipeline";

/** HCL without what depends on the machine: where the state is. */
const portableHcl = (text = ""): string => text.replace(/backend "local" \{[^}]*\}/, "");

describe.each(names.filter((name) => name !== ONLY_JSON))("HCL output of the CDKTF example %s", (name) => {
  const hcl = (core: Core): Promise<SynthesizedApp> => synthExample(name, { core, hcl: true });

  it("is the same by both cores", async () => {
    const first = await hcl("cdktf");
    const other = await hcl("cdktn");
    expect([...first.keys()]).toEqual([...other.keys()]);
    for (const [stack, text] of first) expect(portableHcl(other.get(stack))).toBe(portableHcl(text));
  });

  it.each(findClis())("is installed, valid, and settles after one apply on $label", async (cli) => {
    for (const [stack, text] of await hcl("cdktf")) {
      await onStage(
        cli,
        crowded(),
        async (stage) => {
          stage.ws.write(portableHcl(text), "cdk.tf");
          await applies(stage, expectationOf(name, stack));
        },
        { installation: packagedProxlb },
      );
    }
  });
});

it.each(cores)("HCL output by %s is refused for an example with a check, which it would lose", async (core) => {
  await expect(synthExample(ONLY_JSON, { core, hcl: true })).rejects.toThrow(
    "gated-pipeline/next-fits: A check cannot be written as HCL",
  );
});
