import { beforeAll, describe, expect, it } from 'vitest';
import { sayClaim } from '#evidence/locker/model/claim.ts';
import type { EvidenceItem, ItemFacts } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import type { UnloggedFact } from '#evidence/locker/model/log-coverage.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { translator } from '#i18n/translator.ts';
import { required } from '#kernel/model/invariant.ts';
import evidence from '#words/evidence/evidence.json' with { type: 'json' };
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLocker, SAY } from '../../../../support/builders/a-locker.ts';
import { forged, forgedRecord, recordIn, textIn } from '../../../../support/evidence/locker/forge-bag.ts';

let locker: Locker;
let head: string;

beforeAll(() => {
  locker = aLocker('scenarios/two-addresses');
  head = required(locker.custody.at(-1), 'an entry').hash;
});

const reportOn = (bag: Bag): Promise<LockerReport> => verifyLocker(openBag(bag), { expectHead: head, say: SAY });
const codesOf = ({ issues }: LockerReport) => [...new Set(issues.map(({ code }) => code))];
const words = translator(evidence);

/** The locker with other facts in the record of its first page; packing computes all else from them. */
const withFacts = (change: (facts: ItemFacts) => Partial<ItemFacts>): Locker => {
  const first = required(locker.items[0], 'a page') as EvidenceItem;
  const items = locker.items.map((item) =>
    item === first ? { ...item, facts: { ...item.facts, ...change(item.facts) } } : item,
  );
  return { ...locker, items };
};

type Facts = (facts: ItemFacts) => Partial<ItemFacts>;

/**
 * Each fact of a record, forged once in the record and in all that is made from it: found by comparison with the log or
 * with the page, or a gap of the record.
 */
const FOUND: readonly (readonly [fact: string, forge: Facts, code: string])[] = [
  ['operator', () => ({ operator: 'Judge of the court' }), 'locker.log-operator'],
  ['operator, in capital letters', ({ operator }) => ({ operator: operator.toUpperCase() }), 'locker.log-capitals'],
  ['operator, left empty', () => ({ operator: '' }), 'gap no-operator'],
  ['legal basis', () => ({ legalBasis: 'Order of the Supreme Court' }), 'locker.log-basis'],
  ['legal basis, left empty', () => ({ legalBasis: '' }), 'gap no-legal-basis'],
  [
    'offset of the clock',
    ({ clockCheck }) => ({ clockCheck: { source: clockCheck?.source ?? '', offsetMs: 0 } }),
    'locker.log-clock',
  ],
  ['clock, as not checked', () => ({ clockCheck: null }), 'gap no-clock-check'],
  [
    'look for child material, by somebody else',
    () => ({ childMaterialCheck: { checked: true, by: 'Somebody' } }),
    'locker.log-child-check',
  ],
  [
    'look for child material, as not done, by somebody',
    () => ({ childMaterialCheck: { checked: false, by: 'Somebody' } }),
    'locker.log-no-child-check',
  ],
  [
    'look for child material, as not done',
    () => ({ childMaterialCheck: { checked: false, by: '' } }),
    'gap no-child-check',
  ],
  ['sign-in', () => ({ loginState: 'logged in: service' }), 'locker.log-login'],
  ['sign-in, left empty', () => ({ loginState: '' }), 'gap no-login-state'],
  ['tool', ({ tool }) => ({ tool: { ...tool, name: 'Another tool' } }), 'locker.log-tool'],
  ['tool, left empty', () => ({ tool: { name: '', version: '' } }), 'gap no-tool'],
  ['notes', () => ({ notes: 'He has admitted it.' }), 'locker.log-notes'],
  ['ad', () => ({ adId: '0999' }), 'locker.log-ad'],
  ['item', () => ({ itemId: 'EV-099' }), 'locker.record-name'],
  [
    'address that sent the page, of another ad',
    ({ finalUrl }) => ({ finalUrl: finalUrl.replace(/id=\d+/, 'id=0999') }),
    'locker.log-address',
  ],
  ['status', () => ({ httpStatus: 404 }), 'locker.page-status'],
  ['title', () => ({ title: 'Another title' }), 'locker.page-title'],
  ['account', () => ({ accountId: 'a-9999' }), 'locker.page-account'],
  ['language', () => ({ language: 'fr' }), 'locker.page-language'],
  ['case', () => ({ caseId: 'another-case' }), 'locker.capture-fields'],
  ['time as written', () => ({ capturedAtUtc: '2031-01-01T00:00:00Z' }), 'gap other-time'],
  ['address as written', () => ({ url: 'https://other.example/' }), 'gap other-url'],
  ['method', () => ({ method: 'screenshot' }), 'gap not-native'],
  [
    'identifiers',
    ({ identifiers }) => ({ identifiers: { ...identifiers, phones: ['+999 555 010 203'] } }),
    'gap identifiers-of-others',
  ],
  ['redirects, left out', () => ({ redirects: [] }), 'locker.capture-redirect'],
];

