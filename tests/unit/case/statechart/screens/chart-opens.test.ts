import { describe, expect, it } from 'vitest';
import { scaleToOpen } from '#case/statechart/screens/chart-view.svelte.ts';

describe('the initial zoom of a drawing', () => {
  it.each([
    ['is drawn at its own size where it is narrower than its window', 1200, 534, 1],
    ['fits the width of its window as long as its words can be seen', 1216, 1537, 1216 / 1537],
    ['stays readable, and is scrolled, where it would be too small to show words', 343, 1537, 0.86],
  ])('%s', (_, window, drawing, expected) => {
    expect(scaleToOpen(window, drawing)).toBeCloseTo(expected, 6);
  });
});
