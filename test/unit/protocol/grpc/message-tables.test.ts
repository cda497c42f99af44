import type { DescFile, MessageInitShape } from "@bufbuild/protobuf";
import { create, createFileRegistry } from "@bufbuild/protobuf";
import {
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
  file_google_protobuf_descriptor,
  file_google_protobuf_struct,
  file_google_protobuf_type,
  FileDescriptorProtoSchema,
} from "@bufbuild/protobuf/wkt";
import type { FieldDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";

const { href } = new URL("../../../../provider/scripts/generate/message-tables.mjs", import.meta.url);
const { tablesSource } = (await import(href)) as {
  tablesSource: (file: DescFile, exportNames: ReadonlyMap<string, string>) => string;
};

const sourceOf = (file: DescFile) => tablesSource(file, new Map([["test.Message", "MessageSchema"]]));

const fileWith = (field: MessageInitShape<typeof FieldDescriptorProtoSchema>): DescFile => {
  const named = { name: "some_field", number: 1, label: Label.OPTIONAL, ...field };
  const messageType = [{ name: "Message", field: [named] }];
  const file = create(FileDescriptorProtoSchema, {
    name: "test.proto",
    package: "test",
    syntax: "proto3",
    messageType,
  });
  return createFileRegistry(file, () => undefined).getFile("test.proto") ?? expect.fail("There is no such file.");
};

describe("the generator of the tables", () => {
  it.each([
    ["a text", { type: Type.STRING }, '{ number: 1, name: "someField", kind: "plain", type: "string" }'],
    ["a list of texts", { type: Type.STRING, label: Label.REPEATED }, 'kind: "repeated", type: "string" }'],
    [
      "a message in itself",
      { type: Type.MESSAGE, typeName: ".test.Message" },
      'kind: "optional", type: MessageSchema }',
    ],
  ])("writes %s", (_, field, expected) => {
    expect(sourceOf(fileWith(field))).toContain(expected);
  });

  it.each([
    ["a fixed number", { type: Type.FIXED32 }, "of the type FIXED32"],
    ["a list of numbers", { type: Type.INT32, label: Label.REPEATED }, "a list of numbers"],
    ["a list of flags", { type: Type.BOOL, label: Label.REPEATED, options: { packed: false } }, "a list of numbers"],
    ["a number as a text", { type: Type.INT64, options: { jstype: 1 } }, "a number in the form of a text"],
  ])("refuses %s", (_, field, reason) => {
    const text = `test.Message.some_field is ${reason}, which the codec of the provider lacks.`;
    expect(() => sourceOf(fileWith(field))).toThrow(text);
  });

  it.each<[string, DescFile, string]>([
    [
      "a message of another file",
      file_google_protobuf_type,
      "google.protobuf.Type.source_context is a google.protobuf.SourceContext",
    ],
    [
      "a floating-point number among others",
      file_google_protobuf_struct,
      "google.protobuf.Value.number_value is of the type DOUBLE",
    ],
    ["another syntax", file_google_protobuf_descriptor, "google/protobuf/descriptor.proto is not written in proto3"],
  ])("refuses %s", (_, file, text) => {
    expect(() => sourceOf(file)).toThrow(text);
  });
});
