import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { lopsidedCluster } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { onStage } from "../support/acceptance-stage.js";
import type { Stage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

const provider =
  'provider "proxlb" {\n  config_file = "${path.module}/proxlb.yaml"\n  ca_certificate = file("${path.module}/ca.pem")\n}\n';

/** Nothing that would connect by itself. */
const NO_ENVIRONMENT = { PROXMOX_VE_ENDPOINT: undefined, PROXMOX_VE_API_TOKEN: undefined };

const SECRET = "11111111-2222-3333-4444-555555555555";

const described = () => ({
  ...lopsidedCluster(),
  users: [{ id: "plb@pve", tokens: [{ id: "main", secret: SECRET }] }],
  acl: [{ path: "/", subject: "plb@pve", role: "Administrator" }],
});

const proxlbYaml = ({ cluster }: Stage): string => `
proxmox_api:
  hosts: ["127.0.0.1:9", "${new URL(cluster.url).host}"]
  user: plb@pve
  token_id: main
  token_secret: ${SECRET}
  ssl_verification: True
  timeout: 10
proxmox_cluster:
  maintenance_nodes: ['pve3']
balancing:
  enable: True
  enforce_affinity: True
  method: memory
  balanciness: 20
  parallel: False
service:
  daemon: True
  log_level: INFO
`;

const QUESTIONS = `
data "proxlb_migration_plan" "file" {}
data "proxlb_migration_plan" "own" { policy = { balanciness = 30 } }
output "file" { value = data.proxlb_migration_plan.file.effective_policy }
output "own" { value = data.proxlb_migration_plan.own.effective_policy }
`;

describe.each(findClis())("config_file on $label", (cli) => {
  it("connects and plans as an existing proxlb.yaml says, and names what has no counterpart", async () => {
    await onStage(
      cli,
      described(),
      async (stage) => {
        const { ws, configure } = stage;
        ws.write(proxlbYaml(stage), "proxlb.yaml");
        configure(QUESTIONS);
        const { outputs, warnings } = await applyAndSettle(ws);
        expect(outputs["file"]).toMatchObject({
          balanciness: 20,
          maintenance_nodes: ["pve3"],
          max_parallel_migrations: { per_node: 1, total: 1 },
          methods: ["memory"],
        });
        expect(outputs["own"]).toMatchObject({ balanciness: 30, maintenance_nodes: ["pve3"] });
        const told = warnings.filter(({ summary }) => summary === "Keys of the Configuration File Left Out");
        expect(told.length).toBeGreaterThan(0);
        expect(told[0]?.detail).toMatch(/- service\.daemon: .*schedule[^]*- service\.log_level: .*TF_LOG_PROVIDER/);
        expect(told[0]?.code).toContain("config_file");
      },
      { provider, env: NO_ENVIRONMENT },
    );
  });

  it("comes after the attributes of the provider block", async () => {
    const own = provider.replace("\n}\n", "\n  policy = { balanciness = 25, maintenance_nodes = [] }\n}\n");
    await onStage(
      cli,
      described(),
      async (stage) => {
        stage.ws.write(proxlbYaml(stage), "proxlb.yaml");
        stage.configure(QUESTIONS);
        const { outputs } = await applyAndSettle(stage.ws);
        expect(outputs["file"]).toMatchObject({ balanciness: 25, maintenance_nodes: [], methods: ["memory"] });
      },
      { provider: own, env: NO_ENVIRONMENT },
    );
  });

  it("is refused with the key at fault, and never shows a secret", async () => {
    await onStage(
      cli,
      described(),
      async (stage) => {
        const { ws, cluster, configure } = stage;
        configure(QUESTIONS);
        ws.write(
          proxlbYaml(stage).replace("balanciness", "balancines").replace("timeout: 10", "timeout: soon"),
          "proxlb.yaml",
        );
        expectErrors(
          await planReport(ws),
          { summary: "Invalid Configuration File", code: "config_file", detail: ["proxmox_api.timeout", '"soon"'] },
          { summary: "Invalid Configuration File", detail: ["balancing.balancines", '"balanciness"'] },
        );
        ws.write(proxlbYaml(stage).replace(SECRET, `*${SECRET}`), "proxlb.yaml");
        const broken = await applyReport(ws);
        expectErrors(broken, { summary: "Invalid Configuration File", detail: ["proxlb.yaml"] });
        expect(broken.text).not.toContain(SECRET);
        ws.write("", "proxlb.yaml");
        expectErrors(
          await planReport(ws),
          { summary: "Missing Proxmox VE API Endpoint", detail: ["PROXMOX_VE_ENDPOINT"] },
          { summary: "Missing Proxmox VE API Credentials", detail: ["PROXMOX_VE_API_TOKEN"] },
        );
        expect(cluster.requests()).toEqual([]);
      },
      { provider, env: NO_ENVIRONMENT },
    );
  });
});
