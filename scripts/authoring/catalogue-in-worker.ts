import { Worker } from 'node:worker_threads';
import type { StudioCatalogue } from '#studio/screens/studio-board.ts';

/** Reads the catalogue of a project in another thread, once. Rejects where that thread ends without one. */
export function catalogueInWorker(root: string): () => Promise<StudioCatalogue> {
  let read: Promise<StudioCatalogue> | undefined;
  return () => {
    read ??= new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./catalogue.worker.ts', import.meta.url), { workerData: root });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The catalogue could not be read.')));
      // The program may end meanwhile.
      worker.unref();
    });
    return read;
  };
}
