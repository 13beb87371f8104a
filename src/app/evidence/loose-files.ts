import type { KeptFile } from '#core/evidence/evidence-item.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { textBytes } from '#formats/zip/text-bytes.ts';

/** A copy of a page that no item of the locker holds, as it lies in the bag. */
export interface LooseFile extends KeptFile {
  readonly text: string;
}

/** The copies of pages of which no capture lies in the locker, in the order of their paths. */
export function looseFiles({ loose = [] }: Pick<Locker, 'loose'>): LooseFile[] {
  return loose
    .flatMap(({ ad, texts }) =>
      texts.map(({ name, mime, text }) => {
        const bytes = textBytes(text);
        return { path: `data/around/${ad}/${name}`, sha256: sha256Hex(bytes), bytes: bytes.length, mime, text };
      }),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
