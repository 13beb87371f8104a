import type { KeptFile } from '#core/evidence/evidence-item.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { compareCodes } from '#core/kernel/compare-codes.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { textBytes } from '#formats/zip/text-bytes.ts';

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
