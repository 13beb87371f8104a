import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import type { MeasuredWeights } from '#market/signs/model/sign-weight.ts';
import words from '#words/market/ad-story.json' with { type: 'json' };
import { LIBRARY, ROOT } from '../support/builders/the-library.ts';

const measured = ['content/indicators/weights.yaml'].map(
  (file) => (parse(readFileSync(join(ROOT, file), 'utf8')) as { weights: MeasuredWeights }).weights,
);
const SERVICES = ['BUY', 'REG', 'PRO', 'TPC'] as const;

describe('what the kit says about an ad', () => {
  it('is the same in the truth of a market and on the screens', () => {
    for (const type of ACTOR_TYPES) expect(LIBRARY.lexicon.why[type]).toBe(words[`who.${type}`]);
    expect(LIBRARY.lexicon.why.withheld).toBe(words.closed);
  });

  it('is on a market card no more than was measured: what weighs less in the licensed market weighs least there', () => {
    for (const [id, { agencies, summary, law, touring }] of LIBRARY.profiles) {
      const text = [agencies, summary, touring, ...law].join(' ');
      expect(text, id).not.toMatch(/weighs? more|counts? for more/);
      expect(/weighs? less/.test(text), id).toBe(id === 'REG');
    }
    for (const weights of measured)
      for (const sign of ['shared-phone', 'template-text', 'house-set-terms']) {
        const inSettings = SERVICES.map((setting) => weights[setting]?.[sign] ?? Number.NaN);
        expect(Math.min(...inSettings), sign).toBe(weights.REG?.[sign]);
      }
  });

  it('takes the strength on the home page from the measured weights', () => {
    const page = readFileSync(join(ROOT, 'src/site/pages/index.astro'), 'utf8');
    expect(page).not.toMatch(/Sign, (?:weak|moderate|strong)/);
    expect(page).toMatch(/settingsOf\('manager-reference', measuredWeights\(\)\)/);
  });
});
