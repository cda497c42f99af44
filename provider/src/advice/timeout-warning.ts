import { formatDuration } from "../planning/model/duration.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";

/** So many guests are named; of more the number is told. */
const MOST_NAMED = 3;

/** Estimates may be wrong by half, and the limit should not be what decides. */
const RESERVE = 1.5;

const HOUR_SECONDS = 3600;

type Estimated = Pick<PlannedMigration, "vmid" | "name" | "estimatedSeconds">;

/**
 * Says in full sentences which migrations are estimated to take longer than the policy lets them, so that they would be stopped
 * on the way, and what to set; null when all are expected to end in time.
 */
export function timeoutWarning(migrations: readonly Estimated[], { migration }: Policy): string | null {
  const { timeoutSeconds } = migration;
  const late = migrations
    .filter(({ estimatedSeconds }) => estimatedSeconds > timeoutSeconds)
    .sort((a, b) => b.estimatedSeconds - a.estimatedSeconds || a.vmid - b.vmid);
  const [longest] = late;
  if (longest === undefined) return null;
  const named = late.slice(0, MOST_NAMED).map(estimateText);
  const others = late.length - named.length;
  const more = others === 0 ? [] : [`${others} more`];
  const hours = Math.ceil((longest.estimatedSeconds * RESERVE) / HOUR_SECONDS);
  return (
    `A migration is stopped after ${formatDuration(timeoutSeconds)} (\`migration_timeout\`), and some are estimated to take longer: ` +
    `${[...named, ...more].join(", ")}. Set \`migration_timeout\` in \`policy\` to "${hours}h", or let these guests rest ` +
    "(`ignore_guests`)."
  );
}

function estimateText({ vmid, name, estimatedSeconds }: Estimated): string {
  return `guest ${vmid}${name === "" ? "" : ` (${name})`} about ${formatDuration(Math.round(estimatedSeconds))}`;
}
