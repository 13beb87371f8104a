import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReadings } from '#case/debrief/model/reading/compare-readings.ts';
import { countSigns, type Reading, readingOf } from '#case/debrief/model/reading/reading.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { weakestSigns } from '#kinds/detection/model/practice/weakest-signs.ts';

const finding = (kind: Finding['kind'], indicator?: string): Finding => ({
  kind,
  at: { ad: '1' },
  ...(indicator !== undefined && { indicator }),
  reason: 'ad.hit',
  sources: [],
});
const round = { id: 'a find', wall: '2031-03-12T09:00:00Z', title: 'Find', marketId: '00' };
const read = (dPrime: number, criterion: number, idealDPrime = 2): Reading => ({
  schema: 'reading/1',
  ...round,
  dPrime,
  criterion,
  idealDPrime,
  signs: {},
});

describe('a reading', () => {
  it('counts each sign, but neither cues nor findings on a whole ad', () => {
    const findings = [
      finding('hit', 'a'),
      finding('miss', 'a'),
      finding('miss', 'a'),
      finding('trap', 'b'),
      finding('falseFlag', 'b'),
      finding('cue', 'c'),
      finding('miss'),
    ];

    expect(countSigns(findings)).toEqual({
      a: { hits: 1, misses: 2, falseFlags: 0, traps: 0 },
      b: { hits: 0, misses: 0, falseFlags: 1, traps: 1 },
    });
  });

  it('leaves out what could not be measured', () => {
    expect(readingOf({ figures: [], findings: [] }, round)).toEqual({ schema: 'reading/1', ...round, signs: {} });
    const figures = [
      { id: 'dprime', value: 1.5, ideal: 2.5 },
      { id: 'criterion', value: -0.2 },
    ];
    expect(readingOf({ figures, findings: [] }, round)).toMatchObject({
      dPrime: 1.5,
      criterion: -0.2,
      idealDPrime: 2.5,
    });
  });

  it('has no d prime where no ad or every ad was flagged', () => {
    const dPrime = { id: 'dprime', value: 1.5 };
    const flagged = (n: number) => ({ id: 'flagged', value: n, count: [n, 40] as const });
    const read = (n: number) => readingOf({ figures: [dPrime, flagged(n)], findings: [] }, round).dPrime;
    expect([read(0), read(40), read(7)]).toEqual([undefined, undefined, 1.5]);
  });

  it('counts no link and no code of another exercise of the case', () => {
    const elsewhere = ['ad:0304', 'code:a'].map((locator) => ({ ...finding('miss', 'a'), at: { ad: '1', locator } }));
    expect(countSigns(elsewhere)).toEqual({});
  });
});

describe('two readings', () => {
  it('distinguish suspicion from accuracy', () => {
    expect(compareReadings(read(1.2, 0.4), read(1.2, -0.6))).toEqual({ sharpness: 'same', readiness: 'readier' });
    expect(compareReadings(read(1.2, 0), read(1.9, 0.1))).toEqual({ sharpness: 'sharper', readiness: 'same' });
  });

  it('do not report lower accuracy in a market with a lower ceiling', () => {
    expect(compareReadings(read(2, 0, 3), read(1.2, 0, 2.2))?.sharpness).toBe('same');
  });

  it('are not compared where one of them has no figure', () => {
    expect(compareReadings({ schema: 'reading/1', ...round, signs: {} }, read(1, 0))).toBeUndefined();
  });
});

describe('the weakest signs', () => {
  const signs = (a: number, b: number) => ({ hits: a, misses: b, falseFlags: 0, traps: 0 });

  it('are those that went wrong most often, over all readings', () => {
    const readings = [
      { signs: { often: signs(0, 3), once: signs(0, 1), never: signs(4, 0) } },
      { signs: { often: signs(1, 3), mostlyRight: signs(9, 1) } },
    ];

    expect(weakestSigns(readings, 3)).toEqual(['often', 'once', 'mostlyRight']);
  });

  it('are at most the requested number, unique, and never a sign that was always right', () => {
    const count = fc.nat(5);
    const reading = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.record({ hits: count, misses: count, falseFlags: count, traps: count }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ signs: reading })), fc.nat(4), (readings, most) => {
        const weak = weakestSigns(readings, most);

        expect(weak.length).toBeLessThanOrEqual(most);
        expect(new Set(weak).size).toBe(weak.length);
        for (const sign of weak)
          expect(
            readings.some(({ signs: all }) => {
              const one = all[sign];
              return one && one.misses + one.falseFlags + one.traps > 0;
            }),
          ).toBe(true);
      }),
    );
  });
});