/** Facts that no entry and no page gives: a forgery is not found, and the result names the fact. */
const OPEN: readonly (readonly [fact: UnloggedFact, forge: Facts])[] = [
  ['headers', ({ headers }) => ({ headers: { ...headers, server: 'another-server' } })],
  ['ip', () => ({ ip: '192.0.2.250' })],
  ['clock-source', ({ clockCheck }) => ({ clockCheck: { offsetMs: clockCheck?.offsetMs ?? 0, source: 'a watch' } })],
  ['tool-version', ({ tool }) => ({ tool: { ...tool, version: 'market generator 1' } })],
  ['standing', () => ({ standing: 'source' })],
  ['view', () => ({ view: { cookieNotice: 'accepted', location: 'given', part: '1 of 2' } })],
];

describe('a record in which one fact was forged, with all that is made from it, and the head is the true one', () => {
  it.each(FOUND)('%s: is found by name', async (_, forge, code) => {
    const report = await reportOn(await bagOf(withFacts(forge)));
    const gaps = report.items.flatMap((item) => item.gaps.map((gap) => `gap ${gap}`));

    expect([...codesOf(report), ...gaps]).toContain(code);
    const isError = code.startsWith('locker.') && code !== 'locker.log-capitals';
    expect(report.consistent).toBe(!isError);
  });

  it.each(OPEN)('%s: is in no entry, and the result says so', async (fact, forge) => {
    const report = await reportOn(await bagOf(withFacts(forge)));
    const said = lockerClaims(report).open.map((claim) =>
      sayClaim(claim, (id, params) => words(id as keyof typeof evidence, params)),
    );

    expect(codesOf(report)).toEqual([]);
    expect(report.coverage.facts.map((open) => open.fact)).toContain(fact);
    expect(said.join(' ')).toContain(words(`cover.fact.${fact}`));
  });

  it('the address that sent the page: no picture in the log shows it, and the result says so for that page', async () => {
    const one = aLocker();
    const items = one.items.map((item, n) => {
      const finalUrl = item.facts.finalUrl.replace('https://', 'https://copy-of-');
      return n === 0 ? { ...item, facts: { ...item.facts, finalUrl } } : item;
    });
    const genuine = await verifyLocker(openBag(await bagOf(one)), { say: SAY });
    const { issues, coverage } = await verifyLocker(openBag(await bagOf({ ...one, items })), { say: SAY });
    const addressIn = (facts: typeof coverage.facts) => facts.find(({ fact }) => fact === 'address');

    expect(issues).toEqual([]);
    expect(addressIn(coverage.facts)).toEqual({ fact: 'address', items: ['EV-001'] });
    expect(addressIn(genuine.coverage.facts)).toBeUndefined();
  });

  it('every fact of a record is in one of the tables, or in the list of files and entries', () => {
    const facts = Object.keys(required(locker.items[0], 'a page').facts);
    const changed = new Set(
      [...FOUND, ...OPEN].flatMap(([, forge]) => Object.keys(forge(required(locker.items[0], 'a page').facts))),
    );

    expect(facts.filter((fact) => !changed.has(fact))).toEqual([]);
  });
});

