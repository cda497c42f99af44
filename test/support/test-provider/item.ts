import { setTimeout as delay } from "node:timers/promises";
import type { OperationContext } from "../../../provider/src/framework/context.js";
import type { PrivateState } from "../../../provider/src/framework/private-state.js";
import type { ApplyRequest } from "../../../provider/src/framework/resource.js";
import { defineResource } from "../../../provider/src/framework/resource.js";
import { fillModel } from "./fill-unknown.js";
import type { ItemModel } from "./item-attributes.js";
import { ITEM_TIMEOUTS, itemAttributes } from "./item-attributes.js";
import type { LabServices } from "./services.js";
import { storeOf } from "./services.js";
import { modelOfText, storeText } from "./stored-model.js";

type Context = OperationContext<LabServices>;

type Request = ApplyRequest<typeof itemAttributes>;

const TOKEN = "token";

const keyOf = (name: string): string => `item:${name}`;

const stored = (name: string, { services }: Context): ItemModel | null =>
  modelOfText(itemAttributes, storeOf(services).get(keyOf(name)));

/** Stores the model as the outside world would: with its own spelling. */
const put = (model: ItemModel, { services }: Context): ItemModel => {
  const kept = { ...model, spelling: model.spelling?.toUpperCase() ?? null };
  storeOf(services).put(keyOf(model.name), storeText(itemAttributes, kept));
  return kept;
};

const tokenOf = (privateState: PrivateState): string | null => {
  const token = privateState.get(TOKEN);
  return typeof token === "string" ? token : null;
};

const completed = ({ planned, prior, privateState }: Request): ItemModel => {
  const filled = fillModel(itemAttributes, planned);
  const revision = (prior?.revision ?? 0) + 1;
  return { ...filled, id: filled.name, revision, seen_token: tokenOf(privateState), password: null };
};

const wait = async ({ seconds }: { readonly seconds: number | null }, { signal }: Context): Promise<void> => {
  if (seconds !== null) await delay(seconds * 1000, undefined, { signal });
};

const throwLater = (): void => {
  setTimeout(() => {
    throw new Error("thrown in a timer");
  }, 1);
};

/** Goes wrong before anything was done, if that is asked for. */
const misbehaveAtOnce = async (operation: string, { misbehave }: ItemModel): Promise<void> => {
  if (misbehave === operation) throw new Error(`the ${operation} was refused`);
  if (misbehave === "throw") throw new TypeError("this is a bug");
  if (misbehave !== "stray") return;
  throwLater();
  await new Promise(() => undefined);
};

const create = async (request: Request, context: Context): Promise<ItemModel> => {
  const model = completed(request);
  await misbehaveAtOnce("create", model);
  request.privateState.set(TOKEN, `token of ${model.name}`);
  if (model.secret !== null) context.services.redact(model.secret);
  context.log.info("The item is being created.", { name: model.name, secret: model.secret });
  const half = put({ ...model, note: "half made" }, context);
  request.progress(half);
  await wait(model, context);
  if (model.misbehave === "create_half") throw new Error("the disk was full");
  return put(model, context);
};

const update = async (request: Request & { readonly prior: ItemModel }, context: Context): Promise<ItemModel> => {
  const model = completed(request);
  await misbehaveAtOnce("update", model);
  request.progress(put({ ...request.prior, size: model.size, misbehave: model.misbehave }, context));
  await wait(model, context);
  if (model.misbehave === "update_half") throw new Error("the disk was full");
  return put(model, context);
};

const read = async (state: ItemModel, context: Context): Promise<ItemModel | null> => {
  if (state.misbehave === "read_throw") throw new TypeError("this is a bug");
  return Promise.resolve(stored(state.name, context));
};

const remove = async (state: ItemModel, context: Context): Promise<void> => {
  if (state.misbehave === "delete") throw new Error("the item is locked");
  await wait(state, context);
  storeOf(context.services).remove(keyOf(state.name));
};

const importItem = (id: string, context: Context, privateState: PrivateState): Promise<ItemModel | null> => {
  if (!/^[a-z]+$/.test(id)) {
    context.diagnostics.error(
      "Invalid Import Id",
      `The import id of lab_item is the name of an item in lower case, but it is "${id}".`,
    );
    return Promise.resolve(null);
  }
  const found = stored(id, context);
  if (found === null) {
    context.diagnostics.error("Item Not Found", `There is no item "${id}".`);
  }
  privateState.set(TOKEN, `token of ${id}`);
  return Promise.resolve(found);
};

/** `lab_item`: an object that can be made to behave in every way that the outside world does. */
export const item = defineResource<typeof itemAttributes, LabServices>({
  typeName: "lab_item",
  description: "Stores an item.",
  attributes: itemAttributes,
  defaultTimeouts: ITEM_TIMEOUTS,
  planDestroy: ({ name }, { diagnostics }) => {
    if (name.startsWith("precious"))
      diagnostics.warning("Precious Item", `Destroying the item "${name}" cannot be undone.`);
  },
  create,
  update,
  read,
  delete: remove,
  importState: importItem,
});
