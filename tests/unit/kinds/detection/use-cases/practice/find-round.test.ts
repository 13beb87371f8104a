import { describe, expect, it } from 'vitest';
import { readingOf } from '#case/debrief/model/reading/reading.ts';
import { type DetectionResponse, playDetection } from '#kinds/detection/model/play.ts';
import { findRound, type PracticeRound } from '#kinds/detection/use-cases/practice/find-round.ts';
import { packRoundLibrary } from '#kinds/detection/use-cases/practice/round-library.ts';
import { scoreRound } from '#kinds/detection/use-cases/score-round.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import { LIBRARY } from '../../../../../support/builders/the-library.ts';

const library = packRoundLibrary(LIBRARY);
const ORDER = { signs: ['house-set-terms', 'manager-reference', 'same-room'], seed: 'again', tries: 60 };
const round = findRound(library, ORDER) as PracticeRound;
const labelled = (sign: string) =>
  round.truth.ads.filter(({ labels }) => labels.some(({ indicator, at }) => indicator === sign && isOnThePage(at)));

describe('a round around some signs', () => {
  it('shows each of them in at least two of twelve ads', () => {
    expect(round.shown).toEqual(ORDER.signs);
    for (const sign of ORDER.signs) expect(labelled(sign).length).toBeGreaterThanOrEqual(2);
    expect(round.market.ads).toHaveLength(12);
    expect(round.market.ads.map(({ id }) => id)).toEqual(round.truth.ads.map(({ ad }) => ad));
  });

  it('contains no withheld card, and announces no share of controlled ads', () => {
    expect(round.market.ads.filter(({ withheld }) => withheld)).toEqual([]);
    expect(round.market.prevalence).toBe('CALIBRATION');
  });

  it('is the same for the same order', () => {
    expect(findRound(library, ORDER)).toEqual(round);
  });

  it('is undefined where no market can show any of the signs', () => {
    expect(findRound(library, { signs: ['no-such-sign'], seed: 'again', tries: 3 })).toBeUndefined();
  });

  it('shows the possible signs where one cannot be shown, and lists them', () => {
    const some = findRound(library, { signs: ['no-such-sign', 'manager-reference'], seed: 'again', tries: 6 });

    expect(some?.shown).toEqual(['manager-reference']);
  });

  it('gives a reading with marked signs as found and others as missed', () => {
    const sought = round.truth.ads.flatMap(({ ad, labels, control }) =>
      control === 'controlled' || control === 'deceptive'
        ? labels.filter(({ kind, at }) => kind === 'sign' && isOnThePage(at)).map((label) => ({ ad, ...label }))
        : [],
    );
    const unmarked = readingOf(scoreRound(library, round, playDetection.empty), {
      id: 'r',
      wall: '',
      title: '',
      marketId: '',
    });
    const [missed] = Object.keys(unmarked.signs);
    const own = sought.filter(({ indicator }) => indicator === missed);
    const response: DetectionResponse = {
      ...playDetection.empty,
      marks: own.map(({ ad, at, indicator }) => ({ ad, at, indicator })),
    };
    const marked = readingOf(scoreRound(library, round, response), { id: 'r', wall: '', title: '', marketId: '' });

    expect(unmarked.signs[missed ?? '']?.misses).toBeGreaterThan(0);
    expect(marked.signs[missed ?? '']?.misses).toBe(0);
    expect(marked.signs[missed ?? '']?.hits).toBe(unmarked.signs[missed ?? '']?.misses);
  });
});
