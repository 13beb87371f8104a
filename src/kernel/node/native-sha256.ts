import { createHash } from 'node:crypto';
import type { RunningHash } from '#kernel/model/running-hash.ts';

/** SHA-256 by OpenSSL, for gigabytes of files; `createSha256` of the kernel, which browsers run too, is slower. */
export function createNativeSha256(): RunningHash {
  const hash = createHash('sha256');
  return {
    update(part) {
      hash.update(part);
    },
    hex: () => hash.digest('hex'),
  };
}
