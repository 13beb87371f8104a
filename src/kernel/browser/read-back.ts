import { sha256Hex } from '#kernel/model/sha256.ts';

/** A hash, and what computed it: the browser, or this program if the browser does not offer WebCrypto. */
export interface HashReadBack {
  readonly sha256: string;
  readonly by: 'browser' | 'program';
}

/**
 * SHA-256 of the bytes by WebCrypto, which shares no code with the hash taken at capture. A page without a secure
 * connection has no WebCrypto; then this program computes it again.
 */
export async function readBack(bytes: Uint8Array): Promise<HashReadBack> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return { sha256: sha256Hex(bytes), by: 'program' };
  const digest = await subtle.digest('SHA-256', bytes.slice());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { sha256, by: 'browser' };
}
