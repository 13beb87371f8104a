import { crc32 as crc32OfNode } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '#kernel/formats/zip/crc32.ts';

describe('the checksum of a zip', () => {
  it('is the one that zlib computes, in one part or in several', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (parts) => {
        const inParts = parts.reduce((sum, part) => crc32(part, sum), 0);

        expect(inParts).toBe(crc32OfNode(Buffer.concat(parts)));
        expect(crc32(Uint8Array.from(Buffer.concat(parts)))).toBe(inParts);
      }),
    );
  });
});
