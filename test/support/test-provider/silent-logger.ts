import type { Logger } from "../../../provider/src/framework/logger.js";

const nothing = (): void => undefined;

/** A logger that forgets. */
export const silentLogger: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLogger,
};
