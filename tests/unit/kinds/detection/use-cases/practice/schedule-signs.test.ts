import { describe, expect, it } from 'vitest';
import type { Reading, SignReading } from '#case/debrief/model/reading/reading.ts';
import { dueSigns, scheduleSigns } from '#kinds/detection/use-cases/practice/schedule-signs.ts';

const RIGHT: SignReading = { hits: 2, misses: 0, falseFlags: 0, traps: 0 };
const WRONG: SignReading = { hits: 0, misses: 2, falseFlags: 0, traps: 0 };

const read = (wall: string, signs: Reading['signs']): Reading => ({
  schema: 'reading/1',
  id: wall,
  wall,
  title: 'Find',
  marketId: '00',
  signs,
});
const days = (from: string, to = '') => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the schedule of signs', () => {
  const first = '2031-03-01T09:00:00.000Z';

  it('repeats missed signs sooner', () => {
    const [wrong, right] = scheduleSigns([read(first, { found: RIGHT, missed: WRONG })]);

    expect([wrong?.sign, right?.sign]).toEqual(['missed', 'found']);
    expect(days(first, wrong?.due)).toBeGreaterThanOrEqual(1);
    expect(days(first, right?.due)).toBeGreaterThan(days(first, wrong?.due));
  });

  it('extends the interval each time a due sign is found', () => {
    const readings = [read(first, { sign: RIGHT })];
    const gaps: number[] = [];
    for (let n = 0; n < 4; n++) {
      const [next] = scheduleSigns(readings);
      gaps.push(days(readings.at(-1)?.wall ?? '', next?.due));
      readings.push(read(next?.due ?? '', { sign: RIGHT }));
    }

    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(gaps[3]).toBeGreaterThan(4 * (gaps[0] as number));
  });

  it('does not depend on the order of the readings', () => {
    const later = '2031-03-05T09:00:00.000Z';
    const readings = [read(first, { a: WRONG, b: RIGHT }), read(later, { a: RIGHT })];

    expect(scheduleSigns(readings.toReversed())).toEqual(scheduleSigns(readings));
  });

  it('has signs due only from their day on', () => {
    const readings = [read(first, { sign: WRONG })];
    const due = scheduleSigns(readings)[0]?.due ?? '';

    expect(dueSigns(readings, first)).toEqual([]);
    expect(dueSigns(readings, due).map(({ sign }) => sign)).toEqual(['sign']);
  });
});
