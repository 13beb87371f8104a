import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUN_LENGTHS } from '#case/language/model/run-length.ts';
import { planRun, playRange, type RoomStep, type RunPlan } from '#case/language/model/run-plan.ts';

const STAGES = ['find', 'desk', 'reach', 'after'];
const anyLength = fc.constantFrom(...RUN_LENGTHS);

/** Steps of any story with something to play; no state is played twice. */
const anySteps = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...STAGES),
      does: fc.constantFrom<RoomStep['does']>('read', 'tell', 'choose', 'decide', 'work'),
      seconds: fc.integer({ min: 0, max: 4000 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => steps.map((step, n): RoomStep => ({ ...step, state: `s${n}` })))
  .filter((steps) => steps.some(({ does }) => does === 'decide' || does === 'work'));

const step = (state: string, does: RoomStep['does'], minutes: number, stage = 'reach'): RoomStep => ({
  state,
  stage,
  does,
  seconds: 60 * minutes,
});

function planOf(length: (typeof RUN_LENGTHS)[number], steps: readonly RoomStep[]): RunPlan {
  const planned = planRun(length, steps);
  if (!planned.ok) throw new Error(`Not offered: ${planned.needed} of ${planned.most}.`);
  return planned.plan;
}

const minutesOf = (plan: RunPlan, kind: string) =>
  plan.parts.filter((part) => part.kind === kind).map(({ minutes }) => minutes);

describe('any run plan', () => {
  it('takes exactly its length, part after part, in whole minutes', () => {
    fc.assert(
      fc.property(anyLength, anySteps, (length, steps) => {
        const planned = planRun(length, steps);
        if (!planned.ok) return;
        let start = 0;
        for (const part of planned.plan.parts) {
          expect(part.start).toBe(start);
          expect(Number.isInteger(part.minutes)).toBe(true);
          expect(part.minutes).toBeGreaterThan(0);
          start += part.minutes;
        }
        expect(start).toBe(length);
      }),
    );
  });

  it('gives the debrief between a third and a half', () => {
    fc.assert(
      fc.property(anyLength, anySteps, (length, steps) => {
        const planned = planRun(length, steps);
        if (!planned.ok) return;
        const [debrief = 0] = minutesOf(planned.plan, 'debrief');
        expect(debrief).toBe(planned.plan.debrief);
        expect(debrief).toBeGreaterThanOrEqual(length / 3);
        expect(debrief).toBeLessThanOrEqual(length / 2);
      }),
    );
  });

  it('begins with welcome, ends with close, and never cuts them', () => {
    const ofNothing = new Map(RUN_LENGTHS.map((length) => [length, planOf(length, [step('a', 'decide', 1)])]));
    fc.assert(
      fc.property(anyLength, anySteps, (length, steps) => {
        const planned = planRun(length, steps);
        if (!planned.ok) return;
        const kinds = planned.plan.parts.map(({ kind }) => kind);
        expect([kinds[0], kinds.at(-1)]).toEqual(['welcome', 'close']);
        for (const kind of ['welcome', 'briefing', 'hand-in', 'close'])
          expect(minutesOf(planned.plan, kind)).toEqual(minutesOf(ofNothing.get(length) as RunPlan, kind));
      }),
    );
  });

  it('is always offered in the full length, in the others only if the play needs at most half of it', () => {
    fc.assert(
      fc.property(anyLength, anySteps, (length, steps) => {
        const needed = Math.ceil(steps.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
        const planned = planRun(length, steps);
        const { most } = playRange(length);
        expect(most).toBeLessThanOrEqual(length / 2);
        expect(planned.ok).toBe(length === 180 || needed <= most);
        if (planned.ok && !planned.plan.stopped) expect(planned.plan.play).toBeGreaterThanOrEqual(needed);
        if (!planned.ok) expect(planned).toEqual({ ok: false, needed, most });
      }),
    );
  });

  it('plays every decision and every work once, in the order of the story, except for work divided by the break', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { parts } = planOf(180, steps);
        const decided = parts.flatMap(({ decisions = [] }) => decisions);
        const worked = parts.flatMap(({ work = [] }) => work);
        const of = (does: RoomStep['does']) => steps.filter((one) => one.does === does).map(({ state }) => state);
        expect([...new Set(decided)]).toEqual(of('decide'));
        expect([...new Set(worked)]).toEqual(of('work'));
        expect(parts.filter(({ kind }) => kind === 'break')).toHaveLength(1);
      }),
    );
  });
});

describe('planRun', () => {
  it('makes short play slower rather than the debrief longer than half of the time', () => {
    const plan = planOf(180, [step('a', 'decide', 5), step('b', 'decide', 5)]);

    expect(plan).toMatchObject({ needed: 10, play: 50, debrief: 90, stopped: false });
  });

  it('stops work at screens before it shortens decisions', () => {
    const plan = planOf(180, [step('find', 'work', 100, 'find'), step('a', 'decide', 20)]);

    expect(plan).toMatchObject({ needed: 120, play: 80, debrief: 60, stopped: true });
    const minutes = Object.fromEntries(
      ['find', 'reach'].map((stage) => [
        stage,
        plan.parts.filter((part) => part.stage === stage).reduce((sum, part) => sum + part.minutes, 0),
      ]),
    );
    expect(minutes).toEqual({ find: 60, reach: 20 });
  });

  it('merges stages that are only read into the next played one', () => {
    const plan = planOf(90, [
      step('briefing', 'read', 2, 'briefing'),
      step('a', 'decide', 10, 'find'),
      { ...step('news', 'read', 2, 'find'), inject: true },
      step('b', 'decide', 10, 'reach'),
      step('last', 'read', 1, 'after'),
    ]);

    const play = plan.parts.filter(({ kind }) => kind === 'play');
    expect(play.map(({ stage, decisions, injects }) => [stage, decisions, injects])).toEqual([
      ['find', ['a'], []],
      ['reach', ['b'], ['news']],
    ]);
  });

  it('puts the break between parts if both sides are short enough, otherwise inside a long one', () => {
    const between = planOf(180, [step('find', 'work', 35, 'find'), step('a', 'decide', 30)]);
    const inside = planOf(180, [step('find', 'work', 60, 'find')]);
    const decisions = planOf(180, [step('a', 'decide', 25), step('b', 'decide', 25), step('c', 'decide', 25)]);

    expect(between.parts.map(({ kind, half }) => (half ? `${kind} ${half}` : kind)).slice(2, 5)).toEqual([
      'play',
      'break',
      'play',
    ]);
    expect(inside.parts.slice(2, 5).map(({ kind, minutes, half, work }) => [kind, minutes, half, work])).toEqual([
      ['play', 30, 1, ['find']],
      ['break', 10, undefined, undefined],
      ['play', 30, 2, ['find']],
    ]);
    const halves = decisions.parts.filter(({ kind }) => kind === 'play').map((part) => part.decisions);
    expect(halves.flat()).toEqual(['a', 'b', 'c']);
    expect(halves).toHaveLength(2);
  });

  it('refuses a play with nothing to play', () => {
    expect(() => planRun(90, [step('a', 'read', 5)])).toThrow(/Give it a decision or an exercise/);
  });
});
