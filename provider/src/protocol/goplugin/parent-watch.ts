/** Often enough that a provider is gone within seconds of its host, rarely enough to cost nothing. */
const defaultIntervalMs = 1_000;

/** Is what the watch looks at and does; only tests give the interval. */
export interface ParentWatchOptions {
  /** The current parent process, process.ppid. */
  readonly parentId: () => number;
  /** Whether calls are still being answered: they may finish first. */
  readonly isBusy: () => boolean;
  /** Called once, when the parent is gone and nothing is in progress. */
  readonly onOrphaned: () => void;
  readonly intervalMs?: number;
}

/**
 * Notices that the host was killed: the system then gives the process another parent. It does not keep the process
 * alive. Returns the function that ends the watch.
 */
export function watchParent(options: ParentWatchOptions): () => void {
  const original = options.parentId();
  const timer = setInterval(() => {
    if (options.parentId() === original || options.isBusy()) return;
    clearInterval(timer);
    options.onOrphaned();
  }, options.intervalMs ?? defaultIntervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
