import { describe, expect, it } from 'vitest';
import { type CourtAnswer, courtAnswers } from '#evidence/drill/model/court-answers.ts';
import { COURT_QUESTIONS, type CourtQuestion } from '#evidence/drill/model/court-questions.ts';
import { DRILL_LOCKERS } from '#evidence/drill/model/draw-drill.ts';
import { type FaultyLocker, plantFaults } from '#evidence/drill/model/plant-faults.ts';
import { plantOddity } from '#evidence/drill/model/plant-oddity.ts';
import { readFaults } from '#evidence/drill/model/read-faults.ts';
import { ERROR_CODES } from '#evidence/drill/model/typical-errors.ts';
import type { ItemFacts } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { type LooseEntry, namesItem, withItem, withLog } from '#evidence/locker/model/rechain.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8, utf8 } from '#kernel/model/utf8.ts';
import { packed } from '../../../../support/builders/a-locker.ts';
import { drillBase, drillOf } from '../../../../support/builders/drills.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { readDrill, type SecondReading } from '../../../../support/evidence/drill/second-reader.ts';
import { inFull } from '../../../../support/in-full.ts';

const DRILLS = inFull(2000, 100);
/** In how many pages of each locker every fault is planted. */
const PAGES = inFull(6, 1);

const keyOf = ({ locker, faults }: FaultyLocker) => courtAnswers(locker, faults, LIBRARY.authority);
const readingOf = async ({ locker }: Pick<FaultyLocker, 'locker'>) => readDrill(await packed(locker));

/** What the sentence of an answered question says, taken from the second reading alone. */
function paramsOf(question: CourtQuestion, { facts }: SecondReading): Record<string, string | number> {
  const { pages, bases, signers, ads, copies, pictures, clock, renewal } = facts;
  const listed = (name: string, values: readonly string[]) => (values.length > 0 ? { [name]: values.join(', ') } : {});
  if (question === 'lawful') return { basis: bases.join(', '), ...listed('signer', signers) };
  if (question === 'authentic') return { pages, ...listed('item', copies) };
  if (question === 'complete') return { pages, ads, ...listed('item', pictures) };
  if (question === 'when') return { seconds: Math.abs(clock?.seconds ?? 0), entry: clock?.entry ?? 0 };
  if (question === 'order' && renewal !== undefined) return { on: renewal };
  return { pages };
}

/** Names in a list in one order, as the folders of a bag have another order than its items. */
const sorted = (params: Readonly<Record<string, string | number>> = {}) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value).split(', ').toSorted()]));

/** All in which key and second reading differ, in words; empty if they agree. */
function differences(key: readonly CourtAnswer[], reading: SecondReading): string[] {
  return key.flatMap(({ question, isOpen, ground, besides }) => {
    const why = reading.open[question];
    if (isOpen !== why.length > 0) return [`${question}: ${isOpen ? 'open' : 'answered'}, but: ${why.join(' ')}`];
    if (isOpen) return [];
    const isSaid = JSON.stringify(sorted(ground?.params)) === JSON.stringify(sorted(paramsOf(question, reading)));
    const untold = question === 'order' ? reading.facts.untold : [];
    const isTold = JSON.stringify(sorted(besides?.params)) === JSON.stringify(sorted(untoldOf(untold)));
    return [
      ...(isSaid ? [] : [`${question}: the sentence says ${JSON.stringify(ground?.params)}`]),
      ...(isTold ? [] : [`${question}: ${untold.join(', ')} untold`]),
    ];
  });
}
const untoldOf = (items: readonly string[]) => (items.length > 0 ? { item: items.join(', ') } : {});

describe('a second reader, who has the bag and the table of authority alone', () => {
  it('answers the ten questions of each drill as the key does, with what the sentences say', async () => {
    const wrong: string[] = [];
    const answered = new Map<string, number>();
    for (let number = 1; number <= DRILLS; number += 1) {
      const drill = drillOf(number);
      const reading = await readingOf(drill);
      const key = keyOf(drill);
      wrong.push(...differences(key, reading).map((text) => `drill ${number}, ${text}`));
      for (const { question, isOpen } of key) if (!isOpen) answered.set(question, (answered.get(question) ?? 0) + 1);
    }

    expect(wrong).toEqual([]);
    for (const question of COURT_QUESTIONS.filter((one) => one !== 'attribution')) {
      expect(answered.get(question), question).toBeGreaterThan(DRILLS / 2);
      expect(answered.get(question), question).toBeLessThan(DRILLS);
    }
  });

  it.each(DRILL_LOCKERS)('does so for each fault that can be chosen for locker %s', async (id) => {
    const base = drillBase(id);
    const wrong: string[] = [];
    for (const code of ERROR_CODES)
      for (const { facts } of base.items.slice(0, PAGES)) {
        const faulty = plantFaults(base, [{ code, item: facts.itemId }]);
        if (!faulty) continue;
        const found = differences(keyOf(faulty), await readingOf(faulty));
        wrong.push(...found.map((text) => `${code} in ${facts.itemId}, ${text}`));
      }

    expect(wrong).toEqual([]);
  });
});

