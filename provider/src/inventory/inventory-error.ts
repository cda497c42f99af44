/** What is wrong with a view of the cluster. */
export type InventoryErrorCode = "missing_privilege" | "hidden_guests" | "inconsistent_answer" | "invalid_snapshot";

/** The cluster answered, but what it shows is not enough to plan on; the message says what to do. */
export class InventoryError extends Error {
  override readonly name = "InventoryError";
  readonly code: InventoryErrorCode;

  constructor(code: InventoryErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
