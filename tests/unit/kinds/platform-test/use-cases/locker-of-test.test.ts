import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { beginTest } from '#kinds/platform-test/model/play-test.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import { lockerOfTest } from '#kinds/platform-test/use-cases/locker-of-test.ts';
import { packed } from '../../../../support/builders/a-locker.ts';
import { aBrief, on, pass, place, played } from '../../../../support/kinds/platform-test/a-test.ts';

const PLACE = {
  caseId: 'six-weeks-six-platforms',
  title: 'Six weeks',
  reviewed: false,
  exercise: 'test',
  marketId: '0123456789abcdef',
};
const MARKET = { marketId: PLACE.marketId };
const TIRED = aBrief('locker', { ...MARKET, people: 1 });
const SITE = 'ostrel-smallads';

/** Cards until somebody is tired, a mirror, a page of a site, and a card that is captured again after it is gone. */
const STATE = played(
  TIRED,
  ...Array.from({ length: 9 }, () => place('TC1', SITE)),
  place('TC12', SITE),
  ...Array.from({ length: 5 }, (_, n) => on('page.captured', `${SITE}-TC1-${n + 1}`)),
  on('page.captured', `${SITE}-TC12-1`),
  pass(40),
  on('card.withdrawn', `${SITE}-TC12-1`),
  on('page.captured', `${SITE}-TC12-1`),
  on('page.captured', `${SITE}-TC12-1`, { mirror: 'smallads-collected' }),
  { type: 'site.captured', site: SITE, page: 'report', language: 'Orlish' },
);
const lockerOf = (state = STATE): Locker => required(lockerOfTest(PLACE, TIRED, state), 'a locker');

async function verified(locker: Locker) {
  const result = await verifyZippedLocker(sourceOfBytes(await packed(locker)));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

describe('the locker of a test', () => {
  it('is verified without a fault, and reports each incomplete item as incomplete', async () => {
    const report = await verified(lockerOf());

    expect(report.issues).toEqual([]);
    expect(report).toMatchObject({ consistent: true, faultless: true, foreign: false });
    expect(report.items).toHaveLength(STATE.items.length);
    const incomplete = STATE.items.filter(({ hasZone }) => !hasZone).map(({ id }) => id);
    expect(incomplete).toHaveLength(1);
    const withoutZone = report.items.filter(({ gaps }) => gaps.includes('time-without-zone'));
    expect(withoutZone.map(({ item }) => item)).toEqual(incomplete);
  });

  it('has every item of a whole test, with the very bytes whose hash the report names', () => {
    const brief = aBrief('report', MARKET);
    const { state } = playAs('repeat-what-failed', brief);
    const locker = required(lockerOfTest(PLACE, brief, state), 'a locker');

    expect(locker.items.map(({ facts, body }) => ({ item: facts.itemId, sha256: sha256Hex(body) }))).toEqual(
      reportOf(brief, state).hashes,
    );
  });

  it('has the inboxes at the time of capture, without later events', () => {
    const inboxes = lockerOf().items.flatMap(({ facts, surroundings }) =>
      facts.adId === `${SITE}-TC12-1` ? surroundings.map(({ text }) => text) : [],
    );
    const types = inboxes.map((text) =>
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    );

    expect(types[0]).toEqual(['card.submitted', 'card.published']);
    expect(types[1]).toEqual(['card.submitted', 'card.published', 'card.withdrawn']);
    expect(inboxes.join('')).not.toContain('"seen"');
  });

  it('prints in its report what a captured page says', async () => {
    const report = new TextDecoder().decode(unzipSync(await packed(lockerOf()))[`${lockerOf().id}/data/report.html`]);
    expect(report).toContain('<p>Language of this form: Orlish</p>');
    expect(report).toContain('<p>TEST artificial card, no person</p>');
  });

  it('names the locked plan in its log, and none that was locked after the first capture', () => {
    const planOf = (...acts: Parameters<typeof played>[1][]) =>
      lockerOf(played(TIRED, ...acts)).custody.filter(({ action }) => action === 'plan.noted');
    const lock = { type: 'plan.locked', cells: [{ site: SITE, card: 'TC1', copies: 2 }] } as const;
    const look = { type: 'site.captured', site: SITE, page: 'front' } as const;

    expect(planOf(lock, look).map(({ reason }) => reason)).toEqual([
      'a test of platforms; copies of TEST cards: 2, sites: 1; Checkathon platform test 1; workstation of the exercise',
    ]);
    expect(planOf(look, pass(1), lock)).toEqual([]);
  });

  it('is undefined where nothing was captured', () => {
    expect(lockerOfTest(PLACE, TIRED, beginTest())).toBeUndefined();
  });

  it('has the same bytes for the same log', async () => {
    expect(sha256Hex(await packed(lockerOf()))).toBe(sha256Hex(await packed(lockerOf())));
  });

  it('is refused at an item whose page was changed by one byte', async () => {
    const locker = lockerOf();
    const changed = (item: EvidenceItem): EvidenceItem => {
      const body = Uint8Array.from(item.body);
      body[body.length - 20] = (body[body.length - 20] as number) ^ 1;
      return { ...item, body };
    };
    const { consistent, items } = await verified({
      ...locker,
      items: locker.items.map((item, n) => (n === 2 ? changed(item) : item)),
    });

    expect(consistent).toBe(false);
    expect(items.filter(({ holds }) => !holds).map(({ item }) => item)).toEqual(['item-3']);
  });
});
