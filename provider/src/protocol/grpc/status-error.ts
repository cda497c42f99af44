/** Numbers the gRPC statuses that this process answers itself; written down here so that nothing has to load grpc-js. */
export const statusCode = { cancelled: 1, unimplemented: 12, internal: 13 } as const;

/** Ends a call with a gRPC status on purpose; it is passed to the caller as it is and never counts as a defect. */
export class StatusError extends Error {
  readonly code: number;
  readonly details: string;

  constructor(code: number, details: string) {
    super(details);
    this.name = "StatusError";
    this.code = code;
    this.details = details;
  }
}

/** Turns whatever a handler threw into a status; unexpected errors become INTERNAL with their message. */
export function toStatusError(error: unknown): StatusError {
  if (error instanceof StatusError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new StatusError(statusCode.internal, text);
}

/** Makes the status for a method that exists in the protocol and is not served here. */
export function unimplemented(method: string): StatusError {
  return new StatusError(statusCode.unimplemented, `This provider does not implement the method ${method}.`);
}
