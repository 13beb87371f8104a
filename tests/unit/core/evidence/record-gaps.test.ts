import { describe, expect, it } from 'vitest';
import { NOT_LOGGED_IN, RECORD_GAPS, recordGaps } from '#core/evidence/record-gaps.ts';
import { aLocker } from '../../../support/builders/a-locker.ts';

const NOTHING = {
  url: '',
  redirects: ['https://asked.example/ad?id=1'],
  capturedAtUtc: '',
  clockCheck: null,
  operator: '',
  tool: { name: '', version: '' },
  method: 'screenshot',
  identifiers: { phones: [], handles: [], payment: [], imageIds: [] },
  legalBasis: '',
  childMaterialCheck: { checked: false, by: '' },
  loginState: 'logged in: personal',
} as const;

describe('the gaps of a record', () => {
  const [item] = aLocker().items;
  if (!item) throw new Error('The locker is empty.');
  const { facts, servedAt } = item;

  it('are all of them where nothing was written, but those that need something written', () => {
    const written = ['other-url', 'time-without-zone', 'other-time'];
    const { standing: _said, ...unsaid } = facts;

    expect(recordGaps({ ...unsaid, ...NOTHING }, servedAt)).toEqual(
      RECORD_GAPS.filter((gap) => !written.includes(gap)),
    );
  });

  it('begin three seconds from the capture, on both sides', () => {
    const at = (seconds: string) =>
      recordGaps({ ...facts, capturedAtUtc: `2031-03-12T11:42:${seconds}Z` }, '2031-03-12T11:42:30Z');

    expect([at('28'), at('32')]).toEqual([[], []]);
    expect([at('27'), at('33')]).toEqual([['other-time'], ['other-time']]);
  });

  it('hold a local time to be no time in UTC, however it is written', () => {
    for (const time of [
      '2031-03-12 11:42:30',
      '2031-03-12T11:42:30',
      '2031-03-12T12:42:30+01:00',
      '11:42',
      '2031-02-30T11:42:30Z',
    ])
      expect(recordGaps({ ...facts, capturedAtUtc: time }, servedAt)).toEqual(['time-without-zone']);
    expect(facts.loginState).toBe(NOT_LOGGED_IN);
  });
});
