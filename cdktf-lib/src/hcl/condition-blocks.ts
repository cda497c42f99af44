/** Attributes of one resource or data source on their way to HCL. */
type Attributes = Readonly<Record<string, unknown>>;

/** What `toHclTerraform()` of a resource or data source returns. */
type Rendered = Readonly<Record<string, unknown>>;

const CONDITIONS: ReadonlySet<string> = new Set(["precondition", "postcondition"]);

const isRecord = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mapValues = (record: Attributes, change: (value: unknown, key: string) => unknown): Attributes =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

const conditionAsBlocks = (value: unknown, key: string): unknown =>
  CONDITIONS.has(key) && Array.isArray(value)
    ? { value, isBlock: true, type: "list", storageClassType: "list" }
    : value;

const withBlocks = (attributes: unknown): unknown => {
  if (!isRecord(attributes) || !isRecord(attributes["lifecycle"])) return attributes;
  const lifecycle = mapValues(attributes["lifecycle"], conditionAsBlocks);
  return {
    ...attributes,
    lifecycle: { value: lifecycle, isBlock: true, type: "struct", storageClassType: "lifecycle" },
  };
};

/**
 * Turns the conditions of a resource or data source into blocks: the cores write `postcondition = [ … ]` into HCL, which
 * Terraform refuses.
 */
export const withConditionBlocks = (rendered: Rendered): Rendered =>
  mapValues(rendered, (types, kind) => {
    if ((kind !== "resource" && kind !== "data") || !isRecord(types)) return types;
    return mapValues(types, (named) => (isRecord(named) ? mapValues(named, withBlocks) : named));
  });
