import { lockersOfAttempt } from '#app/evidence/locker-of-attempt.ts';
import { packLocker } from '#app/evidence/pack-locker.ts';
import { sayFrom, type Words } from '#app/evidence/say-from.ts';
import { type VerifyStage, verifyFiles, verifyZippedLocker } from '#app/evidence/verify-locker.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { required } from '#core/kernel/invariant.ts';
import { createSha256 } from '#core/kernel/sha256.ts';
import { NONCE_BYTES } from '#formats/timestamp/write-query.ts';
import { openBlobSource, partsOf } from './blob-source.ts';
import { openChosenBag } from './chosen-bag.ts';
import { collectBlob } from './collect-blob.ts';
import type { ChosenLocker, LockerOrder, LockerReply, PackedLocker, VerifiedLocker } from './locker-orders.ts';

/** A worker's own end of its line; the library of types knows only the page's. */
const page = globalThis as unknown as {
  postMessage(message: LockerReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<LockerOrder>) => void): void;
};

/** A page cannot show more than this, and each report wakes it. */
const REPORT_EVERY_MS = 100;
const MAX_ANSWER = 1024 ** 2;

page.addEventListener('message', ({ data: order }) => {
  work(order).then(
    (value) => page.postMessage({ type: 'done', value }),
    (error: unknown) =>
      page.postMessage({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

function work(order: LockerOrder): Promise<PackedLocker | VerifiedLocker> {
  if (order.type === 'verify') return verify(order.chosen);
  if (order.type === 'pack') return pack(order.locker, order.words);
  const lockers = lockersOfAttempt(order.material, order.log);
  const locker = lockers.find(({ exercise }) => exercise === order.exercise);
  return pack(required(locker, `a kept page of exercise ${order.exercise}`), order.words);
}

async function pack(locker: Locker, words: Words): Promise<PackedLocker> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const hash = createSha256();
  const zip = collectBlob('application/zip');
  for await (const part of packLocker(locker, sayFrom(words), { nonce, progress: reportProgress() })) {
    hash.update(part);
    zip.add(part as Uint8Array<ArrayBuffer>);
  }
  return { name: `${locker.id}.zip`, zip: zip.end(), sha256: hash.hex(), items: locker.items.length };
}

async function verify({ name, zip, files = [], answer }: ChosenLocker): Promise<VerifiedLocker> {
  const options = {
    progress: reportProgress(),
    // An answer has a few kilobytes; of anything else so much is enough to see that it is none.
    ...(answer && { answer: new Uint8Array(await answer.slice(0, MAX_ANSWER).arrayBuffer()) }),
  };
  if (!zip) {
    const bag = openChosenBag(files);
    const bytes = bag.files.reduce((sum, file) => sum + file.bytes, 0);
    const result = await verifyFiles(bag, options);
    return result.ok ? { name, bytes, ok: true, report: result.value } : { name, bytes, ...result };
  }
  const result = await verifyZippedLocker(openBlobSource(zip), options);
  const found = { name, bytes: zip.size };
  // A file that was refused is not read on: it may be of any size.
  if (!result.ok) return { ...found, ok: false, issues: result.issues };
  return { ...found, sha256: await sha256Of(zip), ok: true, report: result.value };
}

async function sha256Of(blob: Blob): Promise<string> {
  const hash = createSha256();
  for await (const part of partsOf(blob)) hash.update(part);
  return hash.hex();
}

function reportProgress(): (done: number, of: number, stage?: VerifyStage) => void {
  let last = 0;
  return (done, of, stage) => {
    const now = performance.now();
    if (done < of && now - last < REPORT_EVERY_MS) return;
    last = now;
    page.postMessage({ type: 'progressed', done, of, ...(stage && { stage }) });
  };
}
