import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsLeft, refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import { findingsTable } from '#kinds/platform-test/model/findings-table.ts';
import { briefWithDown, isWhole, openBrief } from '#kinds/platform-test/model/open-brief.ts';
import {
  type PlatformTestAct,
  type PlatformTestResponse,
  playPlatformTest,
  type TestAct,
} from '#kinds/platform-test/model/play.ts';
import { PLAYERS } from '#kinds/platform-test/model/reference-player-ids.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import { hoursToNext, type SeenTest, seenAfter } from '#kinds/platform-test/model/seen-test.ts';
import { testAt } from '#kinds/platform-test/model/test-so-far.ts';
import { isSeen, teamView, viewOf } from '#kinds/platform-test/model/visible.ts';
import { actsAt, actsOn, reportsOn } from '#kinds/platform-test/screens/acts-on.ts';
import { playAsOracle } from '#kinds/platform-test/use-cases/oracle.ts';
import { TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import { aBrief } from '../../../../support/kinds/platform-test/a-test.ts';

const AT = '2031-02-03T08:00:00Z';
const BRIEF = { ...aBrief('seen-test-seed-4d1'), from: AT } as const;
const OPEN = JSON.parse(JSON.stringify(openBrief(BRIEF))) as ReturnType<typeof openBrief>;

const respond = (acts: readonly PlatformTestAct[]): PlatformTestResponse =>
  acts.reduce(
    (response, act, n) => playPlatformTest.reduce(response, act as never, { at: AT, seq: n + 1 }),
    playPlatformTest.empty,
  );

const PLAYS: readonly (readonly TestAct[])[] = [
  playAsOracle(BRIEF).acts,
  ...PLAYERS.map((player) =>
    playAs(player, BRIEF).actions.filter((act): act is TestAct => act.type !== 'time.skipped'),
  ),
];

/** A play up to some act, with some of its acts left out, done twice, or put off. */
const anyPlay = fc
  .tuple(
    fc.constantFrom(...PLAYS),
    fc.integer({ min: 1, max: 400 }),
    fc.array(fc.constantFrom('do', 'do', 'do', 'do', 'drop', 'twice', 'wait', 'watch'), {
      minLength: 7,
      maxLength: 23,
    }),
  )
  .map(([acts, most, ways]) =>
    acts.slice(0, most).flatMap((act, n): TestAct[] => {
      const way = ways[n % ways.length];
      if (way === 'drop') return [];
      if (way === 'twice') return [act, act];
      if (way === 'wait') return [{ type: 'time.passed', hours: 7 }, act];
      if (way === 'watch') return [act, { type: 'site.watched', site: 'ostrel-smallads' }];
      return [act];
    }),
  );

/** What comes over the network. */
const sent = (seen: SeenTest) => JSON.parse(JSON.stringify(seen)) as SeenTest;

describe('a test as its team sees it', () => {
  it('gives every screen the same data as the whole state, as JSON and without the hidden half', () => {
    fc.assert(
      fc.property(anyPlay, (acts) => {
        const response = respond(acts);
        const { state: whole } = testAt(BRIEF, response);
        const { state, interviews, down } = sent(seenAfter(BRIEF, response));
        const open = briefWithDown(OPEN, down);

        expect(viewOf(state, interviews)).toEqual(teamView(BRIEF, whole));
        expect(reportOf(open, state)).toEqual(reportOf(BRIEF, whole));
        expect(findingsTable(open, state)).toEqual(findingsTable(BRIEF, whole));
        expect(pointsLeft(state)).toBe(pointsLeft(whole));
        for (const { id: site } of open.platforms) {
          expect(actsAt(open, state, site)).toEqual(actsAt(BRIEF, whole, site));
          for (const card of TEST_CARD_IDS) {
            const copies = [undefined, ...whole.copies.filter((one) => one.site === site && one.card === card)];
            for (const copy of copies) {
              const at = { site, card, copy: copy?.id };
              expect(actsOn(open, state, at)).toEqual(actsOn(BRIEF, whole, at));
              if (copy)
                expect(reportsOn(open, state, { card, copy: copy.id })).toEqual(
                  reportsOn(BRIEF, whole, { card, copy: copy.id }),
                );
            }
          }
        }
        for (const act of acts) expect(refusalOf(open, state, act)).toBe(refusalOf(BRIEF, whole, act));
      }),
      { numRuns: process.env['PROVE'] ? 300 : 12 },
    );
  });

  it('has no unseen event, no planned step, and nothing that only the hidden half decides', () => {
    fc.assert(
      fc.property(anyPlay, (acts) => {
        const response = respond(acts);
        const { state: whole } = testAt(BRIEF, response);
        const seen = seenAfter(BRIEF, response);
        const text = JSON.stringify(seen);

        for (const event of whole.events.filter((one) => !isSeen(whole, one)))
          expect(text).not.toContain(`"${event.id}"`);
        expect([seen.state.open, seen.state.known, seen.state.unread, seen.state.unfounded]).toEqual([[], {}, {}, []]);
        expect(seen.state.copies.every((copy) => copy.watchedEvents === 0 && !('onlineSince' in copy))).toBe(true);
        expect(text).not.toContain('recognised');
        expect(text).not.toContain(BRIEF.seed);
      }),
      { numRuns: process.env['PROVE'] ? 300 : 12 },
    );
  });

  it('is the same on platforms with other habits, until one of them has acted', () => {
    const [first, ...others] = BRIEF.platforms;
    const worst = others.find(({ id }) => id === 'marrin-evenings')?.hidden;
    const other = {
      ...BRIEF,
      seed: 'another',
      platforms: BRIEF.platforms.map((one) => ({ ...one, hidden: worst ?? one.hidden })),
    };
    const quiet = respond([
      { type: 'plan.locked', cells: [{ site: first?.id ?? '', card: 'TC1', copies: 3 }] },
      { type: 'terms.read', site: first?.id ?? '' },
      { type: 'time.passed', hours: 100 },
    ]);

    expect(seenAfter(other, quiet)).toEqual(seenAfter(BRIEF, quiet));
    expect(openBrief(other)).toEqual(openBrief(BRIEF));
  });

  it('leaves no chance, habit or seed in the open brief', () => {
    const text = JSON.stringify(OPEN);
    const words = [
      ...new Set([BRIEF.platforms, BRIEF.mirrors].flatMap((all) => JSON.stringify(all).match(/"(\w+)":/g) ?? [])),
    ];
    const open = new Set(text.match(/"(\w+)":/g));
    const hidden = words.filter((word) => !open.has(word));

    expect(hidden).toEqual(
      expect.arrayContaining(['"hidden":', '"chances":', '"traits":', '"moderators":', '"answerRate":', '"copies":']),
    );
    for (const { hidden: half } of BRIEF.platforms) expect(text).not.toContain(half.does);
    expect([text.includes(BRIEF.seed), isWhole(OPEN), isWhole(BRIEF)]).toEqual([false, false, true]);
  });

  it('gives the same hours to the next event as the whole test', () => {
    const response = respond([{ type: 'card.placed', site: 'ostrel-smallads', card: 'TC3' }]);
    const hours = hoursToNext(BRIEF, response);
    const viewIn = (more: number) =>
      viewOf(
        testAt(BRIEF, respond([...response.done.map(({ action }) => action), { type: 'time.passed', hours: more }]))
          .state,
      );
    const count = ({ events, injects, replies }: ReturnType<typeof viewOf>) => [
      events.length,
      injects.length,
      replies.length,
    ];

    expect(hours).toBeGreaterThan(0);
    expect(count(viewIn(hours))).not.toEqual(count(viewIn(hours - 1 / 60)));
  });
});
