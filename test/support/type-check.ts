import { join } from "node:path";
import ts from "typescript";

const parsed = new Map<string, ts.SourceFile>();

/** Declarations are the same for every program, and take longest to parse. */
const cachingHost = (options: ts.CompilerOptions): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const isShared = name.endsWith(".d.ts") && !name.includes("cdktf-proxlb");
    const key = `${name} ${JSON.stringify(languageVersion)}`;
    const known = isShared ? parsed.get(key) : undefined;
    const file = known ?? read(name, languageVersion, ...rest);
    if (isShared && file !== undefined) parsed.set(key, file);
    return file;
  };
  return host;
};

/** Compiles one file of a project and returns what the compiler says against it, in words. */
export const typeErrors = (folder: string, file: string, options: ts.CompilerOptions): readonly string[] => {
  const program = ts.createProgram([join(folder, file)], { ...options, noEmit: true }, cachingHost(options));
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file: source, messageText }) =>
        `${source?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
};
