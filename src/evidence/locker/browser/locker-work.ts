import type { Locker } from '#evidence/locker/model/locker.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { verifyFiles, verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { openBlobSource, partsOf } from '#kernel/browser/blob-source.ts';
import { collectBlob } from '#kernel/browser/collect-blob.ts';
import { NONCE_BYTES } from '#kernel/formats/timestamp/write-query.ts';
import { createSha256 } from '#kernel/model/sha256.ts';
import { openChosenBag } from './chosen-bag.ts';
import type {
  ChosenLocker,
  LockerMaker,
  LockerProgress,
  LockerVerification,
  LockerWork,
  PackedLocker,
  PackOrder,
} from './locker-orders.ts';

/** Minimum interval between progress reports (ms): a page cannot show more, and each report wakes it. */
const MIN_REPORT_INTERVAL_MS = 100;
const MAX_ANSWER_BYTES = 1024 ** 2;

/** What a worker for lockers does; `make` makes the lockers that an order does not hold. */
export const createLockerWork = <Material>(make: LockerMaker<Material>): LockerWork<Material> => ({
  pack: async (order, progress) => pack(lockerOf(order, make), order, progress),
  verify,
});

function lockerOf<Material>(order: PackOrder<Material>, { ofMaterial, ofRecipe }: LockerMaker<Material>): Locker {
  switch (order.type) {
    case 'pack':
      return order.locker;
    case 'play':
      return ofRecipe(order.recipe, order.market, order.place);
    case 'export':
      return ofMaterial(order.material);
  }
}

async function pack(
  locker: Locker,
  { words, lang }: Pick<PackOrder<unknown>, 'words' | 'lang'>,
  told: LockerProgress,
): Promise<PackedLocker> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const hash = createSha256();
  const zip = collectBlob('application/zip');
  for await (const part of packLocker(locker, sayFrom(words, lang), { nonce, progress: throttled(told) })) {
    hash.update(part);
    zip.add(part as Uint8Array<ArrayBuffer>);
  }
  return { name: `${locker.id}.zip`, zip: zip.end(), sha256: hash.hex(), items: locker.items.length };
}

async function verify(
  { name, zip, files = [], answer, words, lang = '' }: ChosenLocker,
  told: LockerProgress,
): Promise<LockerVerification> {
  const options = {
    progress: throttled(told),
    ...(words && { say: sayFrom(words, lang) }),
    // A valid answer has a few kilobytes; of any other file this much is enough to recognise that it is none.
    ...(answer && { answer: new Uint8Array(await answer.slice(0, MAX_ANSWER_BYTES).arrayBuffer()) }),
  };
  if (!zip) {
    const bag = openChosenBag(files);
    const bytes = bag.files.reduce((sum, file) => sum + file.bytes, 0);
    const result = await verifyFiles(bag, options);
    return result.ok ? { name, bytes, ok: true, report: result.value } : { name, bytes, ...result };
  }
  const result = await verifyZippedLocker(openBlobSource(zip), options);
  const found = { name, bytes: zip.size };
  // A refused file is not read further: it may have any size.
  if (!result.ok) return { ...found, ok: false, issues: result.issues };
  return { ...found, sha256: await sha256Of(zip), ok: true, report: result.value };
}

async function sha256Of(blob: Blob): Promise<string> {
  const hash = createSha256();
  for await (const part of partsOf(blob)) hash.update(part);
  return hash.hex();
}

/** Throttles progress reports to what a page can show; the last one is always passed on. */
function throttled(told: LockerProgress): LockerProgress {
  let last = 0;
  return (done, of, stage) => {
    const now = performance.now();
    if (done < of && now - last < MIN_REPORT_INTERVAL_MS) return;
    last = now;
    told(done, of, stage);
  };
}
