import { describe, expect, it } from 'vitest';
import type { PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import { HOURS_PER_WEEK } from '#kinds/platform-test/model/clock.ts';
import { teamView } from '#kinds/platform-test/model/visible.ts';
import {
  aBrief,
  aPlatform,
  briefOf,
  delaysIn,
  on,
  pass,
  place,
  played,
  reported,
  SITE,
  trialsAs,
} from '../../../../support/kinds/platform-test/a-test.ts';

const SOUND = briefOf(aPlatform());
const BRIEF = aBrief();

describe('how long an answer takes', () => {
  const reportsOn = (cards: number) =>
    Array.from({ length: cards }, (_, n) => [place('TC10'), on('notice.sent', `${SITE}-TC10-${n + 1}`)]).flat();

  it('grows with the number of open cases', () => {
    const small = briefOf(aPlatform({}, { weeklyCapacity: 5 }));
    const one = delaysIn(played(small, ...reportsOn(1), pass(300)));
    const many = delaysIn(played(small, ...reportsOn(11), pass(300)));

    expect(many[0]).toBe(one[0]);
    expect(many.at(-1)).toBeGreaterThan(2 * (many[0] ?? 0));
  });

  it('is longer in the busy week, with the same draw', () => {
    const [calm = 0] = delaysIn(played(SOUND, pass(2 * HOURS_PER_WEEK), ...reportsOn(1), pass(200)));
    const [busy = 0] = delaysIn(played(SOUND, pass(3 * HOURS_PER_WEEK), ...reportsOn(1), pass(200)));

    expect(busy / calm).toBeCloseTo(1.6, 1);
  });

  it('does not end at a weekend where nobody works then', () => {
    const half = { ...aPlatform().public, staff: { hours: 12, days: 5 } };
    const brief = briefOf(aPlatform({}, {}, { public: half }));
    const friday = 4 * 24 + 14;
    const state = played(brief, pass(friday), ...reportsOn(1), pass(200));
    const answer = state.events.find(({ type }) => type === 'report.answered');

    expect(new Date(answer?.at ?? '').getUTCDay()).toBe(1);
  });

  it('is a third for a test account that the moderators know, for 14 days, and not for a new account', () => {
    const order = [place('TC9'), on('record.ordered', `${SITE}-TC9-1`), { type: 'account.opened' } as const, pass(24)];
    const notice = (account: number) => [place('TC10', SITE, account), on('notice.sent', `${SITE}-TC10-1`), pass(100)];
    const delay = (...actions: PlatformTestAction[]) => delaysIn(played(SOUND, ...actions)).at(-1) ?? 0;
    const blind = delay(...notice(1));

    expect(delay(...order, ...notice(1)) / blind).toBeCloseTo(0.33, 1);
    expect(delay(...order, ...notice(2))).toBeCloseTo(blind, 1);
    expect(delay(...order, pass(14 * 24), ...notice(1)) / blind).toBeGreaterThan(0.9);
  });

  it('is an hour if the moderators recognised the account in the busy week', () => {
    const state = played(SOUND, place('TC4'), pass(3 * HOURS_PER_WEEK + 31), ...reportsOn(1), pass(50));

    expect(delaysIn(state).at(-1)).toBe(1);
    expect(teamView(SOUND, state).injects.map(({ id }) => id)).not.toContain('recognised');
  });
});

describe('what moderators know', () => {
  const order = (site: string) => [place('TC9', site), on('record.ordered', `${site}-TC9-1`)];

  it('they know on all their sites, and not at other moderators of the same owner', () => {
    const ostrel = played(BRIEF, ...order('ostrel-smallads'));
    const good = played(BRIEF, ...order('four-towns'));

    expect(Object.keys(ostrel.known)).toEqual(['ostrel-notice']);
    expect(Object.keys(good.known)).toEqual(['four-towns']);
  });

  it('halves the slips', () => {
    const brief = (n: number) => ({ ...briefOf(aPlatform({ 'document-age': 80 })), seed: `half ${n}` });
    const slips = (...first: PlatformTestAction[]) =>
      Array.from({ length: 300 }, (_, n) => played(brief(n), ...first, place('TC2'))).filter(({ events }) =>
        events.some(({ card, type }) => card === 'TC2' && type === 'card.published'),
      ).length / 300;

    expect(slips()).toBeGreaterThan(0.72);
    expect(slips({ type: 'interview.held', site: SITE })).toBeLessThan(0.48);
  });
});

describe('unfounded reports', () => {
  const falseReports = (count: number) => Array.from({ length: count }, () => reported(`${SITE}-TC11-1`, 'member'));
  const honest = (account: number) => [place('TC8'), reported(`${SITE}-TC8-1`, 'relative', { account }), pass(250)];
  const answered = (...actions: PlatformTestAction[]) =>
    played(SOUND, { type: 'account.opened' }, place('TC11'), ...actions).events.some(
      ({ type, card }) => type === 'report.answered' && card === 'TC8',
    );

  it('stop the platform from reading this account, and no other, for a while after five of them', () => {
    expect(answered(...falseReports(4), ...honest(1))).toBe(true);
    expect(answered(...falseReports(5), ...honest(1))).toBe(false);
    expect(answered(...falseReports(5), ...honest(2))).toBe(true);
    expect(answered(...falseReports(5), pass(14 * 24 + 1), ...honest(1))).toBe(true);
  });
});

describe('an innocent cause', () => {
  it('is no trial: while the site is down nothing is posted', () => {
    const outage = { week: 1, hour: 10, hours: 6 };
    const brief = briefOf(aPlatform({}, { outage }));

    expect(trialsAs(played(brief, pass(12), place('TC1'), pass(100)))).toEqual([]);
    expect(trialsAs(played(brief, pass(17), place('TC1'), pass(100)))).not.toEqual([]);
  });
});
