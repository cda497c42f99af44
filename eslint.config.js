// @ts-check
import js from "@eslint/js";
import tseslint from "typescript-eslint";

const pureCoreGlobals = [
  "Date",
  "process",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "fetch",
  "performance",
  "console",
];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "**/gen/",
      "**/generated/",
      "**/.tmp/",
      "*.config.js",
      "**/*.cjs",
      "**/*.mjs",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "no-console": "error",
      complexity: ["error", 12],
      "max-params": ["error", 4],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value='zod'] > :not(ImportNamespaceSpecifier, Literal)",
          message: 'Write `import * as z from "zod"`: the named form bundles five times as much.',
        },
      ],
    },
  },
  {
    files: ["provider/src/planning/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...pureCoreGlobals],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The planning core is deterministic; take a seed." },
      ],
    },
  },
  {
    // Tests are sentences with tables behind them: their length and complexity follow the domain.
    files: ["test/**/*.ts", "cdktf-lib/test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
