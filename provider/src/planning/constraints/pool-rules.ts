import type { Guest, Rule } from "../model/cluster-snapshot.js";
import type { PoolRule } from "../model/policy.js";

/** Derives the rules that the policy states for the members of pools; templates are left out. */
export function rulesFromPools(pools: readonly PoolRule[], guests: readonly Guest[]): Rule[] {
  return pools.flatMap((pool) => {
    const vmids = guests.filter((guest) => guest.pool === pool.pool && !guest.template).map((guest) => guest.vmid);
    const strength = pool.strict ? "must" : "should";
    const common = { name: pool.pool, origin: `pool ${pool.pool}`, strength, vmids } as const;
    const rules: Rule[] = [];
    if (pool.type !== null) {
      rules.push({ kind: pool.type, ...common });
    }
    if (pool.pin.length > 0) {
      rules.push({ kind: "node-affinity", ...common, nodes: pool.pin });
    }
    return rules;
  });
}
