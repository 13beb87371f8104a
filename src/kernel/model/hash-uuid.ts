import { sha256Hex } from './sha256.ts';

/** A UUID of version 8 (RFC 9562, custom) from the hash of a text: the same text always gives the same UUID. */
export function hashUuid(text: string): string {
  const hex = sha256Hex(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
