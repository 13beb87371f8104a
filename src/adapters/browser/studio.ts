import { type Remote, wrap } from 'comlink';
import type { LibraryTexts } from '#app/studio/studio-library.ts';
import type { StudioWork } from '#app/studio/studio-work.ts';

/** The worker of the studio. */
export interface StudioWorker {
  readonly work: Remote<StudioWork>;
  end(): void;
}

/**
 * Starts the worker of the studio and gives it the library of the site. The page has to allow its own scripts before: see
 * `allowOwnScripts`. Calls `broke` where the worker cannot be loaded or crashes. Rejects where the library is not reached.
 */
export async function startStudio(root: string, broke: (said: string) => void): Promise<StudioWorker> {
  const worker = new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', ({ message }) => broke(message));
  const work = wrap<StudioWork>(worker);
  const answer = await fetch(`${root}studio/library.json`);
  if (!answer.ok) throw new Error(`The library is not there (${answer.status}).`);
  await work.load((await answer.json()) as LibraryTexts);
  return { work, end: () => worker.terminate() };
}
