import type { Caller } from "../access/access-control.js";
import type { Cluster, ClusterNode } from "../cluster/cluster.js";
import type { JsonValue } from "../json.js";

/** A checked value of a parameter. */
export type ParameterValue = string | number | boolean;

/** An authenticated, permitted and checked call of the API. */
export interface Call {
  readonly cluster: Cluster;
  readonly caller: Caller;
  /** Node through whose port the call came in. */
  readonly entry: ClusterNode;
  /** Node that executes the call: the one in the path when calls are forwarded to it, else the entry node. */
  readonly executor: ClusterNode;
  /** Parameters of path, query and body with their declared types. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** What a call answers. */
export interface Answer {
  readonly data: JsonValue;
  /** Number of all rows, for answers that come in pages. */
  readonly total?: number;
}

/** Computes the answer to one call. Throws an ApiError when it is refused. */
export type Handler = (call: Call) => Answer;

/** Handlers by method and path template, `GET /nodes/{node}/qemu`. */
export type Endpoints = Readonly<Record<string, Handler>>;

/** Gives a text parameter; undefined when it was not sent. */
export function textOf(call: Call, name: string): string | undefined {
  const value = call.parameters[name];
  return value === undefined ? undefined : String(value);
}

/** Gives a text parameter that the contract requires. */
export function requiredText(call: Call, name: string): string {
  return textOf(call, name) ?? "";
}

/** Gives a boolean parameter; false when it was not sent. */
export function flagOf(call: Call, name: string): boolean {
  return call.parameters[name] === true;
}

/** Gives a numeric parameter or what stands for it. */
export function numberOf(call: Call, name: string, fallback: number): number {
  const value = call.parameters[name];
  return typeof value === "number" ? value : fallback;
}
