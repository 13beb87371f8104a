import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The hash algorithms that a bag may be listed with (FIPS 180-4). */
export const HASH_ALGORITHMS = ['sha256', 'sha512'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

/** Length of a digest in hexadecimal digits. */
export const HEX_DIGITS: Readonly<Record<HashAlgorithm, number>> = { sha256: 64, sha512: 128 };

/** An incremental hash over chunks of bytes; `hex` ends it and gives lower case. */
export interface RunningHash {
  update(part: Uint8Array): void;
  hex(): string;
}

/** Begins an incremental hash of an algorithm that the caller has chosen. */
export type NewHash = () => RunningHash;

const MAKERS = { sha256, sha512 };

/** Creates an incremental hash, for content too large to be held in memory. */
export function createHash(algorithm: HashAlgorithm): RunningHash {
  const hash = MAKERS[algorithm].create();
  return {
    update(part) {
      hash.update(part);
    },
    hex: () => bytesToHex(hash.digest()),
  };
}