/** The locker with its letter changed, and the log changed with it. */
function withLetter(locker: Locker, change: (letter: Record<string, unknown>) => unknown): Locker {
  const [letter] = locker.letters;
  if (!letter) throw new Error('The locker has no letter.');
  const text = JSON.stringify(change(JSON.parse(letter.text)));
  const custody = locker.custody.map((entry) =>
    entry.action === 'request.entered' ? { ...entry, sha256: sha256Hex(text) } : entry,
  );
  return withLog({ ...locker, letters: [{ ...letter, text }] }, custody);
}

function withReason(locker: Locker, action: string, reason: string): Locker {
  return withLog(
    locker,
    locker.custody.map((entry): LooseEntry => (entry.action === action ? { ...entry, reason } : entry)),
  );
}
const without = (locker: Locker, action: string) =>
  withLog(
    locker,
    locker.custody.filter((entry) => entry.action !== action),
  );

/** Whether key and second reader leave a question open; they have to agree on all ten. */
async function openBy(locker: Locker, question: CourtQuestion): Promise<boolean> {
  const faulty = { locker, faults: [] };
  const key = keyOf(faulty);
  expect(differences(key, await readingOf(faulty))).toEqual([]);
  const answer = key.find((one) => one.question === question);
  if (answer?.isOpen) expect(answer.ground?.id).toMatch(/^unshown\./);
  return answer?.isOpen === true;
}

describe('a letter answers the first question only if its office may ask for all of it', () => {
  const base = drillBase('1');
  const prosecutor = drillBase('1');

  it('as it is in the lockers of the drill', async () => {
    for (const id of DRILL_LOCKERS) expect(await openBy(drillBase(id), 'lawful'), id).toBe(false);
  });

  it.each([
    ['an analyst', { issuer: 'analyst' }, true],
    ['nobody', { issuer: undefined }, true],
    ['an office that the table does not know', { issuer: 'labour inspector' }, true],
    ['an investigator', { issuer: 'investigator' }, true],
    ['a head of unit where it is urgent', { issuer: 'unit-head' }, false],
    ['a head of unit where nothing is urgent', { issuer: 'unit-head', urgency: ' ' }, true],
    ['a judge', { issuer: 'judge' }, false],
    ['a prosecutor who orders log-ins', { kind: 'order', data: ['logins'] }, true],
    ['a judge who orders log-ins', { kind: 'order', data: ['logins'], issuer: 'judge' }, false],
    [
      'an investigator who orders who the subscriber is',
      { kind: 'order', data: ['subscriber'], issuer: 'investigator' },
      false,
    ],
  ])('signed by %s', async (_, change, isOpen) => {
    expect(
      await openBy(
        withLetter(prosecutor, (letter) => ({ ...letter, ...change })),
        'lawful',
      ),
    ).toBe(isOpen);
  });

  it('not if it is missing, or the log names no authority before the captures', async () => {
    expect(await openBy({ ...base, letters: [] }, 'lawful')).toBe(true);
    expect(await openBy(without(base, 'authority.noted'), 'lawful')).toBe(true);
    expect(await openBy(without(base, 'plan.noted'), 'lawful')).toBe(true);
  });
});

describe('the question about time needs a reading of the clock in the bag', () => {
  const base = drillBase('5');
  const [check] = base.custody.filter(({ action }) => action === 'clock.checked');
  const utc = check?.utc ?? '';

  it.each([
    ['none', (locker: Locker) => without(locker, 'clock.checked')],
    ['a difference without the two clocks', (locker: Locker) => withReason(locker, 'clock.checked', '412 s')],
    [
      'two clocks without that difference',
      (locker: Locker) => withReason(locker, 'clock.checked', `412 s; workstation ${utc}, reference ${utc}`),
    ],
    [
      'a reading from another moment',
      (locker: Locker) =>
        withReason(locker, 'clock.checked', '60 s; workstation 2032-06-14T09:01:00Z, reference 2032-06-14T09:00:00Z'),
    ],
    [
      'a reading after the captures',
      (locker: Locker) =>
        withLog(locker, [
          ...locker.custody.filter((entry) => entry !== check),
          { ...(check as LooseEntry), utc: locker.packedAt },
        ]),
    ],
    [
      'another difference than a record names',
      (locker: Locker) => {
        const [item] = locker.items;
        if (!item) throw new Error('The locker is empty.');
        const clockCheck = { source: 'reference clock of the workstation', offsetMs: 411_000 };
        return withItem(locker, { ...item, facts: { ...item.facts, clockCheck } });
      },
    ],
  ])('which is not answered by %s', async (_, change) => {
    expect(await openBy(base, 'when')).toBe(false);
    expect(await openBy(change(base), 'when')).toBe(true);
  });
});

