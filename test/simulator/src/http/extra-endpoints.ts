const NODE = { type: "string", format: "pve-node" };
const VMID = { type: "integer", format: "pve-vmid", minimum: 100, maximum: 999_999_999 };

/** Endpoints that clients use and that the extract of the published contracts does not contain, in the same form. */
export const EXTRA_ENDPOINTS: readonly unknown[] = [
  {
    method: "GET",
    path: "/nodes/{node}/version",
    allowToken: true,
    proxyto: "node",
    permission: { user: "all" },
    parameters: { node: NODE },
  },
  {
    method: "GET",
    path: "/cluster/nextid",
    allowToken: true,
    permission: { user: "all" },
    parameters: { vmid: { ...VMID, optional: true } },
  },
];
