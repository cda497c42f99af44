/** A request that the simulated cluster received, with secrets removed. */
export interface RecordedRequest {
  readonly number: number;
  /** Virtual time of its arrival, UNIX milliseconds. */
  readonly atMs: number;
  readonly method: string;
  /** Below `/api2/json` where it is a call of the API, decoded, without the query. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** `name@realm` or `name@realm!token` as claimed; undefined without credentials. */
  readonly user: string | undefined;
  /** Node through whose port it came in. */
  readonly entryNode: string;
  /** Number of requests, this one included, that were in progress when it came. */
  readonly parallel: number;
  /** HTTP status of the answer; undefined while it is being computed, or when none was sent. */
  status: number | undefined;
}

const SECRET_PARAMETERS = new Set(["password", "otp", "tfa-challenge", "cipassword"]);

/** Removes the values of parameters that are secrets. */
export function withoutSecrets(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, SECRET_PARAMETERS.has(name) ? "<hidden>" : value]),
  );
}

/** Remembers every request in the order of arrival. */
export class RequestLog {
  #requests: RecordedRequest[] = [];
  #count = 0;

  /** Adds a request; the caller fills in the status later. */
  add(request: Omit<RecordedRequest, "number" | "status">): RecordedRequest {
    this.#count += 1;
    const recorded: RecordedRequest = { ...request, number: this.#count, status: undefined };
    this.#requests.push(recorded);
    return recorded;
  }

  /** Lists the requests since the last clearing. */
  list(): readonly RecordedRequest[] {
    return [...this.#requests];
  }

  /** Forgets the requests so far. */
  clear(): void {
    this.#requests = [];
  }
}
