import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedBand, type DetectionAction, NEXT_STEPS, playDetection } from '#kinds/detection/model/play.ts';
import { DetectionActionSchema, DetectionBriefSchema } from '#kinds/detection/model/schemas.ts';
import { NOW } from '../../../../support/builders/a-market.ts';

const played = (...actions: readonly DetectionAction[]) =>
  actions.reduce(
    (response, action, n) => playDetection.reduce(response, action as never, { at: NOW, seq: n + 1 }),
    playDetection.empty,
  );
const placed = (ad: string, place: number): DetectionAction => ({ type: 'queue.placed', ad, place });

describe('the queue', () => {
  it('inserts an ad at a place, moves it, and removes it', () => {
    const queue = played(placed('0301', 0), placed('0302', 0), placed('0303', 99));
    expect(queue.queue).toEqual(['0302', '0301', '0303']);
    expect(played(placed('0301', 0), placed('0302', 1), placed('0301', 1)).queue).toEqual(['0302', '0301']);
    expect(played(placed('0301', 0), placed('0302', 1), { type: 'queue.removed', ad: '0301' }).queue).toEqual(['0302']);
  });

  it('never contains an ad twice, after any acts', () => {
    const anyAct = fc.oneof(
      fc.record({ type: fc.constant('queue.placed' as const), ad: fc.constantFrom('a', 'b', 'c'), place: fc.nat(5) }),
      fc.record({ type: fc.constant('queue.removed' as const), ad: fc.constantFrom('a', 'b', 'c') }),
    );
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        const { queue } = played(...acts);
        expect(new Set(queue).size).toBe(queue.length);
      }),
    );
  });
});

describe('the band that an answer counts as', () => {
  it('is the band itself, with any next step', () => {
    for (const band of ['none', 'check', 'prioritise', 'urgent'] as const)
      for (const next of NEXT_STEPS) expect(countedBand({ band, next })).toBe(band);
  });

  it.each([
    ['nothing said', undefined, 'check'],
    ['a look at links', 'check-links', 'check'],
    ['a request for records', 'ask-records', 'check'],
    ['nothing looked at', 'keep', 'none'],
    ['a visit', 'welfare-contact', 'none'],
    ['a report', 'inform-specialised-police', 'none'],
  ] as const)('is, for "needs more information" and %s, %s -> %s', (_, next, expected) => {
    expect(countedBand({ band: 'unknown', ...(next && { next }) })).toBe(expected);
  });
});

describe('the schemas of log and brief', () => {
  it('accept a next step and a queue, and no unknown step', () => {
    const judged = { type: 'ad.judged', ad: '0301', band: 'unknown', certainty: 1 };
    expect(DetectionActionSchema.safeParse({ ...judged, next: 'check-links' }).success).toBe(true);
    expect(DetectionActionSchema.safeParse(judged).success).toBe(true);
    expect(DetectionActionSchema.safeParse({ ...judged, next: 'arrest' }).success).toBe(false);
    expect(DetectionActionSchema.safeParse(placed('0301', 2)).success).toBe(true);
    expect(DetectionActionSchema.safeParse(placed('0301', -1)).success).toBe(false);
  });

  it.each([
    [{}, true],
    [{ budget: 8 }, true],
    [{ budget: 0 }, false],
    [{ queue: 8 }, false],
  ])('takes the brief %j: %s', (brief, fits) => {
    expect(DetectionBriefSchema.safeParse(brief).success).toBe(fits);
  });

  it('keep a chosen next step in the response', () => {
    const judged = { type: 'ad.judged', ad: '0301', band: 'check', certainty: 2 } as const;
    expect(played({ ...judged, next: 'check-links' }).judgements['0301']).toEqual({
      band: 'check',
      certainty: 2,
      next: 'check-links',
    });
    expect(played(judged).judgements['0301']).toEqual({ band: 'check', certainty: 2 });
  });
});
