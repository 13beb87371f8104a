import crc from 'crc-32';

/** CRC-32 over chunks: pass the result for the previous chunks, 0 at the start. */
export const crc32 = (part: Uint8Array, before = 0): number => crc.buf(part, before) >>> 0;
