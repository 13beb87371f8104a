import { describe, expect, it } from 'vitest';
import { recordEvent } from '#case/attempt/model/attempt-log.ts';
import { sceneFor } from '#case/language/model/scenes.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import { beginCase, type CaseSession, openSavedCase } from '#case/play/use-cases/case-session.ts';
import { scoreHints } from '#case/scoring/model/score-path.ts';
import { aRoom } from '../../../../support/builders/a-room.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { loadRich } from '../../../../support/builders/rich-case.ts';

function richPart(): PlayedPart {
  const loaded = loadRich();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const { scenario, scenes, market } = loaded.value;
  const { title } = loaded.value.source;
  return { schema: 'case-public/1', title, reviewed: false, scenario, scenes, market, choices: [], kinds: KINDS };
}

const PART = richPart();
/** Two minutes short of the hour after which the timer runs out, at half a minute a look. */
const ALMOST = 116;

async function readOn(session: CaseSession, times: number) {
  for (let n = 0; n < times; n++)
    await session.record({ type: 'exercise.acted', state: 'read', action: { type: 'ad.opened', ad: '0301' } });
}

async function atBoth(room = aRoom()) {
  const session = await beginCase(PART, room);
  await session.record({ type: 'scene.continued', state: 'report' });
  return { room, session };
}

describe('a timer in a case that is played', () => {
  it('elapses by itself when other steps take its time, as an event in the log', async () => {
    const { session, room } = await atBoth();
    await readOn(session, ALMOST);
    const before = session.log.events.length;
    await readOn(session, 4);

    expect(session.log.events.slice(before).map(({ type }) => type)).toEqual([
      'exercise.acted',
      'exercise.acted',
      'exercise.acted',
      'exercise.acted',
      'timer.elapsed',
    ]);
    expect(session.attempt).toMatchObject({ active: ['read', 'wait-done'], state: 'read', due: {} });
    expect((await room.store.newest(PART.scenario.id))?.events).toEqual(session.log.events);
  });

  it('elapses before the next step where the program crashed between the two', async () => {
    const { session, room } = await atBoth();
    await readOn(session, ALMOST + 3);
    const last = recordEvent(
      session.log,
      { type: 'exercise.acted', state: 'read', action: { type: 'ad.opened', ad: '0302' } },
      session.attempt.clock,
      '2026-01-01T00:00:00.000Z',
    );
    await room.store.append(session.log.header.id, last);

    const { session: again } = await openSavedCase(PART, room);
    await again?.record({ type: 'exercise.committed', state: 'read' });

    expect(again?.log.events.slice(-2).map(({ type }) => type)).toEqual(['timer.elapsed', 'exercise.committed']);
    expect(again?.attempt).toMatchObject({ active: ['word'], state: 'word' });
  });
});

describe('a case that is played in a role', () => {
  it('is stored and opened again in that role', async () => {
    const room = aRoom();
    const session = await beginCase(PART, room, undefined, 'ngo');
    await session.record({ type: 'scene.continued', state: 'report' });

    const { session: again } = await openSavedCase(PART, room);

    expect(again?.log.header.role).toBe('ngo');
    expect(again?.attempt).toEqual(session.attempt);
    expect(again?.attempt.state).toBe('line');
  });

  it('names no role in its log for the default role', async () => {
    const session = await beginCase(PART, aRoom(), undefined, 'police');

    expect(session.log.header).not.toHaveProperty('role');
  });

  it('shows the role its own words, and others the default words', () => {
    const scene = PART.scenes.report;
    if (!scene) throw new Error('The case has no report.');

    expect(sceneFor(scene, 'ngo')).toMatchObject({
      title: 'A report comes in',
      text: 'The line sends a short report.',
    });
    expect(sceneFor(scene, 'police').text).toBe('The duty desk sends a short report.');
    expect(sceneFor(scene, undefined)).not.toHaveProperty('views');
  });
});

describe('the cost of hints', () => {
  it('is a separate criterion over the cost of all hints', async () => {
    const { session } = await atBoth();
    const before = scoreHints(PART.scenario, session.attempt);
    await session.record({ type: 'hint.taken', state: 'read', hint: 0 });

    expect(before).toEqual({ id: 'outreach.hints', raw: 3, min: 0, max: 3, scaled: 1, evidence: [] });
    expect(scoreHints(PART.scenario, session.attempt)).toEqual({
      id: 'outreach.hints',
      raw: 2,
      min: 0,
      max: 3,
      scaled: 2 / 3,
      evidence: [2],
    });
  });

  it('is no criterion in a case without hints', () => {
    const states = Object.fromEntries(
      Object.entries(PART.scenario.states).map(([id, state]) => [
        id,
        'hints' in state ? { ...state, hints: [0] } : state,
      ]),
    );

    expect(scoreHints({ ...PART.scenario, states }, { hints: [] })).toBeUndefined();
  });
});
