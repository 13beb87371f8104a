import { describe, expect, it } from 'vitest';
import { besideRecord, NOT_LOGGED_IN, RECORD_GAPS, recordGaps } from '#evidence/locker/model/record-gaps.ts';
import { aLocker } from '../../../../support/builders/a-locker.ts';

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
  loginState: '',
} as const;

describe('the gaps of a record', () => {
  const [item] = aLocker().items;
  if (!item) throw new Error('The locker is empty.');
  const { facts, servedAt } = item;

  it('of an empty record are all gaps except those of a wrong value', () => {
    const written = [
      'other-url',
      'time-without-zone',
      'other-time',
      'other-offset',
      'ad-left-out',
      'identifiers-left-out',
      'identifiers-of-others',
      'logged-in',
    ];
    const bare = {
      isReadBack: false,
      isSealed: false,
      isFindingNoted: false,
      shown: [`ad:${facts.adId}`, 'phone:+999'],
      isPage: true,
      known: { isAltered: true, clockOffsetMs: 37_000 },
    };
    const { standing: _said, ...unsaid } = facts;

    expect(recordGaps({ ...unsaid, ...NOTHING }, servedAt, bare)).toEqual(
      RECORD_GAPS.filter((gap) => !written.includes(gap)),
    );
  });

  it('include kinds of identifiers (ad id too) on the page but not in the record, whatever is listed under other kinds', () => {
    const named = { phones: ['+999'], handles: ['a'], payment: [], imageIds: ['p1'] };
    const beside = { isReadBack: true, isSealed: true, isFindingNoted: true, isPage: false };
    const gaps = (...shown: readonly string[]) =>
      recordGaps({ ...facts, identifiers: named }, servedAt, { ...beside, shown });
    const withAds = (ads: readonly string[]) =>
      recordGaps({ ...facts, identifiers: { ...named, ads } }, servedAt, { ...beside, shown: ['ad:0307'] });

    expect(gaps('ad:0307', 'phone:+999', 'account:a', 'room:p1')).toEqual([]);
    for (const left of ['phone:+998', 'account:+999', 'payment:p', 'picture:p2'])
      expect(gaps('phone:+999', left)).toEqual(['identifiers-left-out']);
    expect([withAds([]), withAds(['0307'])]).toEqual([['ad-left-out'], []]);
    expect(recordGaps({ ...facts, identifiers: { ...named, phones: [] } }, servedAt)).toEqual([]);
    // A room in its own list, and among the pictures in an older record.
    const withRoom = (identifiers: typeof named & { rooms?: string[] }) =>
      recordGaps({ ...facts, identifiers }, servedAt, { ...beside, shown: ['room:R-1', 'picture:p1'] });
    expect(withRoom({ ...named, rooms: ['R-1'] })).not.toContain('identifiers-left-out');
    expect(withRoom({ ...named, rooms: [] })).toContain('identifiers-left-out');
    expect(withRoom({ ...named, imageIds: ['p1', 'R-1'] })).not.toContain('identifiers-left-out');
  });

  it('include an unsealed original, a hash that was not read back and a missing note of how the page was found', () => {
    const entry = (action: string, reason: string) => ({ action, reason });
    const read = entry('hash.verified', facts.itemId);
    const sealed = entry('copy.sealed', facts.itemId);
    const found = entry('finding.noted', `ad ${facts.adId}, list of the site`);
    const all = (...custody: readonly ReturnType<typeof entry>[]) =>
      recordGaps(facts, servedAt, besideRecord(item, custody));
    const gaps = (...custody: readonly ReturnType<typeof entry>[]) => all(found, ...custody);

    expect(gaps(read, sealed)).toEqual([]);
    expect(all(read, sealed)).toEqual(['no-finding']);
    expect(all(read, sealed, entry('finding.noted', 'ad 9999, list of the site'))).toEqual(['no-finding']);
    expect(recordGaps(facts, servedAt, besideRecord(item, [read, sealed], new Set([facts.adId])))).toEqual([]);
    expect(gaps(read)).toEqual(['not-sealed']);
    expect(gaps(sealed)).toEqual(['not-read-back']);
    expect(gaps(entry('hash.verified', 'EV-999'), entry('copy.sealed', 'EV-999'))).toEqual([
      'not-read-back',
      'not-sealed',
    ]);
  });

  it('include an identifier that is not on the page, but not for a removed page or a room among pictures', () => {
    const named = { ads: ['0307'], phones: ['+999'], handles: [], payment: [], imageIds: ['p1'], rooms: ['R-1'] };
    const shown = ['ad:0307', 'phone:+999', 'picture:p1', 'room:R-1'];
    const beside = { isReadBack: true, isSealed: true, isFindingNoted: true, isPage: true, shown };
    const gaps = (identifiers: Partial<typeof named>, more: Partial<typeof beside> = {}) =>
      recordGaps({ ...facts, identifiers: { ...named, ...identifiers } }, servedAt, { ...beside, ...more });
    const { rooms: _rooms, ...old } = named;

    expect(gaps({})).toEqual([]);
    for (const stranger of [{ phones: ['+999', '+998'] }, { ads: ['0307', '0308'] }, { rooms: ['R-1', 'R-2'] }])
      expect(gaps(stranger)).toEqual(['identifiers-of-others']);
    expect(gaps({ phones: ['+999', '+998'] }, { isPage: false })).toEqual([]);
    expect(recordGaps({ ...facts, identifiers: { ...old, imageIds: ['p1', 'R-1'] } }, servedAt, beside)).toEqual([]);
  });

  it('include a wrong clock offset and an altered original, if the attempt log is available', () => {
    const beside = { isReadBack: true, isSealed: true, isFindingNoted: true, isPage: false, shown: [] };
    const gaps = (offsetMs: number, known?: { isAltered: boolean; clockOffsetMs: number }) =>
      recordGaps({ ...facts, clockCheck: { source: 's', offsetMs } }, servedAt, { ...beside, ...(known && { known }) });

    expect(gaps(-37_000, { isAltered: false, clockOffsetMs: 37_000 })).toEqual(['other-offset']);
    expect(gaps(37_000, { isAltered: false, clockOffsetMs: 37_000 })).toEqual([]);
    expect(gaps(37_000, { isAltered: true, clockOffsetMs: 37_000 })).toEqual(['altered']);
    expect(gaps(-37_000)).toEqual([]);
  });

  it('distinguish a missing login state from a login', () => {
    expect(recordGaps({ ...facts, loginState: '' }, servedAt)).toEqual(['no-login-state']);
    expect(recordGaps({ ...facts, loginState: 'logged in: personal' }, servedAt)).toEqual(['logged-in']);
  });

  it('include a time three seconds before or after the capture, but not two', () => {
    const at = (seconds: string) =>
      recordGaps({ ...facts, capturedAtUtc: `2031-03-12T11:42:${seconds}Z` }, '2031-03-12T11:42:30Z');

    expect([at('28'), at('32')]).toEqual([[], []]);
    expect([at('27'), at('33')]).toEqual([['other-time'], ['other-time']]);
  });

  it('include any time that is not written in UTC, whatever its format', () => {
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
