declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the namespace of jest, whose matchers vitest takes over
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- as all others
    interface Matchers<R, T = {}> {
      /** Expects a question for the node of a guest, such as `{ key: "web1", memory_mib: 4096 }`. */
      toAskForGuest(expected?: Readonly<Record<string, unknown>>): R;
      /** Expects a migration plan whose policy has these keys, such as `{ balanciness: 10 }`. */
      toPlanMigrations(policy?: Readonly<Record<string, unknown>>): R;
      /** Expects a balance that executes the migrations of a plan and no others. */
      toExecuteReviewedMigrations(): R;
    }
  }
}

export {};
