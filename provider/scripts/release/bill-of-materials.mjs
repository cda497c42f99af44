// Writes the software bill of materials of a release, in CycloneDX 1.5.
const hashOf = (integrity) => {
  const [, encoded] = /^sha512-(.+)$/.exec(integrity);
  return { alg: "SHA-512", content: Buffer.from(encoded, "base64").toString("hex") };
};

const npmUrl = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

const component = (type, { name, version, integrity, licence, description }) => ({
  "bom-ref": npmUrl(name, version),
  type,
  name,
  version,
  ...(description === undefined ? {} : { description }),
  scope: "required",
  hashes: [hashOf(integrity)],
  licenses: [licence.includes(" ") ? { expression: licence } : { license: { id: licence } }],
  purl: npmUrl(name, version),
});

const baseComponent = ({ base: { basePackage, version, integrity }, platform }) =>
  component("platform", {
    name: basePackage,
    version,
    integrity,
    licence: "MIT",
    description: `The Node executable inside of the ${platform} archive.`,
  });

/** Returns the bill for the given packages of the bundle and the platforms whose archives were made. */
export const billOfMaterials = ({ version, packages, targets }) => {
  const provider = {
    "bom-ref": `proxlb@${version}`,
    type: "application",
    name: "terraform-provider-proxlb",
    version,
    licenses: [{ license: { id: "MPL-2.0" } }],
  };
  const components = [...packages.map((item) => component("library", item)), ...targets.map(baseComponent)];
  const references = new Map(packages.map((item) => [item.name, npmUrl(item.name, item.version)]));
  const dependencies = [
    { ref: provider["bom-ref"], dependsOn: components.map((item) => item["bom-ref"]) },
    ...packages.map((item) => ({
      ref: npmUrl(item.name, item.version),
      dependsOn: item.dependencies.flatMap((name) => references.get(name) ?? []),
    })),
  ];
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: provider },
    components,
    dependencies,
  };
};
