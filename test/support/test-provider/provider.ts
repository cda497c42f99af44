import { isUnknown } from "../../../provider/src/cty/value.js";
import type { Provider } from "../../../provider/src/framework/provider-definition.js";
import { defineProvider } from "../../../provider/src/framework/provider-definition.js";
import { optional, required } from "../../../provider/src/framework/schema/attribute.js";
import { string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { notBlank } from "../../../provider/src/framework/validators.js";
import { answer } from "./answer-data-source.js";
import { about, halves, joinWords, orNone } from "./functions.js";
import { item } from "./item.js";
import type { LabServices } from "./services.js";
import { openStore } from "./services.js";
import { shapes } from "./shapes.js";
import { record } from "./upgraded.js";

const attributes = {
  store: required(string, "Names the folder in which the objects are kept.", { validators: [notBlank] }),
  token: optional(string, "Proves who asks.", { sensitive: true }),
};

/** Returns the provider `lab`, which shows what the types of this project do not. `redact` is told of every secret. */
export const createTestProvider = (redact: (secret: string) => void = () => undefined): Provider =>
  defineProvider<typeof attributes, LabServices>({
    typeName: "lab",
    version: "1.0.0",
    description: "Shows everything that a provider of this framework can do, and do wrong.",
    attributes,
    dataSources: [answer],
    resources: [item, record, shapes],
    functions: [joinWords, orNone, halves, about],
    configure: ({ store, token }, { log }) => {
      if (typeof token === "string") redact(token);
      return {
        store: isUnknown(store) ? undefined : openStore(store),
        token: isUnknown(token) ? null : token,
        log,
        redact,
      };
    },
    describeError: (error) =>
      error instanceof TypeError || !(error instanceof Error)
        ? undefined
        : { summary: "Store Failed", detail: `The store answered: ${error.message}.` },
  });
