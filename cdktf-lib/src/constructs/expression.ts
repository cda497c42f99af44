import { ref, Token } from "cdktf";
import type { IResolvable } from "cdktf";

/** Wraps Terraform source that refers to nothing of the stack, such as `self` or a function call, for use as a value. */
export const expression = (source: string): string => `\${${source}}`;

/** Terraform source that refers to nothing of the stack, for use inside a larger expression, which would quote a text. */
export const subexpression = (source: string): IResolvable => ref(source);

/** Gives a resolvable value the type of an argument; Terraform itself checks it. */
export const textOf = (value: IResolvable): string => Token.asString(value);

/** Tells whether a value is known when the stack is synthesized, so that it can be judged. */
export const isKnown = <T>(value: T | undefined): value is T => value !== undefined && !Token.isUnresolved(value);
