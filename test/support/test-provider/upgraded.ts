import { defineResource } from "../../../provider/src/framework/resource.js";
import { optional, required } from "../../../provider/src/framework/schema/attribute.js";
import { list } from "../../../provider/src/framework/schema/collection-shapes.js";
import { exactNumber, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { stateUpgrader } from "../../../provider/src/framework/state-upgrade.js";
import type { LabServices } from "./services.js";

const attributes = {
  title: required(string, "Titles the record; was `name` before version 1."),
  words: optional(list(string), "Lists words; was one text, separated by commas, before version 2."),
  serial: optional(exactNumber, "Holds a number of any size."),
};

const attributesV0 = {
  name: required(string, "Names the record."),
  words: optional(string, "Lists words, separated by commas."),
  serial: optional(exactNumber, "Holds a number of any size."),
};

const attributesV1 = { ...attributesV0, title: required(string, "Titles the record.") };

const wordsOf = (text: string | null): readonly string[] | null => text?.split(",") ?? null;

/** `lab_record`: a type whose states have looked different in two earlier releases. It exists in its state alone. */
export const record = defineResource<typeof attributes, LabServices>({
  typeName: "lab_record",
  description: "Records words.",
  version: 2,
  attributes,
  upgraders: [
    stateUpgrader(0, attributesV0, attributes, ({ name, words, serial }) => ({
      title: name,
      words: wordsOf(words),
      serial,
    })),
    stateUpgrader(1, attributesV1, attributes, ({ title, words, serial }) => ({
      title,
      words: wordsOf(words),
      serial,
    })),
  ],
  create: ({ planned }) => Promise.resolve(planned as never),
  update: ({ planned }) => Promise.resolve(planned as never),
  read: (state) => Promise.resolve(state),
  delete: () => Promise.resolve(),
});
