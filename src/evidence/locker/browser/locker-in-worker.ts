import { type ProxyMarked, type Remote, wrap } from 'comlink';
import { inWorker } from '#kernel/browser/in-worker.ts';
import type {
  ChosenLocker,
  LockerProgress,
  LockerVerification,
  LockerWork,
  PackedLocker,
  PackOrder,
} from './locker-orders.ts';

/** Opens a new worker that does the work of `createLockerWork`, for one order. */
export type OpenLockerWorker = () => Promise<Worker>;

/**
 * Packs a locker in a worker of its own. Aborting the signal terminates the worker at once, and leaves nothing behind.
 */
export const packInWorker = <Material>(
  open: OpenLockerWorker,
  order: PackOrder<Material>,
  progress: LockerProgress,
  signal: AbortSignal,
): Promise<PackedLocker> =>
  runInWorker<Material, PackedLocker>(open, (work, told) => work.pack(order, told), progress, signal);

/** Verifies a locker in a worker of its own: the file is read in chunks, and nothing is stored. */
export const verifyInWorker = (
  open: OpenLockerWorker,
  chosen: ChosenLocker,
  progress: LockerProgress,
  signal: AbortSignal,
): Promise<LockerVerification> =>
  runInWorker<never, LockerVerification>(open, (work, told) => work.verify(chosen, told), progress, signal);

async function runInWorker<Material, Value>(
  open: OpenLockerWorker,
  does: (work: Remote<LockerWork<Material>>, told: LockerProgress & ProxyMarked) => Promise<Value>,
  progress: LockerProgress,
  signal: AbortSignal,
): Promise<Value> {
  const worker = await open();
  if (signal.aborted) worker.terminate();
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return inWorker(worker, progress, (told) => Promise.race([does(wrap<LockerWork<Material>>(worker), told), aborted]));
}
