/**
 * What this provider can do beyond the basics: it comments on destroy plans, and its RPCs work in a process in which
 * the schema was never asked for.
 */
export const SERVER_CAPABILITIES = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: false,
  generateResourceConfig: false,
} as const;
