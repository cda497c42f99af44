import { coexistenceSentences } from "../advice/coexistence-warning.js";
import type { ClusterAccess } from "../inventory/cluster-access.js";
import type { GuestType } from "../planning/model/cluster-snapshot.js";
import { type CliIo, warnAll } from "./cli-io.js";

/**
 * Warns of what the providers that manage these guests make of it when they move; a type that is null stands for either. In a
 * captured cluster nobody moves.
 */
export function warnOfMoves(
  io: CliIo,
  { client }: Pick<ClusterAccess, "client">,
  guests: readonly { readonly type: GuestType | null }[],
): void {
  const sentences = client === null ? null : coexistenceSentences(guests.map(({ type }) => type));
  if (sentences !== null) warnAll(io, [sentences]);
}
