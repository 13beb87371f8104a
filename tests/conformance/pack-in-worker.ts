import type { Locker } from '#evidence/locker/model/locker.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { LANG } from '#i18n/locale.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { createSha256 } from '#kernel/model/sha256.ts';
import messages from '#words/evidence/evidence.json';

/** As in the builders of tests, whose reading of files no worker can do. */
const NONCE = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

/** A worker that packs the locker it receives and verifies the result, under the policy of a page of the site. */
addEventListener('message', async ({ data }: MessageEvent<Locker>) => {
  const hash = createSha256();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of packLocker(data, sayFrom(messages, LANG), { nonce: NONCE })) {
    hash.update(part);
    parts.push(part as Uint8Array<ArrayBuffer>);
  }
  const zip = new Uint8Array(await new Blob(parts).arrayBuffer());
  const result = await verifyZippedLocker(sourceOfBytes(zip));
  const issues = result.ok ? result.value.issues : result.issues;
  postMessage({ sha256: hash.hex(), bytes: zip.length, consistent: result.ok && result.value.consistent, issues });
});
