import { CtyNumber } from "../../../provider/src/cty/number.js";
import { defineFunction, FunctionArgumentError } from "../../../provider/src/framework/function.js";
import { list, nestedObject } from "../../../provider/src/framework/schema/collection-shapes.js";
import { required } from "../../../provider/src/framework/schema/attribute.js";
import { exactNumber, number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";

/** `join_words(separator, words...)` */
export const joinWords = defineFunction({
  name: "join_words",
  summary: "Joins words",
  description: "Joins any number of words with a separator.",
  parameters: [{ name: "separator", description: "Stands between words.", shape: string }],
  variadic: { name: "words", description: "The words.", shape: string },
  returns: string,
  call: ([separator], words) => words.join(separator),
});

/** `or_none(text)` */
export const orNone = defineFunction({
  name: "or_none",
  summary: "Puts a word in the place of null",
  description: "Returns the text, or `none` for null.",
  parameters: [{ name: "text", description: "Any text or null.", shape: string, allowNull: true }],
  returns: string,
  call: ([text]) => (text as string | null) ?? "none",
});

/** `halves(number)` */
export const halves = defineFunction({
  name: "halves",
  summary: "Halves even numbers",
  description: "Returns a list that holds half of the number twice. Odd numbers are refused.",
  parameters: [
    { name: "unused", description: "Stands first, so that the argument at fault is the second.", shape: string },
    { name: "number", description: "An even number.", shape: number },
  ],
  returns: list(number),
  call: ([, value]) => {
    if (value % 2 !== 0) throw new FunctionArgumentError(`The number must be even, but it is ${value}.`, 1);
    return [value / 2, value / 2];
  },
});

/** `about(number)` */
export const about = defineFunction({
  name: "about",
  summary: "Describes a number",
  description: "Returns an object with the number and its text. Zero is a bug.",
  parameters: [{ name: "number", description: "Any number.", shape: exactNumber }],
  returns: nestedObject({
    value: required(exactNumber, "Repeats the number."),
    text: required(string, "Writes it out."),
  }),
  call: ([value]) => {
    if (value.equals(CtyNumber.of(0))) throw new TypeError("this is a bug");
    return { value, text: value.text };
  },
});
