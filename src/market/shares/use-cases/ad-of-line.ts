import { utf8 } from '#kernel/model/utf8.ts';
import { toExportedId } from '#market/documents/model/exported-id.ts';
import type { KindByAd } from '#market/documents/use-cases/market-files.ts';
import { adIdOf } from '#market/generator/model/ad-ids.ts';

/** The field with which each line begins. */
const FIRST_FIELD: Readonly<Record<KindByAd, string>> = { ads: 'id', records: 'id', 'ground-truth': 'ad' };

const ZERO = 48;
const QUOTE = 34;

/**
 * Reads from the start of a line which ad of a market of `size` ads it is about: its index, or -1 if the line does not
 * begin as the generator writes it. The rest of the line is not read.
 */
export function adOfLine(kind: KindByAd, size: number): (line: Uint8Array) => number {
  const first = adIdOf(size, 0);
  const begin = utf8(`{"${FIRST_FIELD[kind]}":"${toExportedId('')}`);
  const end = begin.length + first.length;
  return (line) => {
    if (line.length <= end || line[end] !== QUOTE || begin.some((byte, n) => line[n] !== byte)) return -1;
    let number = 0;
    for (let at = begin.length; at < end; at++) {
      const digit = (line[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    const index = number - Number(first);
    return index >= 0 && index < size ? index : -1;
  };
}
