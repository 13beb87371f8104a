import { describe, expect, it } from 'vitest';
import type { Reach } from '#market/generator/model/ideal-reader.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { type Attack, prepareAttack } from '../support/attack/attack.ts';
import { attackAll, attackPlain, attackUnlabelled, boundOf, misreadIn } from '../support/attack/judge-attack.ts';
import { inFull } from '../support/in-full.ts';
import { drawVersion8 } from '../support/market/version-8.ts';

const MARKETS = inFull({ words: 10, rest: 40, judged: 40 }, { words: 2, rest: 10, judged: 12 });

const ATTACKS: readonly [MarketProfileId, Reach][] = inFull(
  (['BUY', 'PRO', 'REG', 'TPC', 'JOB', 'SOC'] as const).flatMap((profile): [MarketProfileId, Reach][] => [
    [profile, 'pages'],
    [profile, 'records'],
  ]),
  [['BUY', 'pages']],
);

/** How far from .50 lines without a label may rank ads, where it is more than .05: measured .59 and .65. */
const OF_NEUTRAL_LINES: readonly (readonly [setting: string, most: number])[] = [
  ['JOB', 0.12],
  ['SOC', 0.18],
];

/** What version 8 draws anew: numbers of ads, times, renewals, order, and posts with a story. */
describe.each(ATTACKS)('version 8 of %s, %s', (profile, reach) => {
  let prepared: Attack | undefined;
  const attack = () => {
    prepared ??= prepareAttack({ profile, reach, markets: MARKETS, draw: drawVersion8 });
    return prepared;
  };

  it('no learner ranks ads better than the ideal reader', () => {
    const { areas } = attackAll(attack());
    const bound = boundOf(areas['ceiling'] ?? expect.fail('no ceiling'));

    expect(areas['trees']?.area, JSON.stringify(areas)).toBeLessThanOrEqual(bound);
    expect(areas['line']?.area, JSON.stringify(areas)).toBeLessThanOrEqual(bound);
  });

  it('numbers, order, times, accounts and labels of persons tell nothing', () => {
    for (const [learner, { area, error }] of Object.entries(attackPlain(attack())))
      expect(Math.abs(area - 0.5), `${learner}: ${area}, error ${error}`).toBeLessThanOrEqual(
        Math.max(0.03, 3 * error),
      );
  });

  it.runIf(reach === 'pages')('lines without a label tell nearly nothing', () => {
    const { area, error } = attackUnlabelled(attack());
    // A text is drawn by what its ad shows, so that it tells of the signs in fields and comments, and of nothing else
    // (`posts-by-type.test.ts`). Offers of work have many signs; there the aim of .55 is not reached.
    const [, most] = OF_NEUTRAL_LINES.find(([setting]) => setting === profile) ?? [profile, 0.05];
    expect(Math.abs(area - 0.5), `${area}, error ${error}`).toBeLessThanOrEqual(Math.max(most, 3 * error));
  });

  it('no fact means clearly more than the ideal reader knows', () => {
    expect(misreadIn(attack())).toEqual([]);
  });
});
