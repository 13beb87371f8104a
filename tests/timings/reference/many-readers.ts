import { type Rng, stream } from '#kernel/model/rng.ts';
import type { AdKey } from '#kinds/detection/model/derive-key.ts';
import type { Certainty, DetectionResponse, Judgement, Mark } from '#kinds/detection/model/play.ts';
import { freeMark, stretchesOf } from '#kinds/detection/model/stretch.ts';
import type { Market } from '#market/ads/model/market.ts';
import { BANDS } from '#market/signs/model/bands.ts';

/**
 * Readers of every skill from none to all of a market: the more skilled, the more of the signs, traps and cues they mark by
 * name, and the more often their band is one that is right. Free marks have frayed edges; some marks are out of the blue.
 */
export function manyReaders(
  count: number,
  key: readonly AdKey[],
  { ads }: Pick<Market, 'ads'>,
  indicators: readonly string[],
  seed = 'readers',
): DetectionResponse[] {
  const rng = stream(seed, 'readers');
  const sentences = new Map(ads.map((ad) => [ad.id, ad.versions.at(-1)?.sentences ?? []]));
  return Array.from({ length: count }, () =>
    aReader(
      key.filter((ad) => !ad.possibleMinor),
      sentences,
      indicators,
      rng,
    ),
  );
}

function aReader(
  key: readonly AdKey[],
  sentences: ReadonlyMap<string, readonly string[]>,
  indicators: readonly string[],
  rng: Rng,
): DetectionResponse {
  const skill = rng.int(101);
  const marks: Mark[] = [];
  const judgements: Record<string, Judgement> = {};
  const anyName = () => indicators[rng.int(indicators.length)] as string;
  for (const ad of key) {
    const own = sentences.get(ad.ad) ?? [];
    const placeOf = stretchesOf(own);
    for (const { at, indicator, kind } of ad.labels) {
      if (rng.int(kind === 'sign' ? 100 : 400) >= skill) continue;
      const { from, to } = placeOf(at);
      const frayed = at.startsWith('s') && rng.int(2) === 0;
      const name = rng.int(100) < 50 + skill / 2 ? indicator : anyName();
      const where = frayed ? freeMark(Math.max(0, from + rng.int(31) - 15), to + rng.int(31) - 15) : at;
      if (!marks.some((mark) => mark.ad === ad.ad && mark.at === where && mark.indicator === name))
        marks.push({ ad: ad.ad, at: where, indicator: name });
    }
    if (rng.int(3) === 0) marks.push({ ad: ad.ad, at: `s${1 + rng.int(own.length + 1)}`, indicator: anyName() });
    if (rng.int(20) === 0) continue;
    const right = ad.acceptable[rng.int(ad.acceptable.length)] ?? 'none';
    const band = rng.int(100) < skill ? right : (BANDS[rng.int(4)] ?? 'none');
    judgements[ad.ad] = {
      band: rng.int(15) === 0 ? 'unknown' : band,
      certainty: (1 + rng.int(3)) as Certainty,
      ...(rng.int(4) === 0 && { next: rng.int(2) === 0 ? 'check-links' : 'keep' }),
    };
  }
  return { opened: [], marks, judgements, escalated: [], logged: [], queue: [] };
}
