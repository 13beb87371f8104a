import { type ProxyMarked, type Remote, wrap } from 'comlink';
import type { KeptExercise } from '#app/evidence/locker-of-attempt.ts';
import { inWorker } from './in-worker.ts';
import type { LockerWork } from './locker.worker.ts';
import type { ChosenLocker, LockerProgress, PackedLocker, PackOrder, VerifiedLocker } from './locker-orders.ts';
import { allowOwnScriptsOnce, OWN_BLOBS } from './own-scripts-once.ts';
import { packedScript } from './packed-page.ts';
import { siteRoot } from './site-root.ts';

/** Name of its script in a packed page. */
const LOCKER_WORKER = 'locker.worker.js';

/**
 * Packs a locker in a worker of its own. Aborting the signal terminates the worker at once, and leaves nothing behind.
 */
export const packInWorker = (
  order: PackOrder<KeptExercise>,
  progress: LockerProgress,
  signal: AbortSignal,
): Promise<PackedLocker> => runInWorker((work, told) => work.pack(order, told), progress, signal);

/** Verifies a locker in a worker of its own: the file is read in chunks, and nothing is stored. */
export const verifyInWorker = (
  chosen: ChosenLocker,
  progress: LockerProgress,
  signal: AbortSignal,
): Promise<VerifiedLocker> => runInWorker<VerifiedLocker>((work, told) => work.verify(chosen, told), progress, signal);

async function runInWorker<Value>(
  does: (work: Remote<LockerWork>, told: LockerProgress & ProxyMarked) => Promise<Value>,
  progress: LockerProgress,
  signal: AbortSignal,
): Promise<Value> {
  const script = await packedScript(LOCKER_WORKER);
  signal.throwIfAborted();
  const worker = openWorker(script);
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return inWorker(worker, progress, (told) => Promise.race([does(wrap<LockerWork>(worker), told), aborted]));
}

/** A packed page holds the script of its worker, and `packed` is its address. */
function openWorker(packed: string | undefined): Worker {
  allowOwnScriptsOnce(packed === undefined ? siteRoot() : OWN_BLOBS);
  return packed === undefined
    ? new Worker(new URL('./locker.worker.ts', import.meta.url), { type: 'module' })
    : new Worker(packed);
}
