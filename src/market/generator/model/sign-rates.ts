import type { ActorType } from '#market/ads/model/actor-types.ts';
import { FAMILIES, type Family, SHARED_TRACES } from '#market/ads/model/families.ts';
import type { Planting } from '#market/ads/model/schemas.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';

/** Probability of each indicator for a persona of one actor type, in the order of the family's plan. */
export interface SignRates {
  readonly said: Float64Array;
  readonly shown: Float64Array;
}

const COLUMN: Partial<Record<ActorType, 'controlled' | 'independent' | 'agency'>> = {
  controlled: 'controlled',
  recruiter: 'controlled',
  agency: 'agency',
  collective: 'agency',
};

/** Sign rates of one actor type in one family: planting rules first, then the closest column of the catalogue. */
export function signRates(
  family: Family,
  type: ActorType,
  catalogue: Catalogue,
  planting: Pick<Planting, 'rates' | 'traps'>,
): SignRates {
  const plan = FAMILIES[family];
  const own = planting.rates[type];
  const rateOf = (id: string): number => {
    const trap = planting.traps[id];
    if (trap !== undefined) return trap;
    const given = own?.[id];
    if (given !== undefined) return given;
    const likelihood = catalogue.get(id)?.likelihood;
    if (!likelihood) return 0;
    if ('deceptive' in likelihood) return type === 'recruiter' ? likelihood.deceptive : likelihood.lawful;
    // The catalogue has no column for signs that job boards have in common with services: only planted rates count.
    if (family !== 'services' && (Object.values(SHARED_TRACES) as string[]).includes(id)) return 0;
    return likelihood[COLUMN[type] ?? 'independent'];
  };
  return {
    said: Float64Array.from(plan.said, ({ id }) => rateOf(id)),
    shown: Float64Array.from(plan.shown, ({ id }) => rateOf(id)),
  };
}
