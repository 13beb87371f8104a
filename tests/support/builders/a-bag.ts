import type { Locker } from '#evidence/locker/model/locker.ts';
import { bagFiles } from '#evidence/locker/use-cases/pack-locker.ts';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { NONCE, SAY } from './a-locker.ts';

/** The files of a bag by their paths; a test changes them as it likes. */
export type Bag = Map<string, Uint8Array>;

/** The bag of a locker in memory. */
export async function bagOf(locker: Locker): Promise<Bag> {
  const bag: Bag = new Map();
  for await (const { path, chunks } of bagFiles(locker, SAY, { nonce: NONCE })) {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    bag.set(path, Uint8Array.from(Buffer.concat(parts)));
  }
  return bag;
}

/** A bag in memory, as the verifier reads one. */
export function openBag(bag: ReadonlyMap<string, Uint8Array>): BagFiles {
  const bytesOf = (path: string) => bag.get(path) ?? new Uint8Array(0);
  return {
    files: [...bag].map(([path, bytes]) => ({ path, bytes: bytes.length })),
    async *read(path) {
      yield bytesOf(path);
    },
    source: async (path) => sourceOfBytes(bytesOf(path)),
  };
}
