import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustodyLog } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { type LooseEntry, withLog } from '#evidence/locker/model/rechain.ts';
import { answerTimestamp, createSignatureCheck } from '#evidence/locker/node/openssl-timestamp.ts';
import { type VerifyOptions, verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import { type Bag, bagOf, openBag } from '../support/builders/a-bag.ts';
import { aLocker, SAY } from '../support/builders/a-locker.ts';
import { forged } from '../support/evidence/locker/forge-bag.ts';
import { has, temporaryFolder } from './outside-tools.ts';

const QUERY = 'timestamps/manifest-sha256.tsq';
const TOKEN = 'timestamps/manifest-sha256.tsr';
const JUDGE = 'Judge of the court';
const DAY = 24 * 60 * 60;

const locker = aLocker('scenarios/two-addresses');
const head = required(locker.custody.at(-1), 'an entry').hash;

const entries = (change: (entry: LooseEntry) => LooseEntry): LooseEntry[] => locker.custody.map(change);
const items = (change: (item: EvidenceItem) => EvidenceItem): Locker => ({
  ...locker,
  items: locker.items.map(change),
});
const facts = (change: Partial<EvidenceItem['facts']>) =>
  items((item) => ({ ...item, facts: { ...item.facts, ...change } }));

/** Another page at its address, with the drawing that the bench would have made of it. */
function otherPage(): Locker {
  const first = required(locker.items[0], 'a page');
  const { facts: of, body, loggedSha256 } = first;
  const other = Uint8Array.from(
    Buffer.from(
      Buffer.from(body)
        .toString()
        .replace(/<li id="s1">[^<]*/, '<li id="s1">Other'),
    ),
  );
  const draw = (bytes: Uint8Array) =>
    drawPage(
      { url: of.finalUrl, status: 200, body: bytes },
      { notice: locker.notice, marketId: locker.marketId, itemId: of.itemId },
    );
  const hashes = new Map([
    [loggedSha256, sha256Hex(other)],
    [sha256Hex(draw(body)), sha256Hex(draw(other))],
  ]);
  const surroundings = first.surroundings.map((copy) =>
    copy.text === draw(body) ? { ...copy, text: draw(other) } : copy,
  );
  const changed = { ...first, body: other, loggedSha256: sha256Hex(other), surroundings };
  const same = (item: EvidenceItem) => (item === first ? changed : item);
  return withLog(
    items(same),
    entries((entry) =>
      entry.reason.includes(of.itemId) || entry.action === 'look.captured'
        ? { ...entry, sha256: hashes.get(entry.sha256) ?? entry.sha256 }
        : entry,
    ),
  );
}

function otherLetter(): Locker {
  const [letter] = locker.letters;
  const text = required(letter, 'a letter').text.replace(/"authority":"[^"]*"/, `"authority":"${JUDGE}"`);
  return withLog(
    { ...locker, letters: [{ ...required(letter, 'a letter'), text }] },
    entries((entry) => (entry.action === 'request.entered' ? { ...entry, sha256: sha256Hex(text) } : entry)),
  );
}

const shift = (utc: string) => fromEpoch(toEpoch(utc) - DAY);

/** What a forger does who computes the log anew too, with all that is made from it. */
const FORGERIES: readonly (readonly [string, () => Locker])[] = [
  [
    'another operator',
    () =>
      withLog(
        facts({ operator: JUDGE, childMaterialCheck: { checked: true, by: JUDGE } }),
        entries((entry) => ({ ...entry, actor: JUDGE })),
      ),
  ],
  [
    'another legal basis',
    () =>
      withLog(
        facts({ legalBasis: 'Order 7' }),
        entries((entry) => (entry.action === 'authority.noted' ? { ...entry, reason: 'Order 7' } : entry)),
      ),
  ],
  [
    'another offset of the clock',
    () =>
      withLog(
        facts({ clockCheck: { source: 'reference clock of the workstation', offsetMs: 0 } }),
        entries((entry) => (entry.action === 'clock.checked' ? { ...entry, reason: '0 s' } : entry)),
      ),
  ],
  [
    'another sign-in',
    () =>
      withLog(
        facts({ loginState: 'logged in: service' }),
        entries((entry) => (entry.action === 'session.opened' ? { ...entry, reason: 'account: service' } : entry)),
      ),
  ],
  [
    'no look for child material',
    () =>
      withLog(
        facts({ childMaterialCheck: { checked: false, by: '' } }),
        locker.custody.filter(({ action }) => action !== 'child-material.checked'),
      ),
  ],
  [
    'another day',
    () =>
      withLog(
        items((item) => ({
          ...item,
          servedAt: shift(item.servedAt),
          facts: { ...item.facts, capturedAtUtc: shift(item.facts.capturedAtUtc) },
        })),
        entries((entry) => ({ ...entry, utc: shift(entry.utc) })),
      ),
  ],
  ['another page', otherPage],
  ['another letter', otherLetter],
  [
    'no letter',
    () =>
      withLog(
        { ...locker, letters: [] },
        locker.custody.filter(({ action }) => action !== 'request.entered'),
      ),
  ],
  [
    'no note on disclosure',
    () =>
      withLog(
        locker,
        (locker.custody as CustodyLog).filter(({ action }) => action !== 'disclosure.noted'),
      ),
  ],
  [
    'one more entry',
    () =>
      withLog(locker, [
        ...locker.custody,
        { ...required(locker.custody.at(-1), 'an entry'), action: 'safety.checked', reason: 'with a friend' },
      ]),
  ],
];

describe.skipIf(!has('openssl', 'version'))('a log that was computed anew, with all that is made from it', () => {
  let keys: string;
  let genuine: Bag;
  let stamp: VerifyOptions;

  beforeAll(async () => {
    keys = temporaryFolder();
    genuine = await bagOf(locker);
    const made = await answerTimestamp(required(genuine.get(QUERY), 'a request'), keys);
    if (!made.ok) throw new Error('The request was not answered.');
    stamp = { answer: made.value.answer, checkSignature: createSignatureCheck(made.value.ca) };
  });
  afterAll(() => rmSync(keys, { recursive: true }));

  async function saidOf(bag: Bag, options: VerifyOptions) {
    const report = await verifyLocker(openBag(bag), { ...options, say: SAY });
    const { outside } = lockerClaims(report);
    return { ...report, codes: report.issues.map(({ code }) => code), says: outside.map(({ id }) => id) };
  }

  it.each(FORGERIES)('%s: fits in itself; the true head and the stamp speak against it', async (_, forge) => {
    const bag = await bagOf(forge());

    const alone = await saidOf(bag, {});
    const withHead = await saidOf(bag, { expectHead: head });
    const withStamp = await saidOf(bag, stamp);

    expect(alone).toMatchObject({
      codes: [],
      consistent: true,
      says: ['claim.stamp.requested', 'claim.head.not-given'],
    });
    expect(withHead).toMatchObject({ codes: ['locker.head-other'], faultless: false });
    expect(withHead.says).toContain('claim.head.other');
    expect(withStamp.codes).toContain('locker.token-imprint');
    expect(withStamp.says).toContain('claim.stamp.refused');
    expect(withStamp.faultless).toBe(false);
  });

  it('the genuine one has the head and the stamp', async () => {
    const said = await saidOf(genuine, { ...stamp, expectHead: head });

    expect(said).toMatchObject({ codes: [], says: ['claim.stamp.accepted.training', 'claim.head.same'] });
  });

  it('a stamp speaks against a fact too that the log does not give', async () => {
    const said = await saidOf(await bagOf(facts({ ip: '192.0.2.99' })), { ...stamp, expectHead: head });

    expect(said.says).toEqual(['claim.stamp.refused', 'claim.head.same']);
  });

  it('an answer that is given counts, and one in the bag does not', async () => {
    const answer = required(stamp.answer, 'an answer');
    const carried = new Map(genuine).set(TOKEN, answer);
    const garbage = Buffer.from('garbage');

    expect(await saidOf(carried, { ...stamp, answer: garbage })).toMatchObject({
      codes: ['locker.token-in-bag', 'locker.token-unreadable'],
      faultless: false,
    });
    const { answer: _, ...check } = stamp;
    expect(await saidOf(carried, check)).toMatchObject({
      codes: [],
      says: ['claim.stamp.accepted.training', 'claim.head.not-given'],
    });
    expect(await saidOf(new Map(genuine).set(TOKEN, garbage), stamp)).toMatchObject({
      codes: ['locker.token-in-bag'],
      says: ['claim.stamp.accepted.training', 'claim.head.not-given'],
    });
  });

  it('an answer with bytes behind it is no answer', async () => {
    const answer = Buffer.concat([required(stamp.answer, 'an answer'), Buffer.from('more')]);

    expect(await saidOf(genuine, { ...stamp, answer })).toMatchObject({ codes: ['locker.token-unreadable'] });
  });

  it('a request for a stamp that was taken out says so in the claims', async () => {
    const said = await saidOf(forged(genuine, { [QUERY]: undefined }), {});

    expect(said.says).toContain('claim.stamp.none');
  });
});
