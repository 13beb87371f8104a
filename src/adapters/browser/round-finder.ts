import type { PracticeRound } from '#app/practice/find-round.ts';
import type { RoundReply, RoundRequest } from '#app/practice/round-messages.ts';

/** Searches a round in a worker, so that the page stays smooth. The page has to allow its own scripts before. */
export function findRoundAside(
  request: RoundRequest,
  onTry: (done: number) => void,
): Promise<PracticeRound | undefined> {
  const worker = new Worker(new URL('./round-finder.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PracticeRound | undefined>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<RoundReply>) => {
      if (data.type === 'tried') onTry(data.done);
      else resolve(data.round);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The round cannot be drawn.')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
