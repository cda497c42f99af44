import type { Answer, Call, Endpoints } from "../http/call.js";
import { textOf } from "../http/call.js";
import { parseProperties } from "../guests/property-text.js";
import type { JsonValue } from "../json.js";

// Sent as one text and answered as an object; `bwlimit` stays a text, which clients rely on.
const OBJECTS = new Set([
  "crs",
  "ha",
  "location",
  "migration",
  "next-id",
  "notify",
  "replication",
  "tag-style",
  "u2f",
  "user-tag-access",
  "webauthn",
]);
const LISTS = new Set(["registered-tags", "user-allow-list"]);

/** Changes of the datacenter options. */
export const optionsChangeEndpoints: Endpoints = { "PUT /cluster/options": change };

function change(call: Call): Answer {
  const { delete: remove, ...values } = call.parameters;
  const removed = new Set(remove === undefined ? [] : String(remove).split(/[,; ]+/));
  const kept = Object.entries(call.cluster.options).filter(([name]) => !removed.has(name));
  const changed = Object.keys(values).map(
    (name) => [name, answered(name, textOf(call, name) ?? "", values[name])] as const,
  );
  call.cluster.options = Object.fromEntries([...kept, ...changed]);
  return { data: null };
}

function answered(name: string, text: string, value: JsonValue | undefined): JsonValue {
  if (LISTS.has(name)) return text.split(";");
  if (!OBJECTS.has(name)) return typeof value === "boolean" ? Number(value) : (value ?? null);
  const { pairs } = parseProperties(text);
  return Object.fromEntries([...pairs].map(([key, part]) => [key, LISTS.has(key) ? part.split(";") : numeric(part)]));
}

function numeric(text: string): JsonValue {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
