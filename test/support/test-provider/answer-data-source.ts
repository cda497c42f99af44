import { setTimeout as delay } from "node:timers/promises";
import { defineDataSource } from "../../../provider/src/framework/data-source.js";
import { computed, optional } from "../../../provider/src/framework/schema/attribute.js";
import { number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../../provider/src/framework/timeouts.js";
import type { LabServices } from "./services.js";

const attributes = {
  question: optional(string, "Asks anything, at any length."),
  length: optional(number, "Says how long the answer shall be, in characters."),
  misbehave: optional(string, "Makes the read go wrong: `refuse`, `throw`, `exception` or `rejection`."),
  seconds: optional(number, "Makes the read take so long."),
  answer: computed(string, "Holds as many characters as were asked for."),
  question_length: computed(number, "Counts the characters of the question."),
  timeouts: timeoutsAttribute({ read: "1m" }),
};

const misbehave = async (how: string | null): Promise<void> => {
  switch (how) {
    case null:
      return;
    case "refuse":
      throw new Error("the question was refused");
    case "exception":
      setTimeout(() => {
        throw new Error("thrown in a timer");
      }, 1);
      break;
    case "rejection":
      void Promise.reject(new Error("rejected on the side"));
      break;
    default:
      throw new TypeError("this is a bug");
  }
  await new Promise(() => undefined);
};

/** `lab_answer`: answers at any length, late, or not at all. */
export const answer = defineDataSource<typeof attributes, LabServices>({
  typeName: "lab_answer",
  description: "Answers questions.",
  attributes,
  defaultTimeouts: { read: "1m" },
  read: async (config, { signal, services, log }) => {
    log.trace("The question is being answered.", { token: services.token });
    if (config.seconds !== null) await delay(config.seconds * 1000, undefined, { signal });
    await misbehave(config.misbehave);
    const question_length = config.question?.length ?? 0;
    return { ...config, answer: "x".repeat(config.length ?? 0), question_length };
  },
});
