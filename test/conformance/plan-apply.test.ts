import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeOf, failureText, planned, plannedActions, planText } from "../support/cli-checks.js";
import { findClis } from "../support/cli-find.js";
import { resourcesOf } from "../support/cli-json.js";
import { succeeded } from "../support/cli-process.js";
import type { ReattachedLab } from "../support/test-provider/host.js";
import { serveTestProvider } from "../support/test-provider/host.js";
import type { LabWorkspace } from "../support/test-provider/lab-workspace.js";
import { withLab } from "../support/test-provider/lab-workspace.js";

let lab: ReattachedLab;

beforeAll(async () => {
  lab = await serveTestProvider();
});

afterAll(() => lab.close());

const item = (name: string, lines = ""): string => `resource "lab_item" "a" {\n  name = "${name}"\n${lines}\n}\n`;

/** Writes the configuration and applies it. */
const applied = async (ws: LabWorkspace, text: string): Promise<void> => {
  ws.write(text);
  succeeded(await ws.apply());
};

const valuesOf = async (ws: LabWorkspace, address = "lab_item.a") =>
  resourcesOf(await ws.showState())[address]?.values ?? {};

const changeStored = (ws: LabWorkspace, key: string, change: Readonly<Record<string, unknown>>): void => {
  const before = JSON.parse(ws.store.get(key) ?? "{}") as Readonly<Record<string, unknown>>;
  ws.store.put(key, JSON.stringify({ ...before, ...change }));
};

const SHAPES = `
resource "lab_shapes" "a" {
  name      = "a"
  exact     = 123456789012345678901234567890
  count_of  = 1 / 3
  anything  = { a = 1, b = [true, null] }
  words     = ["b", "a", "b"]
  levels    = { "" = 0.1, "__proto__" = 18446744073709551615 }
  matrix    = [[1, 2], []]
  groups    = { x = ["b", "a"] }
  one       = { key = "k", inner = [{ key = "z" }, { key = "y", tags = ["t"] }] }
  many      = [{ key = "1", by_name = { n = { flags = [true] } } }, { key = "2", amount = 9 }]
  unordered = [{ key = "b" }, { key = "a", mark = "m" }]
  named     = { x = { key = "x", anything = 1 } }
}
`;

const RECORD = 'resource "lab_record" "a" {\n  title = "e\\u0301"\n  serial = 0.1234567890123456789\n}\n';

