import { describe, expect, it } from 'vitest';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import type { TestAct } from '#kinds/platform-test/model/play.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import { soundnessOf } from '#market/platforms/model/claims.ts';
import type { RoomAction } from '#room/model/room-events.ts';
import { findingsOfRoom } from '#room/use-cases/findings-of-room.ts';
import { anAttempt } from '../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { aRoom, stateAfter } from '../../../support/room/a-room.ts';

const ROOM = aRoom('scenarios/six-weeks-six-platforms');
const WHOLE = briefOf(ROOM.part.scenario, 'test') as unknown as PlatformTestBrief;
const LAST = ROOM.opened.parts.at(-1)?.id ?? '';

const found = (site: string, claim: string, word: string): TestAct =>
  ({ type: 'finding.recorded', site, claim, word, items: [], innocent: true, certainty: 50 }) as TestAct;
const place = (site: string, card: string): TestAct => ({ type: 'card.placed', site, card }) as TestAct;

const PLACED = ['ostrel-smallads', 'four-towns'].flatMap((site) => [1, 2, 3].map(() => place(site, 'TC1')));

/** A team that has joined and handed over what it did. */
function team(id: string, ...acts: readonly TestAct[]): RoomAction[] {
  const { header, events } = anAttempt(ROOM.whole.material)
    .continues()
    .chooses('c')
    .acts(...(acts as never[])).log;
  return [
    { type: 'team.joined', team: id, name: id, people: 4, code: 'AAAAA', tokenHash: id } as RoomAction,
    { type: 'attempt.extended', team: id, header, events } as RoomAction,
  ];
}

const TEAMS = [
  ...team(
    'plover',
    ...PLACED,
    found('four-towns', 'declared-age', 'pattern'),
    found('marrin-evenings', 'edit', 'not-tested'),
  ),
  ...team('heron', ...PLACED, found('four-towns', 'declared-age', 'not-seen')),
  ...team('wader', found('ostrel-smallads', 'declared-age', 'not-seen')),
];
const rowsAfter = (...actions: readonly RoomAction[]) =>
  findingsOfRoom(ROOM.part, stateAfter([ROOM.opened, ...TEAMS, ...actions]), KINDS)[0]?.rows;

describe('the findings of a room', () => {
  it('are listed by platform and claim with the counts of each team and contrary findings', () => {
    expect(rowsAfter()).toEqual([
      {
        place: 'ostrel-smallads',
        claim: 'declared-age',
        said: [{ team: 'wader', word: 'not-seen', seen: 0, tried: 0, accuses: false }],
        contrary: [],
        silent: ['plover', 'heron'],
        notGiven: [],
      },
      {
        place: 'four-towns',
        claim: 'declared-age',
        said: [
          { team: 'plover', word: 'pattern', seen: expect.any(Number), tried: 3, accuses: true },
          { team: 'heron', word: 'not-seen', seen: expect.any(Number), tried: 3, accuses: false },
        ],
        contrary: ['heron'],
        silent: ['wader'],
        notGiven: [],
      },
    ]);
    // The same acts have the same outcome for every team.
    const [a, b] = rowsAfter()?.[1]?.said ?? [];
    expect(a?.seen).toBe(b?.seen);
  });

  it('distinguish a platform that a team was not given from one without a finding', () => {
    const halves: RoomAction[] = [
      ...team('plover', { type: 'sites.given', sites: ['four-towns'] } as never, found('four-towns', 'edit', 'once')),
      ...team('heron'),
      { type: 'team.joined', team: 'wader', name: 'wader', people: 4, code: 'AAAAA', tokenHash: 'wader' } as RoomAction,
      { type: 'places.given', team: 'wader', state: 'test', places: ['ostrel-smallads'] },
    ];
    const [told] = findingsOfRoom(ROOM.part, stateAfter([ROOM.opened, ...halves]), KINDS);

    expect(told?.rows).toMatchObject([{ place: 'four-towns', silent: ['heron'], notGiven: ['wader'] }]);
  });

  it('say which support service stopped the clock, and whether it is stopped now', () => {
    const stop = { type: 'clock.stopped' } as never;
    const go = { type: 'clock.let-go' } as never;
    const teams = [...team('plover', stop, stop, go, stop), ...team('heron', stop, go), ...team('wader')];

    expect(findingsOfRoom(ROOM.part, stateAfter([ROOM.opened, ...teams]), KINDS)[0]?.stops).toEqual([
      { team: 'plover', times: 2, now: true },
      { team: 'heron', times: 1, now: false },
    ]);
  });

  it('show the truth once the last part is open, and no earlier', () => {
    const earlier = ROOM.opened.parts
      .slice(0, -1)
      .map(({ id }): RoomAction => ({ type: 'part.released', part: id, by: 'facilitator' }));
    expect(JSON.stringify(rowsAfter(...earlier))).not.toContain('truth');
    expect(
      rowsAfter(...earlier, { type: 'part.released', part: LAST, by: 'facilitator' })?.map((row) => row.truth),
    ).toEqual(
      ['ostrel-smallads', 'four-towns'].map((site) =>
        soundnessOf(WHOLE.platforms.find(({ id }) => id === site)?.hidden.chances['declared-age'] ?? 0),
      ),
    );
  });

  it('show the truth in a room that holds nothing back once every team has handed in', () => {
    const free = ROOM.opened.parts.map(
      ({ id }): RoomAction => ({ type: 'part.released', part: id, by: 'freely' }) as RoomAction,
    );
    const handIns = ['plover', 'heron', 'wader'].map(
      (id, n): RoomAction => ({ type: 'team.handed-in', by: 'lan', team: id, n: n + 1 }) as RoomAction,
    );

    expect(rowsAfter(...free, ...handIns.slice(1))?.[0]).not.toHaveProperty('truth');
    expect(rowsAfter(...free, ...handIns)?.[0]).toHaveProperty('truth');
  });
});
