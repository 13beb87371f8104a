import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendCustody,
  type CustodyEntry,
  type CustodyLog,
  firstBrokenLink,
} from '#evidence/locker/model/custody-log.ts';
import { fromEpoch } from '#kernel/model/instant.ts';

const anyEntry = fc.record({
  utc: fc.integer({ min: 0, max: 4_000_000_000 }).map(fromEpoch),
  actor: fc.string(),
  role: fc.string(),
  action: fc.constantFrom('page.captured', 'copy.sealed'),
  sha256: fc.constantFrom('-', 'a'.repeat(64)),
  reason: fc.string(),
});
const anyLog = fc
  .array(anyEntry, { minLength: 1, maxLength: 8 })
  .map((entries) => entries.reduce<CustodyLog>(appendCustody, []));
const placed = anyLog.chain((log) => fc.tuple(fc.constant(log), fc.nat({ max: log.length - 1 })));

describe('the custody log', () => {
  it('has an unbroken chain if entries are only appended', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(firstBrokenLink(log)).toBeUndefined();
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
      }),
    );
    expect(firstBrokenLink([])).toBeUndefined();
  });

  it('breaks at the entry in which any field is changed', () => {
    const field = fc.constantFrom<keyof CustodyEntry>(
      'utc',
      'actor',
      'role',
      'action',
      'sha256',
      'reason',
      'prev',
      'hash',
      'seq',
    );
    fc.assert(
      fc.property(placed, field, ([log, at], name) => {
        const forged = log.map((entry, n) =>
          n === at ? { ...entry, [name]: name === 'seq' ? entry.seq + 1 : `${entry[name]}x` } : entry,
        );

        expect(firstBrokenLink(forged)).toBe(at + 1);
      }),
    );
  });

  it('breaks if an entry is removed, except the last one', () => {
    fc.assert(
      fc.property(placed, ([log, at]) => {
        const forged = log.toSpliced(at, 1);

        expect(firstBrokenLink(forged)).toBe(at === log.length - 1 ? undefined : at + 1);
      }),
    );
  });

  it('breaks if an entry is inserted, even a well-formed one', () => {
    fc.assert(
      fc.property(placed, anyEntry, ([log, at], entry) => {
        const [extra] = appendCustody(log.slice(0, at), entry).slice(-1);
        const forged = log.toSpliced(at, 0, extra as CustodyEntry);

        expect(firstBrokenLink(forged)).toBe(at + 2);
      }),
    );
  });

  it('breaks if two entries are swapped', () => {
    fc.assert(
      fc.property(placed, ([log, at]) => {
        fc.pre(at + 1 < log.length);
        const forged = log.toSpliced(at, 2, log[at + 1] as CustodyEntry, log[at] as CustodyEntry);

        expect(firstBrokenLink(forged)).toBe(at + 1);
      }),
    );
  });
});
