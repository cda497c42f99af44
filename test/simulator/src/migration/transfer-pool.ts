/** A stream of bytes from one node to another that shares the links of both with other streams. */
export interface Transfer {
  readonly source: string;
  readonly target: string;
  /** Own limit in bytes per second. */
  readonly limit: number;
  /** Called whenever its share of the links changes; the rate is in bytes per second. */
  readonly onRate: (bytesPerSecond: number) => void;
}

/** Shares the links of the nodes evenly among the streams that use them. */
export class TransferPool {
  readonly #linkBytesPerSecond: (node: string) => number;
  readonly #transfers = new Set<Transfer>();

  constructor(linkBytesPerSecond: (node: string) => number) {
    this.#linkBytesPerSecond = linkBytesPerSecond;
  }

  /** Adds a stream and tells everybody concerned the new rate. */
  add(transfer: Transfer): void {
    this.#transfers.add(transfer);
    this.#share();
  }

  /** Removes a stream and tells everybody concerned the new rate. */
  remove(transfer: Transfer): void {
    if (this.#transfers.delete(transfer)) this.#share();
  }

  #share(): void {
    const users = new Map<string, number>();
    for (const { source, target } of this.#transfers) {
      users.set(source, (users.get(source) ?? 0) + 1);
      users.set(target, (users.get(target) ?? 0) + 1);
    }
    const share = (node: string): number => this.#linkBytesPerSecond(node) / (users.get(node) ?? 1);
    for (const transfer of this.#transfers) {
      transfer.onRate(Math.max(1, Math.min(share(transfer.source), share(transfer.target), transfer.limit)));
    }
  }
}
