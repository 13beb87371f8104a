import { describe, expect, it } from 'vitest';
import { shareInWords } from '#case/debrief/screens/scores/share-in-words.ts';
import { positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';

describe('shareInWords', () => {
  it.each([
    [2, 'one flag in seven is right'],
    [6, 'one flag in three is right'],
    [20, 'two flags in three are right'],
  ])('names the three settings of the lesson: %i in 100', (inHundred, words) => {
    expect(shareInWords(positivePredictiveValue(0.8, 0.9, inHundred / 100) as number)).toBe(words);
  });

  it('says "about" between two names', () => {
    expect(shareInWords(0.45)).toMatch(/^about /);
  });

  it('names the number of flags for each right one that stands beside it', () => {
    // 15.2 false flags for each right one: one in sixteen, and not one in fifteen.
    expect(shareInWords(1 / 16.2)).toBe('one flag in sixteen is right');
    for (let wrong = 2; wrong < 19; wrong += 0.1) {
      const said = shareInWords(1 / (wrong + 1));
      const next = shareInWords(1 / (Math.round(wrong) + 1));
      expect(said.replace('about ', '')).toBe(next);
    }
  });

  it('has words for both ends', () => {
    expect(shareInWords(1)).toBe('every flag is right');
    expect(shareInWords(0.98)).toBe('nearly every flag is right');
    expect(shareInWords(0.01)).toBe('fewer than one flag in twenty is right');
  });
});