describe.each(findClis())("plan and apply on $label", (cli) => {
  const inLab = (body: (ws: LabWorkspace) => Promise<void>) => withLab(cli, { installation: lab.installation }, body);

  it("33 has nothing left to do after an apply of every resource", () =>
    inLab(async (ws) => {
      await applied(ws, SHAPES + RECORD + item("web", "disks = [{ size = 1 }]\nrules = [{ port = 1 }, { port = 2 }]"));
      expect(await planText(ws)).toContain("No changes.");
      succeeded(await ws.refresh());
      expect(await planText(ws, { args: ["-refresh-only"] })).toContain("No changes.");
      expect(await valuesOf(ws, "lab_shapes.a")).toMatchObject({
        words: ["a", "b"],
        one: { amount: 3 },
        defaulted: ["a"],
      });
    }));

  it("34 and 37 plans with unknown values in resources, data sources and the provider, and applies the same plan", () =>
    withLab(
      cli,
      {
        installation: lab.installation,
        provider:
          'resource "terraform_data" "folder" {\n  input = "@STORE@"\n}\nprovider "lab" {\n  store = terraform_data.folder.output\n}\n',
      },
      async (ws) => {
        ws.write(`
resource "terraform_data" "later" {
  input = { text = "late", number = 7, flags = [true] }
}
${item("web", "size = terraform_data.later.output.number\n note = terraform_data.later.output.text\n disks = [for f in terraform_data.later.output.flags : { size = 1 }]")}
resource "lab_shapes" "a" {
  name      = terraform_data.later.output.text
  text      = "vm-\${terraform_data.later.output.text}"
  unordered = [{ key = terraform_data.later.output.text }, { key = "known" }]
  one       = { key = "k", mark = terraform_data.later.output.text }
  anything  = terraform_data.later.output
}
data "lab_answer" "a" {
  question = terraform_data.later.output.text
}
output "length" {
  value = data.lab_answer.a.question_length
}
`);
        succeeded(await ws.validate());
        succeeded(await ws.plan({ out: "p" }));
        succeeded(await ws.apply({ plan: "p" }));
        expect((await ws.outputs())["length"]?.value).toBe(4);
        expect(await valuesOf(ws)).toMatchObject({ note: "late", size: 7 });
        expect(await planText(ws)).toContain("No changes.");
      },
    ));

  it("38 replaces an object when an attribute asks for it, also one inside of a set", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", "rules = [{ port = 1 }]"));
      ws.write(item("db", "rules = [{ port = 1 }]"));
      const renamed = changeOf(await planned(ws), "lab_item.a").change;
      expect(renamed.actions).toEqual(["delete", "create"]);
      expect(renamed.replace_paths).toEqual([["name"]]);
      expect(renamed.after_unknown).toMatchObject({ id: true, note: true, revision: true });
      succeeded(await ws.apply({ plan: "made.tfplan" }));
      expect(ws.store.keys()).toEqual(["item:db"]);
      ws.write(item("db", "rules = [{ port = 2 }]"));
      expect(await plannedActions(ws)).toEqual({ "lab_item.a": "delete/create" });
      ws.write(item("db", 'rules = [{ port = 1, comment = "only this" }]'));
      expect(await plannedActions(ws)).toEqual({ "lab_item.a": "update" });
    }));

  it("39 destroys, warns where the type does, and does not mind an object that is gone already", () =>
    inLab(async (ws) => {
      await applied(ws, item("precious"));
      expect(await planText(ws, { destroy: true })).toContain('Destroying the item "precious" cannot be undone.');
      ws.store.remove("item:precious");
      succeeded(await ws.destroy({ args: ["-refresh=false"] }));
      expect(await ws.stateList()).toEqual([]);
    }));

  it("40 keeps a half-made object as tainted, and replaces it", () =>
    inLab(async (ws) => {
      ws.write(item("web", 'misbehave = "create_half"'));
      expect(failureText(await ws.apply())).toContain("Store Failed");
      expect(resourcesOf(await ws.showState())["lab_item.a"]).toMatchObject({
        tainted: true,
        values: { note: "half made" },
      });
      expect(ws.store.keys()).toEqual(["item:web"]);
      await applied(ws, item("web"));
      expect(resourcesOf(await ws.showState())["lab_item.a"]?.tainted).toBeUndefined();
    }));

  it("40 keeps nothing when nothing was made", () =>
    inLab(async (ws) => {
      ws.write(item("web", 'misbehave = "create"'));
      expect(failureText(await ws.apply())).toContain("The store answered: the create was refused.");
      expect(await ws.stateList()).toEqual([]);
    }));

  it("41 shows what an update that failed half-way has really done", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", 'size = 1\nlabel = "old"'));
      ws.write(item("web", 'size = 2\nlabel = "new"\nmisbehave = "update_half"'));
      expect(failureText(await ws.apply())).toContain("the disk was full");
      expect(await valuesOf(ws)).toMatchObject({ size: 2, label: "old" });
      await applied(ws, item("web", 'size = 2\nlabel = "new"'));
      expect(await valuesOf(ws)).toMatchObject({ label: "new" });
    }));

  it("42 keeps the state of an object that could not be deleted", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", 'misbehave = "delete"'));
      expect(failureText(await ws.destroy())).toContain("the item is locked");
      expect(await valuesOf(ws)).toMatchObject({ name: "web" });
    }));

  it("43 plans to make an object again that was deleted outside", () =>
    inLab(async (ws) => {
      await applied(ws, item("web"));
      ws.store.remove("item:web");
      expect(await plannedActions(ws)).toEqual({ "lab_item.a": "create" });
    }));

  it("44 and 46 shows drift, but no other spelling of the same", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", 'spelling = "web"\nsize = 1'));
      expect(ws.store.get("item:web")).toContain('"spelling":"WEB"');
      expect(await planText(ws)).toContain("No changes.");
      ws.write(item("web", 'spelling = "Web"\nsize = 1'));
      expect(await planText(ws)).toContain("No changes.");
      changeStored(ws, "item:web", { size: 5 });
      const plan = await planned(ws);
      expect(plan.resource_drift?.map(({ change }) => change.after?.["size"])).toEqual([5]);
      expect(changeOf(plan, "lab_item.a").change.actions).toEqual(["update"]);
    }));

  it("45 remembers private state through refreshes", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", "size = 1"));
      succeeded(await ws.refresh());
      succeeded(await ws.refresh());
      await applied(ws, item("web", "size = 2"));
      expect(await valuesOf(ws)).toMatchObject({ seen_token: "token of web", revision: 2 });
    }));

  it("47 behaves with ignore_changes, create_before_destroy, -refresh=false, -target and -replace", () =>
    inLab(async (ws) => {
      const lifecycle = "lifecycle {\n  ignore_changes = [size]\n  create_before_destroy = true\n}";
      await applied(ws, item("web", `size = 1\n${lifecycle}`));
      ws.write(item("web", `size = 2\n${lifecycle}`));
      expect(await planText(ws)).toContain("No changes.");
      ws.write(item("db", `size = 2\n${lifecycle}`));
      expect(await plannedActions(ws)).toEqual({ "lab_item.a": "create/delete" });
      ws.write(`${item("web", lifecycle)}resource "lab_record" "b" {\n  title = "t"\n}\n`);
      expect(await plannedActions(ws, { args: ["-target=lab_record.b"] })).toEqual({ "lab_record.b": "create" });
      expect(await plannedActions(ws, { args: ["-replace=lab_item.a", "-target=lab_item.a"] })).toEqual({
        "lab_item.a": "create/delete",
      });
      ws.store.remove("item:web");
      expect(await plannedActions(ws, { args: ["-refresh=false", "-target=lab_item.a"] })).toEqual({
        "lab_item.a": "no-op",
      });
    }));

  it.each(["create", "update", "delete"])("48 ends a %s that takes longer than allowed, and says which", (operation) =>
    inLab(async (ws) => {
      const timeouts = `timeouts = { ${operation} = "100ms" }`;
      if (operation !== "create")
        await applied(ws, item("web", operation === "delete" ? `seconds = 0.2\n${timeouts}` : "size = 1"));
      ws.write(item("web", `seconds = 60\nsize = 2\n${timeouts}`));
      const result = operation === "delete" ? await ws.destroy() : await ws.apply();
      expect(failureText(result)).toContain(
        `The ${operation} of lab_item did not finish within 100ms. Raise \`timeouts.${operation}\` if it needs longer.`,
      );
    }),
  );

  it("48 refuses a timeout that is none, naming the attribute", () =>
    inLab(async (ws) => {
      ws.write(item("web", 'timeouts = { create = "soon" }'));
      const text = failureText(await ws.validate());
      expect(text).toContain("timeouts.create: The value must be a duration");
    }));

  it("49 says nothing of a sensitive value, in errors, plans and warnings", () =>
    inLab(async (ws) => {
      const secret = (value: string) => ({ args: [`-var=secret=${value}`] });
      ws.write(`variable "secret" {\n  sensitive = true\n}\n${item("web", 'secret = var.secret\nlegacy = "x"')}`);
      const refused = failureText(await ws.plan(secret("forbidden-hunter2")));
      expect(refused).toContain("The value must not begin with a word that is not allowed.");
      succeeded(await ws.apply(secret("hunter2")));
      const shown = await planText(ws, secret("hunter3"));
      expect(shown).toContain("(sensitive value)");
      expect(shown).toContain("Use note instead.");
      expect(`${refused}${shown}`).not.toMatch(/hunter[23]/);
    }));

  it("50 keeps what the provider chose, and takes what the configuration says later", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", "size = 1"));
      ws.write(item("web", "size = 2"));
      const { after, after_unknown: unknown } = changeOf(await planned(ws), "lab_item.a").change;
      expect(after).toMatchObject({ note: "given", id: "web" });
      expect(unknown).toMatchObject({ label: true, revision: true });
      await applied(ws, item("web", 'size = 2\nnote = "mine"'));
      await applied(ws, item("web", "size = 2"));
      expect(await valuesOf(ws)).toMatchObject({ note: "mine" });
    }));

  it("55 reads states of every older release, and one with attributes that are no more", () =>
    inLab(async (ws) => {
      const states = [
        [0, { name: "t", words: "a,b", serial: null }],
        [1, { name: "old", title: "t", words: "a,b", serial: null }],
        [2, { title: "t", words: ["a", "b"], serial: null, gone: true }],
      ] as const;
      ws.write('resource "lab_record" "a" {\n  title = "t"\n  words = ["a", "b"]\n}\n');
      for (const [version, attributes] of states) {
        ws.write(stateFile(cli.registryHost, version, attributes), "terraform.tfstate");
        expect(await planText(ws)).toContain("No changes.");
      }
    }));

  it("51 to 53 imports by id, and says what is wrong with another", () =>
    inLab(async (ws) => {
      await applied(ws, item("web", "size = 1"));
      succeeded(await ws.run(["state", "rm", "lab_item.a"]));
      expect(failureText(await ws.import("lab_item.a", "WEB-1"))).toContain(
        "is the name of an item in lower case, but it is",
      );
      expect(failureText(await ws.import("lab_item.a", "db"))).toContain('There is no item "db".');
      succeeded(await ws.import("lab_item.a", "web"));
      expect(await planText(ws)).toContain("No changes.");
    }));
});

const stateFile = (host: string, version: number, attributes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    {
      version: 4,
      terraform_version: "1.6.0",
      serial: 1,
      lineage: "00000000-0000-0000-0000-000000000000",
      outputs: {},
      resources: [
        {
          mode: "managed",
          type: "lab_record",
          name: "a",
          provider: `provider["${host}/proxlb/lab"]`,
          instances: [{ schema_version: version, attributes }],
        },
      ],
    },
    null,
    2,
  );
