import type { MessageInitShape } from "@bufbuild/protobuf";
import { formatPath } from "../../cty/path.js";
import type { Diagnostic } from "../../framework/diagnostics.js";
import type { DiagnosticSchema } from "./gen/tfplugin6_pb.js";
import { Diagnostic_Severity } from "./gen/tfplugin6_pb.js";
import { pathToProto } from "./path-to-proto.js";

/** A diagnostic as it travels. */
export type ProtoDiagnostic = MessageInitShape<typeof DiagnosticSchema>;

// The CLI shows the line of an attribute at the top of a block; for anything deeper only where the block begins.
const detailWithPath = ({ detail, path }: Diagnostic): string =>
  path.length > 1 ? `${formatPath(path)}: ${detail}` : detail;

const diagnosticToProto = (diagnostic: Diagnostic): ProtoDiagnostic => ({
  severity: diagnostic.severity === "error" ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
  summary: diagnostic.summary,
  detail: detailWithPath(diagnostic),
  ...(diagnostic.path.length > 0 && { attribute: pathToProto(diagnostic.path) }),
});

/** Translates diagnostics for the CLI. An empty path is left out: the CLI then points at the whole block. */
export const diagnosticsToProto = (diagnostics: Iterable<Diagnostic>): ProtoDiagnostic[] =>
  Array.from(diagnostics, diagnosticToProto);
