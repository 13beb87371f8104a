import { describe, expect, it } from 'vitest';
import { hourForField, nearestHour } from '#room/control/screens/nearest-hour.ts';

/** A wall time of this machine, wherever it stands. */
const on = (day: number, hours: number, minutes: number) => new Date(2031, 4, day, hours, minutes).getTime();

describe('an hour that is typed', () => {
  it('is that of this day, before and after now', () => {
    expect(nearestHour('14:28', on(6, 14, 0))).toBe(on(6, 14, 28));
    expect(nearestHour('14:28', on(6, 14, 30))).toBe(on(6, 14, 28));
  });

  it('is across midnight where that is nearer', () => {
    expect(nearestHour('00:10', on(6, 23, 50))).toBe(on(7, 0, 10));
    expect(nearestHour('23:50', on(7, 0, 10))).toBe(on(6, 23, 50));
  });

  it('is none where nothing was typed', () => {
    expect(nearestHour('', on(6, 9, 0))).toBeUndefined();
    expect(nearestHour('9', on(6, 9, 0))).toBeUndefined();
  });

  it('comes back as the field holds it', () => {
    for (const [hours, minutes] of [
      [0, 5],
      [9, 30],
      [23, 59],
    ] as const)
      expect(nearestHour(hourForField(on(6, hours, minutes)), on(6, hours, minutes))).toBe(on(6, hours, minutes));
  });
});
