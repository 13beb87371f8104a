import { describe, expect, it } from 'vitest';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { boardOf } from '#room/model/board.ts';
import type { BoardTeam } from '#room/model/played-team.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { boardCsv } from '#room/use-cases/board-csv.ts';
import { playAtRandom } from '../../../support/builders/random-player.ts';
import { theCase } from '../../../support/builders/the-library.ts';
import { aRoom } from '../../../support/room/a-room.ts';

const ROOM = aRoom();
const { material, answers } = ROOM.whole;
const LOGS = Array.from({ length: 8 }, (_, n) => playAtRandom(material, answers, `board-${n}`));
const nothing = { votes: {}, decisions: {} };
const byLan = LOGS.map((log, n): BoardTeam => ({ team: `t${n}`, result: { by: 'lan', log }, ...nothing }));
const LINE_TEAMS = [1, 4];
const withLines = byLan.map((team, n): BoardTeam => {
  if (!LINE_TEAMS.includes(n)) return team;
  const read = ROOM.around.lines.read(ROOM.around.lines.write(LOGS[n] as (typeof LOGS)[number]) as string);
  if (!read.ok) throw new Error(read.fault);
  return { ...team, result: { by: 'line', told: read.told } };
});

/** Last answers of each attempt, from the events alone: "more information" counts by its next step. */
const answersOf = (log: (typeof LOGS)[number]) => {
  const bands = new Map<string, string>();
  for (const event of log.events)
    if (event.type === 'exercise.acted' && event.action.type === 'ad.judged') {
      const { ad, band, next } = event.action as unknown as { ad: string; band: string; next?: string };
      const gathers = next === undefined || next === 'check-links' || next === 'ask-records';
      bands.set(ad, band === 'unknown' ? (gathers ? 'check' : 'none') : band);
    }
  return bands;
};

describe('the board of a room', () => {
  const board = boardOf(byLan, material, answers);
  const mixed = boardOf(withLines, material, answers);

  it('shows each criterion as in the report of each team, without a total', () => {
    const reports = LOGS.map((log) => scoreAttempt(log, material, answers));
    for (const { id, teams } of board.criteria)
      for (const [team, points] of Object.entries(teams))
        expect(reports[Number(team.slice(1))]?.criteria.find((one) => one.id === id)).toMatchObject(points);
    expect(Object.keys(board)).not.toContain('total');
    expect(mixed.criteria.map(({ restsOn }) => restsOn).every((count) => count <= 6)).toBe(true);
  });

  it('counts decisions as in the logs, from a result line and from a log', () => {
    for (const { state, options, restsOn } of board.decisions) {
      const chose = (log: (typeof LOGS)[number], option?: string) =>
        log.events.some(
          (event) =>
            event.type === 'decision.made' &&
            event.state === state &&
            (option === undefined || event.option === option),
        );
      expect(restsOn).toBe(LOGS.filter((log) => chose(log)).length);
      for (const { option, teams } of options)
        expect(teams).toEqual(LOGS.flatMap((log, n) => (chose(log, option) ? [`t${n}`] : [])));
    }
    expect(mixed.decisions).toEqual(board.decisions);
    expect(mixed.path).toEqual(board.path);
    expect(mixed.order).toEqual(board.order);
  });

  it('counts judgements against the truth as in the events, from a result line and from a log', () => {
    const sought = new Set(answers.truth.ads.filter(({ control }) => control === 'controlled').map(({ ad }) => ad));
    for (const { band, judged, controlled } of board.calibration.bins) {
      const own = LOGS.flatMap((log) => [...answersOf(log)].filter(([ad, given]) => given === band && isOpen(ad)));
      expect([band, judged, controlled]).toEqual([band, own.length, own.filter(([ad]) => sought.has(ad)).length]);
    }
    expect(mixed.calibration).toEqual(board.calibration);
    expect(mixed.falseFlags).toEqual(board.falseFlags);
    expect(mixed.notKnowable).toEqual(board.notKnowable);
  });

  it('lists the same false flags as the reports of the teams', () => {
    const told = LOGS.flatMap((log, n) =>
      scoreAttempt(log, material, answers)
        .findings.filter(({ reason }) => /^ad\.(?:falseFlag|tooHigh)\./.test(reason))
        .map(({ at }) => `t${n} ${at.ad}`),
    );
    const shown = board.falseFlags.persons.flatMap(({ ads }) =>
      ads.flatMap(({ ad, teams }) => teams.map((team) => `${team} ${ad}`)),
    );

    expect(shown.sort()).toEqual(told.sort());
    expect(board.falseFlags.flags).toBe(told.length);
  });

  it('counts each sign once for each team at each place', () => {
    for (const { places, missedBy, seenBy, restsOn } of board.signs) {
      expect(restsOn).toBe(8);
      for (const place of places) {
        expect(place.missedBy.filter((team) => place.seenBy.includes(team))).toEqual([]);
        expect(missedBy).toEqual(expect.arrayContaining([...place.missedBy]));
        expect(seenBy).toEqual(expect.arrayContaining([...place.seenBy]));
      }
    }
    const most = board.signs.map(({ places }) => places[0]?.missedBy.length ?? 0);
    expect(most).toEqual(most.toSorted((a, b) => b - a));
    expect(mixed.signs.every(({ restsOn }) => restsOn === 6)).toBe(true);
  });

  it('shows votes, and only allowed reasons, without names', () => {
    const voted = (team: string, shown: boolean, contact: number, notify: number): BoardTeam => ({
      team,
      votes: { desk: { options: { contact, notify }, keptDown: 1 } },
      decisions: { desk: { option: 'contact', reason: `reason of ${team}`, shown } },
    });
    const { decisions, handedIn, notHandedIn } = boardOf(
      [voted('t1', true, 2, 1), voted('t2', false, 3, 0)],
      material,
      answers,
    );
    const desk = decisions.find(({ state }) => state === 'desk');

    expect(desk).toMatchObject({
      votes: { counted: 6, keptDown: 2, restsOn: 2 },
      divided: ['t1'],
      reasons: [{ option: 'contact', reason: 'reason of t1' }],
      restsOn: 2,
    });
    expect(desk?.reasons[0]).not.toHaveProperty('team');
    expect([handedIn.lan, notHandedIn]).toEqual([[], ['t1', 't2']]);
  });

  it('works for cases without ads to judge, and for a room without a team', () => {
    const other = theCase('scenarios/two-ages');
    const log = playAtRandom(other.material, other.answers, 'other');
    const result = boardOf([{ team: 't1', result: { by: 'file', log }, ...nothing }], other.material, other.answers);

    expect(result.calibration.restsOn).toBe(0);
    expect(boardOf([], material, answers)).toMatchObject({ criteria: [], signs: [], path: { restsOn: 0 } });
  });

  it('is a table of teams in the order of joining', () => {
    const teams = byLan.map(({ team }) => ({ id: team, name: `=${team}`, people: 3, handIn: { by: 'lan', at: 1 } }));
    const csv = boardCsv(board, { teams } as unknown as RoomState, { team: 'team', people: 'people', handedIn: 'by' });
    const lines = csv.trim().split('\r\n');

    expect(lines).toHaveLength(9);
    expect(lines[1]).toMatch(/^"'=t0",3,lan,/);
  });

  function isOpen(ad: string): boolean {
    return !answers.truth.ads.some((one) => one.ad === ad && one.possibleMinor);
  }
});
