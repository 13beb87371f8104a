import { beforeAll, describe, expect, it } from 'vitest';
import { type LockerClaim, sayClaim } from '#evidence/locker/model/claim.ts';
import type { CustodyLog } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { rechained } from '#evidence/locker/model/rechain.ts';
import { type VerifyOptions, verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { translator } from '#i18n/translator.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import evidence from '#words/evidence/evidence.json' with { type: 'json' };
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLockerOf } from '../../../../support/builders/a-locker.ts';

const say = translator(evidence);

let original: Locker;
let head: string;

beforeAll(() => {
  original = aLockerOf(2);
  head = original.custody.at(-1)?.hash ?? '';
});

const inWords = (claim: LockerClaim) => sayClaim(claim, (id, params) => say(id as keyof typeof evidence, params));

/** The codes of the issues found, and the claims of the result. */
async function resultOf(bag: Bag, options: VerifyOptions = {}) {
  const report = await verifyLocker(openBag(bag), options);
  const { inside, outside, open } = lockerClaims(report);
  return {
    codes: [...new Set(report.issues.map(({ code }) => code))],
    says: [...inside, ...outside].map(({ id }) => id),
    text: [...inside, ...outside].map(inWords).join(' '),
    open: open.map(inWords).join(' '),
  };
}

/** Without the words of the kit the report and the README are not made again, and the result says so. */
const ALONE = ['claim.locker.consistent', 'claim.unchecked', 'claim.locker.anew', 'claim.stamp.requested'];

/** Changes the first page and recomputes everything that depends on it. */
function withOtherPage(): Locker {
  const [first, ...rest] = original.items as [EvidenceItem, ...EvidenceItem[]];
  const body = Uint8Array.from([...first.body, ...Buffer.from('<p>written later</p>\n')]);
  const loggedSha256 = sha256Hex(body);
  const custody = rechained(
    original.custody.map((entry) => ({
      ...entry,
      sha256: entry.sha256 === first.loggedSha256 ? loggedSha256 : entry.sha256,
    })),
  );
  return { ...original, items: [{ ...first, body, loggedSha256 }, ...rest], custody };
}

const ELSE = 'Somebody Else';

/** Names another machine in the record and the capture of the first page; no log entry has it. */
function withOtherRecord(): Locker {
  const [first, ...rest] = original.items as [EvidenceItem, ...EvidenceItem[]];
  return { ...original, items: [{ ...first, facts: { ...first.facts, ip: '192.0.2.99' } }, ...rest] };
}

/** Names another person in the log and the records, and recomputes the chain. */
function withOtherChain(): Locker {
  const items = original.items.map((item) => ({
    ...item,
    facts: { ...item.facts, operator: ELSE, childMaterialCheck: { checked: true, by: ELSE } },
  }));
  return { ...original, items, custody: rechained(original.custody.map((entry) => ({ ...entry, actor: ELSE }))) };
}

/** Removes the last log entry and its page before packing. */
function withShorterChain(): Locker {
  const custody: CustodyLog = original.custody.slice(0, -1);
  return { ...original, items: original.items.slice(0, -1), packedAt: custody.at(-1)?.utc ?? '', custody };
}

describe('a locker that was forged as a whole, with every hash recomputed', () => {
  it.each<readonly [string, () => Locker, 'claim.head.same' | 'claim.head.other']>([
    ['a page', withOtherPage, 'claim.head.other'],
    ['the chain', withOtherChain, 'claim.head.other'],
    ['the end of the chain', withShorterChain, 'claim.head.other'],
    // The log does not have the contents of records: only a time stamp over the manifest would show this forgery.
    ['a record', withOtherRecord, 'claim.head.same'],
  ])(
    '%s: it is called consistent in itself and no more; a hash from elsewhere says what it can',
    async (_, forge, withHead) => {
      const bag = await bagOf(forge());

      const alone = await resultOf(bag);
      expect(alone).toMatchObject({ codes: [], says: [...ALONE, 'claim.head.not-given'] });
      expect(alone.text).toMatch(/consistent in itself.+can compute all of it anew/s);
      expect(alone.text).not.toMatch(/unchanged|authentic|genuine/);

      expect(alone.open).toContain('the machine that answered');

      const { codes, says } = await resultOf(bag, { expectHead: head });
      expect(says).toEqual([...ALONE, withHead]);
      expect(codes).toEqual(withHead === 'claim.head.same' ? [] : ['locker.head-other']);
    },
  );
});

