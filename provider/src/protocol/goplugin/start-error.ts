/** Tells why the plugin cannot start; its message is meant for the user as it is. */
export class PluginStartError extends Error {
  override readonly name = "PluginStartError";
}
