import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import { ACTIONS, type PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import { LAST_HOUR } from '#kinds/platform-test/model/clock.ts';
import { findingsTable } from '#kinds/platform-test/model/findings-table.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import { teamView } from '#kinds/platform-test/model/visible.ts';
import { actsAt, actsOn, reportsOn } from '#kinds/platform-test/screens/acts-on.ts';
import { aPlatform, briefOf, on, pass, place, reported, SITE } from '../../../../support/kinds/platform-test/a-test.ts';

const { traits } = aPlatform().hidden;
/** Two platforms that publish what they must not. They differ in one thing: only one finds it, and tells nobody. */
const [KEEPS, FINDS] = [0, 100].map((ownSearch) =>
  briefOf(
    aPlatform(
      { consent: 100, 'document-reuse': 100, image: 100, 'not-referred': 100 },
      {
        traits: { ...traits, ownSearch, hoursToAct: 4 },
      },
    ),
  ),
) as [PlatformTestBrief, PlatformTestBrief];

const CARDS = ['TC5', 'TC6', 'TC13'] as const;
const COPIES = CARDS.map((card) => `${SITE}-${card}-1`);
const BEGIN = CARDS.map((card) => place(card));

/** Acts that cost nothing, done blindly. */
const FREE: readonly PlatformTestAction[] = [
  ...COPIES.map((copy) => on('card.withdrawn', copy)),
  pass(20),
  pass(90),
  pass(170),
  { type: 'time.skipped' },
  { type: 'reply.asked', site: SITE },
  { type: 'harm.recorded', site: SITE },
  { type: 'plan.locked', cells: [] },
  { type: 'finding.recorded', site: SITE, claim: 'consent', word: 'once', items: [], innocent: true, certainty: 50 },
  {
    type: 'objection.raised',
    role: 'sellers',
    site: SITE,
    about: { act: 'card.placed' },
    reason: 'One card would have been enough.',
  },
];

/** All acts on these copies and on the site, with why each cannot be done. */
const TRIED: readonly PlatformTestAction[] = [
  ...COPIES.flatMap((copy) => [
    on('card.withdrawn', copy),
    on('card.edited', copy),
    on('card.reposted', copy),
    on('notice.sent', copy),
    on('appeal.sent', copy),
    on('page.captured', copy),
    reported(copy, 'member'),
    reported(copy, 'person-shown'),
  ]),
  { type: 'site.watched', site: SITE },
];

/** Whatever a screen can show: what is seen, the report, its table, every act that is offered, and every refusal. */
function screens(brief: PlatformTestBrief, actions: readonly PlatformTestAction[]) {
  const state = playTest(brief, actions);
  return {
    view: teamView(brief, state),
    report: reportOf(brief, state),
    table: findingsTable(brief, state),
    refusals: TRIED.map((act) => refusalOf(brief, state, act)),
    buttons: CARDS.map((card, n) => [
      actsOn(brief, state, { site: SITE, card, copy: COPIES[n] }),
      reportsOn(brief, state, { card, copy: COPIES[n] ?? '' }),
    ]),
    onSite: actsAt(brief, state, SITE),
  };
}

describe('two platforms of which one took the cards down unseen', () => {
  it('differ indeed', () => {
    const status = (brief: PlatformTestBrief) =>
      playTest(brief, [...BEGIN, pass(20)]).copies.map((copy) => copy.status);

    expect(status(KEEPS)).toEqual(['online', 'online', 'online']);
    expect(status(FINDS)).toEqual(['removed', 'removed', 'removed']);
  });

  it('look alike on every screen after any acts that cost nothing, to the end of the test', () => {
    for (const act of FREE) expect(ACTIONS[act.type].cost).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FREE), { minLength: 1, maxLength: 12 }), (acts) => {
        for (const actions of [acts, [...acts, pass(LAST_HOUR)]])
          expect(screens(FINDS, [...BEGIN, pass(20), ...actions])).toEqual(
            screens(KEEPS, [...BEGIN, pass(20), ...actions]),
          );
      }),
      { numRuns: 60 },
    );
  });

  it('accept a report alike, and answer it in their time', () => {
    const asked = [...BEGIN, pass(20), reported(COPIES[0] ?? '', 'member')];
    const answers = (brief: PlatformTestBrief) =>
      teamView(brief, playTest(brief, [...asked, pass(100)])).events.flatMap(({ answer }) => answer ?? []);

    expect(screens(FINDS, asked)).toEqual(screens(KEEPS, asked));
    expect(answers(KEEPS)).toEqual(['removed']);
    expect(answers(FINDS)).toEqual(['already-gone']);
  });

  it.each<[string, PlatformTestAction]>([
    ['a capture', on('page.captured', COPIES[0] ?? '')],
    ['a watch from the beginning', { type: 'site.watched', site: SITE }],
  ])('are told apart by %s, which costs a point', (_, look) => {
    const actions = [...BEGIN, ...(look.type === 'site.watched' ? [look, pass(20)] : [pass(20), look])];

    expect(ACTIONS[look.type].cost).toBeGreaterThan(0);
    expect(screens(FINDS, actions).view).not.toEqual(screens(KEEPS, actions).view);
  });
});
