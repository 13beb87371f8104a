import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSha256 } from '#kernel/model/sha256.ts';
import { createNativeSha256 } from '#kernel/node/native-sha256.ts';

it('hashes the same chunks as the kernel to the same digits', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
      const [native, own] = [createNativeSha256(), createSha256()];
      for (const hash of [native, own]) for (const chunk of chunks) hash.update(chunk);
      expect(native.hex()).toBe(own.hex());
    }),
  );
});
