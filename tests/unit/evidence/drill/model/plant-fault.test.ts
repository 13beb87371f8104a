import { describe, expect, it } from 'vitest';
import { plantFault } from '#evidence/drill/model/plant-fault.ts';
import { readFaults } from '#evidence/drill/model/read-faults.ts';
import { ERROR_CODES, type ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { withItem } from '#evidence/locker/model/rechain.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { aLocker, packed } from '../../../../support/builders/a-locker.ts';

const locker = aLocker();
const planted = (code: ErrorCode, n = 0, from: Locker = locker) => {
  const fault = plantFault(from, code, n);
  if (!fault) throw new Error(`The locker cannot carry ${code}.`);
  return fault;
};
const reportOn = async (tampered: Locker) => {
  const bytes = await packed(tampered);
  const report = await verifyZippedLocker(sourceOfBytes(bytes));
  if (!report.ok) throw new Error('The packed locker was refused.');
  return report.value;
};

describe('an untouched locker', () => {
  it('of good practice shows none of the eighteen errors', () => {
    expect(locker.items.length).toBeGreaterThan(1);
    expect(readFaults(locker)).toEqual([]);
  });
});

describe('a planted fault', () => {
  it.each(ERROR_CODES)('%s is read at its reported place, without any other fault', (code) => {
    for (const n of locker.items.keys()) {
      const fault = planted(code, n);
      const [seen, ...more] = readFaults(fault.locker);

      expect(more.map((other) => other.code)).toEqual([]);
      expect(seen?.code).toBe(code);
      if (fault.place === 'custody') expect(seen?.entries.length).toBeGreaterThan(0);
      else expect(seen?.items).toEqual([fault.item]);
    }
  });

  it('E14 is read after a redirect to a mirror, from the standing or the address in the record', () => {
    const mirrored = aLocker('scenarios/two-addresses');
    const [item] = mirrored.items;
    if (!item) throw new Error('The locker is empty.');
    const namedAlone = withItem(mirrored, { ...item, facts: { ...item.facts, url: item.facts.finalUrl } });

    for (const from of [planted('E14', 0, mirrored).locker, namedAlone])
      expect(readFaults(from).map(({ code, items }) => [code, items])).toEqual([['E14', [item.facts.itemId]]]);
    expect(readFaults(mirrored)).toEqual([]);
  });

  it.each(ERROR_CODES)('%s does not change its input, leaves an unbroken chain and is deterministic', (code) => {
    const before = JSON.stringify(locker);
    const fault = planted(code);

    expect(JSON.stringify(locker)).toBe(before);
    expect(JSON.stringify(fault.locker)).not.toBe(before);
    expect(firstBrokenLink(fault.locker.custody)).toBeUndefined();
    expect(planted(code)).toEqual(fault);
  });

  it('adds exactly one fault: two of them give two', () => {
    const both = planted('E11', 1, planted('E3').locker).locker;

    expect(readFaults(both).map(({ code }) => code)).toEqual(['E3', 'E11']);
  });

  it('is not planted in a locker that is too small for it', () => {
    const [only] = locker.items;
    const small = { ...locker, items: only ? [only] : [] };

    expect(plantFault(small, 'E7')).toBeUndefined();
    expect(plantFault(small, 'E18')).toBeUndefined();
    expect(plantFault(small, 'E1', 7)).toBeUndefined();
    expect(plantFault({ ...locker, custody: [] }, 'E6')).toBeUndefined();
  });

  it('adds no phone number, name or address that could be real', () => {
    for (const code of ERROR_CODES) {
      const fault = planted(code).locker;
      const texts = [
        ...fault.items.flatMap(({ facts }) => [facts.notes, facts.loginState, facts.finalUrl]),
        ...fault.custody.filter(({ seq }) => seq > locker.custody.length).map(({ reason }) => reason),
      ];
      const numbers = texts.join(' ').matchAll(/\+\d[\d ]+\d/g);
      for (const [number] of numbers) expect(number.replaceAll(' ', '')).toMatch(/^\+999\d{6,9}$/);
      for (const [, host] of texts.join(' ').matchAll(/https:\/\/([^/\s]+)/g)) expect(host).toMatch(/\.example$/);
    }
  });
});

/** How the verifier of a packed locker reports each fault: an issue of the bag, or a gap of a record. */
const BY_THE_VERIFIER: readonly [ErrorCode, 'issue' | 'gap', string][] = [
  ['E1', 'gap', 'time-without-zone'],
  ['E2', 'gap', 'not-native'],
  ['E3', 'gap', 'other-url'],
  ['E4', 'issue', 'locker.page-not-logged'],
  ['E5', 'gap', 'no-operator'],
  ['E8', 'issue', 'locker.page-not-logged'],
  ['E10', 'issue', 'locker.record-name'],
  ['E12', 'issue', 'locker.log-notes'],
  ['E13', 'issue', 'locker.log-login'],
  ['E14', 'gap', 'other-url'],
  ['E15', 'gap', 'other-time'],
  ['E18', 'issue', 'locker.page-lost'],
];

describe('the verifier, on a packed locker', () => {
  it('finds nothing in an untouched one', async () => {
    const report = await reportOn(locker);

    expect(report.issues).toEqual([]);
    expect(report.items.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it.each(BY_THE_VERIFIER)('names %s by its %s %s', async (code, how, said) => {
    const fault = planted(code, 1);
    const report = await reportOn(fault.locker);
    const gaps = report.items.filter(({ item }) => item === fault.item).flatMap((item) => item.gaps);

    if (how === 'gap') expect(gaps).toContain(said);
    else expect(report.issues.map((issue) => issue.code)).toContain(said);
    expect(report.consistent).toBe(how === 'gap');
  });

  it('finds a bag consistent whose fault is only in its contents, which only a reader can see', async () => {
    // In the second page: no other capture of its ad is taken out with copies that the log names.
    for (const code of ERROR_CODES.filter((entry) => BY_THE_VERIFIER.every(([known]) => known !== entry)))
      expect((await reportOn(planted(code, 1).locker)).consistent, code).toBe(true);
  });
});
