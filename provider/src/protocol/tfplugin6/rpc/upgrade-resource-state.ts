import type { CtyType } from "../../../cty/type.js";
import { stateTypeAt } from "../../../framework/resource.js";
import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { decodeJson } from "../../codec/cty-json.js";
import { encodeDynamicValue } from "../../codec/dynamic-value.js";
import { diagnosticsToProto } from "../diagnostics-to-proto.js";
import type { UpgradeResourceState_Request } from "../gen/tfplugin6_pb.js";
import { servedResource } from "../served-types.js";

const decodeRawState = (type: CtyType, bytes: Uint8Array | undefined) =>
  bytes === undefined || bytes.length === 0
    ? null
    : decodeJson(type, new TextDecoder().decode(bytes), { unknownAttributes: "ignore" });

/**
 * Brings a state up to date; called for every resource in every run. Attributes that the schema no longer has are
 * dropped, as core does where the versions are equal.
 */
export const upgradeResourceState = (server: ProviderServer, request: UpgradeResourceState_Request) => {
  const { resource, type } = servedResource(server, request.typeName);
  const version = Number(request.version);
  const written = stateTypeAt(resource, version);
  const state = written === undefined ? null : decodeRawState(written, request.rawState?.json);
  const { value, diagnostics } = server.upgradeState(resource, version, state);
  return { upgradedState: encodeDynamicValue(type, value), diagnostics: diagnosticsToProto(diagnostics.items) };
};
