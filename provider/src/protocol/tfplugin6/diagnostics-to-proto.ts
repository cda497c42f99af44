import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Diagnostic } from "../../framework/diagnostics.js";
import type { DiagnosticSchema } from "./gen/tfplugin6_pb.js";
import { Diagnostic_Severity } from "./gen/tfplugin6_pb.js";
import { pathToProto } from "./path-to-proto.js";

/** A diagnostic as it travels. */
export type ProtoDiagnostic = MessageInitShape<typeof DiagnosticSchema>;

const diagnosticToProto = ({ severity, summary, detail, path }: Diagnostic): ProtoDiagnostic => ({
  severity: severity === "error" ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
  summary,
  detail,
  ...(path.length > 0 && { attribute: pathToProto(path) }),
});

/** Translates diagnostics for the CLI. An empty path is left out: the CLI then points at the whole block. */
export const diagnosticsToProto = (diagnostics: Iterable<Diagnostic>): ProtoDiagnostic[] =>
  Array.from(diagnostics, diagnosticToProto);
