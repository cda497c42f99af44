import type { IConstruct } from "constructs";

/** Stops the synthesis with a message for the user. */
export type Fail = (message: string) => never;

/** Returns a function that throws errors which begin with the path of the construct at fault. */
export const failAt =
  (construct: IConstruct): Fail =>
  (message) => {
    throw new Error(`${construct.node.path}: ${message}`);
  };
