import { sha256Hex } from './sha256.ts';

/** A UUID of version 8 (RFC 9562, own making) out of the hash of a text: the same text always has the same. */
export function hashUuid(text: string): string {
  const hex = sha256Hex(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
