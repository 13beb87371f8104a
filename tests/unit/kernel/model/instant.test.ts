import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, fromEpoch, isInstant, toEpoch } from '#kernel/model/instant.ts';

const anyMoment = fc.integer({ min: 0, max: 4_000_000_000 }).map(fromEpoch);

describe('instants', () => {
  it.each(['2031-03-12T09:00:00Z', '2028-02-29T23:59:59Z'])('%s is a moment', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    '2031-02-29T09:00:00Z',
    '2031-02-30T09:00:00Z',
    '2031-13-01T09:00:00Z',
    '2031-03-12T24:00:00Z',
    '2031-03-12T09:60:00Z',
    '2031-03-12T09:00:00',
    '2031-03-12T09:00:00+01:00',
    '2031-03-12 09:00:00Z',
    '2031-03-12T09:00Z',
    20310312,
    null,
  ])('%s is none', (text) => {
    expect(isInstant(text)).toBe(false);
  });

  it('sort as texts in the order of time', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        expect(Math.sign(toEpoch(a) - toEpoch(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('reach past midnight, the end of a year and half a minute', () => {
    expect(addMinutes('2031-12-31T23:59:30Z', 0.5)).toBe('2032-01-01T00:00:00Z');
    expect(addMinutes('2031-03-12T00:10:00Z', -20)).toBe('2031-03-11T23:50:00Z');
  });

  it('are formatted like those of Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }), (seconds) => {
        expect(fromEpoch(seconds)).toBe(new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'));
        expect(toEpoch(fromEpoch(seconds))).toBe(seconds);
      }),
      { numRuns: 6000 },
    );
  });

  it('come back after going and returning', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 100_000 }), (moment, minutes) => {
        expect(addMinutes(addMinutes(moment, minutes), -minutes)).toBe(moment);
      }),
    );
  });
});
