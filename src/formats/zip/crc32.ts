import crc from 'crc-32';

/** The CRC-32 of bytes that come in parts: give the one of all parts before, 0 at the beginning. */
export const crc32 = (part: Uint8Array, before = 0): number => crc.buf(part, before) >>> 0;
