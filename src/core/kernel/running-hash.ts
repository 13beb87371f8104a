import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The hash algorithms that a bag may be listed with (FIPS 180-4). */
export const HASH_ALGORITHMS = ['sha256', 'sha512'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

/** Length of a digest in hexadecimal digits. */
export const HEX_DIGITS: Readonly<Record<HashAlgorithm, number>> = { sha256: 64, sha512: 128 };

/** A hash over bytes that come in parts; `hex` ends it, in lower case. */
export interface RunningHash {
  update(part: Uint8Array): void;
  hex(): string;
}

const MAKERS = { sha256, sha512 };

/** A hash that takes its bytes in parts, for what is too large to be held at once. */
export function createHash(algorithm: HashAlgorithm): RunningHash {
  const hash = MAKERS[algorithm].create();
  return {
    update(part) {
      hash.update(part);
    },
    hex: () => bytesToHex(hash.digest()),
  };
}
