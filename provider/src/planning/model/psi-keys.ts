import type { PolicyKey, PolicyKind } from "./policy-key.js";

const PERCENT: PolicyKind = { type: "number", min: 0, max: 100 };

const THRESHOLD_FIELDS: readonly PolicyKey[] = [
  {
    name: "pressure_full",
    kind: PERCENT,
    default: null,
    description:
      "Gives the percentage of time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.",
  },
  {
    name: "pressure_some",
    kind: PERCENT,
    default: null,
    description:
      "Gives the percentage of time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.",
  },
  {
    name: "pressure_spikes",
    kind: PERCENT,
    default: null,
    description:
      "Gives the highest recent percentage of time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.",
  },
];

/** What is measured, as texts name it. */
const PRESSURES = { memory: "memory", cpu: "CPU", disk: "disk" } as const;

const thresholdsOf = (subject: string): readonly PolicyKey[] =>
  Object.entries(PRESSURES).map(([name, pressure]) => ({
    name,
    kind: { type: "object", fields: THRESHOLD_FIELDS },
    default: null,
    description: `Says from which ${pressure} pressure on a ${subject} is hot. Without it, ${pressure} pressure makes no ${subject} hot.`,
  }));

/** The attributes of `psi` in the policy. */
export const PSI_FIELDS: readonly PolicyKey[] = [
  {
    name: "nodes",
    kind: { type: "object", fields: thresholdsOf("node") },
    default: null,
    description:
      "Says, by resource, which pressures make a node hot, so that its busiest guests leave. Defaults to none.",
  },
  {
    name: "guests",
    kind: { type: "object", fields: thresholdsOf("guest") },
    default: null,
    description:
      "Says, by resource, which pressures make a guest hot, so that it goes to a node with much lower pressure. Defaults to none.",
  },
];
