import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { type AttemptFile, attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import type { ControlView } from '#room/model/protocol.ts';
import { ROOM_PATHS } from '#room/model/protocol.ts';
import { openRoomLog } from '../../../../scripts/room/room-log.ts';
import { aPossibleAttempt } from '../../../support/room/a-room.ts';
import { ROOM, refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();

/** An attempt that decides something, and what a team says beside it. */
function aTeamsAttempt(seed: string): { log: AttemptLog; team: AttemptTeam; state: string; option: string } {
  for (let n = 0; ; n++) {
    const log = aPossibleAttempt(ROOM, `${seed} ${n}`);
    const made = log.events.find((event) => event.type === 'decision.made');
    if (made?.type !== 'decision.made') continue;
    const { state, option } = made;
    const votes = { [state]: { options: { [option]: 2 }, keptDown: 1 } };
    return {
      log,
      state,
      option,
      team: { people: 3, votes, reasons: { [state]: { option, reason: 'We asked first.' } } },
    };
  }
}

const { log, team, state, option } = aTeamsAttempt('by-file');
const FILE = attemptFileOf({ log, saved: '2031-03-12T09:15:42.123Z', team });

let plover = '';
let wren = '';
beforeEach(async () => {
  for (const name of ['Plover', 'Wren']) await its.served.do({ type: 'team.joined', name, people: 3 });
  [plover = '', wren = ''] = its.log.state.teams.map(({ id }) => id);
});

const give = (to: string, file: unknown) =>
  its.served.do({ type: 'attempt.given', team: to, text: typeof file === 'string' ? file : JSON.stringify(file) });
const teamOf = (id: string) => its.log.state.teams.find((one) => one.id === id);

describe('the file of a team', () => {
  it('brings its log, its votes and its reasons, and outlives a restart', async () => {
    expect((await give(plover, FILE)).status).toBe(200);
    expect(teamOf(plover)).toMatchObject({
      handIn: { by: 'file', log, hasReasons: true },
      votes: team.votes,
      decisions: { [state]: { option, reason: 'We asked first.', shown: false } },
    });
    expect(openRoomLog(its.log.folder).state).toEqual(its.log.state);
    const view = (await its.served.control(ROOM_PATHS.controlState)).json() as ControlView;
    expect(view.teams[0]).toMatchObject({
      handIn: { by: 'file', hasReasons: true },
      content: { log: true, reasons: true },
    });
    expect(JSON.stringify(view.teams[0]?.handIn)).not.toContain('events');
  });

  it('lets its reasons be ticked for the wall, and takes them along when it is withdrawn', async () => {
    const counted = { options: { [option]: 1 }, keptDown: 2 };
    await its.served.do({ type: 'votes.counted', team: plover, state, votes: counted });
    await give(plover, FILE);
    expect((await its.served.do({ type: 'reason.ticked', team: plover, state, shown: true })).status).toBe(200);
    expect(teamOf(plover)?.decisions[state]?.shown).toBe(true);
    await its.served.do({ type: 'hand-in.withdrawn', team: plover });
    expect(teamOf(plover)).toMatchObject({ votes: { [state]: counted }, decisions: {} });
    expect(teamOf(plover)?.handIn).toBeUndefined();
  });

  it('of one person says nothing of votes and reasons, and keeps those that were sent', async () => {
    const counted = { options: { [option]: 1 }, keptDown: 2 };
    await its.served.do({ type: 'votes.counted', team: plover, state, votes: counted });
    expect((await give(plover, attemptFileOf({ log, saved: '' }))).status).toBe(200);
    expect(teamOf(plover)).toMatchObject({ handIn: { hasReasons: false }, votes: { [state]: counted }, decisions: {} });
  });
});

describe('a file that is refused', () => {
  const changed = (changes: Partial<AttemptLog['header']>): AttemptFile => {
    const header = { ...log.header, ...changes };
    return attemptFileOf({ log: { header, events: [] }, saved: '' });
  };

  it.each<[string, unknown, string]>([
    ['is no JSON', '{', 'not-json'],
    ['holds something else', { schema: 'market/1' }, 'not-attempt'],
    ['holds a report alone', { schema: 'score-report/2' }, 'report-alone'],
    ['was saved by a newer kit', { ...FILE, schema: 'attempt-file/9' }, 'newer'],
    ['lacks a step', { ...FILE, log: { ...log, events: log.events.slice(1) } }, 'changed'],
    ['is of another case', changed({ scenario: 'two-ages' }), 'other-case'],
    ['is of another text of the case', changed({ scenarioHash: '0'.repeat(64) }), 'other-version'],
    ['is of another market', changed({ marketId: '0123456789abcdef' }), 'other-version'],
    ['is of another generator', changed({ generatorVersion: 1 }), 'other-version'],
    [
      'is damaged and of another version',
      { ...FILE, log: { header: { ...log.header, generatorVersion: 1 }, events: [{ seq: 'one' }] } },
      'other-version',
    ],
    [
      'has votes for a decision that is not there',
      { ...FILE, team: { ...team, votes: { nowhere: { options: {}, keptDown: 1 } } } },
      'unknown-state',
    ],
    [
      'has votes for an option that is not there',
      { ...FILE, team: { ...team, votes: { [state]: { options: { nothing: 1 }, keptDown: 0 } } } },
      'unknown-option',
    ],
    [
      'has the votes of more people than the team has',
      { ...FILE, team: { ...team, people: 5, votes: { [state]: { options: { [option]: 4 }, keptDown: 1 } } } },
      'too-many-votes',
    ],
    [
      'has a reason for what was not chosen',
      { ...FILE, team: { ...team, reasons: { [state]: { option: 'nothing', reason: '' } } } },
      'changed',
    ],
  ])('%s', async (_, file, detail) => {
    const before = its.log.state;
    expect((await give(plover, file)).json()).toEqual({ refused: 'bad-file', detail });
    expect(its.log.state).toEqual(before);
  });

  it('is named where it comes twice, for the same team and for another one, and neither is touched', async () => {
    await give(plover, FILE);
    const before = its.log.state;
    expect(refusedBy(await give(plover, FILE))).toBe('doubled');
    expect((await give(wren, FILE)).json()).toEqual({ refused: 'same-result', detail: plover });
    expect(its.log.state).toEqual(before);
  });

  it('is the attempt that another team is still sending', async () => {
    const { token, team: heron } = await its.served.join('Heron');
    for (const { id } of its.log.state.parts) await its.served.do({ type: 'part.released', part: id });
    await its.send(token, { type: 'attempt.extended', header: log.header, events: log.events.slice(0, 2), n: 1 });
    expect((await give(wren, FILE)).json()).toEqual({ refused: 'same-result', detail: heron });
    expect((await give(heron, FILE)).status).toBe(200);
  });
});
