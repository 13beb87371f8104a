import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapTitle } from '#case/statechart/use-cases/wrap-title.ts';

const MAX_LINE_CHARS = 22;

describe('wrapTitle', () => {
  it.each([
    ['A place to talk', ['A place to talk']],
    ['A question in slow Norvelish', ['A question in slow', 'Norvelish']],
    ['What the letter says, and what it leaves out on purpose', ['What the letter says,', 'and what it leaves…']],
    ['Untranslatableconsequences', ['Untranslatableconsequ…']],
    ['', []],
  ])('breaks “%s” between words', (title, lines) => {
    expect(wrapTitle(title)).toEqual(lines);
  });

  it('never exceeds the line length, and marks omitted words with an ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (title) => {
        const lines = wrapTitle(title);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(MAX_LINE_CHARS);
        const whole = title.split(/\s+/).filter(Boolean).join(' ');
        if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).toBe(whole);
      }),
    );
  });
});
