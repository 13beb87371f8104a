import { describe, expect, it } from 'vitest';
import { GENERATOR_VERSION_8 } from '#market/generator/model/generator-version-8.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { nextVersion } from '../../scripts/market/drawing.ts';
import { realismOf8 } from '../../scripts/market/realism-8.ts';
import { weightsOf } from '../../scripts/market/weights.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';
import { GENRES } from '../support/market/posts/genres.ts';

const SETTINGS = [...LIBRARY.profiles.values()].map((profile) => [profile.id, profile] as const);
/** Two hundred markets of a setting take some ten seconds. */
const WEIGHED: readonly MarketProfileId[] = inFull([...LIBRARY.profiles.keys()], ['PRO']);

/** After a change of posts: `update-weights -- --generator 8` and `update-realism -- --generator 8`. */
describe('what is measured on version 8', () => {
  const drawing = nextVersion();

  it('says so, for every setting', () => {
    for (const { generatorVersion } of [GENRES.weights, GENRES.realism])
      expect(generatorVersion).toBe(GENERATOR_VERSION_8);
    for (const measured of [GENRES.weights.weights, GENRES.realism.settings])
      expect(Object.keys(measured)).toEqual(SETTINGS.map(([id]) => id));
  });

  it.each(SETTINGS)('is measured again: how the posts of %s look', (id, profile) => {
    expect(realismOf8(profile, LIBRARY, drawing, GENRES.realism.seeds)).toEqual(GENRES.realism.settings[id]);
  });

  it.each(SETTINGS.filter(([id]) => WEIGHED.includes(id)))(
    'is measured again: what signs are worth in %s',
    (id, profile) => {
      expect(weightsOf(profile, LIBRARY, drawing, GENRES.weights.seeds)).toEqual(GENRES.weights.weights[id]);
    },
  );
});
