import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areChairs, type Chairs, chairFault, firstRole, shareOut, votingOrder } from '#case/language/model/chairs.ts';
import { ROLES, type Role } from '#case/language/model/role.ts';
import { advanceRoom } from '#room/model/replay-room.ts';
import { viewForTeam } from '#room/model/room-views.ts';
import { parseRoomEvent, parseTeamMessages } from '#room/model/schemas.ts';
import { acceptFromTeam } from '#room/use-cases/accept-from-team.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { aRoom, stateAfter } from '../../../../support/room/a-room.ts';

const size = fc.integer({ min: 2, max: 5 });
const someRoles = fc.integer({ min: 2, max: ROLES.length }).map((count) => ROLES.slice(0, count));
const countOf = (chairs: Chairs, person: number) =>
  Object.values(chairs).filter((people) => people.includes(person)).length;

describe('sharing out chairs', () => {
  it('gives everybody a chair and leaves none empty, as evenly as possible', () => {
    fc.assert(
      fc.property(someRoles, size, (roles, people) => {
        const chairs = shareOut(roles, people);

        expect(chairFault(chairs, roles, people)).toBeUndefined();
        const perRole = roles.map((role) => chairs[role]?.length ?? 0);
        const perPerson = Array.from({ length: people }, (_, n) => countOf(chairs, n + 1));
        for (const counts of [perRole, perPerson])
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(Math.min(...perRole, ...perPerson)).toBe(1);
      }),
    );
  });

  it.each([
    [3, { police: [1, 4], ngo: [2, 5], prosecutor: [3] }, 5],
    [4, { police: [1], ngo: [2], prosecutor: [1], 'labour-inspector': [2] }, 2],
  ] as const)('of %i roles gives %j', (count, chairs, people) => {
    expect(shareOut(ROLES.slice(0, count), people)).toEqual(chairs);
  });
});

describe('an assignment of chairs by a team', () => {
  const roles: Role[] = ['police', 'ngo'];

  it.each([
    ['too many in one chair', { police: [1, 2, 3] }, { why: 'crowded', role: 'police', most: 2 }],
    ['a chair of nobody', { police: [1, 2] }, { why: 'empty', role: 'ngo' }],
    ['somebody without a chair', { police: [1], ngo: [2] }, { why: 'standing', person: 3 }],
  ] as const)('with %s have a fault', (_, chairs, fault) => {
    expect(chairFault(chairs, roles, 3)).toEqual(fault);
    expect(areChairs(chairs, roles, 3)).toBe(false);
  });

  it.each([
    ['a person twice', { police: [1, 1], ngo: [2, 3] }],
    ['a person whom the team does not have', { police: [1, 4], ngo: [2, 3] }],
    ['a role that the case does not have', { police: [1], ngo: [2, 3], platform: [1] }],
  ] as const)('with %s are none', (_, chairs) => {
    expect(areChairs(chairs, roles, 3)).toBe(false);
  });

  it('may put two people on a chair, or be empty', () => {
    expect(areChairs({ police: [1], ngo: [2, 3] }, roles, 3)).toBe(true);
    expect(areChairs({}, roles, 3)).toBe(true);
    expect(areChairs({ police: [1, 2, 3], ngo: [4, 5] }, roles, 5)).toBe(true);
  });
});

describe('a decision', () => {
  const { part } = aRoom('scenarios/closing-day');

  it('starts with the chair that its author names, otherwise with the one in which the case is told', () => {
    const named = { ...part, chairs: { d22: 'ngo' as const } };
    expect(firstRole(named, 'd22', 'prosecutor')).toBe('ngo');
    expect(firstRole(named, 'd25', 'prosecutor')).toBe('prosecutor');
    const { roles: _, ...alone } = part.scenario;
    expect(firstRole({ ...named, scenario: alone }, 'd22', undefined)).toBeUndefined();
  });

  it('is voted on by that chair first, and by everybody once', () => {
    expect(votingOrder([3], 4)).toEqual([3, 1, 2, 4]);
    expect(votingOrder([2, 5], 5)).toEqual([2, 5, 1, 3, 4]);
    expect(votingOrder([], 3)).toEqual([1, 2, 3]);
  });
});

describe('the room', () => {
  const room = aRoom('scenarios/closing-day');
  const joined = { type: 'team.joined', team: 't2', name: 'Plover', people: 3, tokenHash: 'a', code: 'K7M2Q' } as const;
  const before = stateAfter([room.opened, joined]);
  const give = (chairs: Chairs) => {
    const read = parseTeamMessages({ messages: [{ type: 'chairs.given', chairs, n: 1 }] });
    if (!read.ok) throw new Error(read.said);
    return acceptFromTeam(room.around, before, 't2', read.value, 5_000);
  };

  it('keeps the chairs of a team for the laptop that takes over, also an empty assignment', () => {
    for (const chairs of [{ prosecutor: [1], police: [2], ngo: [3], platform: [1] }, {}] as Chairs[]) {
      const { events, room: after } = give(chairs);
      expect(parseRoomEvent(JSON.parse(JSON.stringify(events[0])), KINDS)).toEqual({ ok: true, value: events[0] });
      const rejoined = advanceRoom(after, { type: 'team.rejoined', team: 't2', tokenHash: 'b', seq: 9, at: 9_000 });
      const [team] = rejoined.teams;
      expect(team && viewForTeam(rejoined, team, 0).team.chairs).toEqual(chairs);
    }
  });

  it('refuses chairs that do not fit the case or the team', () => {
    expect(give({ prosecutor: [1], police: [2], ngo: [3] }).refused).toEqual({ n: 1, why: 'bad-chairs' });
    expect(give({ prosecutor: [1], police: [2], ngo: [3], platform: [4] }).refused).toMatchObject({ n: 1 });
  });
});
