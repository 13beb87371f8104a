import { wrap } from 'comlink';
import { inWorker } from '#kernel/browser/in-worker.ts';
import type { findRound, PracticeRound, RoundOrder } from '#kinds/detection/use-cases/practice/find-round.ts';
import type { RoundLibrary } from '#kinds/detection/use-cases/practice/round-library.ts';

/**
 * Searches for a round in a worker, so that the page stays responsive. The page has to allow its own scripts before.
 */
export function findRoundInWorker(
  library: RoundLibrary,
  order: RoundOrder,
  onTry: (done: number) => void,
): Promise<PracticeRound | undefined> {
  const worker = new Worker(new URL('./round-finder.worker.ts', import.meta.url), { type: 'module' });
  return inWorker(worker, onTry, (told) => wrap<typeof findRound>(worker)(library, order, told));
}
