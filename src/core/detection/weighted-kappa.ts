import { BANDS, type Band } from '#core/indicators/bands.ts';
import type { AdKey } from './derive-key.ts';
import { type AnsweredBand, countedBand } from './play.ts';

/**
 * Agreement with the key beyond chance, distant bands weighing more (quadratic weights). Where a key allows several
 * bands, the nearest counts. 1 where reader and key both use one single band throughout.
 * @see J. Cohen, 1968, Psychological Bulletin 70.
 */
export function weightedKappa(ads: readonly AdKey[], answer: (ad: AdKey) => AnsweredBand): number {
  const place = (band: Band) => BANDS.indexOf(band);
  const pairs = ads.map((ad) => {
    const given = place(countedBand(answer(ad)));
    const wanted = ad.acceptable
      .map(place)
      .reduce((best, band) => (Math.abs(band - given) < Math.abs(best - given) ? band : best));
    return [given, wanted] as const;
  });
  const share = (which: 0 | 1, band: number) => pairs.filter((pair) => pair[which] === band).length / pairs.length;
  const observed = pairs.reduce((sum, [given, wanted]) => sum + (given - wanted) ** 2, 0) / pairs.length;
  let expected = 0;
  for (let a = 0; a < BANDS.length; a++)
    for (let b = 0; b < BANDS.length; b++) expected += (a - b) ** 2 * share(0, a) * share(1, b);
  if (expected === 0) return observed === 0 ? 1 : 0;
  return 1 - observed / expected;
}
