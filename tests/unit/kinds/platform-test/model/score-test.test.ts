import { describe, expect, it } from 'vitest';
import { claimPoints } from '#kinds/platform-test/model/claim-points.ts';
import { judgedClaims, pointsOf } from '#kinds/platform-test/model/judged-claims.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import { PLAYERS, type PlayerId } from '#kinds/platform-test/model/reference-player-ids.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { BLIND_PLAYERS, meanPoints } from '#kinds/platform-test/model/reference-rates.ts';
import { scoreTest } from '#kinds/platform-test/model/score-test.ts';
import { CLAIM_IDS, soundnessOf } from '#market/platforms/model/claims.ts';
import { inFull } from '../../../../support/in-full.ts';
import { aBrief, on, place } from '../../../../support/kinds/platform-test/a-test.ts';

const PLAYS = inFull(500, 8);
const BRIEF = aBrief('score');

const rates = new Map<PlayerId, number>();
function rateOf(player: PlayerId): number {
  const rate = rates.get(player) ?? meanPoints(player, BRIEF, PLAYS);
  rates.set(player, rate);
  return rate;
}

const chances = BRIEF.platforms.flatMap(({ hidden }) => CLAIM_IDS.map((claim) => hidden.chances[claim]));
const sumOf = (points: (chance: number) => number) => chances.reduce((sum, chance) => sum + points(chance), 0);

describe('the points of claims', () => {
  it('are the known ones of players that test nothing', () => {
    expect(sumOf((chance) => claimPoints('pattern', chance, false))).toBe(-657);
    expect(sumOf((chance) => claimPoints('not-seen', chance, true))).toBe(-3);
    expect(sumOf((chance) => claimPoints('not-seen', chance, false))).toBe(0);
    const truth = { fault: 'pattern', grey: 'once', sound: 'not-seen' } as const;
    expect(sumOf((chance) => claimPoints(truth[soundnessOf(chance)], chance, true))).toBe(162);
  });

  it('are never better without items than with them', () => {
    for (const word of ['pattern', 'once', 'not-seen', 'not-tested'] as const)
      for (const chance of [0, 5, 6, 19, 20, 100])
        expect(claimPoints(word, chance, false)).toBeLessThanOrEqual(Math.max(0, claimPoints(word, chance, true)));
  });
});

describe('players of a whole test', () => {
  /** What 1,500 to 2,000 plays of a simpler model gave, and how far these plays may lie from it. */
  it.each<[PlayerId, number, number]>([
    ['repeat-what-failed', 56, 12],
    ['one-of-each', 41, 16],
    ['three-in-order', 34, 10],
    ['first-failure-is-pattern', 6, 16],
    ['only-tc1', 7, 6],
    ['tc1-for-everything', -25, 45],
    ['spam-reports', -118, 30],
    ['accuse-all', -657, 0],
    ['trust-all', 0, 0],
  ])('%s: about %i', (player, rate, within) => {
    expect(Math.abs(rateOf(player) - rate)).toBeLessThanOrEqual(within);
  });

  it('that do not look get no more than ten points, and the best is the one that repeats what failed', () => {
    for (const player of BLIND_PLAYERS) expect(rateOf(player), player).toBeLessThanOrEqual(10);
    for (const player of PLAYERS.filter((one) => one !== 'repeat-what-failed' && one !== 'oracle'))
      expect(rateOf(player), player).toBeLessThan(rateOf('repeat-what-failed'));
  });

  it('that test one platform alone pay for it in points, coverage and fairness', () => {
    const { criteria } = scoreTest(BRIEF, playAs('only-one-platform', BRIEF).state);
    const scaled = (id: string) => criteria.find((one) => one.id === `checkathon.${id}`)?.scaled;

    expect(rateOf('only-one-platform')).toBeLessThan(rateOf('repeat-what-failed') / 2);
    expect(scaled('coverage')).toBeLessThanOrEqual(1 / 6);
    expect(scaled('fairness')).toBeLessThan(0.4);
  });

  it('that do not look gain nothing on the scale of claims', () => {
    for (const player of BLIND_PLAYERS) {
      const { criteria } = scoreTest(BRIEF, playAs(player, BRIEF).state);
      expect(criteria.find(({ id }) => id === 'checkathon.claims')?.scaled, player).toBeLessThan(0.25);
    }
  });

  it('with the words that their counts allow hardly ever name a sound platform', () => {
    const named = Array.from({ length: PLAYS }, (_, n) => {
      const brief = aBrief(`honest ${n}`);
      return judgedClaims(brief, playAs('repeat-what-failed', brief).state).filter(
        ({ soundness, word }) => soundness === 'sound' && word === 'pattern',
      ).length;
    });

    expect(named.reduce((sum, one) => sum + one, 0) / PLAYS).toBeLessThan(0.6);
  });

  it('with one copy of each card find few patterns, and need to repeat', () => {
    const patterns = (player: PlayerId) => {
      const brief = aBrief('repeat');
      return judgedClaims(brief, playAs(player, brief).state).filter(
        ({ soundness, word, isProved }) => soundness === 'fault' && word === 'pattern' && isProved,
      ).length;
    };

    expect(patterns('repeat-what-failed')).toBeGreaterThan(1.5 * patterns('one-of-each'));
  });
});

