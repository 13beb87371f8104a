import { describe, expect, it } from 'vitest';
import type { RunPart } from '#case/language/model/run-plan.ts';
import { hoursOfPlan, minutesBehind, planOfRoom } from '#room/model/plan-of-room.ts';
import { linesByWeight, linesOfRun } from '#room/model/planned-minutes.ts';
import type { ControlView } from '#room/model/protocol.ts';
import type { RoomAction } from '#room/model/room-events.ts';
import { viewForControl } from '#room/model/room-views.ts';
import { shownTeams } from '#room/model/shown-teams.ts';
import { standingOfRoom } from '#room/model/standing-of-room.ts';
import { minutesQuiet, QUIET_AFTER_MS, standingOfTeam, votesIn } from '#room/model/team-standing.ts';
import { caseOnPaper } from '#room/paper/use-cases/case-on-paper.ts';
import { theCase } from '../../../support/builders/the-library.ts';
import { aRoom, stateAfter } from '../../../support/room/a-room.ts';

const { opened } = aRoom();
const [first, second] = opened.parts;
const join = (team: string, name: string): RoomAction => ({
  type: 'team.joined',
  team,
  name,
  people: 4,
  tokenHash: team,
  code: 'K7M2Q',
});
const release = (part: string): RoomAction => ({ type: 'part.released', part, by: 'facilitator' });
const at = (team: string, state: string, part: string): RoomAction => ({
  type: 'team.progressed',
  team,
  n: 1,
  state,
  part,
  last: 0,
});
const viewAfter = (actions: readonly RoomAction[], now = 60_000): ControlView =>
  viewForControl(stateAfter([opened, ...actions]), { now, addresses: [], atDoor: [], seenAt: () => now });
const firstState = first?.states[0] ?? '';
const secondState = second?.states[0] ?? '';

describe('the standing of a room', () => {
  it('is empty before the first team, and waits before the first release', () => {
    expect(standingOfRoom(viewAfter([])).phase).toBe('empty');
    expect(standingOfRoom(viewAfter([join('t2', 'Heron')])).phase).toBe('waiting');
  });

  it('counts teams at the gate, and is waiting if no other team can act', () => {
    const base = [join('t2', 'Heron'), join('t3', 'Wren'), release(first?.id ?? '')];
    const one = [...base, at('t2', secondState, second?.id ?? ''), at('t3', firstState, first?.id ?? '')];

    expect(standingOfRoom(viewAfter(one))).toMatchObject({
      phase: 'running',
      teams: 2,
      people: 8,
      released: 1,
      next: 1,
      counts: { gate: 1, 'at-work': 1 },
    });
    expect(standingOfRoom(viewAfter([...one, at('t3', secondState, second?.id ?? '')])).phase).toBe('waiting');
  });

  it('reports a pause before a hold, and both before the work', () => {
    const joined = [join('t2', 'Heron'), release(first?.id ?? '')];

    expect(standingOfRoom(viewAfter([...joined, { type: 'room.held' }])).phase).toBe('held');
    expect(standingOfRoom(viewAfter([...joined, { type: 'room.held' }, { type: 'room.paused' }])).phase).toBe('paused');
  });
});

describe('the standing of a team', () => {
  it('is quiet after two minutes without a request of its page, unless it has paused', () => {
    const state = stateAfter([opened, join('t2', 'Heron')]);
    const later = 2_000 + QUIET_AFTER_MS;
    const view = viewForControl(state, { now: later, addresses: [], atDoor: [], seenAt: () => 2_000 });
    const paused = viewForControl(stateAfter([opened, join('t2', 'Heron'), { type: 'team.paused', team: 't2' }]), {
      now: later,
      addresses: [],
      atDoor: [],
      seenAt: () => 2_000,
    });

    expect(view.teams.map((team) => standingOfTeam(team, later))).toEqual(['quiet']);
    expect(view.teams.map((team) => minutesQuiet(team, later))).toEqual([2]);
    expect(paused.teams.map((team) => standingOfTeam(team, later))).toEqual(['paused']);
  });

  it('counts a kept-down card among the votes that are in', () => {
    const votes = { options: { a: 2 }, keptDown: 1 };
    const view = viewAfter([
      join('t2', 'Heron'),
      at('t2', firstState, first?.id ?? ''),
      { type: 'votes.counted', team: 't2', n: 2, state: firstState, votes },
    ]);

    expect(view.teams.map(votesIn)).toEqual([3]);
  });
});

