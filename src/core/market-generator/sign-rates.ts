import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { ActorType } from '#core/market/actor-types.ts';
import { FAMILIES, type Family, SHARED_TRACES } from '#core/market/families.ts';
import type { Planting } from '#core/market/schemas.ts';

/** Chances that a persona of one type of actor shows each indicator of a family, in the order of the family's plan. */
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

/** Rates of all types of actors in one family: planting rules first, then the catalogue's column nearest to the type. */
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
    // What the plan of job boards shares with others has no column there: only what is planted counts.
    if (family !== 'services' && (Object.values(SHARED_TRACES) as string[]).includes(id)) return 0;
    return likelihood[COLUMN[type] ?? 'independent'];
  };
  return {
    said: Float64Array.from(plan.said, ({ id }) => rateOf(id)),
    shown: Float64Array.from(plan.shown, ({ id }) => rateOf(id)),
  };
}
