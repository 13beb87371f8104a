import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { appendCustody, type CustodyLog } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { verifyLocker, verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLocker, aLockerOf, packed } from '../../../../support/builders/a-locker.ts';
import { rawZip } from '../../../../support/builders/raw-zip.ts';

let small: Locker;
let bag: Bag;

beforeAll(async () => {
  small = aLockerOf(2);
  bag = await bagOf(small);
});

const verify = (files: Bag) => verifyLocker(openBag(files));
const codesOf = async (locker: Locker) => [
  ...new Set((await verify(await bagOf(locker))).issues.map(({ code }) => code)),
];
const withBytes = (path: string, bytes: Uint8Array): Bag => new Map(bag).set(path, bytes);

describe('a locker as it was packed', () => {
  it('holds in every path and item, and has no gaps in records by the reference player', async () => {
    const locker = aLocker();
    const report = await verify(await bagOf(locker));

    expect(report).toMatchObject({ consistent: true, issues: [], timestamp: { state: 'requested' } });
    expect(report.paths.every(({ holds }) => holds)).toBe(true);
    expect(report.items).toEqual(
      locker.items.map(({ folder }) => ({ folder, item: folder, holds: true, gaps: [], records: 6, page: 'logged' })),
    );
    expect(report.custody).toEqual({ entries: locker.custody.length, head: locker.custody.at(-1)?.hash });
  });

  it('holds as a zip, too', async () => {
    const result = await verifyZippedLocker(sourceOfBytes(await packed(small)));

    expect(result).toMatchObject({ ok: true, value: { consistent: true, issues: [] } });
  });
});

