import type { KeptFile } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';

/** A loose copy (`LooseCopies`) as a file of the bag. */
export interface LooseFile extends KeptFile {
  readonly text: string;
}

/** Copies of pages that have no capture in the locker, sorted by path. */
export function looseFiles({ loose = [] }: Pick<Locker, 'loose'>): LooseFile[] {
  return loose
    .flatMap(({ ad, texts }) =>
      texts.map(({ name, mime, text }) => {
        const bytes = textBytes(text);
        return { path: `data/around/${ad}/${name}`, sha256: sha256Hex(bytes), bytes: bytes.length, mime, text };
      }),
    )
    .sort((a, b) => compareCodes(a.path, b.path));
}
