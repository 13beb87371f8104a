import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedStream } from '#kernel/model/keyed-stream.ts';
import { mostAdsOf, personaSizes } from '#market/generator/model/persona-sizes.ts';

describe('the ads of each persona', () => {
  it('make the total together, with nobody above the maximum', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 20 }), fc.string(), (total, most, seed) => {
        const sizes = personaSizes(total, most, keyedStream(seed, 'sizes'));

        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total);
        expect(sizes.every((size) => size >= 1 && size <= most)).toBe(true);
      }),
    );
  });

  it('are distributed in short lists as in long ones that are cut nowhere, wherever a persona stands in its list', () => {
    const rng = keyedStream('1211', 'short lists');
    const lists = Array.from({ length: 4000 }, () => personaSizes(12, 4, rng));
    const share = (sizes: readonly number[]) => sizes.filter((size) => size > 1).length / sizes.length;
    const places = [0, 1, 2].map((place) => share(lists.flatMap((list) => list[place] ?? [])));

    // The standard error of a share is .007.
    expect(Math.max(...places) - Math.min(...places)).toBeLessThan(0.04);
    expect(share(lists.flatMap((list) => list.at(-1) ?? []))).toBeCloseTo(places[0] as number, 1);
  });

  it('leave a network two personas, however few ads it has', () => {
    for (let ads = 2; ads < 100; ads++) {
      const rng = keyedStream(`${ads}`, 'two');
      for (let n = 0; n < 20; n++) expect(personaSizes(ads, mostAdsOf(ads), rng).length).toBeGreaterThan(1);
    }
  });
});