describe('a record that alone was forged', () => {
  it('with its capture, as those of another case: is found by name', async () => {
    const bag = await bagOf(locker);
    const items = locker.items.map((item) => ({ ...item, facts: { ...item.facts, caseId: 'another-case' } }));
    const other = await bagOf({ ...locker, caseId: 'another-case', items });
    const own = [...other].filter(([path]) => path.startsWith('data/items/EV-002/'));

    expect(codesOf(await reportOn(forged(bag, Object.fromEntries(own))))).toContain('locker.record-case');
  });

  it.each<readonly [string, (bag: Bag) => Bag, string]>([
    ['its market', (bag) => forgedRecord(bag, 'EV-001', { marketId: 'another' }), 'locker.page-market'],
    ['its status', (bag) => forgedRecord(bag, 'EV-001', { httpStatus: 302 }), 'locker.capture-status'],
    ['its machine', (bag) => forgedRecord(bag, 'EV-001', { ip: '192.0.2.250' }), 'locker.capture-ip'],
    ['its headers', (bag) => forgedRecord(bag, 'EV-001', { headers: { server: 'x' } }), 'locker.capture-headers'],
    [
      'its address',
      (bag) => forgedRecord(bag, 'EV-001', { finalUrl: 'https://x.example/?id=0307' }),
      'locker.capture-address',
    ],
    ['its tool', (bag) => forgedRecord(bag, 'EV-001', { tool: { name: 'X', version: '1' } }), 'locker.capture-fields'],
    [
      'its entries, one left out',
      (bag) => forgedRecord(bag, 'EV-001', { custody: recordIn(bag, 'EV-001').custody.slice(1) }),
      'locker.record-custody',
    ],
    ['the size of a file', (bag) => forgedRecord(bag, 'EV-001', withSizes(bag)), 'locker.record-list'],
    [
      'the hash over its files',
      (bag) => forgedRecord(bag, 'EV-001', { packageSha256: '0'.repeat(64) }),
      'locker.package-hash',
    ],
    [
      'a token that it names',
      (bag) => forgedRecord(bag, 'EV-001', { timestampToken: 'timestamps/x.tsr' }),
      'locker.record-token',
    ],
  ])('%s: is found by name', async (_, forge, code) => {
    expect(codesOf(await reportOn(forge(await bagOf(locker))))).toContain(code);
  });

  const withSizes = (bag: Bag) => ({
    files: recordIn(bag, 'EV-001').files.map((file) => ({ ...file, bytes: file.bytes + 1 })),
  });
});

describe('bag-info.txt in which one line was forged', () => {
  it('is found by the label, or names what the log does not give', async () => {
    const bag = await bagOf(locker);
    const labels = textIn(bag, 'bag-info.txt')
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0] ?? '');
    // The title of the case and the name of the bag stand in every file that is made from them: see the next test.
    for (const label of labels) {
      const text = textIn(bag, 'bag-info.txt').replace(
        new RegExp(`^${label}: .*$`, 'm'),
        `${label}: ${'a'.repeat(64)}`,
      );
      const changed = forged(bag, { 'bag-info.txt': text });
      if (label === 'Payload-Oxum') changed.set('bag-info.txt', Buffer.from(text));
      const report = await reportOn(changed);

      expect(report.consistent, label).toBe(false);
      const said = report.issues.map(({ code, params }) => `${code} ${params['labels'] ?? ''}`).join('\n');
      expect(said, label).toMatch(FINDINGS[label] ?? new RegExp(`locker\\.info-other .*${label}`));
    }
  });

  const FINDINGS: Readonly<Record<string, RegExp>> = {
    'External-Identifier': /locker\.capture-id/,
    'External-Description': /locker\.info-title/,
    'Custody-Head': /locker\.custody-head/,
    'Payload-Oxum': /locker\.oxum|locker\.changed-file/,
  };

  it('a line that is added or doubled is found', async () => {
    const bag = await bagOf(locker);
    for (const line of ['Contact-Name: Judge', 'External-Identifier: other', 'Custody-Head: other']) {
      const report = await reportOn(forged(bag, { 'bag-info.txt': `${textIn(bag, 'bag-info.txt')}${line}\n` }));

      expect(codesOf(report), line).toContain('locker.info-other');
    }
  });

  it('with another title of the case in all that is made from it: the result says that the log does not give it', async () => {
    const report = await reportOn(
      await bagOf({ ...locker, caseTitle: 'Another title', id: 'another-name', reviewed: true }),
    );

    expect(codesOf(report)).toEqual([]);
    expect(lockerClaims(report).open.map(({ id }) => id)).toContain('cover.bag');
  });
});
