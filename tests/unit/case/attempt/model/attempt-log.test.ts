import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttemptEvent,
  type AttemptLog,
  type AttemptStep,
  firstBrokenEvent,
  recordEvent,
} from '#case/attempt/model/attempt-log.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import { fromEpoch } from '#kernel/model/instant.ts';
import { aHeader } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const header = aHeader(smallCase().material);
const name = fc.stringMatching(/^[a-z]{1,8}$/);
const anyStep: fc.Arbitrary<AttemptStep> = fc.oneof(
  fc.record({ type: fc.constant('scene.continued' as const), state: name }),
  fc.record({ type: fc.constant('decision.made' as const), state: name, option: name }),
  fc.record({ type: fc.constant('exercise.committed' as const), state: name }),
  fc.record({
    type: fc.constant('exercise.acted' as const),
    state: name,
    action: fc.record({ type: fc.constant('ad.opened'), ad: name }),
  }),
);
const anyLog: fc.Arbitrary<AttemptLog> = fc
  .array(fc.tuple(anyStep, fc.integer({ min: 0, max: 4_000_000_000 })), { minLength: 1, maxLength: 8 })
  .map((steps) => {
    const events: AttemptEvent[] = [];
    for (const [step, at] of steps) events.push(recordEvent({ header, events }, step, fromEpoch(at), 'wall'));
    return { header, events };
  });
const placed = anyLog.chain((log) => fc.tuple(fc.constant(log), fc.nat({ max: log.events.length - 1 })));
const withEvents = (log: AttemptLog, events: readonly AttemptEvent[]) => ({ ...log, events });

describe('the attempt log', () => {
  it('is valid as long as events are only appended', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(firstBrokenEvent(log)).toBeUndefined();
      }),
    );
  });

  it('shows a change of anything in an event at that event', () => {
    const forge = fc.constantFrom<(event: AttemptEvent) => object>(
      (event) => ({ ...event, state: `${event.state}x` }),
      (event) => ({ ...event, at: '2031-01-01T00:00:01Z' }),
      (event) => ({ ...event, wall: 'later' }),
      (event) => ({ ...event, seq: event.seq + 1 }),
      (event) => ({ ...event, prev: '0'.repeat(64) }),
      (event) => ({ ...event, hash: 'f'.repeat(64) }),
      (event) => ({ ...event, extra: true }),
    );
    fc.assert(
      fc.property(placed, forge, ([log, at], change) => {
        const forged = log.events.map((event, n) => (n === at ? (change(event) as AttemptEvent) : event));

        expect(firstBrokenEvent(withEvents(log, forged))).toBe(at + 1);
      }),
    );
  });

  it('shows a change of the header at the first event', () => {
    fc.assert(
      fc.property(anyLog, fc.constantFrom('id', 'scenario', 'scenarioHash', 'marketId', 'wall'), (log, field) => {
        expect(firstBrokenEvent({ ...log, header: { ...header, [field]: 'other' } })).toBe(1);
      }),
    );
  });

  it('shows a removed, inserted or moved event at the first wrong number', () => {
    fc.assert(
      fc.property(placed, anyStep, ([log, at], step) => {
        const { events } = log;
        const extra = recordEvent(withEvents(log, events.slice(0, at)), step, '2031-01-01T00:00:00Z', 'other wall');

        expect(firstBrokenEvent(withEvents(log, events.toSpliced(at, 1)))).toBe(
          at === events.length - 1 ? undefined : at + 1,
        );
        expect(firstBrokenEvent(withEvents(log, events.toSpliced(at, 0, extra)))).toBe(at + 2);
        if (at + 1 < events.length)
          expect(
            firstBrokenEvent(
              withEvents(log, events.toSpliced(at, 2, events[at + 1] as AttemptEvent, events[at] as AttemptEvent)),
            ),
          ).toBe(at + 1);
      }),
    );
  });

  it('is unchanged by writing to a file and reading', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const parsed = parseAttemptLog(JSON.parse(JSON.stringify(log)), KINDS);

        expect(parsed).toEqual({ ok: true, log });
      }),
    );
  });
});

describe('a saved log of the wrong shape', () => {
  const step = { type: 'exercise.acted', state: 'find', action: { type: 'ad.opened', ad: '0301' } } as const;
  const log: AttemptLog = {
    header,
    events: [recordEvent({ header, events: [] }, step, '2031-03-12T09:00:00Z', 'wall')],
  };
  const [event] = log.events as [AttemptEvent];
  const act = (action: object) => ({ ...log, events: [{ ...event, action }] });

  it.each([
    ['nothing', null],
    ['a text', 'attempt'],
    ['a list', []],
    ['no header', { events: log.events }],
    ['no events', { header }],
    ['another schema', { ...log, header: { ...header, schema: 'attempt/2' } }],
    ['an extra field', { ...log, note: 'x' }],
    ['an event of an unknown type', { header, events: [{ ...event, type: 'exercise.undone' }] }],
    ['an event without a place', { header, events: [step] }],
    ['a number that is none', { header, events: [{ ...event, seq: '1' }] }],
    ['an act that no exercise knows', act({ type: 'ad.deleted', ad: '0301' })],
    ['a mark without an indicator', act({ type: 'ad.marked', ad: '0301', at: 's1' })],
    ['a band that does not exist', act({ type: 'ad.judged', ad: '0301', band: 'arrest', certainty: 1 })],
    ['a certainty above sure', act({ type: 'ad.judged', ad: '0301', band: 'none', certainty: 9 })],
    [
      'a capture without bytes',
      act({ type: 'page.captured', ad: '0301', status: 200, sha256: 'a'.repeat(64), actor: 'a', role: 'b' }),
    ],
    [
      'identifiers that are no list',
      act({
        type: 'record.written',
        item: 'EV-001',
        url: 'u',
        time: 't',
        identifiers: 'ad:0301',
        actor: 'a',
        role: 'b',
      }),
    ],
    ['a text of a million letters', { ...log, header: { ...header, id: 'a'.repeat(1_000_000) } }],
  ])('%s is refused with a word on what is wrong', (_, value) => {
    const parsed = parseAttemptLog(value, KINDS);

    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.said.length).toBeGreaterThan(0);
  });
});
