import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptEvent, type AttemptStep, firstBrokenEvent, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { retryAttempt, retryStep } from '#case/attempt/model/retry-attempt.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { wander } from '../../../../support/builders/a-wanderer.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const { market } = aMarket();
const { material, answers } = smallCase();
const draws = fc.array(fc.nat(5_000), { minLength: 20, maxLength: 60 });
const NEW = { id: 'attempt-2', wall: '2026-02-02T00:00:00.000Z' };

/** What was done, when in the case and when on the wall; all of an event but its place in a chain. */
const stepOf = ({ prev: _prev, hash: _hash, ...step }: AttemptEvent) => step;
const played = () => anAttempt(material).passesOn().chooses('contact', 'b');

describe('a retry', () => {
  it('of any attempt from any step has the same earlier steps and the state before that step', () => {
    fc.assert(
      fc.property(anyScenario({ loops: true }), draws, (source, path) => {
        const scenario = compiledFrom(source);
        const { log } = wander(scenario, market, path);
        const { start, advance } = createReplay({ scenario, market, kinds: KINDS });
        let before = start();
        for (const event of log.events) {
          const retry = retryAttempt(log, event.seq, NEW);

          expect(retry.events.map(stepOf)).toEqual(log.events.slice(0, event.seq - 1).map(stepOf));
          expect(firstBrokenEvent(retry)).toBeUndefined();
          expect(replayAttempt({ scenario, market, kinds: KINDS }, retry)).toEqual(before);
          before = advance(before, event);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('can be stored, read and continued', () => {
    const { log } = played();
    const retry = retryAttempt(log, log.events.length, NEW);
    const read = parseAttemptLog(JSON.parse(JSON.stringify(retry)), KINDS);
    if (!read.ok) throw new Error(read.said);
    const { clock } = replayAttempt(material, read.log);
    const step: AttemptStep = { type: 'decision.made', state: 'd01', option: 'a' };
    const on = { ...read.log, events: [...read.log.events, recordEvent(read.log, step, clock, 'wall')] };

    expect(read.log).toEqual(retry);
    expect(firstBrokenEvent(on)).toBeUndefined();
    expect(replayAttempt(material, on).choices.at(-1)?.option).toBe('a');
  });

  it('cannot pass for a first attempt: chain, report and step name mark it', () => {
    const { log } = played();
    const retry = retryAttempt(log, log.events.length, NEW);
    const { retry: _mark, ...bare } = retry.header;

    expect(retry.header).toMatchObject({ id: 'attempt-2', retry: { of: 'attempt-1', from: log.events.length } });
    expect(firstBrokenEvent({ ...retry, header: bare })).toBe(1);
    expect(firstBrokenEvent({ ...retry, header: { ...retry.header, retry: { of: 'attempt-1', from: 1 } } })).toBe(1);
    expect(scoreAttempt(retry, material, answers).retry).toEqual({ of: 'attempt-1', from: log.events.length });
    expect(retryStep(retry)).toBe(2);

    expect(scoreAttempt(log, material, answers)).not.toHaveProperty('retry');
    expect(retryStep(log)).toBeUndefined();
  });

  it('numbers its first step as the debrief does, wherever the retry starts', () => {
    const whole = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');
    const { path } = scoreAttempt(whole, material, answers);

    expect(path.length).toBeGreaterThan(1);
    for (const [n, { seq }] of path.entries()) expect(retryStep(retryAttempt(whole, seq, NEW))).toBe(n + 1);
  });

  it('of a retry points to the attempt that it comes from itself', () => {
    const { log } = played();
    const once = retryAttempt(log, log.events.length, NEW);
    const twice = retryAttempt(once, 2, { ...NEW, id: 'attempt-3' });

    expect(twice.header.retry).toEqual({ of: 'attempt-2', from: 2 });
    expect(firstBrokenEvent(twice)).toBeUndefined();
  });

  it('keeps role, language, text of the case and market', () => {
    const { log } = played();
    const spoken = { ...log, header: { ...log.header, role: 'ngo' as const, locale: 'de' } };

    expect(retryAttempt(spoken, 2, NEW).header).toEqual({
      ...spoken.header,
      ...NEW,
      retry: { of: 'attempt-1', from: 2 },
    });
  });

  it('cannot begin at an event that does not exist', () => {
    const { log } = played();

    expect(() => retryAttempt(log, log.events.length + 1, NEW)).toThrow('has no event');
    expect(() => retryAttempt(log, 0, NEW)).toThrow('has no event');
  });

  it('without the events that it took over is refused', () => {
    const { log } = played();
    const retry = retryAttempt(log, log.events.length, NEW);

    expect(parseAttemptLog({ ...retry, events: retry.events.slice(0, -1) }, KINDS)).toMatchObject({ ok: false });
    expect(parseAttemptLog({ ...log, events: [] }, KINDS)).toMatchObject({ ok: true });
  });
});
