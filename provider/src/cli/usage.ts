/** What `--help` prints. */
export const USAGE = `Usage: proxlb COMMAND [options]

  plan       [--target FILE] [--html FILE] [--markdown FILE] [--detailed-exitcode]
             Plans the migrations that bring the cluster within the policy, or to the placement of the target
             file: {"100": "pve2"}, or the migrations of a plan. Writes a report for browsers, or a table for a
             pull request. With --detailed-exitcode it ends with 2 when migrations are pending.
  apply      [--plan FILE] [--yes] [--dry-run]
             Plans, shows the plan, asks, and executes exactly that, or the saved document of "plan --json".
             With --dry-run it only checks whether it could.
  gate       [--max-imbalance POINTS] [--max-migrations N] [--max-violations N]
             Ends with 2 when the cluster is outside its limits: by default no migration may be pending, no rule
             broken and no guest stuck on a node in maintenance. With --max-imbalance, pending migrations count only if --max-migrations limits them too.
  best-node  --cpu-cores N --memory-mib N [--type vm|ct] [--vmid N] [--name NAME] [--tags A,B] [--pool POOL]
             [--storage STORAGE] [--disk-gib N] [--make-room]
             Names the node where a new guest should run, or where an existing one is. With --make-room, existing
             guests may move out of the way, and the answer lists their migrations.
  status     Shows the cluster at a glance.
  cluster    Shows nodes with their loads, and rules.
  guests     Lists the guests, and why one stays where it is.
  migrate    VMID NODE [--dry-run]
             Migrates one guest at once, without asking, with the same checks; --dry-run only makes these.
  snapshot   [--output FILE]
             Captures the cluster for --snapshot.
  schema     --json
             Prints the schema of the provider as "terraform providers schema -json" does.

Every command besides schema takes

  --config, -c FILE       How to connect: a proxlb.yaml, or JSON with the attributes of the provider block.
                          Without it the variables PROXMOX_VE_ENDPOINT, PROXMOX_VE_API_TOKEN, ... say so.
  --snapshot FILE         Works on a captured cluster instead; nothing can be executed.
  --policy FILE           JSON with the attributes of "policy"; comes before the policy of the configuration.
  --ca-certificate FILE   The authority of the cluster, PEM; on a node /etc/pve/pve-root-ca.pem.
  --tls-fingerprint SHA   The SHA-256 fingerprint of the server's certificate instead.
  --insecure              Skips the check of the certificate.
  --json                  Prints one JSON document, and nothing else.

Exit codes: 0 fine, 1 error, 2 changes or imbalance pending where a command was asked to tell.

Without a command, options run one cycle as ProxLB does: it plans, and executes where the configuration says
balancing.enable: true (a policy: "enabled": true).

  -c FILE  configuration, default /etc/proxlb/proxlb.yaml     -d  dry run: executes nothing
  -j       prints JSON only                                   -b  prints the best node for a new guest, and moves nobody
  -v       prints the version

  --debug    Serves the provider for a debugger and prints TF_REATTACH_PROVIDERS.
  --version  Prints the version.
  --help     Prints this text.

Without anything, Terraform or OpenTofu starts this program as a provider.
`;
