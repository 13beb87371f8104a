import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsLeft, refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import type { PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import { ACTIONS, FORM_REPORTERS } from '#kinds/platform-test/model/actions.ts';
import { FREEZE_HOUR, HOURS_PER_WEEK, LAST_HOUR } from '#kinds/platform-test/model/clock.ts';
import { afterAction, beginTest, playTest } from '#kinds/platform-test/model/play-test.ts';
import { teamView } from '#kinds/platform-test/model/visible.ts';
import { TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import {
  aBrief,
  aPlatform,
  briefOf,
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
const SITES = BRIEF.platforms.map(({ id }) => id);

/** Acts of a team, sensible or not. */
const anAct = fc.oneof(
  fc.record({
    type: fc.constant('card.placed' as const),
    site: fc.constantFrom(...SITES),
    card: fc.constantFrom(...TEST_CARD_IDS),
  }),
  fc.record({ type: fc.constant('time.passed' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.constant({ type: 'time.skipped' as const }),
  fc.record({
    type: fc.constantFrom(
      'page.captured',
      'notice.sent',
      'appeal.sent',
      'card.edited',
      'card.reposted',
      'record.asked',
    ),
    copy: fc.constantFrom(...SITES.flatMap((site) => TEST_CARD_IDS.map((card) => `${site}-${card}-1`))),
  }),
  fc.record({
    type: fc.constant('report.sent' as const),
    copy: fc.constantFrom(...SITES.flatMap((site) => TEST_CARD_IDS.map((card) => `${site}-${card}-1`))),
    reporter: fc.constantFrom(...FORM_REPORTERS),
  }),
) as fc.Arbitrary<PlatformTestAction>;
const acts = fc.array(anAct, { minLength: 10, maxLength: 60 });

describe('a test as a fold of its actions', () => {
  it('is the same for the same actions, and never spends more points than there are', () => {
    fc.assert(
      fc.property(acts, (actions) => {
        const state = playTest(BRIEF, actions);

        expect(playTest(aBrief(), actions)).toEqual(state);
        expect(pointsLeft(state)).toBeGreaterThanOrEqual(0);
        expect(state.spent).toBeLessThanOrEqual(240);
        expect(state.events.map(({ hour }) => hour)).toEqual(
          [...state.events.map(({ hour }) => hour)].sort((a, b) => a - b),
        );
        expect(new Set(state.events.map(({ id }) => id)).size).toBe(state.events.length);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the steps in which time passes', () => {
    const begin = SITES.flatMap((site) => [place('TC1', site), place('TC8', site), place('TC12', site)]);
    const reports = SITES.map((site) => reported(`${site}-TC8-1`, 'relative'));
    // A reminder is given where the clock stands, so that it depends on the steps.
    const withoutReminders = ({ reminded: _, overstayed: __, red: ___, ...state }: ReturnType<typeof playTest>) =>
      state;
    const whole = withoutReminders(playTest(BRIEF, [...begin, ...reports, pass(500)]));

    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 5, maxLength: 5 }), (steps) => {
        const rest = 500 - steps.reduce((sum, step) => sum + step, 0);

        const inSteps = playTest(BRIEF, [...begin, ...reports, ...steps.map(pass), pass(rest)]);
        expect(withoutReminders(inSteps)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('has separate draws for each copy, independent of acts on other platforms', () => {
    const alone = played(BRIEF, place('TC5', 'kelvast-notices'), place('TC6', 'marrin-evenings'), pass(60));
    const among = played(
      BRIEF,
      place('TC1'),
      place('TC5', 'kelvast-notices'),
      place('TC2'),
      place('TC6', 'marrin-evenings'),
      pass(60),
    );
    const there = (state: typeof alone) => state.events.filter(({ site }) => site !== SITE);

    expect(there(among)).toEqual(there(alone));
  });

  it('has slips at the given rate, over many seeds', () => {
    const rates = [
      ['ostrel-smallads', 'TC2', 100],
      ['kelvast-notices', 'TC5', 60],
      ['tessaval-finder', 'TC6', 100],
      ['marrin-evenings', 'TC13', 30],
      ['marrin-evenings', 'TC1', 15],
      ['dorvanne-massage', 'TC1', 0],
    ] as const;
    for (const [site, card, chance] of rates) {
      const published = Array.from({ length: 400 }, (_, n) => played(aBrief(`rate ${n}`), place(card, site))).filter(
        ({ events }) => events.some(({ type }) => type === 'card.published'),
      ).length;

      expect(Math.abs(published / 4 - chance), `${site} ${card}`).toBeLessThan(8);
    }
  });
});

describe('an action that cannot be done', () => {
  const online = played(SOUND, place('TC4'), place('TC12'), place('TC1'));
  const spend = Array.from({ length: 80 }, () => place('TC12'));

  it.each<[string, PlatformTestAction, ReturnType<typeof beginTest>]>([
    ['no-points', place('TC1'), playTest(SOUND, spend)],
    ['no-such-platform', place('TC1', 'nowhere'), online],
    ['no-such-copy', on('page.captured', `${SITE}-TC9-7`), online],
    ['no-such-account', place('TC1', SITE, 2), online],
    ['not-online', on('report.sent', `${SITE}-TC1-1`, { reporter: 'member' }), online],
    ['not-taken-down', on('card.reposted', `${SITE}-TC4-1`), online],
    ['other-card', on('card.edited', `${SITE}-TC4-1`), online],
    ['other-card', on('record.asked', `${SITE}-TC4-1`), online],
    ['not-taken-down', on('appeal.sent', `${SITE}-TC12-1`), online],
    ['nothing-to-answer', { type: 'inject.answered', inject: 'journalist', choice: 'wait' }, online],
    ['frozen', place('TC1'), playTest(SOUND, [pass(FREEZE_HOUR)])],
    ['test-ended', pass(1), playTest(SOUND, [pass(LAST_HOUR)])],
    ['already-done', { type: 'site.watched', site: SITE }, playTest(SOUND, [{ type: 'site.watched', site: SITE }])],
    ['already-done', { type: 'terms.read', site: SITE }, playTest(SOUND, [{ type: 'terms.read', site: SITE }])],
  ])('is refused and changes nothing: %s', (why, action, state) => {
    expect(refusalOf(SOUND, state, action)).toBe(why);
    expect(afterAction(SOUND, state, action)).toBe(state);
  });

  it('costs what the table says, and the points of a week can be used one week ahead', () => {
    expect(pointsLeft(beginTest())).toBe(80);
    expect(pointsLeft(playTest(SOUND, [pass(HOURS_PER_WEEK)]))).toBe(120);
    expect(pointsLeft(playTest(SOUND, [pass(LAST_HOUR)]))).toBe(240);
    expect(playTest(SOUND, [place('TC9'), on('record.ordered', `${SITE}-TC9-1`)]).spent).toBe(
      ACTIONS['card.placed'].cost + ACTIONS['record.ordered'].cost,
    );
  });
});

describe('a platform without faults', () => {
  it('passes every trial', () => {
    const reporters = { TC7: 'person-shown', TC8: 'relative', TC11: 'member', TC14: 'non-user' };
    const state = played(
      SOUND,
      ...TEST_CARD_IDS.map((card) => place(card)),
      ...Object.entries(reporters).map(([card, reporter]) => reported(`${SITE}-${card}-1`, reporter)),
      on('notice.sent', `${SITE}-TC4-1`),
      on('notice.sent', `${SITE}-TC10-1`),
      on('record.asked', `${SITE}-TC9-1`),
      reported(`${SITE}-TC14-1`, 'non-user', { route: 'other-language' }),
      pass(100),
      on('card.edited', `${SITE}-TC3-1`),
      on('card.reposted', `${SITE}-TC4-1`),
      on('card.reposted', `${SITE}-TC7-1`),
      pass(200),
    );

    const trials = trialsAs(state);
    expect(trials.filter((trial) => trial.endsWith('failed'))).toEqual([]);
    expect(new Set(trials.map((trial) => trial.split(':')[0])).size).toBe(20);
  });

  it.each([
    ['declared-age', [place('TC1')]],
    ['document-age', [place('TC2')]],
    ['consent', [place('TC5')]],
    ['document-reuse', [place('TC6')]],
    ['image', [place('TC13')]],
    ['over-block', [place('TC12')]],
    ['edit', [place('TC3'), on('card.edited', `${SITE}-TC3-1`)]],
    ['repost', [place('TC4'), on('notice.sent', `${SITE}-TC4-1`), pass(40), on('card.reposted', `${SITE}-TC4-1`)]],
    [
      'removal-returns',
      [place('TC7'), reported(`${SITE}-TC7-1`, 'person-shown'), pass(40), on('card.reposted', `${SITE}-TC7-1`)],
    ],
    ['silent-person-shown', [place('TC7'), reported(`${SITE}-TC7-1`, 'person-shown')]],
    ['silent-relative', [place('TC8'), reported(`${SITE}-TC8-1`, 'relative')]],
    ['silent-police', [place('TC9'), on('record.asked', `${SITE}-TC9-1`)]],
    ['silent-flagger', [place('TC10'), on('notice.sent', `${SITE}-TC10-1`)]],
    ['silent-non-user', [place('TC14'), reported(`${SITE}-TC14-1`, 'non-user')]],
    ['late', [place('TC10'), on('notice.sent', `${SITE}-TC10-1`)]],
    ['false-report-upheld', [place('TC11'), reported(`${SITE}-TC11-1`, 'member')]],
    ['not-referred', [place('TC1')]],
    ['no-data', [place('TC1')]],
    ['not-kept', [place('TC9'), on('record.asked', `${SITE}-TC9-1`)]],
  ] as const)('shows the one that is planted, and no other: %s', (claim, actions) => {
    const failed = trialsAs(played(briefOf(aPlatform({ [claim]: 100 })), ...actions, pass(300))).filter((one) =>
      one.endsWith('failed'),
    );

    expect([...new Set(failed)]).toEqual([`${claim}:failed`]);
  });

  it('refuses a closed route and takes the others', () => {
    const traits = { ...aPlatform().hidden.traits, closedRoutes: ['screen-reader' as const] };
    const brief = briefOf(aPlatform({ 'route-closed': 100 }, { traits }));
    const by = (route: string) => reported(`${SITE}-TC14-1`, 'non-user', { route });

    expect(
      trialsAs(played(brief, place('TC14'), by('no-account'), by('screen-reader'), by('other-language'))).sort(),
    ).toEqual(['route-closed:failed', 'route-closed:passed', 'route-closed:passed']);
  });
});

describe('what a team can see', () => {
  const leaky = briefOf(aPlatform({ image: 100 }));

  it('is a removal only where somebody watches in this week', () => {
    const removals = (...actions: PlatformTestAction[]) =>
      teamView(leaky, played(leaky, ...actions, place('TC13'), pass(100))).events.filter(
        ({ type }) => type === 'card.removed',
      ).length;

    expect(removals()).toBe(0);
    expect(removals({ type: 'site.watched', site: SITE })).toBe(1);
  });

  it('contains nothing of the hidden half', () => {
    const state = played(BRIEF, ...SITES.flatMap((site) => [place('TC1', site), place('TC9', site)]), pass(400));
    const text = JSON.stringify(teamView(BRIEF, state));

    for (const word of ['chances', 'traits', 'moderators', 'hoursToAct', BRIEF.seed, 'lapses', 'unread', '"step"'])
      expect(text).not.toContain(word);
  });

  it('is a copy on the mirror when somebody looks, though the card is gone', () => {
    const ostrel = aPlatform({}, {}, { id: 'ostrel-smallads' });
    const [mirror] = BRIEF.mirrors;
    const brief = { ...briefOf(ostrel), mirrors: mirror ? [{ ...mirror, copies: { share: 100, hours: 2 } }] : [] };
    const copy = 'ostrel-smallads-TC7-1';
    const state = played(brief, place('TC7', 'ostrel-smallads'), pass(10), reported(copy, 'person-shown'), pass(60), {
      type: 'mirror.checked',
      site: 'smallads-collected',
    });

    expect(teamView(brief, state).copies[0]?.last).toBe('removed');
    expect(teamView(brief, state).mirrored[0]?.copies).toEqual([copy]);
  });

  it('skips to the next visible event, and not to a hidden one', () => {
    const state = played(leaky, place('TC13'), { type: 'time.skipped' });

    expect(state.events.map(({ type }) => type)).toContain('card.removed');
    expect(state.events.at(-1)?.type).toBe('referral.received');
    expect(played(SOUND, { type: 'time.skipped' }).hour).toBe(HOURS_PER_WEEK);
  });
});

describe('events from outside', () => {
  const toMinor = [place('TC12'), pass(HOURS_PER_WEEK + 21)];

  it('stop the work beside a possible minor until the minor is referred', () => {
    const told = { type: 'inject.answered', inject: 'possible-minor', choice: 'refer' } as const;

    expect(played(SOUND, ...toMinor, told, place('TC1')).red).toEqual([]);
    expect(played(SOUND, ...toMinor, place('TC1')).red).toEqual(['went-on-beside-a-possible-minor']);
    expect(played(SOUND, ...toMinor, { ...told, choice: 'go-on' }).red).toEqual(['went-on-beside-a-possible-minor']);
  });

  it('close the gate for a team that gives names', () => {
    const state = played(SOUND, pass(2 * HOURS_PER_WEEK + 61), {
      type: 'inject.answered',
      inject: 'journalist',
      choice: 'names',
    });

    expect(state.red).toEqual(['gave-names-before-the-reply']);
  });

  it('tell of harm to sellers only where a false report was upheld, and mark a second one', () => {
    const harm = briefOf(aPlatform({ 'false-report-upheld': 100 }));
    const actions = [place('TC11'), reported(`${SITE}-TC11-1`, 'member'), pass(4 * HOURS_PER_WEEK + 13)];
    const ids = (brief: typeof harm) => played(brief, ...actions).injects.map(({ id }) => id);

    expect(ids(harm)).toContain('sellers-harmed');
    expect(ids(SOUND)).not.toContain('sellers-harmed');
    expect(played(harm, ...actions, place('TC11')).red).toContain('went-on-hurting-sellers');
  });
});

describe('a tired tester', () => {
  const captures = [
    ...Array.from({ length: 5 }, () => place('TC1')),
    ...Array.from({ length: 20 }, () => on('page.captured', `${SITE}-TC1-1`)),
  ];
  const withoutZone = (people: number) =>
    played({ ...SOUND, people }, ...captures).items.filter(({ hasZone }) => !hasZone).length;

  it('forgets the time zone of one capture in five, and a team that shares the work does not', () => {
    expect(withoutZone(1)).toBe(3);
    expect(withoutZone(6)).toBe(0);
  });
});

describe('a removal that nobody watched', () => {
  const leaky = briefOf(aPlatform({ image: 100 }));
  const gone = played(leaky, place('TC13'), pass(100));
  const copy = `${SITE}-TC13-1`;

  it('leaves no gap in the numbers of events', () => {
    const numbers = teamView(leaky, gone).events.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1)));

    expect(gone.copies[0]?.status).toBe('removed');
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  });

  it('is revealed by a capture or an answer, which cost points, and not by a refusal', () => {
    const told = (...actions: PlatformTestAction[]) =>
      teamView(leaky, playTest(leaky, [place('TC13'), pass(100), ...actions])).copies[0]?.last;

    expect(told()).toBe('online');
    expect(refusalOf(leaky, gone, reported(copy, 'member'))).toBeUndefined();
    expect(told(on('page.captured', copy))).toBe('removed');
    expect(told(reported(copy, 'member'), pass(40))).toBe('removed');
  });
});
