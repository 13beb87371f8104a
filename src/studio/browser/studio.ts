import { type Remote, wrap } from 'comlink';
import type { Issue } from '#kernel/model/issue.ts';
import type { LibraryTexts } from '#studio/use-cases/studio-library.ts';
import type { StudioWork } from '#studio/use-cases/studio-work.ts';

/** The worker of the studio. */
export interface StudioWorker {
  readonly work: Remote<StudioWork>;
  /** Gives it the library as it is now. Returns the faults of that library, which then stays as it was. */
  learn(): Promise<readonly Issue[]>;
  end(): void;
}

/**
 * Starts the worker of the studio and gives it the library that lies at `library`. The page has to allow its own scripts before: see
 * `allowOwnScripts`. Calls `broke` where the worker cannot be loaded or crashes. Rejects where the library is not reached.
 */
export async function startStudio(library: string, broke: (said: string) => void): Promise<StudioWorker> {
  const worker = new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', ({ message }) => broke(message));
  const work = wrap<StudioWork>(worker);
  const learn = async () => {
    const answer = await fetch(library);
    if (!answer.ok) throw new Error(`The library is not there (${answer.status}).`);
    return work.load((await answer.json()) as LibraryTexts);
  };
  const [fault] = await learn();
  if (fault) {
    const { code, position } = fault;
    throw new Error(`The library has a fault: ${code}${position ? ` at ${position.file}:${position.line}` : ''}.`);
  }
  return { work, learn, end: () => worker.terminate() };
}