describe('a locker that was forged in part', () => {
  const listed = (bag: Bag, list: string, path: string) => {
    const line = `${sha256Hex(bag.get(path) ?? new Uint8Array(0))}  ${path}`;
    const text = Buffer.from(bag.get(list) ?? [])
      .toString()
      .replace(new RegExp(`^[0-9a-f]{64} {2}${path.replaceAll('.', '\\.')}$`, 'm'), line);
    bag.set(list, Buffer.from(text));
  };

  it.each<readonly [string, (bag: Bag) => void, string]>([
    [
      'a page, and the list of files',
      (bag) => {
        bag.set('data/items/EV-00001/page.html', Buffer.from('<p>other</p>'));
        listed(bag, 'manifest-sha256.txt', 'data/items/EV-00001/page.html');
        listed(bag, 'tagmanifest-sha256.txt', 'manifest-sha256.txt');
      },
      'locker.page-not-logged',
    ],
    [
      'the list of files alone',
      (bag) =>
        bag.set(
          'manifest-sha256.txt',
          Buffer.from(String(Buffer.from(bag.get('manifest-sha256.txt') ?? [])).replace(/^./, 'f')),
        ),
      'locker.changed-file',
    ],
    [
      'the program that checks the log, listed as if it had come so',
      (bag) => {
        bag.set('verify-custody.mjs', Buffer.from("console.log('2 entries hold.');\n"));
        listed(bag, 'tagmanifest-sha256.txt', 'verify-custody.mjs');
      },
      'locker.script-other',
    ],
  ])('%s: the result ends in “not consistent in itself”', async (_, forge, code) => {
    const bag = await bagOf(original);
    forge(bag);

    const { codes, says } = await resultOf(bag);

    expect(codes).toContain(code);
    expect(says[0]).toBe('claim.locker.inconsistent');
    expect(says).not.toContain('claim.locker.anew');
  });

  it('a record that names another operator than the log is found with the log alone', async () => {
    const [first, ...rest] = original.items as [EvidenceItem, ...EvidenceItem[]];
    const forged = { ...original, items: [{ ...first, facts: { ...first.facts, operator: ELSE } }, ...rest] };

    expect(await resultOf(await bagOf(forged))).toMatchObject({ codes: ['locker.log-operator'] });
  });

  it('reports a missing check program, without a contradiction', async () => {
    const bag = await bagOf(original);
    bag.delete('verify-custody.mjs');
    const list = String(Buffer.from(bag.get('tagmanifest-sha256.txt') ?? []));
    bag.set('tagmanifest-sha256.txt', Buffer.from(list.replace(/^.+verify-custody\.mjs\n/m, '')));

    expect(await resultOf(bag)).toMatchObject({
      codes: ['locker.script-missing'],
      says: [...ALONE, 'claim.head.not-given'],
    });
  });

  it('takes a bag without log and items for one of another tool, and makes no claim for it', async () => {
    const text = Buffer.from('anything\n');
    const { codes, says } = await resultOf(
      new Map<string, Uint8Array>([
        ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
        ['data/a.txt', text],
        ['manifest-sha256.txt', Buffer.from(`${sha256Hex(text)}  data/a.txt\n`)],
      ]),
    );

    expect(codes).toContain('locker.foreign');
    expect(says).toEqual(['claim.bag.consistent', 'claim.bag.anew']);
  });
});

describe('a head hash that was written down', () => {
  it('is compared without regard to spaces and case, and rejected if it is no hash', async () => {
    const report = await verifyLocker(openBag(await bagOf(original)));
    const said = (written: string) => lockerClaims(report, written).outside.at(-1)?.id;
    const spaced = head.toUpperCase().replaceAll(/(.{8})/g, '$1 ');

    expect(said(spaced)).toBe('claim.head.same');
    expect(said(head.slice(1))).toBe('claim.head.malformed');
    expect(said(' ')).toBe('claim.head.not-given');
    expect(said('0'.repeat(64))).toBe('claim.head.other');
  });
});
