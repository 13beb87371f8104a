import { describe, expect, it } from 'vitest';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import realism from '../../content/bench/realism.json' with { type: 'json' };
import { shippedLibrary } from '../../scripts/command/shipped-library.ts';
import { realismOf } from '../../scripts/market/realism.ts';
import { realismRows } from '../../scripts/market/realism-of-posts.ts';

describe('generated markets beside what studies print', () => {
  const library = shippedLibrary();

  it('have figures of the current generator, for every profile', () => {
    expect(realism.generatorVersion).toBe(GENERATOR_VERSION);
    expect(Object.keys(realism.profiles)).toEqual([...library.profiles.values()].map(({ id }) => id));
  });

  it.each(Object.entries(realism.profiles))('are measured again: %s', (id, figures) => {
    const profile = [...library.profiles.values()].find((one) => one.id === id);
    if (!profile) throw new Error(`There is no profile ${id}.`);

    expect(realismOf(profile, library, realism.seeds)).toEqual(figures);
  });

  it('are as far from studies as the task of each exercise says', () => {
    for (const { signs, perPhone } of Object.values(realism.profiles) as {
      signs?: { found: number[]; printed: number[] };
      perPhone: { found: number[]; printed: number[] };
    }[]) {
      expect(Math.round(perPhone.printed[0] ?? 0)).toBe(17);
      expect(Math.round(perPhone.found[0] ?? 0)).toBe(2);
      if (signs === undefined) continue;
      expect(Math.round(signs.printed[3] ?? 0)).toBe(2);
      expect(signs.found[3]).toBeGreaterThan(20);
    }
  });

  it('give shares that add up, and distances that follow from what stands beside them', () => {
    for (const { signs, repeated } of Object.values(realism.profiles) as {
      signs?: { found: number[]; printed: number[]; distance: number };
      repeated: { found: number[]; printed: number[]; distance: number };
    }[]) {
      expect(repeated.distance).toBeCloseTo(Math.abs((repeated.found[0] ?? 0) - (repeated.printed[0] ?? 0)), 6);
      if (signs === undefined) continue;
      expect(signs.found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
      const more = signs.found.map((share, n) => Math.max(0, share - (signs.printed[n] ?? 0)));
      expect(Math.abs(more.reduce((sum, share) => sum + share, 0) - signs.distance)).toBeLessThan(0.3);
    }
  });
});

describe('the table of the datasheet', () => {
  const library = shippedLibrary();
  const { generatorVersion, seeds, settings } = library.realism;
  const profiles = [...library.profiles.values()].map((profile) => [profile.id, profile] as const);

  it('is of the current generator, for every profile', () => {
    expect(generatorVersion).toBe(GENERATOR_VERSION);
    expect(Object.keys(settings)).toEqual(profiles.map(([id]) => id));
  });

  it.each(profiles)('is measured again: %s', (id, profile) => {
    expect(realismRows(profile, library, seeds)).toEqual(settings[id]);
  });
});
