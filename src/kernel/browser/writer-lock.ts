/** The right of this tab to write to a case. */
export interface WriterLock {
  readonly held: boolean;
  /** Takes the right to write over from another tab, which is notified. */
  take(): Promise<void>;
  release(): void;
}

/**
 * Acquires the right to write to a case: one tab at a time. If the browser has no Web Locks (plain http), every tab may
 * try, and the store refuses the second of two equal event numbers.
 */
export async function acquireWriterLock(name: string, lost: () => void): Promise<WriterLock> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return { held: true, take: async () => undefined, release: () => undefined };

  let free: () => void = () => undefined;
  let held = false;
  const request = (options: LockOptions) =>
    new Promise<void>((answered) => {
      locks
        .request(name, options, (lock) => {
          held = lock !== null;
          answered();
          return lock ? new Promise<void>((done) => (free = done)) : undefined;
        })
        .catch(() => {
          // Another tab took over the lock.
          held = false;
          lost();
        });
    });
  await request({ ifAvailable: true });
  return {
    get held() {
      return held;
    },
    take: () => request({ steal: true }),
    release: () => free(),
  };
}
