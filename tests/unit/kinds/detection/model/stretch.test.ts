import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonCharacters, freeMark, markedText, stretchesOf } from '#kinds/detection/model/stretch.ts';

const SENTENCES = ['She answers.', 'Call at any hour, day and night.', 'Tea.'];
const placeOf = stretchesOf(SENTENCES);
const wordsAt = (at: string) => markedText(SENTENCES).slice(placeOf(at).from, placeOf(at).to);
const span = fc
  .tuple(fc.nat(300), fc.integer({ min: 1, max: 200 }))
  .map(([from, length]) => [from, from + length] as const);

describe('stretchesOf', () => {
  it('finds every sentence in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (sentences) => {
        const own = stretchesOf(sentences);
        const found = sentences.map((_, n) => own(`s${n + 1}`));

        expect(found.map(({ from, to }) => markedText(sentences).slice(from, to))).toEqual(sentences);
      }),
    );
  });

  it('takes a free mark unchanged, clipped to the text', () => {
    expect(wordsAt(freeMark(18, 45))).toBe(markedText(SENTENCES).slice(18, 45));
    expect(placeOf(freeMark(40, 999))).toEqual({ from: 40, to: markedText(SENTENCES).length });
  });

  it.each(['s0', 's4', 's', 't:9-9', 't:12-3', 't:900-901', 't:-1-4', 'f:shoe', 'r:none', 'c1', 'v1:s4', ''])(
    'finds nothing at %s',
    (at) => {
      const { from, to } = placeOf(at);
      expect(to - from).toBe(0);
    },
  );

  it('separates fields, records, earlier lines and comments from the text and from each other', () => {
    const others = ['v1:s4', 'v1:s5', 'v2:s4', 'c1', 'c2', 'c40'];
    const besides = stretchesOf(SENTENCES, others);
    const fields = ['f:phone', 'f:room', 'f:offered', 'f:employer', 'r:payer', 'r:ledger'];
    const places = ['s1', 's2', 's3', ...fields, ...others].map(besides);
    for (const { from, to } of places) expect(from).toBeLessThan(to);
    for (const [n, one] of places.entries())
      for (const other of places.slice(n + 1)) expect(one.to <= other.from || other.to <= one.from).toBe(true);
  });
});

describe('commonCharacters', () => {
  const sign = placeOf('s2');
  const isMark = (at: string) => commonCharacters(placeOf(at).from, placeOf(at).to, sign.from, sign.to) > 0;
  const { from, to } = sign;

  it.each([
    ['the whole sentence', 's2', true],
    ['two words of it', freeMark(to - 14, to - 1), true],
    ['frayed edges', freeMark(from - 4, to + 3), true],
    ['one letter of it', freeMark(from, from + 1), false],
    ['the sentence before it', 's1', false],
    ['the end of the sentence before and a word of it', freeMark(0, from + 8), false],
  ])('%s', (_, at, expected) => {
    expect(isMark(at)).toBe(expected);
  });

  it('gives nothing for a mark more than twice as long as the sign', () => {
    fc.assert(
      fc.property(span, span, ([a, b], [c, d]) => {
        fc.pre(b - a > 2 * (d - c));
        expect(commonCharacters(a, b, c, d)).toBe(0);
      }),
    );
  });

  it('never counts more than the mark or the sign, and everything where they are the same', () => {
    fc.assert(
      fc.property(span, span, ([a, b], [c, d]) => {
        expect(commonCharacters(a, b, c, d)).toBeLessThanOrEqual(Math.min(b - a, d - c));
        expect(commonCharacters(a, b, a, b)).toBe(b - a);
      }),
    );
  });

  it('accepts every overlap of at least half of the union', () => {
    fc.assert(
      fc.property(span, span, ([a, b], [c, d]) => {
        const both = Math.min(b, d) - Math.max(a, c);
        const either = b - a + d - c - both;
        fc.pre(both >= 8 && both / either >= 0.5);
        expect(commonCharacters(a, b, c, d)).toBe(both);
      }),
    );
  });

  it('matches a mark with two disjoint signs only where half of it is in each', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), ([a, b], one, other) => {
        const [first, second] = [
          [a, a + one],
          [a + one + 1, a + one + 1 + other],
        ] as const;
        const inBoth = commonCharacters(a, b, ...first) > 0 && commonCharacters(a, b, ...second) > 0;
        expect(inBoth).toBe(false);
      }),
    );
  });
});
