import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from './utf8.ts';

/** SHA-256 of bytes, or of the UTF-8 bytes of a string, as 64 lower-case hex digits (FIPS 180-4). */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256Bytes(content));
}

/** The same as 32 raw bytes. */
export function sha256Bytes(content: Uint8Array | string): Uint8Array {
  return sha256(typeof content === 'string' ? utf8(content) : content);
}

/** SHA-256 over bytes that come in parts; `hex` ends it. */
export interface Sha256 {
  update(part: Uint8Array): void;
  hex(): string;
}

/** A hash that takes its bytes in parts, for what is too large to be held at once. */
export function createSha256(): Sha256 {
  const hash = sha256.create();
  return {
    update(part) {
      hash.update(part);
    },
    hex: () => bytesToHex(hash.digest()),
  };
}
