/** All log levels from the most to the least talkative, as hclog spells them. */
export const logLevels = ["trace", "debug", "info", "warn", "error"] as const;

/** Is one level of a log line. */
export type LogLevel = (typeof logLevels)[number];

/** Says from which level on lines are written; "off" writes none. */
export type LogThreshold = LogLevel | "off";

/** Without any setting the host shows nothing, but it keeps the last error lines for its own crash report. */
const defaultThreshold: LogThreshold = "error";

/** An unknown spelling means the most detail, as in the hosts; so does JSON, which only asks for another format. */
function parse(text: string): LogThreshold {
  const wanted = text.trim().toLowerCase();
  if (wanted === "off") return "off";
  return logLevels.find((level) => level === wanted) ?? "trace";
}

/**
 * Reads the threshold for a provider from the environment. The most specific setting wins:
 * TF_LOG_PROVIDER_<NAME>, then TF_LOG_PROVIDER, then TF_LOG.
 */
export function logThreshold(env: Readonly<Record<string, string | undefined>>, providerName: string): LogThreshold {
  const own = `TF_LOG_PROVIDER_${providerName.toUpperCase().replace(/-/g, "_")}`;
  const setting = [own, "TF_LOG_PROVIDER", "TF_LOG"].map((name) => env[name]).find((value) => value);
  return setting === undefined ? defaultThreshold : parse(setting);
}

/**
 * Reads the threshold for lines about the protocol itself: TF_LOG_SDK_PROTO, then TF_LOG_SDK, then that of the provider.
 */
export function protocolLogThreshold(
  env: Readonly<Record<string, string | undefined>>,
  providerName: string,
): LogThreshold {
  const setting = [env["TF_LOG_SDK_PROTO"], env["TF_LOG_SDK"]].find((value) => value);
  return setting === undefined ? logThreshold(env, providerName) : parse(setting);
}

/** Says whether a line of this level passes the threshold. */
export function isLogged(level: LogLevel, threshold: LogThreshold): boolean {
  return threshold !== "off" && logLevels.indexOf(level) >= logLevels.indexOf(threshold);
}
