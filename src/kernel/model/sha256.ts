import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { createHash, type RunningHash } from './running-hash.ts';
import { utf8 } from './utf8.ts';

/** SHA-256 of bytes, or of the UTF-8 bytes of a string, as 64 lower-case hex digits (FIPS 180-4). */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256Bytes(content));
}

/** The same digest as 32 raw bytes. */
export function sha256Bytes(content: Uint8Array | string): Uint8Array {
  return sha256(typeof content === 'string' ? utf8(content) : content);
}

/** Incremental SHA-256 over chunks of bytes. */
export const createSha256 = (): RunningHash => createHash('sha256');
