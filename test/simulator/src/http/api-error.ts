/** Parameter → what is wrong with it. */
export type ParameterErrors = Readonly<Record<string, string>>;

/** Ends a call with an HTTP status; the message becomes the reason phrase. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: ParameterErrors | undefined;

  constructor(status: number, message: string, errors?: ParameterErrors) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/** Makes the answer to parameters that are wrong. */
export function parameterError(errors: ParameterErrors): ApiError {
  return new ApiError(400, "Parameter verification failed.", errors);
}

/** Makes the answer to a missing privilege; alternatives are joined by a bar. */
export function permissionError(path: string, privileges: readonly string[]): ApiError {
  return new ApiError(403, `Permission check failed (${path}, ${privileges.join("|")})`);
}

/** Makes the answer to any plain failure inside the server. */
export function failure(message: string): ApiError {
  return new ApiError(500, message);
}
