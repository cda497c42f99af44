import { describe, expect, it } from "vitest";
import type { DescMessage } from "../../../../provider/src/protocol/grpc/descriptors.js";
import * as goplugin from "../../../support/gen/goplugin_pb.js";
import * as health from "../../../support/gen/health_pb.js";
import * as goShapes from "../../../../provider/src/protocol/goplugin/gen/service-shapes.js";

const methodsOf = (service: { readonly methods: readonly { readonly name: string; readonly methodKind: string }[] }) =>
  Object.fromEntries(service.methods.map((method) => [method.name, method.methodKind]));

const fieldsOf = (message: DescMessage) =>
  Object.fromEntries(message.fields.map((field) => [field.name, field.number]));

describe("the process-control services", () => {
  it("have the names that a host calls", () => {
    expect(methodsOf(goplugin.GRPCController)).toEqual({ Shutdown: "unary" });
    expect(methodsOf(goplugin.GRPCStdio)).toEqual({ StreamStdio: "server_streaming" });
    expect(methodsOf(goplugin.GRPCBroker)).toEqual({ StartStream: "bidi_streaming" });
    expect(methodsOf(health.Health)).toEqual({ Check: "unary", Watch: "server_streaming" });
  });

  it("take the controller's own empty message and the standard one for output", () => {
    expect(goplugin.GRPCController.method.shutdown.input.typeName).toBe("plugin.Empty");
    expect(goplugin.GRPCStdio.method.streamStdio.input.typeName).toBe("google.protobuf.Empty");
  });

  it("number their fields as the host does", () => {
    expect(fieldsOf(goplugin.ConnInfoSchema)).toEqual({ service_id: 1, network: 2, address: 3, knock: 4 });
    expect(fieldsOf(goplugin.ConnInfo_KnockSchema)).toEqual({ knock: 1, ack: 2, error: 3 });
    expect(fieldsOf(goplugin.StdioDataSchema)).toEqual({ channel: 1, data: 2 });
    expect(fieldsOf(health.HealthCheckRequestSchema)).toEqual({ service: 1 });
    expect(fieldsOf(health.HealthCheckResponseSchema)).toEqual({ status: 1 });
  });

  it("have shapes that agree with their descriptors", () => {
    const shapes = Object.values(goShapes);
    const services = [goplugin.GRPCBroker, goplugin.GRPCController, goplugin.GRPCStdio, health.Health];
    expect(shapes).toEqual(services.map((service) => ({ typeName: service.typeName, methods: methodsOf(service) })));
  });
});
