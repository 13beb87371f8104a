import { describe, expect, it } from 'vitest';
import { countClaim } from '#kinds/platform-test/model/counts.ts';
import { rungOf, WORST_CASES } from '#kinds/platform-test/model/ladder.ts';
import { profilesOf } from '#kinds/platform-test/model/profile.ts';
import type { Trial } from '#kinds/platform-test/model/trials.ts';
import { CLAIM_IDS, type ClaimId, claimRule } from '#market/platforms/model/claims.ts';
import {
  aPlatform,
  briefOf,
  on,
  pass,
  place,
  played,
  reported,
  SITE,
} from '../../../../support/kinds/platform-test/a-test.ts';

/** Three clean trials of each claim on each of its cards, but for so many failures of one. */
function sights(failing: Partial<Record<ClaimId, number>> = {}, without?: string): Trial[] {
  return CLAIM_IDS.flatMap((claim) =>
    claimRule(claim).cards.flatMap((card, at) =>
      Array.from({ length: 3 }, (_, n) => ({
        claim,
        site: SITE,
        card,
        copy: `${SITE}-${card}-${n + 1}`,
        hour: n + at * 10,
        failed: at === 0 && n < (failing[claim] ?? 0),
      })),
    ),
  ).filter(({ card }) => card !== without);
}

const rung = (trials: readonly Trial[]) =>
  rungOf(
    CLAIM_IDS.map((claim) => countClaim(trials, SITE, claim)),
    { events: [] },
  );

describe('the ladder of verdicts', () => {
  it.each<[string, Partial<Record<ClaimId, number>>]>([
    ['cooperative', {}],
    ['cooperative', { edit: 1, 'declared-age': 1, 'over-block': 1 }],
    ['passive', { consent: 2 }],
    ['passive', { 'silent-non-user': 3 }],
    ['passive', { 'not-kept': 3 }],
    ['negligent', { 'declared-age': 2 }],
    ['negligent', { image: 2 }],
    ['negligent', { 'silent-person-shown': 2 }],
    ['negligent', { repost: 2 }],
    ['negligent', { 'over-block': 2 }],
    ['negligent', { 'false-report-upheld': 3, consent: 3 }],
    ['obstructive', { edit: 2 }],
    ['obstructive', { 'silent-police': 2 }],
    ['obstructive', { edit: 2, 'over-block': 3 }],
  ])('%s: %j', (verdict, failing) => {
    expect(rung(sights(failing)).verdict).toBe(verdict);
  });

  it.each(WORST_CASES)('says that not enough was tested without %s', (card) => {
    expect(rung(sights({}, card))).toMatchObject({ verdict: 'not-enough-tested', untested: [card] });
  });

  it('gives every pattern as a reason, worst first, with its counts', () => {
    expect(rung(sights({ consent: 3, edit: 2, 'over-block': 2 })).reasons).toEqual([
      { rung: 'obstructive', claim: 'edit', failed: 2, all: 3 },
      { rung: 'negligent', claim: 'over-block', failed: 2, all: 3 },
      { rung: 'passive', claim: 'consent', failed: 3, all: 3 },
    ]);
  });

  it('calls a platform willing that answers every kind of reporter, however late', () => {
    expect(rung(sights({ late: 3 })).willing).toBe('yes');
    expect(rung(sights({ 'silent-relative': 2 })).willing).toBe('no');
    expect(rung([]).willing).toBe('cannot-say');
  });

  it('calls a slip an incident if the platform found, corrected and reported it', () => {
    const brief = briefOf(aPlatform({ 'declared-age': 100 }));
    const watched = played(brief, { type: 'site.watched', site: SITE }, place('TC1'), pass(100));
    const counts = [
      countClaim(
        [{ claim: 'declared-age', site: SITE, card: 'TC1', copy: `${SITE}-TC1-1`, hour: 0, failed: true }],
        SITE,
        'declared-age',
      ),
    ];

    expect(rungOf(counts, { events: watched.events }).incidents).toEqual([
      { claim: 'declared-age', copy: `${SITE}-TC1-1` },
    ]);
    expect(
      rungOf(counts, { events: watched.events.filter(({ type }) => type !== 'referral.received') }).incidents,
    ).toEqual([]);
  });
});

describe('the profile of a platform', () => {
  it('counts observations with intervals, and leaves untested claims open', () => {
    const brief = briefOf(aPlatform({ 'document-age': 100, 'silent-relative': 100 }));
    const state = played(
      brief,
      ...['TC1', 'TC2', 'TC7', 'TC8', 'TC11', 'TC9'].map((card) => place(card)),
      reported(`${SITE}-TC7-1`, 'person-shown'),
      reported(`${SITE}-TC8-1`, 'relative'),
      reported(`${SITE}-TC11-1`, 'member'),
      on('record.asked', `${SITE}-TC9-1`),
      pass(300),
    );
    const [profile] = profilesOf(brief, state);

    expect(profile?.blockedBefore).toMatchObject({ part: 1, all: 2 });
    expect(profile?.answered).toMatchObject({
      'person-shown': { part: 1, all: 1 },
      relative: { part: 0, all: 1 },
      member: { part: 1, all: 1 },
      police: { part: 1, all: 1 },
    });
    expect(profile?.answerGap).toBe(1);
    expect(profile?.records).toMatchObject({
      fields: { part: 11, all: 11 },
      versions: { part: 1, all: 1 },
      days: 90,
    });
    expect(profile?.removal.done).toMatchObject({ part: 1, all: 1 });
    expect(profile?.hoursToAnswer.never).toEqual([1, 4]);
    expect(profile?.cameBack.edited).toEqual({ part: 0, all: 0, interval: [0, 1] });
    expect(profile?.falseReportUpheld.interval[1]).toBeCloseTo(0.79, 2);
  });
});
