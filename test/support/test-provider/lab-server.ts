import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import type { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import type { Resource } from "../../../provider/src/framework/resource.js";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import { impliedType } from "../../../provider/src/framework/schema/schema.js";
import { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import { decodeJson } from "../../../provider/src/protocol/codec/cty-json.js";
import { silentLogger } from "./silent-logger.js";
import { ObjectStore } from "./object-store.js";
import { createTestProvider } from "./provider.js";

/** Builds the value of an object with these attributes; those that are left out are null. */
export const valueOf = (attributes: Attributes, members: Readonly<Record<string, unknown>>): CtyValue =>
  decodeJson(impliedType(attributes), JSON.stringify(members));

/** Returns the resource of this type. @throws Error when the server has none. */
export const resourceOf = (server: ProviderServer, typeName: string): Resource<unknown> => {
  const resource = server.resource(typeName);
  if (resource === undefined) throw new Error(`There is no ${typeName}.`);
  return resource;
};

/** The texts of all diagnostics. */
export const textsOf = (diagnostics: Diagnostics): readonly string[] =>
  diagnostics.items.map(({ summary, detail }) => `${summary}: ${detail}`);

/** Runs `body` with a configured server of the test provider on an empty store. */
export const withLabServer = async <T>(
  body: (server: ProviderServer, store: ObjectStore) => Promise<T> | T,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-store-"));
  try {
    const server = new ProviderServer(createTestProvider(), silentLogger);
    await server.configure(valueOf(server.definition.attributes, { store: folder }));
    return await body(server, new ObjectStore(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