describe('the plan', () => {
  const lines = (minutes: number) => linesByWeight(minutes, opened.parts, () => 1);

  it.each([45, 90, 180])('divides %d minutes, and gives the debrief a third', (minutes) => {
    const plan = planOfRoom(viewAfter([]), lines(minutes));

    expect(plan.reduce((sum, { planned }) => sum + planned, 0)).toBe(minutes);
    expect(plan.find(({ id }) => id === 'debrief')?.planned).toBeGreaterThanOrEqual(minutes / 3);
    expect(plan.map(({ id }) => id)).toEqual([
      'welcome',
      ...opened.parts.slice(1).map(() => 'part'),
      'debrief',
      'close',
    ]);
  });

  it('has the minutes of the run sheet by the parts of the room, with its break and nothing lost', () => {
    const { lengths } = caseOnPaper(theCase().material);

    for (const one of lengths) {
      if (!one.offered) continue;
      const run = linesOfRun(one.plan, opened.parts);
      const minutesOf = (wanted: (part: RunPart) => boolean) =>
        one.plan.parts.filter(wanted).reduce((sum, { minutes }) => sum + minutes, 0);

      expect(run.reduce((sum, { planned }) => sum + planned, 0)).toBe(one.length);
      expect(run.find(({ id }) => id === 'debrief')?.planned).toBe(
        minutesOf(({ kind }) => kind === 'hand-in' || kind === 'debrief'),
      );
      expect(run.filter(({ id }) => id === 'break').map(({ planned }) => planned)).toEqual(
        one.length === 180 ? [minutesOf(({ kind }) => kind === 'break')] : [],
      );
      expect(run.find(({ part }) => part === 'reach')?.planned).toBe(minutesOf(({ stage }) => stage === 'reach'));
    }
  });

  it('begins with the first release, however early the room was opened', () => {
    expect(minutesBehind(planOfRoom(viewAfter([], 600 * 60_000), lines(90)), 600 * 60_000)).toBeUndefined();

    const view = viewAfter([release(first?.id ?? '')], 11 * 60_000);
    const plan = planOfRoom(view, lines(90));

    expect(plan.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'now', 'to-come']);
    expect(plan.at(-1)?.state).toBeUndefined();
    expect(plan[0]?.from).toBeUndefined();
    expect(plan[1]?.took).toBe(11);
    expect(minutesBehind(plan, view.now)).toBe(Math.round(Math.max(0, 659 / 60 - (plan[1]?.planned ?? 0))));
  });

  it('says when each closed part should open, and delays the others after a late one', () => {
    const minute = 60_000;
    const planned = lines(90);
    const hoursAt = (now: number, ...actions: readonly RoomAction[]) =>
      hoursOfPlan(planOfRoom(viewAfter(actions, now), planned), now);
    const minutesOf = (id?: string) => planned.find(({ part }) => part === id)?.planned ?? 0;
    const [one = '', two = '', three = ''] = opened.parts.map(({ id }) => id);
    const welcome = planned[0]?.planned ?? 0;

    // Nothing has begun: the order begins now, with the welcome.
    expect(hoursAt(30 * minute).get(one)).toBe((30 + welcome) * minute);
    // The first part was opened in the first minute, and runs as it should.
    const begun = release(one);
    expect(hoursAt(2 * minute, begun).get(one)).toBeUndefined();
    expect(hoursAt(2 * minute, begun).get(two)).toBe((minutesOf(one) + 1) * minute);
    // It has run for two hours: the next part is due at once, and the one after it follows by its minutes.
    const late = 120.5 * minute;
    expect(hoursAt(late, begun).get(two)).toBe(121 * minute);
    expect(hoursAt(late, begun).get(three)).toBe((121 + minutesOf(two)) * minute);
    // A part that is planned for another hour takes those after it along.
    const opensAt = 45 * minute;
    expect(hoursAt(2 * minute, begun, { type: 'release.scheduled', part: two, opensAt }).get(three)).toBe(
      opensAt + minutesOf(two) * minute,
    );
  });

  it('has no times if no part was held back', () => {
    const freely = opened.parts.map(({ id }) => ({ type: 'part.released', part: id, by: 'freely' }) as const);
    const plan = planOfRoom(viewAfter(freely, 60 * 60_000), lines(90));

    expect(plan.flatMap(({ part, state }) => (part === undefined ? [] : [state]))).toEqual(
      opened.parts.map(() => 'open'),
    );
    expect(minutesBehind(plan, 60 * 60_000)).toBeUndefined();
    expect(hoursOfPlan(plan, 60 * 60_000).size).toBe(0);
  });
});

describe('teams as columns', () => {
  const teams = ['a', 'b', 'c', 'd'].map((id, n) => ({ id, name: id.toUpperCase(), people: 3, joinedAt: n }));

  it('are in the order of their tables, or in another order if names are hidden', () => {
    const hidden = shownTeams(teams, true);

    expect(shownTeams(teams, false).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
    expect(hidden.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(hidden.every((team) => !('name' in team))).toBe(true);
    expect(shownTeams(teams, true)).toEqual(hidden);
  });
});
