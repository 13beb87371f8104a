import { beforeAll, describe, expect, it } from 'vitest';
import { type LockerClaim, sayClaim } from '#evidence/locker/model/claim.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import { type FileState, fileStates } from '#evidence/locker/model/file-states.ts';
import { itemClaims } from '#evidence/locker/model/item-claims.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { translator } from '#i18n/translator.ts';
import { required } from '#kernel/model/invariant.ts';
import evidence from '#words/evidence/evidence.json' with { type: 'json' };
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLocker, SAY } from '../../../../support/builders/a-locker.ts';
import { forged } from '../../../../support/evidence/locker/forge-bag.ts';

const words = translator(evidence);
const say = (claims: readonly LockerClaim[]) =>
  claims.map((claim) => sayClaim(claim, (id, params) => words(id as keyof typeof evidence, params)));

const LETTER = 'data/letters/request-1.json';
const ACCOUNT = 'data/items/EV-001/around/account.txt';
const RECORD = 'data/items/EV-001/record.json';
const MADE = ['data/report.html', 'data/uco/case.jsonld', 'bag-info.txt', 'README.txt'];

let locker: Locker;
let bag: Bag;
let head: string;

beforeAll(async () => {
  locker = aLocker('scenarios/two-addresses');
  bag = await bagOf(locker);
  head = required(locker.custody.at(-1), 'an entry').hash;
});

/** What a reader of the result is told who gives the true head of the log. */
async function saidOf(changed: Bag) {
  const report = await verifyLocker(openBag(changed), { expectHead: head, say: SAY });
  const { head: short, inside, outside, compared, open } = lockerClaims(report);
  const states = fileStates(report);
  const inState = (...of: FileState[]) => [...states].flatMap(([path, state]) => (of.includes(state) ? path : []));
  return {
    report,
    states,
    inState,
    short: say([short]).join(''),
    inside: say(inside).join(' '),
    outside: say(outside).join(' '),
    compared: say(compared).join(' '),
    open: say(open).join(' '),
    ofItem: (folder: string) =>
      itemClaims(report)
        .get(folder)
        ?.map(({ id }) => id),
  };
}

describe('what is said of a genuine locker', () => {
  it('each file but the request was compared, each number is the whole, and no time stamp is claimed', async () => {
    const { short, outside, compared, inState, ofItem, report } = await saidOf(bag);
    const pages = report.items.length;

    expect(short).toBe('Consistent in itself');
    expect(inState('open', 'part', 'unchecked', 'fails', 'missing')).toEqual(['timestamps/manifest-sha256.tsq']);
    expect(compared).toContain(`pages ${pages} of ${pages}`);
    expect(compared).toContain(`nothing differs: ${pages} of ${pages}`);
    expect(compared).toContain(`the drawings of the pages (${pages} of ${pages})`);
    expect(outside).toContain('none was found');
    expect(ofItem('EV-001')).toEqual(['item.fits']);
  });
});

describe('what is said of a locker with a forged record, context and letter, and the true log', () => {
  let forgedBag: Bag;
  beforeAll(async () => {
    // Packed with the false name, so that capture, report and CASE/UCO file have it too.
    const [first, ...rest] = locker.items as [EvidenceItem, ...EvidenceItem[]];
    const named = { ...first, facts: { ...first.facts, operator: 'Judge of the court' } };
    const packed = await bagOf({ ...locker, items: [named, ...rest] });
    forgedBag = forged(packed, { [ACCOUNT]: 'another account\n', [LETTER]: '{}' });
  });

  it('it contradicts its log, and its lists are not called wrong', async () => {
    const { short, inside, report } = await saidOf(forgedBag);

    expect(short).toBe('It contradicts its custody log');
    expect(inside).toContain(`Files that do not fit: 3 of ${forgedBag.size}. Files that are missing: 0.`);
    expect(inside).not.toContain('not consistent');
    expect(report.issues.map(({ code }) => code)).not.toContain('locker.record-list');
  });

  it('the sentence about the given hash says how many files contradict the log', async () => {
    const { outside } = await saidOf(forgedBag);

    expect(outside).toContain('is the hash of the last custody entry, but 3 files contradict the log.');
  });

  it('each number has the number that it is a part of', async () => {
    const { compared, report } = await saidOf(forgedBag);
    const pages = report.items.length;

    expect(compared).toContain(`pages ${pages} of ${pages}`);
    expect(compared).toContain('letters 0 of 1');
    expect(compared).toContain(`nothing differs: ${pages - 1} of ${pages}`);
    expect(compared).toContain(`the drawings of the pages (${pages - 1} of ${pages})`);
  });

  it('files that were not made again are not checked, and list and table have the same files', async () => {
    const { states, inState, inside, open } = await saidOf(forgedBag);
    const unchecked = inState('part', 'unchecked');

    for (const path of MADE) expect(states.get(path), path).toBe('unchecked');
    expect(states.get('data/locker.wacz')).toBe('part');
    expect(inside).toContain(`Files that were not checked, or only in part: ${unchecked.length}.`);
    for (const path of unchecked) expect(open).toContain(`${path} (`);
    expect(inState('fails').toSorted()).toEqual([ACCOUNT, RECORD, LETTER].toSorted());
  });

  it('the page of the forged record is named as one that has its hash, and the capture as one that was compared in part', async () => {
    const { ofItem, states } = await saidOf(forgedBag);

    expect(ofItem('EV-001')).toEqual(['item.page.logged', 'item.record.fails', 'item.capture.part', 'item.around.one']);
    expect(ofItem('EV-002')).toEqual(['item.fits']);
    expect(states.get('data/items/EV-001/page.html')).toBe('logged');
  });
});

describe('what is said of a locker from which something was taken out', () => {
  it('files that are missing are not counted with those that differ, and the log itself holds', async () => {
    const { inState, states, inside, compared, outside } = await saidOf(
      forged(bag, { [LETTER]: undefined, 'data/items/EV-001/around/versions.txt': undefined }),
    );

    expect(states.get('data/custody.jsonl')).toBe('chain');
    expect(inState('fails')).toEqual([]);
    expect(inState('missing')).toEqual([LETTER]);
    expect(inside).toContain('Files that do not fit: 0 of');
    expect(inside).toContain('Files that are missing: 2.');
    expect(compared).toMatch(
      /Files that are missing: 2\. They are: data\/letters\/request-1\.json, the file of entry \d+/,
    );
    expect(outside).toContain('but 2 files contradict the log or are missing.');
  });
});

describe('what is said where the chain of the log or a list is broken', () => {
  it('a page in a damaged folder still has its hash, and the locker is not consistent in itself', async () => {
    const { short, ofItem, states } = await saidOf(new Map(bag).set(RECORD, Buffer.from('{}')));

    expect(short).toBe('Not consistent in itself');
    expect(states.get('data/items/EV-001/page.html')).toBe('logged');
    expect(ofItem('EV-001')).toEqual(['item.page.logged', 'item.record.fails', 'item.capture.unchecked']);
  });
});
