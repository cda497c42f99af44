/** The cluster answered, but what it shows is not enough to plan on; the message says what to do. */
export class InventoryError extends Error {
  override readonly name = "InventoryError";
  readonly code: "missing_privilege" | "inconsistent_answer";

  constructor(code: "missing_privilege" | "inconsistent_answer", message: string) {
    super(message);
    this.code = code;
  }
}
