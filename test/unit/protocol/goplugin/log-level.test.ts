import { describe, expect, it } from "vitest";
import {
  isLogged,
  logLevels,
  logThreshold,
  protocolLogThreshold,
} from "../../../../provider/src/protocol/goplugin/log-level.js";

describe("the log level", () => {
  it.each([
    [{}, "error"],
    [{ TF_LOG: "INFO" }, "info"],
    [{ TF_LOG: "JSON" }, "trace"],
    [{ TF_LOG: "nonsense" }, "trace"],
    [{ TF_LOG: "off" }, "off"],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER: "WARN" }, "warn"],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER: "" }, "trace"],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER: "WARN", TF_LOG_PROVIDER_MY_CLOUD: "debug" }, "debug"],
    [{ TF_LOG_PROVIDER_OTHER: "TRACE" }, "error"],
  ])("of %j is %s", (env, threshold) => {
    expect(logThreshold(env, "my-cloud")).toBe(threshold);
  });

  it.each([
    [{ TF_LOG: "INFO" }, "info"],
    [{ TF_LOG: "INFO", TF_LOG_SDK: "WARN" }, "warn"],
    [{ TF_LOG: "INFO", TF_LOG_SDK: "WARN", TF_LOG_SDK_PROTO: "off" }, "off"],
    [{ TF_LOG_PROVIDER_MY_CLOUD: "debug" }, "debug"],
  ])("of %j for lines about the protocol is %s", (env, threshold) => {
    expect(protocolLogThreshold(env, "my-cloud")).toBe(threshold);
  });

  it("lets through what is at least as grave", () => {
    expect(logLevels.filter((level) => isLogged(level, "warn"))).toEqual(["warn", "error"]);
    expect(logLevels.filter((level) => isLogged(level, "trace"))).toEqual([...logLevels]);
    expect(logLevels.filter((level) => isLogged(level, "off"))).toEqual([]);
  });
});
