import { BANDS } from '#market/signs/model/bands.ts';
import type { AdKey } from './derive-key.ts';
import { type DetectionResponse, isFlag, playDetection } from './play.ts';
import { certaintyThatPays } from './points.ts';

/**
 * The answers of the ideal observer of a market: the band that follows from the pages, the certainty that follows from
 * the probability, and a queue by the probability of control. It knows the weights and not the truth, so that a hard
 * market can be distinguished from a weak reader. It marks nothing.
 */
export function readIdeally(judged: readonly AdKey[]): DetectionResponse {
  const pressing = judged.toSorted((a, b) => b.posterior - a.posterior);
  return {
    ...playDetection.empty,
    judgements: Object.fromEntries(
      judged.map(({ ad, idealBand, posterior }) => {
        const right = isFlag(idealBand) ? posterior : 1 - posterior;
        return [ad, { band: idealBand, certainty: certaintyThatPays(right) }];
      }),
    ),
    queue: pressing.filter(({ idealBand }) => idealBand !== BANDS[0]).map(({ ad }) => ad),
  };
}
