import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlAction } from '#room/model/protocol.ts';
import type { RoomAction } from '#room/model/room-events.ts';
import { acceptFromControl } from '#room/use-cases/accept-from-control.ts';
import { anAttempt } from '../../../support/builders/an-attempt.ts';
import { aRoom, stateAfter } from '../../../support/room/a-room.ts';

const ROOM = aRoom('scenarios/six-weeks-six-platforms');
const PLACES =
  ROOM.opened.parts.flatMap(({ shared = [] }) => shared).find(({ state }) => state === 'test')?.places ?? [];
const ALL = PLACES.map(({ id }) => id);

const joins = (n: number): RoomAction[] =>
  Array.from({ length: n }, (_, at) => ({
    type: 'team.joined',
    team: `t${at}`,
    name: `Team ${at}`,
    people: 4,
    code: 'AAAAA',
    tokenHash: `t${at}`,
  }));

/** What the facilitator does, as the room accepts it; refused actions throw. */
function afterAction(actions: readonly RoomAction[], action: ControlAction): RoomAction[] {
  const answer = acceptFromControl(ROOM.around, stateAfter([ROOM.opened, ...actions]), action, 1);
  if (!answer.ok) throw new Error(answer.why);
  return [...actions, answer.action];
}
const given = (actions: readonly RoomAction[]) =>
  stateAfter([ROOM.opened, ...actions]).teams.map(({ places }) => places?.['test']);

describe('platforms shared among teams', () => {
  it('go to equal numbers of teams, give or take one, in any order of joining', () => {
    expect(ALL).toHaveLength(6);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (each, early, late) => {
          const dealt = afterAction(joins(early), { type: 'places.dealt', state: 'test', each });
          const shares = given([...dealt, ...joins(early + late).slice(early)]);
          expect(shares.every((own) => own?.length === each && new Set(own).size === each)).toBe(true);
          const counts = ALL.map((id) => shares.filter((own) => own?.includes(id)).length);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('can be dealt again, or given to one team, until the part is open', () => {
    const dealt = afterAction(joins(3), { type: 'places.dealt', state: 'test', each: 2 });
    expect(given(afterAction(dealt, { type: 'places.dealt', state: 'test', each: 6 }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const byHand: ControlAction = {
      type: 'places.given',
      state: 'test',
      team: 't1',
      places: [ALL[4] ?? '', ALL[0] ?? ''],
    };
    expect(given(afterAction(dealt, byHand))[1]).toEqual([ALL[0], ALL[4]]);
    expect(() => afterAction(dealt, { ...byHand, places: ['nowhere'] })).toThrow('unknown-place');
    const open: RoomAction = { type: 'part.released', part: 'test', by: 'facilitator' };
    expect(() => afterAction([...dealt, open], byHand)).toThrow('already-released');
    expect(() => afterAction([...dealt, open], { type: 'places.dealt', state: 'test', each: 1 })).toThrow(
      'already-released',
    );
  });

  it('stay with a team that has begun, and are dealt further after a team was removed', () => {
    const { header, events } = anAttempt(ROOM.whole.material)
      .continues()
      .chooses('c')
      .acts({ type: 'account.opened' } as never).log;
    const dealt = afterAction(joins(3), { type: 'places.dealt', state: 'test', each: 2 });
    const begun: RoomAction[] = [...dealt, { type: 'attempt.extended', team: 't0', header, events }];
    expect(
      given(afterAction(begun, { type: 'places.dealt', state: 'test', each: 3 })).map((own) => own?.length),
    ).toEqual([2, 3, 3]);
    const before = given(dealt);
    expect(given([...dealt, { type: 'team.forgotten', team: 't0' }])).toEqual(before.slice(1));
  });
});
