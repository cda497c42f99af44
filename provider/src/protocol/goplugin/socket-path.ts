import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PluginStartError } from "./start-error.js";

/** macOS takes 103 bytes and a terminating zero; Linux would take 107, but one limit serves both. */
const maxPathBytes = 103;
/** Stands in for a temporary directory whose path is too long for a socket in it. */
const shortTempDir = "/tmp";
const socketName = "socket";

/** Is a place for a unix socket and the way to remove it again. */
export interface SocketPlace {
  readonly path: string;
  /** Removes the socket and what was made for it; safe to call twice and from an exit handler. */
  readonly remove: () => void;
}

const fits = (path: string): boolean => Buffer.byteLength(path) <= maxPathBytes;

/** Makes a directory that nobody else can enter, with room for a socket path in it. */
export function privateSocketPlace(tempDir: string): SocketPlace {
  const randomSuffix = "XXXXXX";
  const prefix = join(tempDir, "plugin");
  const base = fits(join(prefix + randomSuffix, socketName)) ? prefix : join(shortTempDir, "plugin");
  const folder = mkdtempSync(base);
  return {
    path: join(folder, socketName),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Names a socket in a directory that the host chose, where the host's own side can reach it. Throws PluginStartError
 * when the path is too long for a socket.
 */
export function sharedSocketPlace(folder: string, uniqueName: string): SocketPlace {
  const path = join(folder, `plugin${uniqueName}`);
  if (!fits(path)) {
    throw new PluginStartError(
      `The socket path ${path} is longer than the ${maxPathBytes} bytes that the system allows. ` +
        `Set PLUGIN_UNIX_SOCKET_DIR to a shorter directory.`,
    );
  }
  return {
    path,
    remove: () => {
      rmSync(path, { force: true });
    },
  };
}
