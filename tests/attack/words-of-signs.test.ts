import { describe, expect, it } from 'vitest';
import { learnNGrams } from '#bench/markets/model/learn-n-grams.ts';
import { type NGrams, nGramsOf } from '#bench/markets/model/n-grams.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder, seeMarket } from '../support/attack/seen-market.ts';
import { pageText } from '../support/attack/structure.ts';
import { seeds } from '../support/builders/a-market.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';

/** What ads say in sentences, and which bits of `said` they carry. */
interface Said {
  readonly text: NGrams;
  readonly said: number;
}

function adsOf(profile: MarketProfileId, family: string, markets: number, posts = LIBRARY.posts): Said[] {
  return seeds(family, markets).flatMap((seed) => {
    const { drawn, ads, open } = seeMarket(fieldOrder(profile, seed, { posts }));
    return open.map((at) => ({
      text: nGramsOf(pageText(ads[at] as (typeof ads)[number])),
      said: drawn.columns.said[at] as number,
    }));
  });
}

/** Harmonic mean of precision and recall where what is above a threshold is taken for the sign. */
function f1(worth: readonly number[], own: readonly boolean[], threshold: number): number {
  const taken = worth.map((value) => value > threshold);
  const right = taken.filter((one, n) => one && own[n]).length;
  const all = taken.filter(Boolean).length + own.filter(Boolean).length;
  return all === 0 ? 0 : (2 * right) / all;
}

/** The threshold with the best F1, among those between hundredths of the ads. */
function bestThreshold(worth: readonly number[], own: readonly boolean[]): number {
  const sorted = worth.toSorted((a, b) => a - b);
  const thresholds = Array.from({ length: 200 }, (_, n) => sorted[Math.floor((n * sorted.length) / 200)] as number);
  return thresholds.reduce((best, one) => (f1(worth, own, one) > f1(worth, own, best) ? one : best));
}

const PROFILES = ['BUY', 'JOB', 'SOC'] as const satisfies readonly MarketProfileId[];

/**
 * Most that a learner of practice words may reach in an assessment. Signs of services show by form as well as by words:
 * in whose voice an ad is, a language of its field that the person does not speak, a second name beside the handle.
 */
const MOST = { BUY: 0.5, JOB: 0.2, SOC: 0.2 } as const;

describe.runIf(inFull(true, false))('who learned the words of signs on practice ads', () => {
  it.each(PROFILES)('%s: finds few of them in ads of an assessment', (profile) => {
    const learned = adsOf(profile, 'words of practice', 14);
    const tuned = adsOf(profile, 'thresholds', 4);
    const practice = adsOf(profile, 'more practice', 6);
    const assessment = adsOf(profile, 'assessment', 6, LIBRARY.assessmentPosts);
    const { family } = fieldOrder(profile, '').profile;
    const found = FAMILIES[family].said.flatMap(({ id, kind }, bit) => {
      if (kind !== 'sign') return [];
      const shows = (ads: readonly Said[]) => ads.map(({ said }) => ((said >>> bit) & 1) === 1);
      const worth = learnNGrams(
        learned.map(({ text }) => text),
        shows(learned),
      );
      const read = (ads: readonly Said[]) => ads.map(({ text }) => worth(text));
      const threshold = bestThreshold(read(tuned), shows(tuned));
      const of = (ads: readonly Said[]) => f1(read(ads), shows(ads), threshold);
      return [{ id, practice: of(practice), assessment: of(assessment) }];
    });
    const mean = (half: 'practice' | 'assessment') => found.reduce((sum, one) => sum + one[half], 0) / found.length;

    console.table(
      found.map((one) => ({
        sign: one.id,
        practice: one.practice.toFixed(2),
        assessment: one.assessment.toFixed(2),
        loss: (one.practice - one.assessment).toFixed(2),
      })),
    );
    console.log(profile, 'mean', mean('practice').toFixed(2), mean('assessment').toFixed(2));
    expect(mean('assessment')).toBeLessThanOrEqual(MOST[profile]);
    expect(mean('practice')).toBeGreaterThan(mean('assessment'));
  });
});
