// The allowed directions of provider/src, one row per room: a folder may import itself and the rooms behind its name.
const ROOMS = {
  "protocol/grpc": [],
  "protocol/goplugin": ["protocol/grpc"],
  "protocol/codec": ["cty"],
  "protocol/tfplugin6": ["protocol/grpc", "protocol/codec", "framework", "cty"],
  cty: [],
  framework: ["cty"],
  "planning/model": [],
  "planning/constraints": ["planning/model"],
  "planning/objectives": ["planning/model"],
  "planning/moves": ["planning/model"],
  "planning/schedule": ["planning/constraints", "planning/moves", "planning/model"],
  "planning/search": [
    "planning/schedule",
    "planning/moves",
    "planning/objectives",
    "planning/constraints",
    "planning/model",
  ],
  pve: [],
  inventory: ["pve", "planning/model"],
  advice: ["pve", "inventory", "planning"],
  execution: ["pve", "inventory", "planning/model", "planning/constraints", "planning/schedule"],
  config: ["planning/model"],
  attributes: ["framework", "cty", "planning/model"],
  placing: ["framework", "cty", "inventory", "planning"],
  "data-sources": ["attributes", "placing", "framework", "cty", "config", "inventory", "planning", "advice"],
  resources: ["attributes", "placing", "framework", "cty", "config", "inventory", "planning", "advice", "execution"],
  functions: ["framework", "cty", "planning/model"],
  cli: [
    "config",
    "inventory",
    "planning",
    "advice",
    "execution",
    "placing",
    "data-sources",
    "framework",
    "cty",
    "configure-provider.ts",
    "provider.ts",
  ],
};

const room = (name) => `^provider/src/${name}${name.endsWith(".ts") ? "$" : "/"}`;

const layers = Object.entries(ROOMS).map(([name, allowed]) => ({
  name: `layer:${name}`,
  severity: "error",
  from: { path: room(name) },
  to: { path: "^provider/src/", pathNot: [room(name), ...allowed.map(room)] },
}));

module.exports = {
  forbidden: [
    ...layers,
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "planning-is-pure",
      severity: "error",
      from: { path: "^provider/src/planning/" },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer"] },
    },
    {
      name: "only-protocol-knows-grpc",
      severity: "error",
      from: { path: "^provider/src/", pathNot: "^provider/src/(protocol/|main\\.ts)" },
      to: { path: "node_modules/(@grpc|@bufbuild|@msgpack)/" },
    },
    {
      name: "nothing-parses-descriptors-at-start",
      severity: "error",
      from: { path: "^provider/src/" },
      to: {
        path: "node_modules/@bufbuild/protobuf/",
        pathNot: "/wire/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-pve-knows-undici",
      severity: "error",
      from: { path: "^provider/src/", pathNot: "^provider/src/pve/" },
      to: { path: "node_modules/undici/" },
    },
    {
      name: "src-never-imports-test",
      severity: "error",
      from: { path: "^(provider|cdktf-lib)/" },
      to: { path: "^test/" },
    },
    { name: "packages-are-strangers", severity: "error", from: { path: "^cdktf-lib/" }, to: { path: "^provider/" } },
    {
      name: "simulator-is-independent",
      severity: "error",
      from: { path: "^test/simulator/" },
      to: { path: "^provider/" },
    },
    {
      name: "generated-is-a-leaf",
      severity: "error",
      from: { path: "/gen/" },
      to: { path: "^(provider|cdktf-lib|test)/", pathNot: "/gen/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "\\.test\\.ts$", "/gen/", "^test/bench/", "closing-line-reporter", "\\.config\\.ts$"],
      },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?!node_modules/).*(/dist/|/\\.tmp/)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".js", ".d.ts", ".json", ".cjs"],
    },
  },
};