describe('one flipped bit', () => {
  it('is reported with its path and item, wherever in the bag it is', async () => {
    const paths = [...bag.keys()];
    const place = fc
      .constantFrom(...paths)
      .chain((path) => fc.tuple(fc.constant(path), fc.nat((bag.get(path)?.length ?? 1) - 1), fc.nat(7)));

    await fc.assert(
      fc.asyncProperty(place, async ([path, offset, bit]) => {
        const bytes = bag.get(path) ?? new Uint8Array(0);
        const report = await verify(withBytes(path, bytes.with(offset, (bytes[offset] as number) ^ (1 << bit))));

        const named = report.issues.filter(({ params: { name, manifest }, position }) =>
          [name, manifest, position?.file].includes(path),
        );
        expect(named, `${path} at ${offset}, bit ${bit}`).not.toEqual([]);
        const item = /^data\/items\/([^/]+)/.exec(path)?.[1];
        if (item !== undefined) {
          expect(named.map(({ params: { item: of } }) => of)).toContain(item);
          expect(report.items.find(({ folder }) => folder === item)?.holds).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('in the zip around the bag does not change content unreported', async () => {
    const zip = await packed(small);
    const content = async (bytes: Uint8Array) => {
      const { files } = await readZip(sourceOfBytes(bytes));
      return files?.files.map(({ path, bytes: length }) => `${path} ${length}`).join('\n');
    };
    const before = await content(zip);

    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(7), async (offset, bit) => {
        const flipped = zip.with(offset, (zip[offset] as number) ^ (1 << bit));
        const result = await verifyZippedLocker(sourceOfBytes(flipped));

        if (!result.ok) expect(result.issues).not.toEqual([]);
        else if (result.value.consistent) expect(await content(flipped)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a planted fault', () => {
  const [first, second] = [0, 1];
  const change = (n: number, part: Partial<EvidenceItem>): Locker => ({
    ...small,
    items: small.items.map((item, index) => (index === n ? { ...item, ...part } : item)),
  });
  const facts = (part: Partial<EvidenceItem['facts']>) =>
    change(first, { facts: { ...(small.items[first] as EvidenceItem).facts, ...part } });

  it('in a page that was changed before packing is found by comparison with the log', async () => {
    const body = Uint8Array.from([...(small.items[first] as EvidenceItem).body, 10]);

    expect(await codesOf(change(first, { body }))).toEqual(['locker.page-not-logged']);
  });

  it('of a renamed folder is found by comparison with the record, unless the log has the renaming', async () => {
    const renamed = change(second, { folder: 'EV-7' });
    const entry = { utc: small.packedAt, actor: 'A', role: 'operator', action: 'item.renamed', sha256: '-' };
    const custody = appendCustody(small.custody, {
      ...entry,
      reason: `${small.items[second]?.facts.itemId} is now EV-7`,
    });

    expect(await codesOf(renamed)).toEqual(['locker.record-name']);
    expect(await codesOf({ ...renamed, custody })).toEqual([]);
  });

  it('of a missing item is found by comparison with the log', async () => {
    expect(await codesOf({ ...small, items: small.items.slice(1) })).toEqual(['locker.page-lost']);
  });

  it.each<readonly [string, (log: CustodyLog) => CustodyLog, readonly string[]]>([
    [
      'a changed entry',
      ([one, ...rest]) => [{ ...one, actor: 'B' } as CustodyLog[number], ...rest],
      ['locker.custody-break'],
    ],
    ['entries in another order', (log) => log.toReversed(), ['locker.custody-break', 'locker.custody-head']],
  ])('in the log is found: %s', async (_, edit, codes) => {
    const edited = edit(small.custody);

    expect(await codesOf({ ...small, custody: edited })).toEqual(
      codes.filter((code) => code !== 'locker.custody-head'),
    );
  });

  it('of a forked log is reported with both branches', async () => {
    const [one] = small.custody;
    const fork = appendCustody([one as CustodyLog[number]], {
      ...(one as CustodyLog[number]),
      reason: 'another branch',
    });
    const report = await verify(await bagOf({ ...small, custody: [...small.custody, ...fork.slice(1)] }));

    expect(report.issues.map(({ code }) => code)).toContain('locker.custody-fork');
    expect(report.issues.find(({ code }) => code === 'locker.custody-fork')?.params).toMatchObject({
      entry: small.custody.length + 1,
      other: 2,
    });
  });

  it('of an invalid log line is reported as no JSON or no entry', async () => {
    const text = new TextDecoder().decode(bag.get('data/custody.jsonl')).split('\n');
    const changed = [...text.slice(0, 1), 'no JSON', '{}', ...text.slice(3)].join('\n');
    const { issues } = await verify(withBytes('data/custody.jsonl', new TextEncoder().encode(changed)));

    const lines = issues.filter(({ code }) => /custody-(json|line)$/.test(code));
    expect(lines.map(({ code, position }) => [position?.line, code])).toEqual([
      [2, 'locker.custody-json'],
      [3, 'locker.custody-line'],
    ]);
  });

  it('of a truncated log is found by comparison with bag-info.txt', async () => {
    const cut = `${
      Buffer.from(bag.get('data/custody.jsonl') ?? [])
        .toString()
        .split('\n')[0]
    }\n`;
    const report = await verify(withBytes('data/custody.jsonl', Buffer.from(cut)));

    expect(report.issues.map(({ code }) => code)).toContain('locker.custody-head');
  });

  it.each([
    ['a local time', { capturedAtUtc: '2031-03-12 12:42' }, ['time-without-zone']],
    ['no address', { url: '' }, ['no-url']],
    ['a shortened address', { url: 'https://short.example/a' }, ['other-url']],
    ['no operator', { operator: '' }, ['no-operator']],
    ['an unchecked clock', { clockCheck: null }, ['no-clock-check']],
    ['another time', { capturedAtUtc: '2031-01-01T00:00:00Z' }, ['other-time']],
  ])('in a record is reported as its gap: %s', async (_, part, gaps) => {
    const report = await verify(await bagOf(facts(part)));

    expect(report.issues).toEqual([]);
    // The custody log of this locker has no entries on what was done after the capture.
    const unseen = ['not-read-back', 'not-sealed', 'no-finding'];
    expect(report.items[first]?.gaps).toEqual([...gaps, ...unseen]);
    expect(report.items[second]?.gaps).toEqual(unseen);
  });

  it('of a redirect that is in the record but not in the capture is a warning, not an inconsistency', async () => {
    const mirrored = aLocker('scenarios/two-addresses');
    const [item] = mirrored.items as [EvidenceItem];
    const whole = await verify(await bagOf(mirrored));
    const without = {
      ...mirrored,
      items: mirrored.items.map((one) => (one === item ? { ...one, redirects: [] } : one)),
    };
    const report = await verify(await bagOf(without));

    expect(whole).toMatchObject({ consistent: true, issues: [] });
    expect(whole.items.map(({ records, gaps }) => [records, gaps])).toEqual(mirrored.items.map(() => [8, []]));
    expect(report.consistent).toBe(true);
    expect(report.issues.map(({ code, severity, params }) => [code, severity, params['item'], params['url']])).toEqual([
      ['locker.redirect-not-captured', 'warning', item.folder, item.facts.url],
    ]);
  });

  it('of a surplus or missing file is reported with its path', async () => {
    const page = `data/items/${small.items[first]?.folder}/page.html`;
    const more = await verify(new Map(bag).set('data/extra.txt', Buffer.from('x')));
    const files = new Map(bag);
    files.delete(page);
    const less = await verify(files);

    expect(more.issues.map(({ code, params: { name } }) => [code, name])).toEqual([
      ['locker.unlisted-file', 'data/extra.txt'],
    ]);
    expect(less.issues.map(({ code, params: { name } }) => [code, name])).toEqual([['locker.missing-file', page]]);
  });

  it('of a WACZ with another capture is found by comparison with the capture in the bag', async () => {
    const other = await bagOf(aLockerOf(1));
    const report = await verify(withBytes('data/locker.wacz', other.get('data/locker.wacz') ?? new Uint8Array(0)));

    expect(report.issues.map(({ code }) => code)).toEqual(['locker.changed-file', 'locker.wacz-other']);
  });
});

describe('a hostile bag', () => {
  it('gets a report and never a stack trace, whatever its files contain', async () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ schema: value, custody: [value] })),
    );
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      text.map((value) => Uint8Array.from(Buffer.from(value))),
    );

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bag.keys(), 'timestamps/manifest-sha256.tsr'),
        content,
        async (path, bytes) => {
          const { faultless, issues } = await verify(withBytes(path, bytes));

          expect(faultless).toBe(false);
          expect(issues.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a bag with endless lists', () => {
  const numbers = (count: number) => Array.from({ length: count }, () => 1).join(',');
  const description = `{"profile":"data-package","wacz_version":"1.1.1","resources":[${numbers(500_000)}]}`;

  it.each<readonly [string, string, () => Uint8Array, string]>([
    ['lines that list nothing', 'manifest-sha256.txt', () => Buffer.from('a\n'.repeat(500_000)), 'locker.more'],
    ['entries that are none', 'data/custody.jsonl', () => Buffer.from('{}\n'.repeat(500_000)), 'locker.more'],
    [
      'numbers for entries',
      'data/items/EV-00001/record.json',
      () => Buffer.from(`{"custody":[${numbers(60_000)}]}`),
      'locker.record-field',
    ],
    [
      'numbers for files',
      'data/locker.wacz',
      () => rawZip([{ name: 'datapackage.json', content: description }]),
      'locker.wacz-unreadable',
    ],
  ])('of %s gets a report that stays short', async (_, path, bytes, code) => {
    const { consistent, issues } = await verify(withBytes(path, Uint8Array.from(bytes())));

    expect(consistent).toBe(false);
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues.length).toBeLessThan(1000);
  });
});

describe('a foreign bag', () => {
  it('is checked against its manifest, and reported as a bag of another tool', async () => {
    const payload = Buffer.from('something else\n');
    const manifest = Buffer.from(`${sha256Hex(payload)}  data/a.txt\n`);
    const report = await verify(
      new Map<string, Uint8Array>([
        ['bagit.txt', Buffer.from('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n')],
        ['data/a.txt', payload],
        ['manifest-sha256.txt', manifest],
      ]),
    );

    expect(report.issues.map(({ code }) => code)).toEqual(['locker.no-manifest', 'locker.no-oxum', 'locker.foreign']);
  });
});
