/** The version of the handshake itself; there has never been another. */
const coreProtocolVersion = 1;

/** Is what a plugin tells its host on the first line of stdout. */
export interface Handshake {
  readonly protocolVersion: number;
  readonly network: "unix" | "tcp";
  /** A socket path, or host:port. */
  readonly address: string;
  /** The server certificate in DER; absent without TLS. */
  readonly certificate?: Uint8Array | undefined;
  /** Whether the host asked about multiplexing. Older hosts take no seventh field, so it is sent on demand only. */
  readonly multiplexAsked: boolean;
}

/** Spells the handshake line, with its line end. */
export function handshakeLine(handshake: Handshake): string {
  const { protocolVersion, network, address, certificate, multiplexAsked } = handshake;
  // Hosts decode base64 without padding and take a padded certificate for broken.
  const certificateText = Buffer.from(certificate ?? [])
    .toString("base64")
    .replace(/=+$/, "");
  const fields = [coreProtocolVersion, protocolVersion, network, address, "grpc", certificateText];
  return `${[...fields, ...(multiplexAsked ? ["false"] : [])].join("|")}\n`;
}
