import { describe, expect, it } from 'vitest';
import { DRILL_LOCKERS } from '#evidence/drill/model/draw-drill.ts';
import { plantFault } from '#evidence/drill/model/plant-fault.ts';
import { readFaults } from '#evidence/drill/model/read-faults.ts';
import { ERROR_CODES } from '#evidence/drill/model/typical-errors.ts';
import { DRILL_RECIPES } from '#evidence/drill/use-cases/drill-recipes.ts';
import { fromPlainLocker, toPlainLocker } from '#evidence/locker/use-cases/plain-locker.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { packed } from '../../../../../support/builders/a-locker.ts';
import { drillBase } from '../../../../../support/builders/drills.ts';
import { PROJECT, theCase } from '../../../../../support/builders/the-library.ts';

const all = DRILL_LOCKERS.map(drillBase);

describe.each(DRILL_LOCKERS)('locker %s of the tamper drill', (id) => {
  const locker = drillBase(id);

  it('has no fault for the reader or the verifier', async () => {
    const report = await verifyZippedLocker(sourceOfBytes(await packed(locker)));

    expect(readFaults(locker)).toEqual([]);
    expect(report).toMatchObject({ ok: true, value: { consistent: true, issues: [] } });
    expect(report.ok && report.value.items.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it('can hold each of the eighteen faults in each page of an ad, and then shows only that fault', () => {
    for (const code of ERROR_CODES)
      for (const [n, { facts }] of locker.items.entries()) {
        const planted = plantFault(locker, code, n);
        const isPageGone = code === 'E17' && facts.httpStatus !== 200;
        expect(readFaults(planted?.locker ?? locker).map((fault) => fault.code)).toEqual(isPageGone ? [] : [code]);
      }
  });

  it('is small, and survives a round trip through JSON unchanged', () => {
    const text = JSON.stringify(toPlainLocker(locker));

    expect(text.length).toBeLessThan(50_000);
    expect(fromPlainLocker(JSON.parse(text))).toEqual(locker);
  });
});

describe('the lockers of the tamper drill', () => {
  it('differ in market, pages, people and clock', () => {
    const recipes = Object.values(DRILL_RECIPES);
    const offsets = recipes.map(({ offsetSeconds }) => offsetSeconds);
    const pages = all.map(({ items }) => items.length);

    expect(new Set(recipes.map(({ profile }) => profile)).size).toBe(recipes.length);
    expect(new Set(all.flatMap(({ custody }) => custody.map(({ actor }) => actor))).size).toBe(recipes.length);
    expect(offsets.some((offset) => offset > 0) && offsets.some((offset) => offset < 0)).toBe(true);
    expect([Math.min(...pages), Math.max(...pages)]).toEqual([3, 6]);
  });

  it('include a page from a mirror, a removed page, letters and a renewal', () => {
    const items = all.flatMap((locker) => locker.items);

    expect(items.filter(({ facts }) => facts.redirects.length > 0).map(({ facts }) => facts.standing)).toEqual([
      'copy',
    ]);
    expect(items.filter(({ facts }) => facts.httpStatus === 404)).toHaveLength(1);
    expect(all.filter(({ letters }) => letters.length > 0)).toHaveLength(2);
    expect(all.flatMap(({ custody }) => custody).filter(({ action }) => action === 'request.renewed')).toHaveLength(1);
  });

  it('use separate markets, so that they reveal nothing about a case', () => {
    const cases = PROJECT.list('scenarios').filter((id) => PROJECT.read(`scenarios/${id}/key.yaml`) !== undefined);
    const markets = new Set(all.map(({ marketId }) => marketId));

    expect(cases.length).toBeGreaterThan(0);
    expect(markets.size).toBe(all.length);
    for (const id of cases) expect(markets, id).not.toContain(theCase(`scenarios/${id}`).material.market.marketId);
  });

  it('have the same name, which reveals nothing about planted faults', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });
});
