import { describe, expect, it } from 'vitest';
import { countClaim, wordFor } from '#kinds/platform-test/model/counts.ts';
import { type FindingLack, honestFinding, weighFinding } from '#kinds/platform-test/model/findings.ts';
import { type Trial, trialsIn } from '#kinds/platform-test/model/trials.ts';
import { seenSoFar } from '#kinds/platform-test/model/visible.ts';
import { aPlatform, briefOf, on, pass, place, played, SITE } from '../../../../support/kinds/platform-test/a-test.ts';

const trials = (...failed: boolean[]): Trial[] =>
  failed.map((one, n) => ({
    claim: 'edit',
    site: SITE,
    card: 'TC3',
    copy: `${SITE}-TC3-${n + 1}`,
    hour: n,
    failed: one,
  }));

/** All series of so many trials with their chance, where each fails with `percent`. */
function series(length: number, percent: number) {
  return Array.from({ length: 2 ** length }, (_, bits) => {
    const failed = Array.from({ length }, (__, n) => Math.floor(bits / 2 ** n) % 2 === 1);
    const chance = failed.reduce((product, one) => product * (one ? percent / 100 : 1 - percent / 100), 1);
    return { failed, chance };
  });
}

const chanceOfPattern = (length: number, percent: number) =>
  series(length, percent)
    .filter(({ failed }) => wordFor(trials(...failed)) === 'pattern')
    .reduce((sum, { chance }) => sum + chance, 0);

/** Three trials, and two more only after one failure. */
const chanceOfThreeAndTwo = (percent: number) =>
  series(5, percent)
    .filter(({ failed }) => {
      const first = failed.slice(0, 3).filter(Boolean).length;
      return wordFor(trials(...(first === 1 ? failed : failed.slice(0, 3)))) === 'pattern';
    })
    .reduce((sum, { chance }) => sum + chance, 0);

describe('the word that trials allow', () => {
  it.each([
    ['not-tested', []],
    ['not-seen', [false, false, false]],
    ['once', [true]],
    ['once', [true, false, false]],
    ['pattern', [true, true]],
    ['pattern', [true, false, true]],
    ['pattern', [false, true, false, false, true]],
    ['once', [false, false, false, true, true]],
  ] as const)('%s: %j', (word, failed) => {
    expect(wordFor(trials(...failed))).toBe(word);
  });

  it('is no pattern for two early slips of twenty', () => {
    expect(wordFor(trials(true, true, ...Array.from({ length: 18 }, () => false)))).toBe('once');
    expect(wordFor(trials(true, true, true, ...Array.from({ length: 7 }, () => false)))).toBe('pattern');
  });

  it('has the error and detection rates computed by hand', () => {
    expect(chanceOfPattern(3, 5)).toBeCloseTo(0.007, 3);
    expect(chanceOfThreeAndTwo(5)).toBeCloseTo(0.02, 2);
    expect(chanceOfPattern(3, 40)).toBeCloseTo(0.35, 2);
    expect(chanceOfThreeAndTwo(40)).toBeCloseTo(0.63, 2);
    expect(chanceOfThreeAndTwo(70)).toBeCloseTo(0.96, 2);
  });

  it('has the interval of few trials', () => {
    const { interval } = countClaim(trials(true, true, false), SITE, 'edit');

    expect(interval[0]).toBeCloseTo(0.21, 2);
    expect(interval[1]).toBeCloseTo(0.94, 2);
  });

  it('is a pattern for one request of the police after two reminders', () => {
    const brief = briefOf(aPlatform({ 'silent-police': 100 }));
    const ask = [place('TC9'), on('record.asked', `${SITE}-TC9-1`)];
    const remind = on('record.reminded', `${SITE}-TC9-1`);
    const word = (...reminders: (typeof remind)[]) =>
      countClaim(trialsIn(seenSoFar(played(brief, ...ask, ...reminders, pass(300)))), SITE, 'silent-police').word;

    expect(word()).toBe('once');
    expect(word(remind)).toBe('once');
    expect(word(remind, remind)).toBe('pattern');
  });
});

describe('what a finding lacks', () => {
  const leaky = briefOf(aPlatform({ 'document-age': 100 }));
  const shots = [on('page.captured', `${SITE}-TC2-1`), on('page.captured', `${SITE}-TC2-2`)];
  const state = played(
    leaky,
    place('TC2'),
    place('TC2'),
    ...shots,
    place('TC1'),
    on('page.captured', `${SITE}-TC1-1`),
    {
      type: 'reply.asked',
      site: SITE,
    },
    pass(80),
  );
  const seen = trialsIn(seenSoFar(state));
  const good = honestFinding(seen, state, SITE, 'document-age');

  it('is empty if counts, items and reply are present', () => {
    expect(good).toMatchObject({ word: 'pattern', items: ['item-1', 'item-2'] });
    expect(weighFinding(good, seen, state)).toMatchObject({ lacks: [], isProved: true });
  });

  it.each<[FindingLack[], Partial<typeof good>]>([
    [['no-item'], { items: [] }],
    [['one-item-only'], { items: ['item-1'] }],
    [['item-of-something-else'], { items: ['item-1', 'item-2', 'item-3'] }],
    [['no-innocent-reading'], { innocent: false }],
    [['word-below-count'], { word: 'once' }],
    [['no-trials', 'no-item', 'item-of-something-else'], { claim: 'consent' }],
    [['word-above-count', 'no-item', 'item-of-something-else'], { claim: 'declared-age' }],
  ])('is said: %j', (lacks, change) => {
    expect(weighFinding({ ...good, ...change }, seen, state).lacks).toEqual(lacks);
  });

  it('includes a reply that was not requested, or whose period still runs', () => {
    const without = { ...state, replies: [] };
    const open = { ...state, replies: [{ site: SITE, askedAt: state.hour }] };

    expect(weighFinding(good, seen, without).lacks).toEqual(['reply-not-asked']);
    expect(weighFinding(good, seen, open).lacks).toEqual(['reply-still-open']);
    expect(weighFinding(good, seen, { ...open, hour: state.hour + 120 }).lacks).toEqual([]);
  });

  it('does not depend on the truth of the platform: equal observations give equal words', () => {
    const luck = played({ ...leaky, platforms: [aPlatform({ 'document-age': 3 })] }, place('TC2'));
    const sound = played(briefOf(aPlatform()), place('TC2'));

    expect(seenSoFar(luck)).toEqual(seenSoFar(sound));
    expect(weighFinding({ ...good, items: [] }, trialsIn(seenSoFar(luck)), luck)).toEqual(
      weighFinding({ ...good, items: [] }, trialsIn(seenSoFar(sound)), sound),
    );
  });

  it('includes an item from before the event', () => {
    const early = played(
      leaky,
      place('TC10'),
      on('page.captured', `${SITE}-TC10-1`),
      on('notice.sent', `${SITE}-TC10-1`),
      pass(100),
    );
    const late = { ...honestFinding(trialsIn(seenSoFar(early)), early, SITE, 'silent-flagger'), items: ['item-1'] };

    expect(weighFinding(late, trialsIn(seenSoFar(early)), early).lacks).toContain('no-item');
  });
});
