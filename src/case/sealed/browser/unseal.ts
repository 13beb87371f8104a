import { wrap } from 'comlink';
import { UNSEAL_WORKER } from '#case/sealed/model/sealed-releases.ts';
import { inWorker } from '#kernel/browser/in-worker.ts';
import { allowOwnScriptsOnce, OWN_BLOBS } from '#kernel/browser/own-scripts-once.ts';
import { packedFile, packedScript } from '#kernel/browser/packed-page.ts';
import { sealedReleasesHere, takeUnsealed } from './sealed-parts.ts';
import type { UnsealWork } from './unseal.worker.ts';

/** What came of words that were tried. `insecure`: this page may not compute, because it came over plain http. */
export type Unsealed = 'opened' | 'wrong' | 'insecure';

/** Tries words on a release. Once they fit, its parts can be read until the page is closed. */
export async function unseal(release: string, words: string): Promise<Unsealed> {
  // Browsers keep it from pages that came over plain http.
  if (!(globalThis.crypto as Partial<Crypto>).subtle) return 'insecure';
  const releases = await sealedReleasesHere();
  const sealed = await packedFile(releases.find(({ id }) => id === release)?.file ?? '');
  const address = await packedScript(UNSEAL_WORKER);
  if (sealed === undefined || address === undefined) throw new Error(`This file holds no release ${release}.`);
  allowOwnScriptsOnce(OWN_BLOBS);
  const worker = new Worker(address);
  const parts = await inWorker(
    worker,
    () => {},
    () => wrap<UnsealWork>(worker).open(sealed, words),
  );
  if (!parts) return 'wrong';
  takeUnsealed(parts);
  return 'opened';
}