describe('the score of a test', () => {
  const { actions, state } = playAs('repeat-what-failed', BRIEF);
  const score = scoreTest(BRIEF, state);
  const criterion = (id: string, of = score) => of.criteria.find((one) => one.id === `checkathon.${id}`);

  it('is the same for the same log', () => {
    expect(scoreTest(BRIEF, playTest(BRIEF, actions))).toEqual(score);
  });

  it('keeps criteria side by side, each between its ends', () => {
    expect(score.criteria.map(({ id }) => id)).toEqual(
      ['claims', 'coverage', 'proof', 'fairness', 'order', 'certainty', 'report'].map((id) => `checkathon.${id}`),
    );
    for (const { scaled } of score.criteria) {
      expect(scaled).toBeGreaterThanOrEqual(0);
      expect(scaled).toBeLessThanOrEqual(1);
    }
    expect(score.shut).toEqual([]);
  });

  it('loses proof without items, but keeps the cost of a wrong accusation', () => {
    const bare = { ...state, findings: state.findings.map((finding) => ({ ...finding, items: [] })) };

    expect(pointsOf(judgedClaims(BRIEF, bare))).toBeLessThanOrEqual(0);
    expect(criterion('proof', scoreTest(BRIEF, bare))?.scaled).toBe(0);
  });

  it('shuts a gate for a red line, a possible minor that was not referred, and a reply that was not heard', () => {
    expect(scoreTest(BRIEF, { ...state, red: ['gave-names-before-the-reply'] }).shut).toEqual(['no-red-line']);
    expect(scoreTest(BRIEF, { ...state, replies: [] }).shut).toEqual(['reply-heard']);
    const untold = state.injects.map(({ choice: _, ...inject }) => inject);
    expect(scoreTest(BRIEF, { ...state, injects: untold }).shut).toContain('possible-minor-told');
  });

  it('counts an action as in order only after a capture', () => {
    const copy = 'four-towns-TC10-1';
    const [shot, notice] = [on('page.captured', copy), on('notice.sent', copy)];
    const order = (...two: (typeof shot)[]) =>
      criterion('order', scoreTest(BRIEF, playTest(BRIEF, [place('TC10'), ...two])))?.scaled;

    expect(order(shot, notice)).toBe(1);
    expect(order(notice, shot)).toBe(0);
  });

  it('gives nothing for a certainty of fifty everywhere', () => {
    const even = { ...state, findings: state.findings.map((finding) => ({ ...finding, certainty: 50 })) };

    expect(criterion('certainty', scoreTest(BRIEF, even))?.scaled).toBe(0);
    expect(criterion('certainty')?.scaled).toBeGreaterThan(0.4);
  });

  it('gives points for a report only if the log confirms it', () => {
    const points = ['n-beside-rates', 'requests-cite-findings', 'untested-named', 'owner-once', 'retest-date'] as const;
    const sealed = { ...state, report: { hour: state.hour, points } };
    const empty = playTest(BRIEF, [{ type: 'report.sealed', points }]);

    expect(criterion('report')?.raw).toBe(0);
    expect(criterion('report', scoreTest(BRIEF, sealed))?.raw).toBeGreaterThan(30);
    expect(criterion('report', scoreTest(BRIEF, empty))?.raw).toBeLessThan(15);
  });
});
