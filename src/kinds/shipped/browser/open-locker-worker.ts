import { allowOwnScriptsOnce, OWN_BLOBS } from '#kernel/browser/own-scripts-once.ts';
import { packedScript } from '#kernel/browser/packed-page.ts';
import { siteRoot } from '#kernel/browser/site-root.ts';

/** Name of its script in a packed page. */
const LOCKER_WORKER = 'locker.worker.js';

/** Opens a worker that packs and verifies lockers. A packed page holds its script. */
export async function openLockerWorker(): Promise<Worker> {
  const packed = await packedScript(LOCKER_WORKER);
  allowOwnScriptsOnce(packed === undefined ? siteRoot() : OWN_BLOBS);
  return packed === undefined
    ? new Worker(new URL('./locker.worker.ts', import.meta.url), { type: 'module' })
    : new Worker(packed);
}
