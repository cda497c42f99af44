import { CodecError } from "../codec/codec-error.js";
import type { Path } from "../../cty/path.js";
import { Diagnostics } from "../../framework/diagnostics.js";
import type { Logger } from "../../framework/logger.js";
import { bugText } from "../../framework/server/report-failure.js";
import type { ProtoDiagnostic } from "./diagnostics-to-proto.js";
import { diagnosticsToProto } from "./diagnostics-to-proto.js";

/** Raised by a shell for a request that names a type or function which this provider does not have. */
export class UnknownTypeError extends Error {
  override readonly name = "UnknownTypeError";
}

const WHOLE: Path = [];

/** Words whatever was thrown on the way to an answer. */
export const failureDiagnostics = (rpc: string, error: unknown): ProtoDiagnostic[] => {
  const diagnostics = new Diagnostics();
  if (error instanceof UnknownTypeError) {
    diagnostics.error("Unsupported Type", error.message);
  } else {
    const { summary, detail } = bugText(error, `The call ${rpc}`);
    diagnostics.error(summary, detail, error instanceof CodecError ? error.path : WHOLE);
  }
  return diagnosticsToProto(diagnostics.items);
};

/**
 * Answers an RPC. Whatever is thrown on the way becomes an error diagnostic in an otherwise empty answer, because a
 * gRPC status would reach the user as "Plugin error" without a word of explanation.
 */
export const answer = async <R extends object>(
  rpc: string,
  log: Logger,
  handle: () => R | Promise<R>,
): Promise<R | { diagnostics: ProtoDiagnostic[] }> => {
  log.trace("Received request", { rpc });
  try {
    return await handle();
  } catch (error) {
    log.error("The request failed", {
      rpc,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { diagnostics: failureDiagnostics(rpc, error) };
  } finally {
    log.trace("Served request", { rpc });
  }
};
