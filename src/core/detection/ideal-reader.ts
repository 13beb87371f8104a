import { BANDS } from '#core/indicators/bands.ts';
import type { AdKey } from './derive-key.ts';
import { type DetectionResponse, isFlag, playDetection } from './play.ts';
import { certaintyThatPays } from './points.ts';

/**
 * What the ideal observer of a market answers: the band that follows from what the pages show, as sure as that makes it, and
 * a queue by how likely each ad is controlled. It knows the weights and not the truth, so that a hard market can be told from
 * a weak reader. It marks nothing.
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