describe('a remark on a page', () => {
  const base = drillBase('4');
  const [item] = base.items;
  if (!item) throw new Error('The locker is empty.');
  const body = utf8(fromUtf8(item.body).replace('</main>', '<!-- list --></main>'));
  const changed = withItem(base, { ...item, body });
  const sha256 = sha256Hex(body);
  const asSent = withLog(
    withItem(base, { ...item, body, loggedSha256: sha256 }),
    base.custody.map((entry) =>
      namesItem(entry, item.facts.itemId) && entry.sha256 === item.loggedSha256 ? { ...entry, sha256 } : entry,
    ),
  );

  it('is of the site if the log has the hash of the page with it', async () => {
    expect(readFaults(asSent)).toEqual([]);
    expect(await openBy(asSent, 'unaltered')).toBe(false);
  });

  it('was added if the page has the hash of the log without it, and only then', async () => {
    expect(readFaults(changed).map(({ code, items }) => [code, items])).toEqual([['E8', [item.facts.itemId]]]);
    const other = withItem(base, { ...item, body: utf8(fromUtf8(body).replace('</h1>', '!</h1>')) });
    expect(readFaults(other).map(({ code }) => code)).toEqual(['E4']);
    for (const locker of [changed, other]) expect((await readingOf({ locker })).open.unaltered).not.toEqual([]);
  });
});

describe('the question who captured it', () => {
  const base = drillBase('4');
  const changed = (change: (facts: ItemFacts) => Partial<ItemFacts>) => {
    const [item] = base.items;
    if (!item) throw new Error('The locker is empty.');
    return withItem(base, { ...item, facts: { ...item.facts, ...change(item.facts) } });
  };

  it('is open if record and log name different people, or the log does not say how the bench was signed in', async () => {
    expect(
      await openBy(
        changed(({ operator }) => ({ operator: operator.toUpperCase() })),
        'who',
      ),
    ).toBe(false);
    expect(
      await openBy(
        changed(() => ({ operator: 'Clerk 9' })),
        'who',
      ),
    ).toBe(true);
    expect(
      await openBy(
        changed(() => ({ childMaterialCheck: { checked: true, by: 'Clerk 9' } })),
        'who',
      ),
    ).toBe(true);
    expect(await openBy(without(base, 'session.opened'), 'who')).toBe(true);
  });

  it('is answered after the work was handed over, whichever item was', async () => {
    let handed = 0;
    for (const id of DRILL_LOCKERS)
      for (const n of drillBase(id).items.keys()) {
        const again = plantOddity(drillBase(id), 'twice', 0);
        for (const locker of [drillBase(id), again ?? drillBase(id)]) {
          const odd = plantOddity(locker, 'handed-over', n);
          if (!odd) continue;
          handed += 1;
          expect(await openBy(odd, 'who'), `${id}, ${n}`).toBe(false);
        }
      }
    expect(handed).toBeGreaterThan(20);
  });
});

describe('the second reader', () => {
  it('sees a file that the log does not have, and a log that a file does not have', async () => {
    const base = drillBase('3');
    const [item] = base.items;
    const [around, ...others] = item?.surroundings ?? [];
    if (!item || !around) throw new Error('Nothing was captured around the page.');
    const other = { ...around, text: `${around.text}.` };

    expect(await openBy(withItem(base, { ...item, surroundings: others }), 'complete')).toBe(true);
    expect(await openBy(withItem(base, { ...item, surroundings: [other, ...others] }), 'unaltered')).toBe(true);
    const [letter] = base.letters;
    if (!letter) throw new Error('The locker has no letter.');
    const twice = [letter, { ...letter, name: 'request-2.json', text: letter.text.replace('90', '30') }];
    expect(await openBy({ ...base, letters: twice }, 'unaltered')).toBe(true);
  });
});
