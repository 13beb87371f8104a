import { describe, expect, it } from 'vitest';
import type { PlatformFaults } from '#market/platforms/model/platform.ts';
import { type JudgedPlatform, VERDICTS } from '#market/platforms/model/verdict.ts';
import { aTestOf, LONE_FAULTS, seeds } from '../../../../support/market/platforms/a-moderation-test.ts';

const known = new Map<string, JudgedPlatform>();

/** Each platform is tested once, however often it is asked for. */
function judged(faults: Partial<PlatformFaults>): JudgedPlatform {
  const name = JSON.stringify(faults);
  const found = known.get(name) ?? aTestOf(faults).truth.metrics.judged;
  known.set(name, found);
  return found;
}

describe('the verdict on a platform', () => {
  it.each([
    [{}, 'cooperative', undefined],
    [{ editLeak: true }, 'obstructive', 'TC3 edit-leak'],
    [{ answers: 'nobody' }, 'obstructive', 'TC9 report-unanswered'],
    [{ ageCheck: 0 }, 'negligent', 'TC1 weak-age-check'],
    [{ ageCheck: 1 }, 'negligent', 'TC2 weak-age-check'],
    [{ knownImageLeak: 100 }, 'negligent', 'TC13 known-image-leak'],
    [{ referral: 'never' }, 'negligent', 'TC1 not-referred'],
    [{ answers: 'parents' }, 'negligent', 'TC8 report-unanswered'],
    [{ permanentRemoval: false }, 'negligent', 'TC7 removal-not-permanent'],
    [{ repostLeak: 100 }, 'negligent', 'TC4 repost-leak'],
    [{ overBlocking: 100 }, 'negligent', 'TC12 over-blocking'],
    [{ consentCheck: 2 }, 'passive', 'TC6 weak-consent-check'],
    [{ preservationKept: 60 }, 'passive', 'TC9 fields-not-kept'],
    [{ closedRoutes: ['other-language'] }, 'passive', 'TC14 report-route-closed'],
    [{ referral: 'without-data' }, 'passive', 'TC1 referred-without-data'],
  ] as const)('with %j is %s and rests on %s', (faults, verdict, worst) => {
    const found = judged(faults);

    expect(found.verdict).toBe(verdict);
    expect(found.worst && `${found.worst.card} ${found.worst.fault}`).toBe(worst);
  });

  it.each([
    [{ knownImageLeak: 50 }, 'TC13', () => 'negligent'],
    [{ repostLeak: 50 }, 'TC4', (share: number) => (share >= 0.5 ? 'negligent' : 'passive')],
    [{ overBlocking: 50 }, 'TC12', (share: number) => (share >= 0.5 ? 'negligent' : 'passive')],
  ] as const)('with %j on some copies of %s counts them', (faults, card, expected) => {
    const found = seeds('some', 40).flatMap((seed) => aTestOf(faults, seed).truth.metrics.judged.worst ?? []);
    const shares = found.map(({ count: [part, all] }) => part / all);

    expect(shares.some((share) => share < 0.5)).toBe(true);
    expect(shares.some((share) => share >= 0.5 && share < 1)).toBe(true);
    expect(found.every((worst) => worst.card === card)).toBe(true);
    expect(found.map(({ verdict }) => verdict)).toEqual(shares.map(expected));
  });

  it('is not softened by other results', () => {
    const many = judged({ consentCheck: 0, preservationDays: 14, closedRoutes: ['screen-reader'], editLeak: true });

    expect(many.worst).toEqual({ verdict: 'obstructive', card: 'TC3', fault: 'edit-leak', count: [3, 3] });
    expect(many.failures.length).toBeGreaterThan(4);
  });

  it('is that of the gravest of two faults, and lists both worst first', () => {
    for (const one of LONE_FAULTS)
      for (const other of LONE_FAULTS) {
        const [a, b, both] = [judged(one.stated), judged(other.stated), judged({ ...one.stated, ...other.stated })];
        const overlap = Object.keys(one.stated).some((trait) => trait in other.stated);
        const rank = (verdict: (typeof VERDICTS)[number]) => VERDICTS.indexOf(verdict);
        const ranks = both.failures.map((failure) => rank(failure.verdict));

        if (!overlap) expect(rank(both.verdict)).toBe(Math.min(rank(a.verdict), rank(b.verdict)));
        expect(ranks).toEqual([...ranks].sort((x, y) => x - y));
      }
  });
});
