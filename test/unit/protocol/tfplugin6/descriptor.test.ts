import { describe, expect, it } from "vitest";
import type { DescMessage } from "../../../../provider/src/protocol/grpc/descriptors.js";
import {
  ClientCapabilitiesSchema,
  file_tfplugin6,
  FunctionErrorSchema,
  GetProviderSchema_ResponseSchema,
  PlanResourceChange_RequestSchema,
  Provider,
  Schema_BlockSchema,
  Schema_ObjectSchema,
} from "../../../support/gen/tfplugin6_pb.js";
import { providerShape } from "../../../../provider/src/protocol/tfplugin6/gen/service-shapes.js";

const withNested = (message: DescMessage): DescMessage[] => [message, ...message.nestedMessages.flatMap(withNested)];
const messages = file_tfplugin6.messages.flatMap(withNested);
const enums = [...file_tfplugin6.enums, ...messages.flatMap((message) => message.nestedEnums)];
const numbersOf = (message: DescMessage) => message.fields.map((field) => field.number);
const sum = (numbers: number[]) => numbers.reduce((total, next) => total + next, 0);

describe("the definition of protocol 6.10", () => {
  it("has all RPCs, messages, fields and enums of the protocol", () => {
    expect(Provider.methods).toHaveLength(36);
    expect(messages).toHaveLength(143);
    expect(sum(messages.map((message) => message.fields.length))).toBe(292);
    expect(enums).toHaveLength(5);
    expect(sum(enums.map((item) => item.values.length))).toBe(20);
  });

  it("streams where the protocol streams", () => {
    const streams = Provider.methods.filter((method) => method.methodKind !== "unary");
    expect(Object.fromEntries(streams.map((method) => [method.name, method.methodKind]))).toEqual({
      ListResource: "server_streaming",
      ReadStateBytes: "server_streaming",
      WriteStateBytes: "client_streaming",
      InvokeAction: "server_streaming",
    });
  });

  it("tells an absent value from a zero one exactly where the protocol does", () => {
    const explicit = messages.flatMap((message) =>
      message.fields.filter((field) => field.proto.proto3Optional).map((field) => `${message.typeName}.${field.name}`),
    );
    expect(explicit.sort()).toEqual([
      "tfplugin6.CloseEphemeralResource.Request.private",
      "tfplugin6.FunctionError.function_argument",
      "tfplugin6.ListResource.Event.resource_object",
      "tfplugin6.OpenEphemeralResource.Response.private",
      "tfplugin6.OpenEphemeralResource.Response.renew_at",
      "tfplugin6.RenewEphemeralResource.Request.private",
      "tfplugin6.RenewEphemeralResource.Response.private",
      "tfplugin6.RenewEphemeralResource.Response.renew_at",
      "tfplugin6.WriteStateBytes.RequestChunk.meta",
    ]);
    expect(FunctionErrorSchema.field.functionArgument.number).toBe(2);
  });

  it("keeps the numbers of the places where counting would go wrong", () => {
    expect(numbersOf(Schema_ObjectSchema)).toEqual([1, 3, 4, 5]);
    expect(numbersOf(Provider.method.validateProviderConfig.output)).toEqual([2]);
    expect(GetProviderSchema_ResponseSchema.field.diagnostics.number).toBe(4);
  });

  it("leaves the numbers of protocol 6.11 free", () => {
    const reserved = (message: DescMessage) =>
      message.proto.reservedRange.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      );
    expect(reserved(Schema_BlockSchema)).toEqual([8]);
    expect(reserved(ClientCapabilitiesSchema)).toEqual([3, 4]);
    expect(reserved(PlanResourceChange_RequestSchema)).toEqual([9]);
  });

  it("has a shape that agrees with the descriptor", () => {
    expect(providerShape.typeName).toBe(Provider.typeName);
    expect(providerShape.methods).toEqual(
      Object.fromEntries(Provider.methods.map((method) => [method.name, method.methodKind])),
    );
  });
});
