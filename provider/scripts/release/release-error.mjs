/** What keeps a release from being made and can be mended by whoever makes it; the message says how. */
export class ReleaseError extends Error {
  name = "ReleaseError";
}
