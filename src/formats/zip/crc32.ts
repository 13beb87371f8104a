/** Remainders of all bytes for the polynomial 0xEDB88320, which zip and gzip share (ITU-T V.42). */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 of bytes that come in parts: give the one of all parts before, 0 at the beginning. */
export function crc32(part: Uint8Array, before = 0): number {
  let rest = ~before;
  for (let at = 0; at < part.length; at++)
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (part[at] as number)) & 0xff] as number);
  return ~rest >>> 0;
}
