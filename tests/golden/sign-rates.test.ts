import { describe, expect, it } from 'vitest';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { countSigns, indicatorsAt, type SignCounts } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { typeAt } from '#market/generator/model/drawn-market.ts';
import { weightsOf } from '../../scripts/market/weights.ts';
import { anOrder, seeds } from '../support/builders/a-market.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';

/** Two hundred markets of a setting take some ten seconds. */
const WEIGHED: readonly MarketProfile['id'][] = inFull([...LIBRARY.profiles.keys()], ['PRO']);

const profile = (id: MarketProfile['id']) => LIBRARY.profiles.get(id) as MarketProfile;
const field = (id: MarketProfile['id'], seed: string) =>
  drawMarket(anOrder({ profile: profile(id), size: 'field', prevalence: 'FIELD', seed }));

function counted(id: MarketProfile['id']): SignCounts {
  const counts: SignCounts = new Map();
  for (const seed of seeds('rates', 400)) countSigns(field(id, seed), counts);
  return counts;
}

const COUNTED = { services: counted('BUY'), jobs: counted('JOB') };

/** Every indicator of a family that the table gives a value for in that column, with what the generator made of it. */
function rates(family: keyof typeof COUNTED, type: ActorType, column: string) {
  const { said, shown } = FAMILIES[family];
  const count = COUNTED[family].get(type);
  return [...new Set([...said, ...shown].map(({ id }) => id))].flatMap((id) => {
    const likelihood = LIBRARY.catalogue.get(id)?.likelihood as Record<string, number> | undefined;
    const table = likelihood?.[column];
    if (table === undefined || !count) return [];
    return [{ id, table, found: (count.shown.get(id) ?? 0) / count.ads }];
  });
}

/**
 * What stays below the table, by column, with the rate that is measured. Who is open at all hours, or renews around the
 * clock, has no fixed days off, and many agencies are; a hidden number is not shared.
 */
const BELOW: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  controlled: { 'rest-gaps': 0.163, 'shared-phone': 0.366 },
  agency: { 'rest-gaps': 0.237 },
};

describe('how often ads of whole markets show each sign and cue', () => {
  it.each([
    ['services', 'controlled', 'controlled', 42],
    ['services', 'independent', 'independent', 42],
    ['services', 'agency', 'agency', 42],
    ['jobs', 'recruiter', 'deceptive', 9],
    ['jobs', 'employer', 'lawful', 9],
  ] as const)(
    '%s, %s: within three in a hundred of the table, or of what contradictions leave',
    (family, type, column, signs) => {
      const found = rates(family, type, column);

      expect(found).toHaveLength(signs);
      const expected = (id: string, table: number) => BELOW[column]?.[id] ?? table;
      expect(found.filter((one) => Math.abs(one.found - expected(one.id, one.table)) > 0.03)).toEqual([]);
    },
  );

  it.each(['jobs', 'capstone'])(
    'nine in ten lawful job ads show a commonplace or a sign from the lists (%s)',
    (where) => {
      const ads = seeds('lawful jobs', where === 'jobs' ? 20 : 5).flatMap((seed) => {
        const drawn =
          where === 'jobs' ? field('JOB', seed) : drawMarket(anOrder({ size: 'capstone', prevalence: 'FIELD', seed }));
        return Array.from({ length: drawn.size }, (_, at) => at)
          .filter((at) => typeAt(drawn.columns, at) === 'employer' && drawn.columns.withheld[at] === 0)
          .map((at) => [...indicatorsAt(drawn, at)]);
      });
      const common = ads.filter((ids) => ids.some((id) => id === 'n-job-commonplaces' || id.startsWith('lj-')));

      expect(ads.length).toBeGreaterThan(1500);
      expect(common.length / ads.length).toBeGreaterThanOrEqual(0.9);
    },
  );
});

describe('the weights of the ideal observer', () => {
  it('were measured with the current generator version', () => {
    expect(LIBRARY.weights.generatorVersion).toBe(GENERATOR_VERSION);
    expect(Object.keys(LIBRARY.weights.weights).toSorted()).toEqual([...LIBRARY.profiles.keys()].toSorted());
  });

  it.each(WEIGHED)('of %s are reproduced from the same markets', (id) => {
    expect(weightsOf(profile(id), LIBRARY, LIBRARY.weights.seeds)).toEqual(LIBRARY.weights.weights[id]);
  });
});
