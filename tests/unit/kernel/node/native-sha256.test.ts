import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNativeSha256 } from '#adapters/node/native-sha256.ts';
import { createSha256 } from '#core/kernel/sha256.ts';

it('hashes the same chunks as the kernel to the same digits', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
      const [native, own] = [createNativeSha256(), createSha256()];
      for (const hash of [native, own]) for (const chunk of chunks) hash.update(chunk);
      expect(native.hex()).toBe(own.hex());
    }),
  );
});
