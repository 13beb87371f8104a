import { describe, expect, it } from 'vitest';
import { DRILL_LOCKERS } from '#evidence/drill/model/draw-drill.ts';
import { ODDITIES, ODDITY_IDS } from '#evidence/drill/model/oddities.ts';
import { type PlantedOddity, plantOddity } from '#evidence/drill/model/plant-oddity.ts';
import { readFaults } from '#evidence/drill/model/read-faults.ts';
import { readOddities } from '#evidence/drill/model/read-oddities.ts';
import { ERROR_CODES } from '#evidence/drill/model/typical-errors.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { rechained, withItem } from '#evidence/locker/model/rechain.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { packed } from '../../../../support/builders/a-locker.ts';
import { drillBase } from '../../../../support/builders/drills.ts';

const RECORDED = ['gone', 'sent-on'];
const PLANTED = ODDITY_IDS.filter((id): id is PlantedOddity => !RECORDED.includes(id));
const idsOf = (locker: Locker) => readOddities(locker).map(({ id }) => id);

/** The locker with the oddity in the first item that can hold it. */
function odd(locker: Locker, id: PlantedOddity): Locker | undefined {
  const made = [...locker.items.keys()].map((n) => plantOddity(locker, id, n));
  return made.find((one) => one && idsOf(one).includes(id));
}
const oddBase = (id: PlantedOddity) => odd(drillBase('5'), id) as Locker;

describe('an oddity', () => {
  it('is one of at least eight, and each may be mistaken for a typical error', () => {
    expect(ODDITY_IDS.length).toBeGreaterThanOrEqual(8);
    for (const id of ODDITY_IDS) expect(ERROR_CODES).toEqual(expect.arrayContaining([...ODDITIES[id]]));
  });

  it.each(PLANTED)('%s is no fault for the reader and no error for the verifier, in any locker', async (id) => {
    const made = DRILL_LOCKERS.flatMap((base) => odd(drillBase(base), id) ?? []);
    expect(made.length).toBeGreaterThanOrEqual(4);
    for (const locker of made) {
      const report = await verifyZippedLocker(sourceOfBytes(await packed(locker)));
      expect(readFaults(locker)).toEqual([]);
      expect(report).toMatchObject({ ok: true, value: { consistent: true } });
      expect(report.ok && report.value.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(report.ok && report.value.items.flatMap(({ gaps }) => gaps)).toEqual([]);
    }
  });

  it.each(PLANTED)('%s names existing items and entries, and does not change its input', (id) => {
    const base = drillBase('5');
    const before = JSON.stringify(base);
    const locker = oddBase(id);
    const [oddity, ...more] = readOddities(locker);

    expect(JSON.stringify(base)).toBe(before);
    expect([oddity?.id, more]).toEqual([id, []]);
    expect((oddity?.items.length ?? 0) + (oddity?.entries.length ?? 0)).toBeGreaterThan(0);
    expect(locker.items.map(({ facts }) => facts.itemId)).toEqual(expect.arrayContaining([...(oddity?.items ?? [])]));
    expect(locker.custody.map(({ seq }) => seq)).toEqual(expect.arrayContaining([...(oddity?.entries ?? [])]));
  });

  it('that arose while the locker was filled is read in the right item', () => {
    expect(DRILL_LOCKERS.map((id) => idsOf(drillBase(id)))).toEqual([[], ['sent-on'], [], ['gone'], []]);
  });

  it.each([
    ['renamed', 'item.renamed'],
    ['handed-over', 'item.handed-over'],
    ['pause', 'note.written'],
    ['skipped-number', 'note.written'],
    ['large-offset', 'clock.checked'],
  ] as const)('%s is none where the log does not tell of it', (id, action) => {
    const locker = oddBase(id);
    const untold = { ...locker, custody: rechained(locker.custody.filter((entry) => entry.action !== action)) };

    expect(idsOf(locker)).toEqual([id]);
    expect(idsOf(untold)).toEqual([]);
  });

  it('is not reported if it is a fault: an offset left in the time, a copy recorded as the source', () => {
    const late = oddBase('large-offset');
    const [item] = late.items;
    const mirrored = drillBase('2');
    const copy = mirrored.items.at(-1);
    if (!item || !copy) throw new Error('The locker is empty.');
    const kept = withItem(late, { ...item, facts: { ...item.facts, capturedAtUtc: '2032-06-14T11:30:00Z' } });
    const called = withItem(mirrored, { ...copy, facts: { ...copy.facts, standing: 'source' } });

    expect([idsOf(kept), readFaults(kept).map(({ code }) => code)]).toEqual([[], ['E15']]);
    expect([idsOf(called), readFaults(called).map(({ code }) => code)]).toEqual([[], ['E14']]);
  });
});
