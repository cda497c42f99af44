import type { DataSource } from "../../framework/data-source.js";
import type { Resource } from "../../framework/resource.js";
import { impliedType } from "../../framework/schema/schema.js";
import type { ProviderServer } from "../../framework/server/provider-server.js";
import { UnknownTypeError } from "./answer.js";

/** Returns the resource of a request together with the type of its values. @throws UnknownTypeError */
export const servedResource = (server: ProviderServer, typeName: string) => {
  const resource: Resource<unknown> | undefined = server.resource(typeName);
  if (resource === undefined) throw new UnknownTypeError(`This release of the provider has no resource "${typeName}".`);
  return { resource, type: impliedType(resource.schema.attributes) };
};

/** Returns the data source of a request together with the type of its values. @throws UnknownTypeError */
export const servedDataSource = (server: ProviderServer, typeName: string) => {
  const source: DataSource<unknown> | undefined = server.dataSource(typeName);
  if (source === undefined)
    throw new UnknownTypeError(`This release of the provider has no data source "${typeName}".`);
  return { source, type: impliedType(source.schema.attributes) };
};
