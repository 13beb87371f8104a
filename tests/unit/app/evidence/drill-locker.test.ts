import { describe, expect, it } from 'vitest';
import { drillLocker } from '#app/evidence/drill-locker.ts';
import { fromPlainLocker, toPlainLocker } from '#app/evidence/plain-locker.ts';
import { verifyZippedLocker } from '#app/evidence/verify-locker.ts';
import { drawDrill } from '#core/evidence/tamper/draw-drill.ts';
import { plantFault } from '#core/evidence/tamper/plant-fault.ts';
import { readFaults } from '#core/evidence/tamper/read-faults.ts';
import { ERROR_CODES } from '#core/evidence/tamper/typical-errors.ts';
import { sourceOfBytes } from '#formats/zip/byte-source.ts';
import { packed } from '../../../support/builders/a-locker.ts';
import { LIBRARY, PROJECT, theCase } from '../../../support/builders/the-library.ts';

const locker = drillLocker(LIBRARY);

describe('the locker of the tamper drill', () => {
  it('has no fault of its own, for the reader and for the verifier', async () => {
    const report = await verifyZippedLocker(sourceOfBytes(await packed(locker)));

    expect(readFaults(locker)).toEqual([]);
    expect(report).toMatchObject({ ok: true, value: { consistent: true, issues: [] } });
    expect(report.ok && report.value.items.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it('can carry each of the eighteen faults in each of its pages', () => {
    for (const code of ERROR_CODES)
      for (const n of locker.items.keys())
        expect(readFaults(plantFault(locker, code, n)?.locker ?? locker).map((fault) => fault.code)).toEqual([code]);
  });

  it('lies over a market of its own, so that it tells nothing of a case', () => {
    const cases = PROJECT.list('scenarios').filter((id) => PROJECT.read(`scenarios/${id}/key.yaml`) !== undefined);

    expect(cases.length).toBeGreaterThan(0);
    for (const id of cases) expect(theCase(`scenarios/${id}`).material.market.marketId, id).not.toBe(locker.marketId);
  });

  it('has the same bytes again after it was a file of the site', () => {
    const text = JSON.stringify(toPlainLocker(locker));

    expect(fromPlainLocker(JSON.parse(text))).toEqual(locker);
  });
});

describe('the drill of a number', () => {
  it('is the same every time, and plants the one fault that it names', () => {
    for (let number = 1; number <= 40; number++) {
      const drill = drawDrill(locker, number);

      expect(drawDrill(locker, number)).toEqual(drill);
      expect(readFaults(drill.locker).map(({ code }) => code)).toEqual([drill.code]);
    }
  });

  it('brings every fault once in a run of eighteen, and the next run in another order', () => {
    const run = (from: number) => ERROR_CODES.map((_, n) => drawDrill(locker, from + n).code);

    expect(run(1).toSorted()).toEqual(ERROR_CODES.toSorted());
    expect(run(19).toSorted()).toEqual(ERROR_CODES.toSorted());
    expect(run(19)).not.toEqual(run(1));
    expect(run(1)).not.toEqual(ERROR_CODES);
  });

  it('gives the file no name that tells which fault it is', () => {
    const names = ERROR_CODES.map((_, n) => drawDrill(locker, n + 1).locker.id);

    expect(new Set(names)).toEqual(new Set([locker.id]));
  });
});
