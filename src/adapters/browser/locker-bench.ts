import type { VerifyStage } from '#app/evidence/verify-locker.ts';
import type { LockerOrder, LockerReply, PackedLocker, VerifiedLocker } from './locker-orders.ts';
import { siteRoot } from './site-root.ts';
import { allowOwnScripts } from './trusted-types.ts';

/** The work at a locker could not be done; the message says why. */
export class LockerBenchError extends Error {
  override name = 'LockerBenchError';
}

type Progress = (done: number, of: number, stage?: VerifyStage) => void;

/** Packs a locker in a worker of its own. An aborted signal ends the worker at once, and nothing is left behind. */
export function packInWorker(
  order: Exclude<LockerOrder, { type: 'verify' }>,
  progress: Progress,
  signal: AbortSignal,
): Promise<PackedLocker> {
  return run<PackedLocker>(order, progress, signal);
}

/** Verifies a locker in a worker of its own: the file is read in parts, and nothing is stored. */
export function verifyInWorker(
  order: Extract<LockerOrder, { type: 'verify' }>,
  progress: Progress,
  signal: AbortSignal,
): Promise<VerifiedLocker> {
  return run<VerifiedLocker>(order, progress, signal);
}

function run<Value>(order: LockerOrder, progress: Progress, signal: AbortSignal): Promise<Value> {
  allowWorker();
  const worker = new Worker(new URL('./locker.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Value>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<LockerReply>) => {
      if (data.type === 'progressed') progress(data.done, data.of, data.stage);
      else if (data.type === 'done') resolve(data.value as Value);
      else reject(new LockerBenchError(data.message));
    });
    worker.addEventListener('error', ({ message }) => reject(new LockerBenchError(message || 'It cannot be loaded.')));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}

/** The page of a case has given the permission already; a second one is refused. */
function allowWorker(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: { readonly defaultPolicy: unknown } };
  if (!trustedTypes?.defaultPolicy) allowOwnScripts(siteRoot());
}
