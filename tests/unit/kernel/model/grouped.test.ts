import { describe, expect, it } from 'vitest';
import { grouped } from '#kernel/model/grouped.ts';

describe('grouped', () => {
  it('puts items of the same key together, in the order in which they come first', () => {
    expect(grouped(['bee', 'ant', 'bat', 'cow', 'ape'], (word) => word.charAt(0))).toEqual([
      ['bee', 'bat'],
      ['ant', 'ape'],
      ['cow'],
    ]);
    expect(grouped([], String)).toEqual([]);
  });
});
