import { policyAttribute } from "../../attributes/policy-attribute.js";
import type { Model } from "../../framework/schema/attribute.js";
import { computed } from "../../framework/schema/attribute.js";
import { list, map, nestedList } from "../../framework/schema/collection-shapes.js";
import { bool, number, string } from "../../framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../framework/timeouts.js";

/** How long a read may take where the configuration says nothing. */
export const DEFAULT_TIMEOUTS = { read: "2m" };

const nodeAttributes = {
  node_name: computed(string, "Names the node."),
  status: computed(string, "Says whether the node answers: `online` or `offline`."),
  maintenance: computed(
    bool,
    "Is true when guests are to leave the node, because the cluster or `maintenance_nodes` of the policy says so.",
  ),
  ignored: computed(bool, "Is true when the policy lists the node in `ignore_nodes`: it is neither source nor target."),
  cpu_cores: computed(number, "Gives the CPU cores (host threads) of the node."),
  cpu_used_cores: computed(number, "Gives the cores in use, the host's own work included."),
  cpu_assigned_cores: computed(number, "Gives the virtual CPUs of all guests on the node."),
  memory_mib: computed(number, "Gives the memory of the node in MiB."),
  memory_used_mib: computed(number, "Gives the memory in use in MiB, the host's own share included."),
  memory_assigned_mib: computed(number, "Gives the memory in MiB that all guests on the node are configured with."),
  disk_gib: computed(number, "Gives the local disk of the node in GiB; 0 when it is not known."),
  disk_used_gib: computed(number, "Gives the local disk in use in GiB."),
  memory_percent: computed(
    number,
    "Gives the memory load in percent as it is balanced: in the `mode` of the policy, of what its `node_reserve` leaves.",
  ),
  cpu_percent: computed(number, "Gives the CPU load in percent as it is balanced."),
  disk_percent: computed(number, "Gives the load of the local disk in percent as it is balanced."),
  guests: computed(number, "Counts the guests on the node, stopped ones and templates included."),
};

const guestAttributes = {
  vm_id: computed(number, "Identifies the guest by its Proxmox id."),
  name: computed(string, "Names the guest, as Proxmox shows it."),
  type: computed(string, "Says what the guest is: `vm` or `ct`."),
  node_name: computed(string, "Names the node that the guest is on."),
  status: computed(string, "Gives the state of the guest: `running`, `stopped`, `paused` or `unknown`."),
  template: computed(bool, "Is true for a template."),
  tags: computed(list(string), "Lists the tags of the guest, as Proxmox orders them."),
  pool: computed(string, "Names the pool of the guest; null without one."),
  cpu_cores: computed(number, "Gives the virtual CPUs of the guest."),
  cpu_used_cores: computed(number, "Gives the cores that the guest uses."),
  memory_mib: computed(number, "Gives the memory of the guest in MiB."),
  memory_used_mib: computed(number, "Gives the memory in MiB that the guest uses."),
  movable: computed(bool, "Is true when a plan may move the guest."),
  immovable_reason: computed(string, "Says in one sentence why no plan moves the guest; null when one may."),
  rules: computed(
    list(string),
    "Lists the names of the rules about the guest; `rules` of the data source has the rest.",
  ),
};

const ruleAttributes = {
  name: computed(string, "Names the rule: the tag, the pool, the HA rule, or its name in the policy."),
  type: computed(string, "Says what the rule asks for: `affinity`, `anti-affinity` or `node-affinity`."),
  strength: computed(string, "Says how strictly the rule binds: `must` or `should`."),
  origin: computed(string, "Says where the rule comes from, such as `tag plb_affinity_web` or `HA rule spread-db`."),
  vm_ids: computed(list(number), "Lists the ids of the guests that the rule is about, ascending."),
  nodes: computed(list(string), "Lists the nodes that a `node-affinity` allows; empty for the other types."),
  broken: computed(bool, "Is true when the guests are not where the rule wants them."),
};

/** All attributes of `proxlb_cluster`. */
export const clusterAttributes = {
  policy: policyAttribute,
  nodes: computed(nestedList(nodeAttributes), "Lists the nodes of the cluster by name."),
  guests: computed(nestedList(guestAttributes), "Lists all guests of the cluster, templates included, by id."),
  rules: computed(
    nestedList(ruleAttributes),
    "Lists the rules of every source: tags, pools, the policy, and the HA rules or groups of the cluster.",
  ),
  imbalance: computed(
    map(number),
    "Gives, per balanced method, the difference between the most and the least loaded node in percent points.",
  ),
  violations: computed(number, "Counts the rules that are broken, as `proxlb_migration_plan` counts them."),
  conflicts: computed(
    list(string),
    "Says in full sentences which rules cannot hold together, and which parts of rules name what the cluster does not have. " +
      "Empty when there are none.",
  ),
  timeouts: timeoutsAttribute(DEFAULT_TIMEOUTS),
};

/** The whole data source as read. */
export type ClusterModel = Model<typeof clusterAttributes>;

/** One node as the data source shows it. */
export type NodeRow = Model<typeof nodeAttributes>;

/** One guest as the data source shows it. */
export type GuestRow = Model<typeof guestAttributes>;

/** One rule as the data source shows it. */
export type RuleRow = Model<typeof ruleAttributes>;
