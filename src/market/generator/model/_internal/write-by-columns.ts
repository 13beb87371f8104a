import { FAMILIES } from '#market/ads/model/families.ts';
import type { AdWriting } from '#market/generator/model/drawing-version.ts';
import {
  type DrawnMarket,
  familyAt,
  type SaidSign,
  type Undrawn,
  type WrittenAd,
} from '#market/generator/model/drawn-market.ts';
import type { MarketColumns } from '#market/generator/model/market-columns.ts';
import { writeAd } from '#market/generator/model/write-ad.ts';
import { createAdWriter } from './ad-writer.ts';

/** Up to so many ads a market keeps its texts, because the ad and its truth ask for the same one. */
const MAX_KEPT = 1000;

function keepTexts(write: DrawnMarket['write']): DrawnMarket['write'] {
  const kept: WrittenAd[] = [];
  return (at) => {
    const known = kept[at];
    if (known) return known;
    const text = write(at);
    // The writer uses its lists of bits again for the next text.
    const own = { ...text, bits: text.bits.slice(), looks: text.looks.slice() };
    kept[at] = own;
    return own;
  };
}

/** Writes ads from their columns, sentence by sentence. */
export function writeByColumns(market: Undrawn): AdWriting<MarketColumns> {
  const { columns } = market;
  const writeAnew = createAdWriter(market);
  const write = market.count > MAX_KEPT ? writeAnew : keepTexts(writeAnew);
  return {
    write,
    ad: writeAd,
    said(at) {
      const { said } = FAMILIES[familyAt(columns, at)];
      const { sentences, bits } = write(at);
      return sentences.flatMap((_, n): SaidSign[] => {
        const one = said[bits[n] ?? -1];
        return one ? [{ indicator: one.id, kind: one.kind, at: `s${n + 1}` }] : [];
      });
    },
    saidOnPage: (at) => columns.said[at] as number,
    story: () => undefined,
    recordStory: () => undefined,
    likes(at) {
      const { said } = FAMILIES[familyAt(columns, at)];
      const { sentences, looks } = write(at);
      return sentences.flatMap((_, n) => {
        const like = said[looks[n] ?? -1];
        return like ? [{ indicator: like.id, at: `s${n + 1}` as const }] : [];
      });
    },
  };
}
