import { beforeAll, describe, expect, it } from 'vitest';
import { type VerifyOptions, verifyLocker } from '#app/evidence/verify-locker.ts';
import type { CustodyLog } from '#core/evidence/custody-log.ts';
import type { EvidenceItem } from '#core/evidence/evidence-item.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { lockerClaims } from '#core/evidence/locker-claims.ts';
import { rechained } from '#core/evidence/tamper/rechain.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { translator } from '#i18n/translator.ts';
import evidence from '#words/evidence.json' with { type: 'json' };
import { type Bag, bagOf, openBag } from '../../../support/builders/a-bag.ts';
import { aLockerOf } from '../../../support/builders/a-locker.ts';

const say = translator(evidence);

let original: Locker;
let head: string;

beforeAll(() => {
  original = aLockerOf(2);
  head = original.custody.at(-1)?.hash ?? '';
});

/** The codes of what was found, and the sentences that the result ends in. */
async function resultOf(bag: Bag, options: VerifyOptions = {}) {
  const report = await verifyLocker(openBag(bag), options);
  const { inside, outside } = lockerClaims(report);
  return {
    codes: [...new Set(report.issues.map(({ code }) => code))],
    says: [...inside, ...outside].map(({ id }) => id),
    text: [...inside, ...outside].map(({ id, params }) => say(id as keyof typeof evidence, params)).join(' '),
  };
}

const ALONE = ['claim.locker.consistent', 'claim.locker.anew', 'claim.stamp.requested'];

/** The first page is changed, and everything that depends on it is recomputed. */
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

/** The record of the first page names another operator; no entry of the log depends on that. */
function withOtherRecord(): Locker {
  const [first, ...rest] = original.items as [EvidenceItem, ...EvidenceItem[]];
  return { ...original, items: [{ ...first, facts: { ...first.facts, operator: 'Somebody Else' } }, ...rest] };
}

/** The log names another person, and its chain is recomputed. */
function withOtherChain(): Locker {
  return { ...original, custody: rechained(original.custody.map((entry) => ({ ...entry, actor: 'Somebody Else' }))) };
}

/** The last entry was taken away before the locker was packed. */
function withShorterChain(): Locker {
  const custody: CustodyLog = original.custody.slice(0, -1);
  return { ...original, items: original.items.slice(0, -1), custody };
}

describe('a completely forged locker with every hash recomputed', () => {
  it.each<readonly [string, () => Locker, 'claim.head.same' | 'claim.head.other']>([
    ['a page', withOtherPage, 'claim.head.other'],
    ['the chain', withOtherChain, 'claim.head.other'],
    ['the end of the chain', withShorterChain, 'claim.head.other'],
    // The log does not name what a record says: only a time stamp over the list of files would show this one.
    ['a record', withOtherRecord, 'claim.head.same'],
  ])(
    '%s: it is called consistent in itself and no more; a hash from elsewhere says what it can',
    async (_, forge, withHead) => {
      const bag = await bagOf(forge());

      const alone = await resultOf(bag);
      expect(alone).toMatchObject({ codes: [], says: [...ALONE, 'claim.head.not-given'] });
      expect(alone.text).toMatch(/consistent in itself.+can compute all of it anew/s);
      expect(alone.text).not.toMatch(/unchanged|authentic|genuine/);

      const { codes, says } = await resultOf(bag, { expectHead: head });
      expect(says).toEqual([...ALONE, withHead]);
      expect(codes).toEqual(withHead === 'claim.head.same' ? [] : ['locker.head-other']);
    },
  );
});

describe('a partly forged locker', () => {
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

  it('without its program: reported, and no contradiction', async () => {
    const bag = await bagOf(original);
    bag.delete('verify-custody.mjs');
    const list = String(Buffer.from(bag.get('tagmanifest-sha256.txt') ?? []));
    bag.set('tagmanifest-sha256.txt', Buffer.from(list.replace(/^.+verify-custody\.mjs\n/m, '')));

    expect(await resultOf(bag)).toMatchObject({
      codes: ['locker.script-missing'],
      says: [...ALONE, 'claim.head.not-given'],
    });
  });

  it('stripped of log and items: called a bag of another tool, with no claim in its favour', async () => {
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

describe('a hash entered by hand', () => {
  it('is compared ignoring spaces and case, and is not compared where it is no hash', async () => {
    const report = await verifyLocker(openBag(await bagOf(original)));
    const said = (written: string) => lockerClaims(report, written).outside.at(-1)?.id;
    const spaced = head.toUpperCase().replaceAll(/(.{8})/g, '$1 ');

    expect(said(spaced)).toBe('claim.head.same');
    expect(said(head.slice(1))).toBe('claim.head.malformed');
    expect(said(' ')).toBe('claim.head.not-given');
    expect(said('0'.repeat(64))).toBe('claim.head.other');
  });
});
